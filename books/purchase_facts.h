#pragma once

#include "books/facts.h"

/// The facts of purchasing beside receipts.
namespace giftbox::books::facts {

extern const FactTable kDelivery;
extern const FactTable kFreight;
extern const FactTable kFreightLot;
extern const FactTable kBill;
extern const FactTable kBillLot;
extern const FactTable kBillReversal;
extern const FactTable kFreightReversal;

} // namespace giftbox::books::facts
