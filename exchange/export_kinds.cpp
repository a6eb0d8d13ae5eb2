#include "exchange/export_kinds.h"

#include <algorithm>

namespace giftbox::exchange {

namespace {

using books::ReadTransaction;
using foundation::Period;
using foundation::RowWriter;

constexpr ExportKind kKinds[] = {
    {"movements", "All movements in the period",
     "units and cost are positive in, negative out; seq is the order of recording",
     exportMovements},
    {"boxes", "All boxes in the period, given or packed",
     "contents, packaging, and labor; month is the month the cost counts in. The cost report "
     "includes the boxes in the state given",
     exportBoxes},
    {"stock", "Stock at the end of the period", "units and cost per item",
     [](const ReadTransaction& tx, const Period& period, RowWriter& out) {
         exportStock(tx, period.to, out);
     }},
    {"items", "", "",
     [](const ReadTransaction& tx, const Period&, RowWriter& out) { exportItems(tx, out); }},
    {"suppliers", "", "",
     [](const ReadTransaction& tx, const Period&, RowWriter& out) { exportSuppliers(tx, out); }},
    {"orders", "", "",
     [](const ReadTransaction& tx, const Period&, RowWriter& out) { exportOrders(tx, out); }},
    {"deliveries", "Deliveries in the period", "one row per line; total cost (all units together)",
     exportDeliveries},
    {"recipients", "", "",
     [](const ReadTransaction& tx, const Period&, RowWriter& out) { exportRecipients(tx, out); }},
    {"receipts", "Receipts in the period", "total cost (all units together)", exportReceipts},
    {"freight", "Freight of deliveries in the period", "amount of the whole delivery",
     exportFreight},
    {"bills", "Suppliers' bills in the period", "one row per bill and lot", exportBills},
    {"returns", "Returns to suppliers in the period", "one row per return, with its credit",
     exportReturns},
    {"box-lines", "Items in each box", "one row per box and item", exportBoxLines}};

} // namespace

std::span<const ExportKind> exportKinds() { return kKinds; }

const ExportKind* findExportKind(std::string_view name)
{
    const auto* const found = std::ranges::find(kKinds, name, &ExportKind::name);
    return found == std::end(kKinds) ? nullptr : found;
}

} // namespace giftbox::exchange
