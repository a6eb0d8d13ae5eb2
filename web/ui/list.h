#pragma once

#include "web/ui/request_context.h"
#include "web/ui/table.h"

namespace giftbox::web {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// The most rows on one page of a list.
inline constexpr std::size_t kRowsOfPage = 100;

/// The most rows of a list that are put in order; where there may be more, the list is of the newest, and leads to the
/// earlier ones.
inline constexpr std::int64_t kRowsOfList = 2000;

/// What can be done with the rows that are checked.
struct ManyButton {
    std::string address;
    std::string name;
    std::string field = {}; ///< sent with them
    std::string value = {};
};

/// What a list is of.
struct ListOf {
    std::string place;     ///< its page: `stock` for `/s/NORTH/stock`
    std::string_view one;  ///< of a row: `item`
    std::string_view many; ///< `items`
    std::string empty;     ///< what to say when there are no rows
    /// The rows are the newest of those below `before` in the address, and the ones below this number are earlier.
    std::optional<std::int64_t> earlier = {};
    std::vector<ManyButton> checked = {};
};

/// The table as the address of its page asks, for the template `list`: sorted by a column (`sort=units`, or `-units` to
/// descend), one page of it (`page=2`), and with the chosen columns alone (`column=units`, once for each; the first
/// column always shows). With it come links to have it otherwise, and the views of its place that were saved.
std::vector<View> listOf(const RequestContext& context, const books::ReadTransaction& tx,
                         Table table, const ListOf& about);

/// The rows of the table, by the numbers in which they were added, in the order that the address asks for.
std::vector<std::size_t> orderOf(const RequestContext& context, Table table);
/// Likewise, those of one page.
std::vector<std::size_t> pageOf(const RequestContext& context, Table table);

/// The fields of an address that say how a list is shown, without those of its filters.
Fields fieldsOfList(const Form& query);

} // namespace giftbox::web
