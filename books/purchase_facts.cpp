#include "books/purchase_facts.h"

namespace giftbox::books::facts {

namespace {

using enum FactColumn::Kind;

// Add new columns at the end of a table's list.
constexpr FactColumn kDeliveryColumns[] = {{"delivery_no"},     {"received_on"},
                                           {"source", Text},    {"supplier", Text},
                                           {"reference", Text}, {"authorized_by", Text}};
constexpr FactColumn kFreightColumns[] = {{"freight_no"},     {"delivery_no"},
                                          {"amount"},         {"shared_by", Text},
                                          {"supplier", Text}, {"reference", Text}};
constexpr FactColumn kFreightLotColumns[] = {
    {"freight_no"}, {"lot_no"}, {"share"}, {"carried", FactColumn::Kind::Number, {}, "0"}};
constexpr FactColumn kBillColumns[] = {
    {"bill_no"}, {"supplier", Text}, {"reference", Text}, {"billed_on"}, {"amount"}};
constexpr FactColumn kBillLotColumns[] = {{"bill_no"}, {"lot_no"}, {"amount"}};
constexpr FactColumn kBillReversalColumns[] = {{"bill_no"}, {"reversed_on"}, {"reason", Text}};
constexpr FactColumn kFreightReversalColumns[] = {
    {"freight_no"}, {"reversed_on"}, {"reason", Text}};

} // namespace

const FactTable kDelivery{"delivery", kDeliveryColumns};
const FactTable kFreight{"freight", kFreightColumns};
const FactTable kFreightLot{"freight_lot", kFreightLotColumns};
const FactTable kBill{"bill", kBillColumns};
const FactTable kBillLot{"bill_lot", kBillLotColumns};
const FactTable kBillReversal{"bill_reversal", kBillReversalColumns};
const FactTable kFreightReversal{"freight_reversal", kFreightReversalColumns};

} // namespace giftbox::books::facts
