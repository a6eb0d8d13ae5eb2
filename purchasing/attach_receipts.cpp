#include "purchasing/attach_receipts.h"

#include "foundation/database/batch.h"
#include "purchasing/settle_orders.h"
#include "purchasing/statements.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace giftbox::purchasing {

using foundation::Refusal;

namespace {

/// Whether more came than ordered and `percent` of it.
bool isMore(const OrderLine& line, std::int64_t percent)
{
    return line.received() * 100 > line.units * (100 + percent);
}

} // namespace

ReceiptAttachments::ReceiptAttachments(books::WriteTransaction& tx, std::span<const OrderNo> orders)
    : tx_(tx)
{
    for (const OrderNo number : orders) {
        orders_.try_emplace(number, requireOrder(tx, number));
    }
}

void ReceiptAttachments::attach(const LineReceipt& receipt)
{
    Order& order = orders_.at(receipt.order);
    const auto line = std::ranges::find(order.lines, receipt.line, &OrderLine::line);
    if (line == order.lines.end()) {
        throw Refusal("order.line_unknown",
                      {{"order", toText(order.number)}, {"line", receipt.line}});
    }
    line->receipts.push_back({.lot = receipt.lot, .on = tx_.today(), .units = receipt.units});
    receipts_.push_back(receipt);
}

void ReceiptAttachments::requireNotMore() const
{
    if (tx_.actor().isConfirmed) {
        return;
    }
    const std::int64_t percent =
        tx_.store().settings.at(books::Setting::OrderMorePercent, tx_.today().month());
    std::set<std::pair<OrderNo, std::int64_t>> asked;
    foundation::Faults faults;
    for (const LineReceipt& receipt : receipts_) {
        const Order& order = orders_.at(receipt.order);
        const auto line = std::ranges::find(order.lines, receipt.line, &OrderLine::line);
        if (isMore(*line, percent) && asked.emplace(order.number, line->line).second) {
            faults.add(Refusal("order.more_than_ordered",
                               {{"order", toText(order.number)},
                                {"sku", line->sku},
                                {"units", line->units},
                                {"received", line->received()},
                                {"percent", percent > 0 ? std::optional(percent) : std::nullopt}}));
        }
    }
    faults.throwIfAny();
}

void ReceiptAttachments::write()
{
    std::ranges::sort(receipts_, {}, [](const LineReceipt& one) {
        return std::tuple(one.order, one.line, one.lot); // as facts are read back
    });
    foundation::Batch rows = sql::InsertOrderReceipts::batch();
    for (const LineReceipt& one : receipts_) {
        rows.add(one.order.value).add(one.line).add(one.lot.value).add(one.units);
    }
    tx_.facts().add(books::facts::kOrderReceipt, rows);
    tx_.database().executeForEach(
        sql::InsertOrderReceipts{.storeId = tx_.storeId(), .eventSeq = tx_.event().value}, rows);
    std::set<OrderNo> orders;
    for (const LineReceipt& one : receipts_) {
        orders.insert(one.order);
    }
    settleOrders(tx_, orders);
    receipts_.clear();
}

} // namespace giftbox::purchasing
