#include "purchasing/restock.h"

#include "purchasing/item_supplier.h"

namespace giftbox::purchasing {

std::vector<RestockLine> restockList(const books::ReadTransaction& tx)
{
    const SupplierBook book(tx);
    const auto packs = packSizes(tx);
    const auto onOrder = unitsOnOrder(unfinishedOrders(tx));
    std::vector<RestockLine> list;
    inventory::stockNow(tx, [&](const inventory::StockLine& line) {
        const NumberedSupplier* from = book.find(line.supplier);
        inventory::StockLine there = line;
        if (from != nullptr) {
            const auto pack = packs.find({line.item, from->number});
            there.packSize = pack == packs.end() ? line.packSize : pack->second;
        }
        const auto coming = onOrder.find(line.item);
        const auto buy =
            inventory::proposeRestock(there, coming == onOrder.end() ? 0 : coming->second);
        if (buy) {
            list.push_back({*buy, from == nullptr ? std::nullopt : std::optional(from->number)});
        }
    });
    return list;
}

} // namespace giftbox::purchasing
