#include "purchasing/receive_order.h"

#include "foundation/json.h"
#include "inventory/shelf.h"
#include "purchasing/attach_receipts.h"
#include "purchasing/receipt_run.h"
#include "purchasing/write_order.h"

#include <algorithm>

namespace giftbox::purchasing {

using books::WriteTransaction;
using foundation::Refusal;

namespace {

/// Units that came for a line.
struct Come {
    const OrderLine* line;
    std::int64_t units = 0;
};

/// The lines of the delivery, or all with something still to come.
std::vector<Come> linesOf(const WriteTransaction& tx, const Order& order,
                          const OrderDelivery& delivery)
{
    std::vector<Come> all;
    for (const OrderLine& line : order.lines) {
        if (delivery.lines.empty() && line.toCome() > 0) {
            all.push_back({&line, line.toCome()});
        }
    }
    foundation::Faults faults;
    for (const OrderDelivery::Line& one : delivery.lines) {
        faults.check([&] {
            const auto item = inventory::requireItem(tx, one.sku);
            const auto line = std::ranges::find(order.lines, item.number, &OrderLine::item);
            if (line == order.lines.end()) {
                throw Refusal("order.item_not_ordered",
                              {{"order", toText(order.number)}, {"sku", item.item.sku}});
            }
            inventory::requireUnits(one.units);
            const auto there = std::ranges::find(all, &*line, &Come::line);
            Come& come = there == all.end() ? all.emplace_back(Come{&*line}) : *there;
            come.units += one.units;
            inventory::requireUnits(come.units);
        });
    }
    faults.throwIfAny();
    return all;
}

std::vector<Receipt> receiptsOf(const Order& order, const std::vector<Come>& lines,
                                const std::string& supplier, const OrderDelivery& delivery)
{
    std::vector<Receipt> receipts;
    for (const auto& [line, units] : lines) {
        const foundation::Money cost = line->cost.value_or(foundation::Money{});
        receipts.push_back({.sku = line->sku,
                            .units = units,
                            .cost = portion(cost, units, line->units),
                            .receivedOn = delivery.receivedOn,
                            .reference = delivery.reference,
                            .supplier = supplier,
                            .reason = cost.minor == 0 ? toText(order.number) : ""});
    }
    return receipts;
}

void recordDelivery(WriteTransaction& tx, const Order& order, const OrderDelivery& delivery,
                    const std::vector<OrderReceived>& all)
{
    std::int64_t units = 0;
    foundation::Money cost;
    budget::Verdict verdict;
    for (const OrderReceived& one : all) {
        units += one.receipt.units;
        cost += one.receipt.cost;
        verdict = one.lot.verdict; // the last one has the sum of all
    }
    foundation::JsonObject detail;
    detail.add("lots", static_cast<std::int64_t>(all.size()))
        .add("units", units)
        .add("cost", toText(cost, tx.store().currency))
        .add("received_on", toText(delivery.receivedOn));
    addVerdict(detail, tx.store(), verdict);
    tx.record("order.receive", "order " + toText(order.number), detail.text());
}

} // namespace

std::vector<OrderReceived> receiveOrder(WriteTransaction& tx, const OrderDelivery& delivery)
{
    ReceiptAttachments attachments(tx, {&delivery.order, 1});
    const Order order = attachments.order(delivery.order);
    (void)requireStep(order, OrderStep::Receive);
    const std::vector<Come> lines = linesOf(tx, order, delivery);
    std::vector<Receipt> receipts =
        receiptsOf(order, lines, SupplierBook(tx).of(order.supplier).supplier.name, delivery);
    ReceiptRun run(tx);
    run.load(receipts);
    std::vector<OrderReceived> all;
    foundation::Faults faults;
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        faults.check([&] {
            all.push_back({receipts[i], run.receive(receipts[i])});
            attachments.attach({.order = order.number,
                                .line = lines[i].line->line,
                                .lot = all.back().lot.lot,
                                .units = receipts[i].units});
        });
    }
    faults.throwIfAny();
    foundation::Faults doubts; // one confirmation stands for all of them, so all are said
    doubts.check([&] { tx.requireConfirmed(""); });
    doubts.check([&] { run.requireUsual(""); });
    doubts.check([&] { attachments.requireNotMore(); });
    doubts.throwIfAny();
    run.write();
    attachments.write();
    recordDelivery(tx, order, delivery, all);
    return all;
}

} // namespace giftbox::purchasing
