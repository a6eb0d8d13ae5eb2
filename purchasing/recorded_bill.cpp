#include "purchasing/recorded_bill.h"

#include "purchasing/receipt_key.h"
#include "purchasing/statements.h"
#include "purchasing/supplier_book.h"

#include <algorithm>
#include <limits>

namespace giftbox::purchasing {

namespace {

constexpr std::int64_t kBillsAtOnce = 1000;

BillInBooks billFrom(const sql::ListBills::Row& row)
{
    return {.number = row.billNo,
            .supplier = std::string(row.supplier),
            .reference = std::string(row.reference),
            .on = row.billedOn,
            .amount = row.amount,
            .lots = row.lots,
            .reversedOn = row.reversedOn};
}

} // namespace

std::vector<BillInBooks> billsBefore(const books::ReadTransaction& tx, const BillsWanted& wanted,
                                     std::optional<std::int64_t> before, std::int64_t most)
{
    const std::string supplier =
        wanted.supplier.empty() ? "" : supplierKey(SupplierBook(tx).nameFor(wanted.supplier));
    const auto isWanted = [&](const BillInBooks& bill) {
        return (supplier.empty() || supplierKey(bill.supplier) == supplier) &&
               (wanted.state.empty() || bill.state() == wanted.state);
    };
    std::vector<BillInBooks> found;
    std::int64_t below = before.value_or(std::numeric_limits<std::int64_t>::max());
    for (std::int64_t read = kBillsAtOnce; read == kBillsAtOnce;) {
        read = 0;
        for (const auto& row : tx.database().query(sql::ListBills{.storeId = tx.storeId(),
                               .before = below,
                               .firstDay = firstDayOf(wanted.period),
                               .lastDay = lastDayOf(wanted.period),
                               .most = kBillsAtOnce})) {
            ++read;
            below = row.billNo;
            if (BillInBooks bill = billFrom(row); isWanted(bill)) {
                found.push_back(std::move(bill));
            }
            if (std::ssize(found) == most) {
                return found;
            }
        }
    }
    return found;
}

BillInBooks requireBill(const books::ReadTransaction& tx, std::int64_t number)
{
    for (const auto& row : tx.database().query(sql::ListBills{.storeId = tx.storeId(),
                           .before = number + 1,
                           .firstDay = foundation::firstDayOf({}),
                           .lastDay = foundation::lastDayOf({}),
                           .most = 1})) {
        if (row.billNo == number) {
            return billFrom(row);
        }
    }
    throw foundation::Refusal("bill.unknown", {{"number", number}});
}

std::optional<BillInBooks> findBill(const books::ReadTransaction& tx, const std::string& supplier,
                                    const std::string& reference)
{
    for (const auto& row : tx.database().query(
             sql::BillsOfReference{.storeId = tx.storeId(), .reference = reference})) {
        if (supplierKey(row.supplier) == supplierKey(supplier)) {
            return requireBill(tx, row.billNo);
        }
    }
    return std::nullopt;
}

std::vector<LotOfBill> lotsOfBill(const books::ReadTransaction& tx, std::int64_t number)
{
    std::vector<LotOfBill> lots;
    for (const auto& row :
         tx.database().query(sql::LotsOfBill{.storeId = tx.storeId(), .billNo = number})) {
        lots.push_back({.lot = {row.lotNo},
                        .sku = std::string(row.sku),
                        .name = std::string(row.name),
                        .amount = row.amount,
                        .change = row.change,
                        .reversedOn = row.reversedOn});
    }
    return lots;
}

} // namespace giftbox::purchasing
