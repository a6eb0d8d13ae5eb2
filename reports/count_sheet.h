#pragma once

#include "gifting/counting/count_session.h"
#include "gifting/notes/count_sheet.h"

namespace giftbox::reports {

/// `All items`, `Bin A-1`, `Category mugs`.
std::string scopeInWords(const gifting::CountSession& count);
/// The sheet of an open count. Throws Refusal `count.unknown`, `count.not_open`.
gifting::CountSheet countSheetOf(const books::ReadTransaction& tx, gifting::CountNo number);

} // namespace giftbox::reports
