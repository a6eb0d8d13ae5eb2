#pragma once

#include "purchasing/change_receipts.h"
#include "purchasing/recorded_delivery.h"

namespace giftbox::purchasing {

/// By what a freight amount is shared between the lots of a delivery.
enum class SharedBy { Value, Units, Lots, Weight };
std::string_view toText(SharedBy by);
/// `value`, `units`, `lots` or `weight`. Throws Refusal `freight.by_unknown`.
SharedBy parseSharedBy(std::string_view text);

/// What somebody charges for bringing a delivery.
struct Freight {
    DeliveryNo delivery;
    foundation::Money amount;
    SharedBy by = SharedBy::Value;
    std::string supplier; ///< who charges it
    std::string reference;
    bool isFromFile =
        false; ///< takes over what the files of the receipts said that their cost has of freight
};

/// The share of a lot, and how the lot changed by it.
struct FreightShare {
    RecordedReceipt receipt; ///< as it was before
    foundation::Money share;
    foundation::Money carried; ///< the part that its cost had already
    ReceiptChange change;
};

struct AddedFreight {
    std::int64_t number = 0;
    std::vector<FreightShare> shares; ///< of each lot that has one
    /// The amount remaining under `month.restock` in the month of the day; none if there is no such cap.
    std::optional<foundation::Money> remaining;
};

/// Adds freight to what a delivery cost [freight]: the amount is shared exactly between its lots that were not reversed
/// (largest remainder), and each share changes the cost of its receipt [variance]. Throws Refusal `delivery.unknown`,
/// `freight.exists`, `freight.no_lots`, `freight.no_value`, `freight.no_weight` (names the items),
/// `freight.amount_needed`, `cost.negative`, `cost.too_much`, `budget.month_restock_exceeded`, `text.missing` (no
/// reference), and `freight.in_cost` if files said that the cost of lots has freight already and nobody confirmed it;
/// freight of a file takes that over instead, and adds the rest.
AddedFreight addFreight(books::WriteTransaction& tx, const Freight& freight);
/// The same without an event of its own: for an import.
AddedFreight enterFreight(books::WriteTransaction& tx, const Freight& freight);

/// A freight amount in the books.
struct RecordedFreight {
    std::int64_t number = 0;
    DeliveryNo delivery;
    foundation::Money amount;
    std::string by;
    std::string supplier;
    std::string reference;
    std::optional<foundation::Date> reversedOn;

    std::string_view state() const { return reversedOn ? "reversed" : "recorded"; }
};
/// Of a delivery, in the order recorded.
std::vector<RecordedFreight> freightOf(const books::ReadTransaction& tx, DeliveryNo delivery);
/// The last ones, newest first: at most `most`, of those before `before` if it is given.
std::vector<RecordedFreight> freightBefore(const books::ReadTransaction& tx,
                                           std::optional<std::int64_t> before, std::int64_t most);
/// That of a supplier with this reference that was not reversed.
std::optional<RecordedFreight> findFreight(const books::ReadTransaction& tx,
                                           const std::string& supplier,
                                           const std::string& reference);
/// Throws Refusal `freight.unknown`.
RecordedFreight requireFreight(const books::ReadTransaction& tx, std::int64_t number);

/// Keeps that the cost of lots has freight in it, as their file said.
struct CarriedFreight {
    books::LotNo lot;
    foundation::Money amount;
};
void insertCarriedFreight(books::WriteTransaction& tx, const std::vector<CarriedFreight>& carried);

/// All freight that is in the cost of a lot.
foundation::Money freightOfLot(const books::ReadTransaction& tx, books::LotNo lot);

} // namespace giftbox::purchasing
