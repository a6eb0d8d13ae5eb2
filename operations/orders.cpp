#include "gifting/notes/typeset.h"
#include "operations/order_things.h"
#include "operations/table.h"
#include "purchasing/approve_order.h"
#include "purchasing/change_order.h"
#include "purchasing/draft_orders.h"
#include "reports/order_rows.h"

#include <algorithm>
#include <limits>

namespace giftbox::operations {

using purchasing::Order;
using purchasing::OrderNo;
using purchasing::SupplierBook;

namespace {

constexpr std::string_view kOrderChoices =
    "state:draft|approved|ordered|partly_received|received|closed_short|cancelled|undone "
    "late:yes|no";
constexpr RowShape kOrderRow{"Order", reports::orderColumns, kOrderChoices};

constexpr FieldInfo kOrder{.name = "no",
                           .type = Integer,
                           .title = "Order",
                           .help = "number of the order: 7 for PO-7",
                           .need = Required,
                           .option = "NO"};
constexpr FieldInfo kExpected{.name = "expected",
                              .type = Date,
                              .title = "Expected",
                              .help = "day the order is expected; default: by the lead times"};
constexpr FieldInfo kOrderNote{.name = "note",
                               .title = "Note",
                               .help = "for the supplier, printed on the order",
                               .value = "WORDS",
                               .mayBeEmptied = true};

constexpr FieldInfo kShipTo{.name = "ship_to",
                            .title = "Ship to",
                            .help = "where it goes; default for a new order: as the last one",
                            .value = "ADDRESS",
                            .mayBeEmptied = true};

OrderNo orderIn(const Call& call) { return {call.integer("no")}; }

void writeOne(const Call& call, const ReadTransaction& tx, OrderNo number, RowWriter& out)
{
    writeRow(out, reports::orderColumns(), [&] {
        reports::writeOrder(purchasing::requireOrder(tx, number), SupplierBook(tx), call.today,
                            out);
    });
}

void readOrder(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    std::vector<budget::PassedCap> warned;
    if (const auto exceeded = purchasing::capExceededBy(tx, orderIn(call))) {
        warned.push_back(*exceeded);
    }
    writeRow(out, reports::approvedOrderColumns(), [&] {
        reports::writeApprovedOrder(tx.store(), purchasing::requireOrder(tx, orderIn(call)),
                                    SupplierBook(tx), call.today, warned, out);
    });
}

void readOrderLines(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    out.begin(reports::orderLineColumns());
    reports::writeOrderLines(tx, purchasing::requireOrder(tx, orderIn(call)), out);
    out.end();
}

void giveOrderPdf(Call& call, const ReadTransaction& tx, RowWriter&)
{
    const gifting::Paper paper = gifting::parsePaper(gifting::usualPaper(tx.store()));
    call.given = {
        .type = "application/pdf",
        .bytes = gifting::printOrder(tx.store(), paper, gifting::orderToPrint(tx, orderIn(call)))};
}

/// Pages of orders, the newest first.
class OrderPages {
public:
    /// Those of a state, or late ones, if it is given. What is open or a draft is read alone, however many ended.
    OrderPages(Call& call, const ReadTransaction& tx)
        : tx_(tx), today_(call.today), state_(call.maybeText("state")),
          lateOnly_(call.isYes("late")),
          isOfUnfinished_(lateOnly_ || state_ == "draft" || state_ == "approved" ||
                          state_ == "ordered" || state_ == "partly_received")
    {}

    std::vector<Order> below(std::int64_t number, std::size_t most) const
    {
        std::vector<Order> page;
        if (isOfUnfinished_) {
            addWanted(purchasing::unfinishedOrders(tx_), number, page);
        }
        std::int64_t below = number;
        while (!isOfUnfinished_ && page.size() < most) {
            const std::vector<Order> some = purchasing::ordersBelow(tx_, below, kLongestPage);
            if (some.empty()) {
                break;
            }
            addWanted(some, number, page);
            below = some.back().number.value;
        }
        page.resize(std::min(page.size(), most));
        return page;
    }

private:
    void addWanted(const std::vector<Order>& orders, std::int64_t below,
                   std::vector<Order>& page) const
    {
        std::ranges::copy_if(orders, std::back_inserter(page), [&](const Order& one) {
            return one.number.value < below && (!state_ || toText(one.state) == *state_) &&
                   (!lateOnly_ || one.isLate(today_));
        });
    }

