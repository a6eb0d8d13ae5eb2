#include "exchange/import_deliveries.h"

#include "books/code.h"
#include "exchange/import_batch.h"
#include "exchange/order_number.h"
#include "purchasing/add_freight.h"
#include "purchasing/attach_receipts.h"
#include "purchasing/receipt_run.h"
#include "purchasing/recorded_delivery.h"

#include <algorithm>

namespace giftbox::exchange {

using foundation::Refusal;
using purchasing::Delivery;
using purchasing::DeliveryNo;
using purchasing::Order;
using purchasing::OrderNo;
using purchasing::OrderState;

namespace {

enum DeliveryColumn : std::size_t {
    OfDelivery,
    CameOn,
    CameFrom,
    Document,
    AuthorizedBy,
    ForOrder,
    CameSku,
    CameUnits,
    CameCost,
    CameReference,
    CameSupplier,
    CameLine,
    CameReason,
    CameFreight
};

constexpr std::int64_t kMostNumber = 1'000'000'000;

std::vector<ImportColumn> deliveryFileColumns()
{
    return {{.name = "delivery"},
            {.name = "received_on", .about = "on"},
            {.name = "source", .required = false},
            {.name = "document", .required = false},
            {.name = "authorized_by", .required = false},
            {.name = "order", .required = false},
            {"sku"},
            {"units"},
            {.name = "total_cost", .about = "cost"},
            {.name = "reference", .required = false},
            {.name = "supplier", .required = false},
            {.name = "line", .required = false},
            {.name = "reason", .required = false},
            {.name = "freight", .required = false}};
}

/// A row: a receipt, and the order that it came for.
struct DeliveredRow {
    std::int64_t line = 0;
    purchasing::Receipt receipt;
    std::optional<OrderNo> order;
    foundation::Money freight = {}; ///< the part of the cost that is freight
};

struct ReadDelivery {
    std::int64_t line = 0; ///< where it begins
    Delivery document;     ///< without its lines
    std::vector<DeliveredRow> rows;
};

bool sameDocument(const Delivery& a, const Delivery& b)
{
    return a.receivedOn == b.receivedOn && a.source == b.source && a.reference == b.reference &&
           a.authorizedBy == b.authorizedBy;
}

/// Whether so much of it can have come: it was sent to its supplier.
bool wasOrdered(OrderState state)
{
    return state != OrderState::Draft && state != OrderState::Approved &&
           state != OrderState::Cancelled;
}

/// The import of one file.
class DeliveriesImport {
public:
    DeliveriesImport(books::WriteTransaction& tx, ImportSource source)
        : tx_(tx), batch_(tx, "deliveries", source),
          file_(std::move(source), deliveryFileColumns(), tx.store().currency), run_(tx)
    {}

    ImportSummary run()
    {
        while (file_.next()) {
            if (!file_.isHopeless()) {
                takeRow();
            }
        }
        compareAll();
        receiveAll();
        file_.throwIfBad();
        requireNoDoubts();
        batch_.record(summary_);
        return summary_;
    }

private:
    void takeRow()
    {
        const std::int64_t number = file_.requiredInteger(OfDelivery);
        if (file_.rowIsGood() && (number < 1 || number > kMostNumber)) {
            file_.reject(OfDelivery,
                         std::to_string(number) + " is not valid. Enter a number from 1.");
        }
        const Delivery document = readDocument();
        DeliveredRow row{.line = file_.line(),
                         .receipt = readReceipt(document, number),
                         .order = orderNumberIn(file_, ForOrder),
                         .freight = file_.code(CameFreight).empty() ? foundation::Money{}
                                                                    : file_.amount(CameFreight)};
        if (row.freight < foundation::Money{} || row.freight > row.receipt.cost) {
            file_.reject(CameFreight, "The freight is a part of the total cost. Enter an amount "
                                      "from 0 to that.");
        }
        if (!file_.rowIsGood()) {
            return;
        }
        const auto [at, isNew] =
            deliveries_.try_emplace(DeliveryNo{number}, ReadDelivery{file_.line(), document, {}});
        if (!isNew && !sameDocument(at->second.document, document)) {
            return file_.reject(OfDelivery, "Line " + std::to_string(at->second.line) +
                                                " has the same delivery with other values. Give "
                                                "every row of a delivery the same.");
        }
        at->second.rows.push_back(std::move(row));
    }

