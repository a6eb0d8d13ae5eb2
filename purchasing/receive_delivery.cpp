#include "purchasing/receive_delivery.h"

#include "books/code.h"
#include "books/purchase_facts.h"
#include "foundation/json.h"
#include "inventory/item_code.h"
#include "purchasing/delivery_order.h"
#include "purchasing/receipt_run.h"
#include "purchasing/statements.h"

#include <map>
#include <set>
#include <utility>

namespace giftbox::purchasing {

using foundation::Faults;
using foundation::Money;
using foundation::Refusal;
using foundation::Sentence;

namespace {

constexpr std::size_t kMostLines = 500;
constexpr std::string_view kOverCap = "budget.month_restock_exceeded";

/// Collects the faults of the document and of its lines; each sentence of the document once.
class DeliveryFaults {
public:
    template <class Check>
    void check(const Check& check)
    {
        try {
            check();
        } catch (const Refusal& refusal) {
            addOnce(refusal);
        }
    }
    /// Of a line, counted from 0. What holds for the whole document is said without the line.
    template <class Check>
    void checkLine(std::size_t line, const Check& check)
    {
        try {
            check();
        } catch (const Refusal& refusal) {
            const bool isOfAll = refusal.code().starts_with("month.") ||
                                 refusal.code().starts_with("date.") ||
                                 refusal.code() == kOverCap || documents_.contains(refusal.what());
            isOfAll ? addOnce(refusal) : faults_.add(refusal.saidAs(placed(line, refusal)));
        }
    }
    void throwIfAny() const { faults_.throwIfAny(); }

private:
    static Sentence placed(std::size_t line, const Refusal& refusal)
    {
        return Sentence("part.line_fault", {{"line", line + 1}, {"fault", refusal.said()}});
    }
    void addOnce(const Refusal& refusal)
    {
        // The first one has the sum of all lines.
        const bool isSaid = refusal.code() == kOverCap && std::exchange(isCapSaid_, true);
        if (!isSaid && documents_.insert(refusal.what()).second) {
            faults_.add(refusal);
        }
    }

