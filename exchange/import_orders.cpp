#include "exchange/import_orders.h"

#include "books/code.h"
#include "exchange/order_number.h"
#include "foundation/text.h"
#include "inventory/shelf.h"
#include "purchasing/write_order.h"

namespace giftbox::exchange {

using foundation::Refusal;
using purchasing::Order;
using purchasing::OrderNo;
using purchasing::OrderState;

namespace {

enum OrderColumn : std::size_t {
    OfOrder,
    OfSupplier,
    ExpectedOn,
    State,
    StepOn,
    StepReason,
    OrderNote,
    ShipTo,
    OrderedSku,
    OrderedUnits,
    OrderedCost
};

std::vector<ImportColumn> orderFileColumns()
{
    return {{.name = "order"},
            {.name = "supplier"},
            {.name = "expected_on", .about = "expected"},
            {.name = "state", .required = false},
            {.name = "step_on", .required = false},
            {.name = "reason", .required = false},
            {.name = "note", .required = false},
            {.name = "ship_to", .required = false},
            {"sku"},
            {"units"},
            {.name = "cost", .required = false}};
}

/// An order of the file, and the line where it begins.
struct ReadOrder {
    std::int64_t line = 0;
    Order order;
};

/// Whether both are the same but for what came, and for the text about an earlier step.
bool sameOrder(Order there, const Order& here)
{
    there.version = here.version;
    there.state = recordedState(there.state);
    for (purchasing::OrderLine& line : there.lines) {
        line.receipts.clear();
    }
    return there == here;
}

/// The import of one file.
class OrdersImport {
public:
    OrdersImport(books::WriteTransaction& tx, ImportSource source)
        : tx_(tx), book_(tx), file_(std::move(source), orderFileColumns(), tx.store().currency)
    {}

    ImportSummary run()
    {
        while (file_.next()) {
            if (!file_.isHopeless()) {
                takeRow();
            }
        }
        for (const auto& [number, read] : orders_) {
            compare(read);
        }
        file_.throwIfBad();
        for (const auto& [number, read] : orders_) { // facts go by number
            if (!known_.contains(number)) {
                write(read.order);
            }
        }
        recordImport(tx_, "orders", summary_);
        return summary_;
    }

private:
    void takeRow()
    {
        const auto number = orderNumberIn(file_, OfOrder);
        if (!number && file_.rowIsGood()) {
            file_.reject(OfOrder, "The cell is empty. Enter the number of the order.");
        }
        if (!number) {
            return;
        }
        Order head = readHead(*number);
        const purchasing::OrderLine line = readLine();
        if (!file_.rowIsGood()) {
            return;
        }
        const auto [at, isNew] =
            orders_.try_emplace(*number, ReadOrder{.line = file_.line(), .order = head});
        Order& order = at->second.order;
        const std::vector<purchasing::OrderLine> lines = std::move(order.lines);
        order.lines.clear();
        const bool isSame = isNew || order == head;
        order.lines = lines;
        if (!isSame) {
            return file_.reject(OfOrder, "Line " + std::to_string(at->second.line) +
                                             " has the same order with other values. Give every "
                                             "row of an order the same.");
        }
        for (const purchasing::OrderLine& one : order.lines) {
            if (one.item == line.item) {
                return file_.reject(OrderedSku, toText(*number) + " already has item " + line.sku +
                                                    ". Keep one line.");
            }
        }
        order.lines.push_back(line);
        order.lines.back().line = static_cast<std::int64_t>(order.lines.size());
    }

    Order readHead(OrderNo number)
    {
        Order order;
        order.number = number;
        order.version = 1;
        file_.holds(file_.line(), OfSupplier,
                    [&] { order.supplier = book_.require(file_.text(OfSupplier)).number; });
        order.expectedOn = file_.date(ExpectedOn);
        const std::string_view state = file_.code(State);
        if (!state.empty()) {
            const auto known = purchasing::recordedStateNamed(state);
            known ? void(order.state = *known)
                  : file_.reject(State, foundation::quoted(state) +
                                            " is not valid. Enter draft, approved, ordered, "
                                            "closed_short or cancelled.");
        }
        order.stepOn = file_.optionalDate(StepOn);
        order.reason = file_.text(StepReason);
        order.note = file_.text(OrderNote);
        order.shipTo = file_.text(ShipTo);
        if (order.stepOn.has_value() != (order.state != OrderState::Draft)) {
            file_.reject(StepOn, "Enter the day of the last step, or leave it empty for a draft.");
        }
        requireTexts(order);
        return order;
    }

    void requireTexts(const Order& order)
    {
        const bool isEnded =
            order.state == OrderState::ClosedShort || order.state == OrderState::Cancelled;
        file_.holds(file_.line(), StepReason, [&] {
            isEnded ? books::requireText(order.reason, "the reason", "reason")
                    : books::requireOptionalText(order.reason, "the reason", "reason");
        });
        file_.holds(file_.line(), OrderNote,
                    [&] { books::requireOptionalText(order.note, "the note", "note"); });
        file_.holds(file_.line(), ShipTo, [&] {
            books::requireOptionalText(order.shipTo, "the address to ship to", "ship_to");
        });
    }

    purchasing::OrderLine readLine()
    {
        purchasing::OrderLine line;
        line.units = file_.requiredInteger(OrderedUnits);
        file_.holds(file_.line(), OrderedUnits, [&] { inventory::requireUnits(line.units); });
        file_.holds(file_.line(), OrderedSku, [&] {
            const auto item = inventory::requireItem(tx_, file_.code(OrderedSku));
            line.item = item.number;
            line.sku = item.item.sku;
            line.name = item.item.name;
        });
        if (!file_.code(OrderedCost).empty()) {
            line.cost = file_.amount(OrderedCost);
            file_.holds(file_.line(), OrderedCost,
                        [&] { inventory::requireCost(tx_.store(), *line.cost); });
        }
        return line;
    }

    void compare(const ReadOrder& read)
    {
        const auto there = purchasing::findOrder(tx_, read.order.number);
        if (!there) {
            ++summary_.added;
            return;
        }
        known_.insert(read.order.number);
        if (sameOrder(*there, read.order)) {
            ++summary_.unchanged;
        } else {
            file_.rejectAt(read.line, OfOrder,
                           "The books already have " + toText(read.order.number) +
                               " with other values.");
        }
    }

    void write(const Order& order)
    {
        insertVersion(tx_, order);
        if (order.stepOn) {
            insertStep(tx_, order.number,
                       {.state = order.state, .on = *order.stepOn, .reason = order.reason});
        }
    }

    books::WriteTransaction& tx_;
    purchasing::SupplierBook book_;
    ImportFile file_;
    ImportSummary summary_;
    std::map<OrderNo, ReadOrder> orders_;
    std::set<OrderNo> known_;
};

} // namespace

ImportSummary importOrders(books::WriteTransaction& tx, ImportSource source)
{
    return OrdersImport(tx, std::move(source)).run();
}

} // namespace giftbox::exchange
