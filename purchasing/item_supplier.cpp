#include "purchasing/item_supplier.h"

#include "purchasing/statements.h"

#include <algorithm>

namespace giftbox::purchasing {

using books::ReadTransaction;

std::optional<foundation::Money> ItemSupplier::costOf(std::int64_t units) const
{
    return lastUnits > 0 ? std::optional(portion(lastCost, units, lastUnits)) : std::nullopt;
}

std::vector<ItemSupplier> suppliersOf(const ReadTransaction& tx, const SupplierBook& book,
                                      const inventory::NumberedItem& item)
{
    std::vector<ItemSupplier> all;
    const auto of = [&all](SupplierNo number) -> ItemSupplier& {
        const auto at = std::ranges::find(all, number, &ItemSupplier::supplier);
        return at == all.end() ? all.emplace_back(ItemSupplier{.supplier = number}) : *at;
    };
    if (const NumberedSupplier* preferred = book.find(item.item.supplier)) {
        of(preferred->number).isPreferred = true;
    }
    for (const auto& row : tx.database().query(
             sql::ItemSuppliers{.storeId = tx.storeId(), .itemNo = item.number.value})) {
        ItemSupplier& one = of({row.supplierNo});
        one.partNumber = row.partNumber;
        one.packSize = row.packSize;
    }
    for (const auto& row : tx.database().query(
             sql::PurchasesOfItem{.storeId = tx.storeId(), .itemNo = item.number.value})) {
        const NumberedSupplier* from = book.find(row.supplier);
        if (from != nullptr && of(from->number).lastUnits == 0) {
            ItemSupplier& one = of(from->number);
            one.lastUnits = row.units;
            one.lastCost = row.cost;
            one.lastOn = row.receivedOn;
        }
    }
    return all;
}

std::map<std::pair<books::ItemNo, SupplierNo>, std::int64_t> packSizes(const ReadTransaction& tx)
{
    std::map<std::pair<books::ItemNo, SupplierNo>, std::int64_t> sizes;
    for (const auto& row : tx.database().query(sql::AllItemSuppliers{.storeId = tx.storeId()})) {
        const std::pair key(books::ItemNo{row.itemNo}, SupplierNo{row.supplierNo});
        if (row.packSize) {
            sizes.insert_or_assign(key, *row.packSize);
        } else {
            sizes.erase(key);
        }
    }
    return sizes;
}

std::map<books::ItemNo, std::string> partNumbersOf(const ReadTransaction& tx, SupplierNo supplier)
{
    std::map<books::ItemNo, std::string> numbers;
    for (const auto& row : tx.database().query(
             sql::PartNumbers{.storeId = tx.storeId(), .supplierNo = supplier.value})) {
        numbers.insert_or_assign(books::ItemNo{row.itemNo}, std::string(row.partNumber));
    }
    return numbers;
}

std::vector<Purchase> purchasesFrom(const ReadTransaction& tx, const SupplierBook& book,
                                    SupplierNo supplier, std::int64_t below, std::size_t most)
{
    std::vector<Purchase> all;
    for (foundation::Rows rows =
             tx.database().stream(sql::Purchases::kName,
                                  sql::Purchases{.storeId = tx.storeId(), .below = below}.binds());
         all.size() < most && rows.next();) {
        const sql::Purchases::Row row(rows.row());
        const NumberedSupplier* from = book.find(row.supplier);
        if (from != nullptr && from->number == supplier) {
            all.push_back({.lot = {row.lotNo},
                           .sku = std::string(row.sku),
                           .itemName = std::string(row.name),
                           .receivedOn = row.receivedOn,
                           .units = row.units,
                           .cost = row.cost,
                           .reference = std::string(row.reference),
                           .reversedOn = row.reversedOn});
        }
    }
    return all;
}

} // namespace giftbox::purchasing
