#include "books/count_facts.h"

namespace giftbox::books::facts {

namespace {

using enum FactColumn::Kind;

constexpr FactColumn kCountSessionColumns[] = {
    {"count_no"}, {"counted_on"}, {"scope", Text}, {"scope_value", Text}, {"last_movement"}};
constexpr FactColumn kCountLineColumns[] = {{"count_no"}, {"item_no"}, {"expected"}};
constexpr FactColumn kCountEntryColumns[] = {{"count_no"}, {"item_no"},       {"turn"}, {"units"},
                                             {"books"},    {"last_movement"}, {"cost"}};
constexpr FactColumn kCountEndColumns[] = {{"count_no"}, {"outcome", Text}, {"reason", Text}};

constexpr FactColumn kItemCountColumns[] = {
    {"line_no"}, {"item_no"}, {"counted_on"}, {"difference"}, {"counted_by", Text}};
constexpr FactColumn kStockReasonColumns[] = {{"name", Text}, {"listed"}};

} // namespace

const FactTable kCountSession{"count_session", kCountSessionColumns};
const FactTable kCountLine{"count_line", kCountLineColumns};
const FactTable kCountEntry{"count_entry", kCountEntryColumns};
const FactTable kCountEnd{"count_end", kCountEndColumns};
const FactTable kItemCount{"item_count", kItemCountColumns};
const FactTable kStockReason{"stock_reason", kStockReasonColumns};

} // namespace giftbox::books::facts
