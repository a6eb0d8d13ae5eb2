#include "exchange/import_orders.h"

#include "books/code.h"
#include "exchange/import_batch.h"
#include "exchange/order_number.h"
#include "foundation/text.h"
#include "inventory/shelf.h"
#include "purchasing/write_order.h"

#include <algorithm>
#include <array>

namespace giftbox::exchange {

using foundation::Refusal;
using purchasing::NewStep;
using purchasing::Order;
using purchasing::OrderNo;
using purchasing::OrderState;

namespace {

enum OrderColumn : std::size_t {
    OfOrder,
    OfSupplier,
    ExpectedOn,
    State,
    ApprovedOn,
    ApprovedBy,
    OrderedOn,
    OrderedBy,
    EndedOn,
    EndedBy,
    LastStepOn,
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
            {.name = "approved_on", .required = false},
            {.name = "approved_by", .required = false},
            {.name = "ordered_on", .required = false},
            {.name = "ordered_by", .required = false},
            {.name = "ended_on", .required = false},
            {.name = "ended_by", .required = false},
            {.name = "step_on", .required = false}, // of files from before each step had a day
            {.name = "reason", .required = false},
            {.name = "note", .required = false},
            {.name = "ship_to", .required = false},
            {"sku"},
            {"units"},
            {.name = "cost", .required = false}};
}

/// An order of the file with its steps, and the line where it begins.
struct ReadOrder {
    std::int64_t line = 0;
    Order order;
    std::vector<NewStep> steps;

    bool hasHeadOf(const ReadOrder& other) const
    {
        Order mine = order;
        mine.lines = other.order.lines;
        return mine == other.order && steps == other.steps;
    }
};

/// The columns of each step, in the order of the steps.
struct StepColumns {
    OrderColumn on;
    OrderColumn by;
};
constexpr std::array<StepColumns, 3> kStepColumns = {
    {{ApprovedOn, ApprovedBy}, {OrderedOn, OrderedBy}, {EndedOn, EndedBy}}};

/// The place of the step that leads to a state; none for a draft.
std::optional<std::size_t> placeOf(OrderState state)
{
    switch (state) {
    case OrderState::Draft:
        return std::nullopt;
    case OrderState::Approved:
        return 0;
    case OrderState::Ordered:
        return 1;
    default:
        return 2;
    }
}

/// Whether both are the same but for what came.
bool sameOrder(Order there, const Order& here)
{
    there.version = here.version;
    there.state = recordedState(there.state);
    for (purchasing::OrderLine& line : there.lines) {
        line.receipts.clear();
    }
    return there == here;
}

/// Who took a step is compared where the file says it.
bool sameStep(const purchasing::RecordedStep& there, const NewStep& here)
{
    return there.state == here.state && there.on == here.on && there.reason == here.reason &&
           (here.by.empty() || there.actor == here.by);
}

/// The import of one file.
class OrdersImport {
public:
    OrdersImport(books::WriteTransaction& tx, ImportSource source)
        : tx_(tx), book_(tx), batch_(tx, "orders", source),
          file_(std::move(source), orderFileColumns(), tx.store().currency)
    {}

