#pragma once

#include "books/books.h"
#include "foundation/row_writer.h"

#include <optional>
#include <string>
#include <vector>

namespace giftbox::reports {

/// Something to look at before a month is closed. Nothing but the first two keeps anybody from closing it.
struct CloseCheck {
    std::string_view name;  ///< `open_counts`
    std::string_view title; ///< `Open counts`
    /// How many are left; of the backup, how many days old it is. None: there is no backup.
    std::optional<std::int64_t> number;
    bool isDone = false;
    std::string_view toDo;
    std::string page; ///< below the store's address; empty for none
};

/// The checklist of a month, in the order in which one does it: earlier months, days left, counts, boxes, notes, bills,
/// accounts, batches, the backup. Cost grows with the month, not with history.
std::vector<CloseCheck> closeChecklist(const books::ReadTransaction& tx, foundation::Month month,
                                       foundation::Date today);

const std::vector<foundation::Column>& closeChecklistColumns();
void writeCloseChecklist(const std::vector<CloseCheck>& checks, foundation::RowWriter& out);

} // namespace giftbox::reports
