#pragma once

#include "web/ui/list.h"

#include <set>
#include <span>

namespace giftbox::web {

/// What is done with the checked rows of a list: an operation on each, in an event of its own, or one file of all.
/// Declared once; routes, buttons and boxes to check follow.
struct ManyForm {
    std::string_view path;   ///< below the store's address
    std::string_view place;  ///< the list
    std::string_view states; ///< of the rows that it is for
    std::string_view button;
    std::string_view command = {}; ///< of the operation; empty for a file
    std::string_view field = {};   ///< of the operation: the row; `month` is the month of the list
    std::string_view row = {};     ///< `Box {row}`
    std::string_view done = {};    ///< `{n} {n|box|boxes} handed over.`
    std::string_view file = {};    ///< of the rows, in its query
    access::Action action = {};    ///< of a file
    std::string_view also = {};    ///< a field that the button says
};

std::span<const ManyForm> manyForms();
access::Action actionOf(const ManyForm& form);

/// The rows of a list that its visitor can check, and the buttons for them.
class Checkable {
public:
    Checkable(const RequestContext& context, std::string_view place)
        : context_(context), place_(place)
    {}
    /// Lets the row being added be checked, if the visitor can do something with rows of this state. `says` are the
    /// values of the field that a button says, for this row.
    void add(Table& table, std::string_view state, const std::string& row,
             const std::vector<std::string>& says = {});
    /// Those that are for at least one of the rows.
    std::vector<ManyButton> buttons() const;

private:
    const RequestContext& context_;
    std::string_view place_;
    std::set<std::pair<std::string_view, std::string>>
        used_; ///< by path, with what the button says
};

/// Does it, and leads back to the list. What is refused stands on a page, row by row.
Response manyPage(RequestContext& context);

} // namespace giftbox::web
