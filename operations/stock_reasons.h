#pragma once

#include "operations/call.h"

namespace giftbox::operations {

/// The fields of a reason for a write-off or a difference of a count [reasons].
inline constexpr foundation::FieldInfo kStockReason{
    .name = "reason",
    .title = "Reason",
    .help = "a reason of the store's list, kept on record; other text is a reason of its own",
    .need = foundation::Need::Required,
    .value = "WHY"};
inline constexpr foundation::FieldInfo kReasonWords{
    .name = "words", .title = "Words", .help = "words kept with the reason; needed for other"};

/// What is recorded for the two. Throws like gifting::StockReasons::recorded.
std::string reasonIn(const Call& call, const books::ReadTransaction& tx);

} // namespace giftbox::operations