    Delivery readDocument()
    {
        Delivery document{
            .receivedOn = file_.date(CameOn),
            .source = file_.code(CameFrom).empty() ? "purchase" : std::string(file_.code(CameFrom)),
            .supplier = file_.text(CameSupplier),
            .reference = file_.text(Document),
            .authorizedBy = file_.text(AuthorizedBy)};
        file_.holds(file_.line(), CameFrom, [&] { purchasing::requireSource(document.source); });
        file_.holds(file_.line(), Document, [&] {
            books::requireOptionalText(document.reference, "the reference", "reference");
        });
        file_.holds(file_.line(), AuthorizedBy, [&] {
            books::requireOptionalText(document.authorizedBy, "who authorized the transfer",
                                       "authorized_by");
        });
        return document;
    }

    purchasing::Receipt readReceipt(const Delivery& document, std::int64_t number)
    {
        const std::string own = file_.text(CameReference);
        const std::string& reference = own.empty() ? document.reference : own;
        purchasing::Receipt receipt{.sku = std::string(file_.code(CameSku)),
                                    .units = file_.requiredInteger(CameUnits),
                                    .cost = file_.amount(CameCost),
                                    .receivedOn = document.receivedOn,
                                    .reference =
                                        reference.empty() ? std::nullopt : std::optional(reference),
                                    .supplier = document.supplier,
                                    .source = document.source,
                                    .line = file_.integer(CameLine),
                                    .reason = file_.text(CameReason),
                                    .delivery = number};
        if (receipt.line && (*receipt.line < 1 || *receipt.line > kMostNumber)) {
            file_.reject(CameLine,
                         std::to_string(*receipt.line) + " is not valid. Enter a number from 1.");
        }
        return receipt;
    }

    /// Forgets what is there with the same values, and marks what is there with others.
    void compareAll()
    {
        for (auto at = deliveries_.begin(); at != deliveries_.end();) {
            const auto there = purchasing::findDelivery(tx_, at->first);
            if (!there || isAgain(*there, at->second)) {
                ++summary_.added;
                ++at;
                continue;
            }
            if (isSame(*there, at->second)) {
                ++summary_.unchanged;
            } else {
                file_.rejectAt(at->second.line, OfDelivery,
                               "The books already have delivery " +
                                   std::to_string(at->first.value) + " with other values.");
            }
            at = deliveries_.erase(at);
        }
    }

    static Delivery documentOf(const purchasing::RecordedDelivery& there)
    {
        return {.receivedOn = there.receivedOn,
                .source = there.source,
                .reference = there.reference,
                .authorizedBy = there.authorizedBy};
    }

    std::vector<purchasing::DeliveredLot> standingLots(DeliveryNo number) const
    {
        std::vector<purchasing::DeliveredLot> lots = purchasing::lotsOf(tx_, number);
        std::erase_if(lots, [](const auto& lot) { return lot.reversedOn.has_value(); });
        return lots;
    }

    /// Whether a delivery that was reversed as a whole comes again, under the same document.
    bool isAgain(const purchasing::RecordedDelivery& there, const ReadDelivery& here)
    {
        const bool again =
            standingLots(there.number).empty() && sameDocument(documentOf(there), here.document);
        if (again) {
            again_.insert(there.number);
        }
        return again;
    }

    bool isSame(const purchasing::RecordedDelivery& there, const ReadDelivery& here) const
    {
        const std::vector<purchasing::DeliveredLot> lots = standingLots(there.number);
        return sameDocument(documentOf(there), here.document) &&
               std::ranges::equal(lots, here.rows, [&](const auto& lot, const DeliveredRow& row) {
                   return lot.sku == inventory::requireItem(tx_, row.receipt.sku).item.sku &&
                          lot.units == row.receipt.units && lot.cost == row.receipt.cost &&
                          lot.order == row.order;
               });
    }

