#include "purchasing/recorded_receipt.h"

#include "purchasing/statements.h"

namespace giftbox::purchasing {

using foundation::Refusal;
using foundation::Sentence;

namespace {

/// The most users of a lot that a refusal names.
constexpr std::size_t kMostNamed = 5;

} // namespace

RecordedReceipt requireReceipt(const books::ReadTransaction& tx, books::LotNo lot)
{
    const auto row =
        tx.database().query(sql::FindReceipt{.storeId = tx.storeId(), .lotNo = lot.value});
    if (!row) {
        throw Refusal("lot.unknown", {{"number", lot.value}});
    }
    if (row->source != "purchase" && row->source != "parts_transfer") {
        throw Refusal("receipt.not_bought", {{"number", lot.value}});
    }
    if (row->reversedOn) {
        throw Refusal("receipt.reversed",
                      {{"reference", row->reference}, {"sku", row->sku}, {"on", *row->reversedOn}});
    }
    return {.lot = lot,
            .movement = row->seq,
            .sku = std::string(row->sku),
            .reference = std::string(row->reference),
            .receivedOn = row->receivedOn,
            .units = row->units,
            .cost = row->cost,
            .supplier = std::string(row->supplier),
            .line = row->line};
}

LotUsers usersOfLot(const books::ReadTransaction& tx, books::LotNo lot, std::int64_t movement)
{
    std::vector<Sentence> users;
    std::size_t more = 0;
    for (const auto& row : tx.database().query(
             sql::UsersOfLot{.storeId = tx.storeId(), .after = movement, .lotNo = lot.value})) {
        if (users.size() == kMostNamed) {
            ++more;
            continue;
        }
        users.push_back(row.boxNo > 0   ? Sentence("part.units_of_box",
                                                   {{"number", row.boxNo}, {"units", row.units}})
                        : row.boxNo < 0 ? Sentence("part.units_returned", {{"units", row.units}})
                                        : Sentence("part.units_corrected", {{"units", row.units}}));
    }
    return {.named = foundation::joined(std::move(users), ", "),
            .more = more > 0 ? std::optional(more) : std::nullopt};
}

void refuseUsed(const books::ReadTransaction& tx, TakingOff how, const RecordedReceipt& receipt,
                std::int64_t left)
{
    const LotUsers users = usersOfLot(tx, receipt.lot, receipt.movement);
    throw Refusal(how == TakingOff::Reversal ? "receipt.used" : "receipt.used/correction",
                  {{"reference", receipt.reference},
                   {"sku", receipt.sku},
                   {"units", receipt.units},
                   {"used", receipt.units - left},
                   {"users", users.named},
                   {"more", users.more}});
}

void refuseReserved(TakingOff how, const RecordedReceipt& receipt, const inventory::ShelfItem& item,
                    std::int64_t units)
{
    throw Refusal(how == TakingOff::Reversal     ? "receipt.reserved"
                  : how == TakingOff::Correction ? "receipt.reserved/correction"
                                                 : "receipt.reserved/return",
                  {{"reference", receipt.reference},
                   {"sku", item.sku},
                   {"units", units},
                   {"there", item.unitsBy(inventory::kEver)},
                   {"reserved", item.reserved}});
}

} // namespace giftbox::purchasing