    ImportSummary run()
    {
        while (file_.next()) {
            if (!file_.isHopeless()) {
                takeRow();
            }
        }
        for (auto& [number, read] : orders_) {
            compare(read);
        }
        file_.throwIfBad();
        for (const auto& [number, read] : orders_) { // facts go by number
            if (!known_.contains(number)) {
                write(read);
            }
        }
        batch_.record(summary_);
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
        const ReadOrder head = readHead(*number);
        const purchasing::OrderLine line = readLine();
        if (!file_.rowIsGood()) {
            return;
        }
        const auto [at, isNew] = orders_.try_emplace(*number, head);
        Order& order = at->second.order;
        if (!head.hasHeadOf(at->second)) {
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

    ReadOrder readHead(OrderNo number)
    {
        ReadOrder read{.line = file_.line(), .order = {}, .steps = {}};
        Order& order = read.order;
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
        order.reason = file_.text(StepReason);
        order.note = file_.text(OrderNote);
        order.shipTo = file_.text(ShipTo);
        requireTexts(order);
        read.steps = readSteps(order);
        order.stepOn = read.steps.empty() ? std::nullopt : std::optional(read.steps.back().on);
        return read;
    }

    /// The steps that lead to the order's state; the last one has its reason.
    std::vector<NewStep> readSteps(const Order& order)
    {
        std::vector<NewStep> steps;
        const std::optional<std::size_t> last = placeOf(order.state);
        if (!last && !file_.code(LastStepOn).empty()) {
            file_.reject(LastStepOn, "A draft has no step. Leave this empty.");
        }
        for (std::size_t place = 0; place < kStepColumns.size(); ++place) {
            const StepColumns& columns = kStepColumns.at(place);
            const bool isLast = last == place;
            std::optional<foundation::Date> on = file_.optionalDate(columns.on);
            if (isLast && !on) {
                on = file_.optionalDate(LastStepOn);
            }
            const std::string by = file_.text(columns.by);
            file_.holds(file_.line(), columns.by,
                        [&] { books::requireOptionalText(by, "who took the step", "by"); });
            requireStep(columns, on, {.isLast = isLast, .isLater = !last || place > *last});
            if (!on) {
                continue;
            }
            if (!steps.empty() && *on < steps.back().on) {
                file_.reject(columns.on, "This is before the step before it, on " +
                                             toText(steps.back().on) + ". Correct one of them.");
            }
            steps.push_back({.state = isLast       ? order.state
                                      : place == 0 ? OrderState::Approved
                                                   : OrderState::Ordered,
                             .on = *on,
                             .reason = isLast ? order.reason : "",
                             .by = by});
        }
        return steps;
    }

    struct StepPlace {
        bool isLast = false;  ///< the one that leads to the order's state
        bool isLater = false; ///< the order has not got so far
    };
    void requireStep(const StepColumns& columns, const std::optional<foundation::Date>& on,
                     StepPlace place)
    {
        if (place.isLast && !on) {
            file_.reject(columns.on, "Enter the day of the step that led to the state.");
        } else if (place.isLater && on) {
            file_.reject(columns.on, "The state is of an earlier step. Leave this empty, or "
                                     "correct the state.");
        } else if (!on && !file_.code(columns.by).empty()) {
            file_.reject(columns.by, "This step has no day. Enter one, or leave this empty.");
        }
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

    /// An order whose import was undone is added again, as a newer version.
    void compare(ReadOrder& read)
    {
        const auto there = purchasing::findOrder(tx_, read.order.number);
        if (!there || there->state == OrderState::Undone) {
            read.order.version = there ? there->version + 1 : 1;
            ++summary_.added;
            return;
        }
        known_.insert(read.order.number);
        if (sameOrder(*there, read.order) && sameSteps(read)) {
            ++summary_.unchanged;
        } else {
            file_.rejectAt(read.line, OfOrder,
                           "The books already have " + toText(read.order.number) +
                               " with other values.");
        }
    }

    /// A file from before each step had a day knows the last one alone.
    bool sameSteps(const ReadOrder& read)
    {
        const auto there = purchasing::stepsNow(tx_, read.order.number);
        return file_.has(LastStepOn) ||
               std::ranges::equal(there, read.steps, [](const auto& kept, const NewStep& step) {
                   return sameStep(kept, step);
               });
    }

    void write(const ReadOrder& read)
    {
        const OrderNo number = read.order.number;
        std::vector<NewStep> steps = read.steps;
        if (read.order.version > 1 && steps.empty()) { // a draft again
            steps.push_back({.state = OrderState::Draft, .on = tx_.today()});
        }
        insertVersion(tx_, read.order);
        insertSteps(tx_, number, steps);
    }

    books::WriteTransaction& tx_;
    purchasing::SupplierBook book_;
    BatchKeeper batch_;
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