    /// The orders that rows name; the rows of one that there is not, or was not ordered, are marked as bad.
    std::vector<OrderNo> ordersNamed()
    {
        std::set<OrderNo> named;
        for (auto& [number, delivery] : deliveries_) {
            for (DeliveredRow& row : delivery.rows) {
                const auto order =
                    row.order ? purchasing::findOrder(tx_, *row.order) : std::nullopt;
                if (order && wasOrdered(order->state)) {
                    named.insert(*row.order);
                } else if (row.order) {
                    file_.rejectAt(row.line, ForOrder,
                                   toText(*row.order) +
                                       (order ? " is " + shownState(order->state) +
                                                    ". Only what was ordered can have come."
                                              : " is not in the books. Import the orders first."));
                    row.order.reset();
                }
            }
        }
        return {named.begin(), named.end()};
    }

    void receiveAll()
    {
        purchasing::ReceiptAttachments attachments(tx_, ordersNamed());
        std::vector<purchasing::Receipt> receipts;
        for (const auto& [number, delivery] : deliveries_) { // facts go by number
            for (const DeliveredRow& row : delivery.rows) {
                receipts.push_back(row.receipt);
            }
        }
        run_.load(receipts);
        std::size_t at = 0;
        for (auto& [number, delivery] : deliveries_) {
            delivery.document.supplier = receipts.at(at).supplier;
            for (const DeliveredRow& row : delivery.rows) {
                receiveOne(row, receipts.at(at++), attachments);
            }
            if (!again_.contains(number)) {
                insertDelivery(tx_, number, delivery.document);
            }
        }
        if (file_.fileIsGood()) {
            run_.write();
            attachments.write();
            insertCarriedFreight(tx_, carried_);
        }
    }

    void receiveOne(const DeliveredRow& row, const purchasing::Receipt& receipt,
                    purchasing::ReceiptAttachments& attachments)
    {
        try {
            const books::LotNo lot = run_.receive(receipt).lot;
            (void)file_.firstLineOf(lot.value, row.line);
            if (row.freight != foundation::Money{}) {
                carried_.push_back({.lot = lot, .amount = row.freight});
            }
            if (row.order) {
                attachments.attach({.order = *row.order,
                                    .line = lineOf(attachments.order(*row.order), receipt.sku),
                                    .lot = lot,
                                    .units = receipt.units});
            }
        } catch (const Refusal& refusal) {
            file_.rejectAt(row.line, CameCost, refusal);
        }
    }

    static std::int64_t lineOf(const Order& order, const std::string& sku)
    {
        const auto line = std::ranges::find(order.lines, sku, &purchasing::OrderLine::sku);
        if (line == order.lines.end()) {
            throw Refusal("order.item_not_ordered", {{"order", toText(order.number)}, {"sku", sku}})
                .about("sku");
        }
        return line->line;
    }

    void requireNoDoubts()
    {
        foundation::Faults doubts; // one confirmation stands for all of them, so all are said
        doubts.check([&] { file_.requireConfirmed(tx_); });
        if (const auto lot = run_.unusual()) {
            doubts.check(
                [&] { run_.requireUsual(file_.placeOf(file_.firstLineOf(lot->value, 0))); });
        }
        doubts.throwIfAny();
    }

    books::WriteTransaction& tx_;
    BatchKeeper batch_;
    ImportFile file_;
    purchasing::ReceiptRun run_;
    ImportSummary summary_;
    std::map<DeliveryNo, ReadDelivery> deliveries_;
    std::vector<purchasing::CarriedFreight> carried_;
    std::set<DeliveryNo> again_; ///< reversed before as a whole
};

} // namespace

ImportSummary importDeliveries(books::WriteTransaction& tx, ImportSource source)
{
    return DeliveriesImport(tx, std::move(source)).run();
}

} // namespace giftbox::exchange