    Faults faults_;
    std::set<std::string> documents_;
    bool isCapSaid_ = false;
};

void checkDocument(books::WriteTransaction& tx, const Delivery& delivery, DeliveryFaults& faults)
{
    const bool isTransfer = delivery.source == "parts_transfer";
    const auto requireText = isTransfer ? books::requireText : books::requireOptionalText;
    faults.check([&] { tx.requireOpen(delivery.receivedOn); });
    faults.check([&] { requireSource(delivery.source); });
    faults.check(
        [&] { books::requireOptionalText(delivery.supplier, "the supplier", "supplier"); });
    faults.check([&] {
        requireText(delivery.reference,
                    isTransfer ? "the number of the internal ticket" : "the reference",
                    "reference");
    });
    faults.check([&] {
        requireText(delivery.authorizedBy, "who authorized the transfer", "authorized_by");
    });
    faults.check([&] { books::requireOptionalText(delivery.reason, "the reason", "reason"); });
    faults.check([&] {
        if (delivery.lines.empty()) {
            throw Refusal("delivery.no_lines");
        }
        if (delivery.lines.size() > kMostLines) {
            throw Refusal("delivery.too_many_lines",
                          {{"lines", delivery.lines.size()}, {"most", kMostLines}});
        }
    });
}

/// A line whose units and cost are clear.
struct ReadLine {
    std::size_t at = 0; ///< its place in the delivery
    Receipt receipt;
    const OrderLine* ordered = nullptr; ///< the line of the order that it came for
};

/// What the order says it costs, where the delivery does not.
void takeOrderedCost(const OrderLine& ordered, const OrderNo& order, std::int64_t units,
                     DeliveryLine& line, Receipt& receipt)
{
    if (line.cost || line.price || !ordered.cost) {
        return;
    }
    line.cost = portion(*ordered.cost, units, ordered.units);
    if (line.cost->minor == 0 && receipt.reason.empty()) {
        receipt.reason = toText(order);
    }
}

ReadLine readLine(const books::WriteTransaction& tx, const Delivery& delivery, std::size_t at,
                  DeliveryNo number, const DeliveryOrder* order)
{
    DeliveryLine line = delivery.lines[at];
    if (line.sku.empty()) {
        throw Refusal("delivery.item_needed");
    }
    const std::int64_t packSize =
        line.packs && !line.packSize ? inventory::requireItem(tx, line.sku).item.packSize : 1;
    Receipt receipt{.sku = line.sku,
                    .units = unitsOf(line, packSize),
                    .cost = {},
                    .receivedOn = delivery.receivedOn,
                    .reference = delivery.reference.empty() ? std::nullopt
                                                            : std::optional(delivery.reference),
                    .supplier = delivery.supplier,
                    .source = delivery.source,
                    .reason = delivery.reason,
                    .delivery = number.value};
    const OrderLine* const ordered = order == nullptr ? nullptr : &order->lineOf(line.sku);
    if (ordered != nullptr) {
        takeOrderedCost(*ordered, *delivery.order, receipt.units, line, receipt);
    }
    receipt.cost = costOf(tx.store(), line, receipt.units);
    return {.at = at, .receipt = std::move(receipt), .ordered = ordered};
}

std::vector<ReadLine> readLines(const books::WriteTransaction& tx, const Delivery& delivery,
                                DeliveryNo number, const DeliveryOrder* order,
                                DeliveryFaults& faults)
{
    std::vector<ReadLine> lines;
    for (std::size_t i = 0; i < std::min(delivery.lines.size(), kMostLines); ++i) {
        faults.checkLine(i, [&] { lines.push_back(readLine(tx, delivery, i, number, order)); });
    }
    return lines;
}

void requireTotal(const books::Store& store, const Delivery& delivery, Money sum)
{
    if (delivery.total && *delivery.total != sum) {
        const Money difference =
            *delivery.total > sum ? *delivery.total - sum : sum - *delivery.total;
        throw Refusal("delivery.total_differs", {{"sum", store.money(sum)},
                                                 {"total", store.money(*delivery.total)},
                                                 {"difference", store.money(difference)}});
    }
}

Money sumOf(const std::vector<ReadLine>& lines)
{
    Money sum;
    for (const ReadLine& line : lines) {
        sum += line.receipt.cost;
    }
    return sum;
}

/// Loads the run, and numbers the lines of items that the delivery has more than once.
void load(ReceiptRun& run, std::vector<ReadLine>& lines)
{
    std::vector<Receipt> receipts;
    for (const ReadLine& line : lines) {
        receipts.push_back(line.receipt);
    }
    run.load(receipts);
    std::map<std::string, std::int64_t> times;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        lines[i].receipt = std::move(receipts[i]);
        if (const std::int64_t line = ++times[lines[i].receipt.sku]; line > 1) {
            lines[i].receipt.line = line;
        }
    }
}

std::vector<ReceivedLine> receiveLines(ReceiptRun& run, const std::vector<ReadLine>& lines,
                                       DeliveryOrder* order, DeliveryFaults& faults,
                                       DeliveryFaults& doubts)
{
    std::vector<ReceivedLine> received;
    for (const ReadLine& line : lines) {
        faults.checkLine(line.at, [&] {
            received.push_back({.receipt = line.receipt, .lot = run.receive(line.receipt)});
            if (order != nullptr) {
                order->attach(*line.ordered, received.back());
            }
        });
        doubts.checkLine(line.at, [&] { run.requireUsual(""); });
        run.forgetUnusual();
    }
    return received;
}

void recordDelivery(books::WriteTransaction& tx, const Delivery& delivery,
                    const ReceivedDelivery& done)
{
    std::int64_t units = 0;
    Money cost;
    for (const ReceivedLine& line : done.lines) {
        units += line.receipt.units;
        cost += line.receipt.cost;
    }
    foundation::JsonObject detail;
    detail.add("lines", static_cast<std::int64_t>(done.lines.size()))
        .add("units", units)
        .add("cost", toText(cost, tx.store().currency))
        .add("received_on", toText(delivery.receivedOn))
        .add("supplier", delivery.supplier)
        .add("reference", delivery.reference);
    if (delivery.order) {
        detail.add("order", toText(*delivery.order));
    }
    tx.record("delivery.receive", "delivery " + std::to_string(done.number.value), detail.text());
}

/// Receives what is clear of the delivery, and writes it unless there is a fault or a doubt.
void receiveRead(books::WriteTransaction& tx, const Delivery& delivery, DeliveryOrder* order,
                 DeliveryFaults& faults, ReceivedDelivery& done)
{
    DeliveryFaults doubts; // one confirmation stands for all of them, so all are said
    checkDocument(tx, delivery, faults);
    std::vector<ReadLine> lines = readLines(tx, delivery, done.number, order, faults);
    if (lines.size() == delivery.lines.size()) { // otherwise the sum is not known
        faults.check([&] { requireTotal(tx.store(), delivery, sumOf(lines)); });
    }
    ReceiptRun run(tx);
    load(run, lines);
    faults.check([&] { run.requireRemaining(delivery.receivedOn.month(), sumOf(lines)); });
    doubts.check([&] { tx.requireConfirmed(""); });
    done.lines = receiveLines(run, lines, order, faults, doubts);
    if (order != nullptr) {
        doubts.check([&] { order->requireNotMore(); });
    }
    faults.throwIfAny();
    doubts.throwIfAny();
    insertDelivery(tx, done.number, delivery);
    run.write();
    if (order != nullptr) {
        order->write();
    }
}

} // namespace

void insertDelivery(books::WriteTransaction& tx, DeliveryNo number, const Delivery& delivery)
{
    const sql::InsertDelivery insert{.storeId = tx.storeId(),
                                     .deliveryNo = number.value,
                                     .receivedOn = delivery.receivedOn,
                                     .source = delivery.source,
                                     .supplier = delivery.supplier,
                                     .reference = delivery.reference,
                                     .authorizedBy = delivery.authorizedBy,
                                     .eventSeq = tx.event().value};
    tx.facts().add(books::facts::kDelivery, insert.binds());
    tx.database().execute(insert);
}

ReceivedDelivery receiveDelivery(books::WriteTransaction& tx, const Delivery& typed)
{
    std::optional<DeliveryOrder> order;
    if (typed.order) {
        order.emplace(tx, *typed.order);
    }
    Delivery delivery = typed;
    DeliveryFaults faults;
    if (order) {
        faults.check([&] { order->complete(delivery); });
    } else if (!delivery.supplier.empty()) {
        delivery.supplier = SupplierBook(tx).nameFor(delivery.supplier);
    }
    ReceivedDelivery done{
        .number = {tx.database().query(sql::LastDelivery{.storeId = tx.storeId()})->lastNo + 1},
        .lines = {}};
    receiveRead(tx, delivery, order ? &*order : nullptr, faults, done);
    recordDelivery(tx, delivery, done);
    return done;
}

} // namespace giftbox::purchasing
