#pragma once

#include "books/books.h"
#include "foundation/ids.h"

#include <optional>
#include <string>
#include <string_view>

namespace giftbox::accounting {

/// The department that the expenses of a box are booked to.
struct BoxDepartment {
    std::string department; ///< empty: none
    std::string_view from;  ///< `box`, `nomination`, `group`, `default`, `none`
};

/// The department of boxes without one of their own, in a month; empty: none.
std::string defaultDepartment(const books::ReadTransaction& tx, foundation::Month month);
/// Sets it from a month on. Records nothing if it is that from that month already. Throws Refusal `text.missing`,
/// `text.too_long`, `text.malformed`, and asks about a month that is far off.
void setDefaultDepartment(books::WriteTransaction& tx, foundation::Month from,
                          const std::string& department);

/// That of a box, packed or given. Throws Refusal `box.unknown`.
BoxDepartment departmentOf(const books::ReadTransaction& tx, books::BoxNo number);
/// Gives a box a department, with a reason. Records nothing if it was given that one before. Throws Refusal
/// `box.unknown`, `journal.box_unpacked`, `journal.department_booked` (its giving stands in a batch), and `text.*` of
/// the department and the reason.
BoxDepartment setBoxDepartment(books::WriteTransaction& tx, books::BoxNo number,
                               const std::string& department, const std::string& reason);

} // namespace giftbox::accounting