    const ReadTransaction& tx_;
    foundation::Date today_;
    std::optional<std::string> state_;
    bool lateOnly_;
    bool isOfUnfinished_;
};

void readOrders(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const SupplierBook book(tx);
    const auto most = static_cast<std::size_t>(call.limit());
    const std::int64_t below =
        call.afterNumber().value_or(std::numeric_limits<std::int64_t>::max());
    const std::vector<Order> page = OrderPages(call, tx).below(below, most + 1);
    out.begin(reports::orderColumns());
    for (std::size_t i = 0; i < std::min(page.size(), most); ++i) {
        reports::writeOrder(page[i], book, call.today, out);
    }
    out.end();
    if (page.size() > most) {
        call.next = std::to_string(page[most - 1].number.value);
    }
}

void addOrder(Call& call, WriteTransaction& tx, RowWriter& out)
{
    purchasing::OrderRequest request{.supplier = call.text("supplier"),
                                     .lines = {},
                                     .expectedOn = call.maybeDate("expected"),
                                     .note = call.text("note"),
                                     .shipTo = call.changedText("ship_to")};
    for (const gifting::BoxLine& line : call.lines("items")) {
        request.lines.push_back({line.sku, line.units});
    }
    writeOne(call, tx, purchasing::draftOrder(tx, request), out);
}

void draftOrders(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const std::vector<OrderNo> drafts = purchasing::draftRestock(tx);
    const SupplierBook book(tx);
    out.begin(reports::orderColumns());
    for (const OrderNo number : drafts) {
        reports::writeOrder(purchasing::requireOrder(tx, number), book, call.today, out);
    }
    out.end();
}

void setLine(Call& call, WriteTransaction& tx, RowWriter& out)
{
    purchasing::setOrderLine(tx, {.order = orderIn(call),
                                  .sku = call.text("sku"),
                                  .units = call.integer("units"),
                                  .cost = call.maybeAmount("cost", tx.store().currency)});
    writeOne(call, tx, orderIn(call), out);
}

void editOrder(Call& call, WriteTransaction& tx, RowWriter& out)
{
    purchasing::editOrder(tx, {.order = orderIn(call),
                               .expectedOn = call.maybeDate("expected"),
                               .note = call.changedText("note"),
                               .shipTo = call.changedText("ship_to")});
    writeOne(call, tx, orderIn(call), out);
}

void approve(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto warned = purchasing::approveOrder(tx, orderIn(call),
                                                 call.caller.may(Action::ApproveOrder)
                                                     ? purchasing::Approver::Manager
                                                     : purchasing::Approver::Anybody);
    writeRow(out, reports::approvedOrderColumns(), [&] {
        reports::writeApprovedOrder(tx.store(), purchasing::requireOrder(tx, orderIn(call)),
                                    SupplierBook(tx), call.today, warned, out);
    });
}

void place(Call& call, WriteTransaction& tx, RowWriter& out)
{
    purchasing::placeOrder(tx, orderIn(call));
    writeOne(call, tx, orderIn(call), out);
}

void closeShort(Call& call, WriteTransaction& tx, RowWriter& out)
{
    purchasing::closeOrderShort(tx, orderIn(call), call.text("reason"));
    writeOne(call, tx, orderIn(call), out);
}

void cancelOrder(Call& call, WriteTransaction& tx, RowWriter& out)
{
    purchasing::cancelOrder(tx, orderIn(call), call.text("reason"));
    writeOne(call, tx, orderIn(call), out);
}

std::vector<Operation> orderReads()
{
    return {{.command = "order show",
             .address = "/orders/{no}",
             .summary = "show an order",
             .fields = {kOrder},
             .columns = {"ApprovedOrder", reports::approvedOrderColumns, kOrderChoices},
             .read = readOrder,
             .answer = Answer::Row,
             .example = "7"},
            {.command = "order lines",
             .address = "/orders/{no}/lines",
             .summary = "the lines of an order, with the supplier's part numbers and what came",
             .fields = {kOrder},
             .columns = {"OrderLine", reports::orderLineColumns},
             .read = readOrderLines,
             .example = "7 -o po-7.csv"},
            {.address = "/orders/{no}/pdf",
             .summary = "an order as a PDF for its supplier",
             .fields = {kOrder},
             .read = giveOrderPdf,
             .gives = "application/pdf"},
            {.command = "order list",
             .address = "/orders",
             .summary = "list the orders, the newest first",
             .fields = {{.name = "state",
                         .title = "State",
                         .help = "only orders in this state",
                         .choices = "draft|approved|ordered|partly_received|received|closed_short|"
                                    "cancelled|undone"},
                        {.name = "late",
                         .type = YesNo,
                         .title = "Late",
                         .help = "only open orders that were expected before today",
                         .isFlag = true}},
             .columns = kOrderRow,
             .read = readOrders,
             .example = "--late",
             .isPaged = true}};
}

std::vector<Operation> newDrafts()
{
    return {{.command = "order draft",
             .address = "/restock/draft",
             .summary = "make drafts of orders from the restock list, one per supplier",
             .effect = "Items without a supplier that the store knows stay on the list. What is "
                       "drafted is not proposed again.",
             .action = Action::Order,
             .columns = kOrderRow,
             .write = draftOrders,
             .inverse = {"order cancel", "no"},
             .oneWay = "Drafts that you do not want can be canceled one by one."},
            {.command = "order add",
             .address = "/orders",
             .summary = "make a draft of an order by hand",
             .effect = "Each line costs as much as the item cost last, until you say otherwise.",
             .action = Action::Order,
             .fields = {{.name = "supplier",
                         .title = "Supplier",
                         .help = "code or name of the supplier",
                         .need = Required,
                         .option = "SUPPLIER"},
                        {.name = "items",
                         .type = Lines,
                         .title = "Items",
                         .help = "an item and its units; default: 1",
                         .option = "--item"},
                        kExpected,
                        kOrderNote,
                        kShipTo},
             .columns = kOrderRow,
             .write = addOrder,
             .answer = Answer::Row,
             .example = "CAP-WORKS --item HAT-01:24 --expected 2026-12-08",
             .inverse = {"order cancel", "no"}}};
}

Operation changeOfLine()
{
    return {.command = "order line",
            .address = "/orders/{no}/line",
            .summary = "add a line to a draft, or change one",
            .action = Action::Order,
            .fields = {kOrder,
                       {.name = "sku",
                        .title = "Item",
                        .help = "item SKU",
                        .need = Required,
                        .option = "SKU"},
                       {.name = "units",
                        .type = Integer,
                        .title = "Units",
                        .help = "number of units; 0 takes the line away",
                        .need = Required,
                        .option = "UNITS"},
                       {.name = "cost",
                        .type = Amount,
                        .title = "Total cost",
                        .help = "total cost of the line; default: in proportion to its cost so far",
                        .value = "TOTAL"}},
            .columns = kOrderRow,
            .write = setLine,
            .answer = Answer::Row,
            .example = "7 HAT-01 36 --cost 234.00",
            .inverse = {.command = "order line",
                        .column = "no",
                        .thing = readOrderLine,
                        .earlier = "units cost",
                        .same = "sku",
                        .whenNew = "order line",
                        .fit = takeLineAway}};
}

Operation changeOfHead()
{
    return {.command = "order edit",
            .address = "/orders/{no}/edit",
            .summary = "change the expected day, the note or the address of an order",
            .action = Action::Order,
            .fields = {kOrder,
                       {.name = "expected",
                        .type = Date,
                        .title = "Expected",
                        .help = "day the order is expected; default: unchanged"},
                       kOrderNote,
                       kShipTo},
            .columns = kOrderRow,
            .write = editOrder,
            .answer = Answer::Row,
            .example = "7 --expected 2026-12-15",
            .inverse = {.command = "order edit", .column = "no", .thing = readOrderHead}};
}

std::vector<Operation> orderSteps()
{
    return {{.command = "order approve",
             .address = "/orders/{no}/approve",
             .summary = "approve a draft",
             .effect = "Above the store's limit, a manager approves. The order and what else is "
                       "ordered for the same month are tested against the restocking cap.",
             .action = Action::Order,
             .fields = {kOrder},
             .columns = {"ApprovedOrder", reports::approvedOrderColumns, kOrderChoices},
             .write = approve,
             .answer = Answer::Row,
             .example = "7",
             .oneWay = "It does not become a draft again, but you can cancel it."},
            {.command = "order place",
             .address = "/orders/{no}/place",
             .summary = "note that an approved order was sent to its supplier",
             .action = Action::Order,
             .fields = {kOrder},
             .columns = kOrderRow,
             .write = place,
             .answer = Answer::Row,
             .example = "7",
             .oneWay = "You cannot undo this, but you can cancel the order while nothing came."}};
}

std::vector<Operation> orderEnds()
{
    return {{.command = "order close-short",
             .address = "/orders/{no}/close-short",
             .summary = "close an order of which the rest will not come",
             .action = Action::Order,
             .fields = {kOrder, kReason},
             .columns = kOrderRow,
             .write = closeShort,
             .answer = Answer::Row,
             .example = "7 --reason \"sold out\"",
             .oneWay = "You cannot undo this, but you can order what is missing again."},
            {.command = "order cancel",
             .address = "/orders/{no}/cancel",
             .summary = "cancel an order of which nothing came",
             .action = Action::Order,
             .fields = {kOrder, kReason},
             .columns = kOrderRow,
             .write = cancelOrder,
             .answer = Answer::Row,
             .example = "7 --reason \"ordered elsewhere\"",
             .oneWay = "You cannot undo this, but you can draft the order again."}};
}

} // namespace

std::vector<Operation> orderOperations()
{
    std::vector<Operation> all;
    std::ranges::move(newDrafts(), std::back_inserter(all));
    all.push_back(changeOfLine());
    all.push_back(changeOfHead());
    for (auto* part : {orderSteps, orderEnds, orderReads}) {
        std::ranges::move(part(), std::back_inserter(all));
    }
    return all;
}

} // namespace giftbox::operations
