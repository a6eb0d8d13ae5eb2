#include "purchasing/draft_orders.h"

#include "books/code.h"
#include "foundation/json.h"
#include "inventory/shelf.h"
#include "purchasing/item_supplier.h"
#include "purchasing/restock.h"
#include "purchasing/statements.h"
#include "purchasing/write_order.h"

#include <algorithm>
#include <chrono>
#include <limits>

namespace giftbox::purchasing {

using books::WriteTransaction;
using foundation::Refusal;

namespace {

constexpr std::int64_t kLongestLead = 3650;

/// The day so many days later, at most ten years.
foundation::Date daysAfter(foundation::Date day, std::int64_t days)
{
    using namespace std::chrono;
    const int number = day.number();
    const sys_days first = year{number / 10000} / month{static_cast<unsigned>(number / 100 % 100)} /
                           std::chrono::day{static_cast<unsigned>(number % 100)};
    const year_month_day then{first + std::chrono::days{std::min(days, kLongestLead)}};
    return foundation::Date(static_cast<int>(then.year()) * 10000 +
                            static_cast<int>(static_cast<unsigned>(then.month())) * 100 +
                            static_cast<int>(static_cast<unsigned>(then.day())));
}

/// What the units cost last at the supplier, or else last from anybody.
std::optional<foundation::Money> costOf(const books::ReadTransaction& tx, const SupplierBook& book,
                                        const inventory::NumberedItem& item, SupplierNo supplier,
                                        std::int64_t units)
{
    const std::vector<ItemSupplier> all = suppliersOf(tx, book, item);
    const auto here = std::ranges::find(all, supplier, &ItemSupplier::supplier);
    if (here != all.end() && here->lastUnits > 0) {
        return here->costOf(units);
    }
    foundation::Batch sku = sql::NewestLotsBought::batch();
    sku.add(item.item.sku);
    std::optional<foundation::Money> cost;
    tx.database().queryForEach(
        sql::NewestLotsBought{.storeId = tx.storeId()}, sku,
        [&](const sql::NewestLotsBought::Row& row) { cost = portion(row.cost, units, row.units); });
    return cost;
}

/// Collects the lines of a new order.
class Draft {
public:
    Draft(WriteTransaction& tx, const SupplierBook& book, OrderNo number, SupplierNo supplier)
        : tx_(tx), book_(book), order_{.number = number,
                                       .version = 1,
                                       .supplier = supplier,
                                       .expectedOn = tx.today()}
    {}

    void add(const std::string& code, std::int64_t units)
    {
        const inventory::NumberedItem item = inventory::requireItem(tx_, code);
        if (item.item.retired) {
            throw Refusal("item.retired", {{"sku", item.item.sku}});
        }
        const auto there = std::ranges::find(order_.lines, item.number, &OrderLine::item);
        OrderLine& line =
            there == order_.lines.end()
                ? order_.lines.emplace_back(OrderLine{
                      .line = 0, .item = item.number, .sku = item.item.sku, .name = item.item.name})
                : *there;
        inventory::requireUnits(units);
        line.units += units;
        inventory::requireUnits(line.units);
        line.cost = costOf(tx_, book_, item, order_.supplier, line.units);
        const auto lead = item.item.leadTimeDays ? item.item.leadTimeDays
                                                 : book_.of(order_.supplier).supplier.leadTimeDays;
        order_.expectedOn = std::max(order_.expectedOn, daysAfter(tx_.today(), lead.value_or(0)));
    }
    Order& order() { return order_; }

private:
    WriteTransaction& tx_;
    const SupplierBook& book_;
    Order order_;
};

/// Where the newest order goes.
std::string usualShipTo(const books::ReadTransaction& tx)
{
    const std::vector<Order> newest = ordersBelow(tx, std::numeric_limits<std::int64_t>::max(), 1);
    return newest.empty() ? "" : newest.front().shipTo;
}

OrderNo nextNumber(const books::ReadTransaction& tx)
{
    return {tx.database().query(sql::LastOrder{.storeId = tx.storeId()})->orderNo + 1};
}

} // namespace

OrderNo draftOrder(WriteTransaction& tx, const OrderRequest& request)
{
    const SupplierBook book(tx);
    Draft draft(tx, book, nextNumber(tx), book.require(request.supplier).number);
    for (const OrderRequest::Line& line : request.lines) {
        draft.add(line.sku, line.units);
    }
    Order& order = draft.order();
    if (order.lines.empty()) {
        throw Refusal("order.empty");
    }
    if (request.expectedOn) {
        requireExpected(tx, *request.expectedOn);
        order.expectedOn = *request.expectedOn;
    }
    books::requireOptionalText(request.note, "the note", "note");
    order.note = request.note;
    order.shipTo = request.shipTo ? *request.shipTo : usualShipTo(tx);
    books::requireOptionalText(order.shipTo, "the address to ship to", "ship_to");
    insertVersion(tx, order);
    recordOrder(tx, order, "order.add");
    return order.number;
}

std::vector<OrderNo> draftRestock(WriteTransaction& tx)
{
    const SupplierBook book(tx);
    std::map<SupplierNo, Draft> drafts;
    OrderNo next = nextNumber(tx);
    const std::string shipTo = usualShipTo(tx);
    for (const RestockLine& line : restockList(tx)) {
        if (line.buyFrom) {
            const auto [at, isNew] =
                drafts.try_emplace(*line.buyFrom, tx, book, next, *line.buyFrom);
            next.value += isNew ? 1 : 0;
            at->second.add(line.sku, line.unitsToBuy);
        }
    }
    if (drafts.empty()) {
        throw Refusal("order.nothing_to_buy");
    }
    std::vector<OrderNo> numbers;
    std::string orders;
    for (auto& [supplier, draft] : drafts) {
        draft.order().shipTo = shipTo;
        insertVersion(tx, draft.order());
        numbers.push_back(draft.order().number);
    }
    std::ranges::sort(numbers);
    for (const OrderNo number : numbers) {
        orders += (orders.empty() ? "" : " ") + toText(number);
    }
    tx.record("order.draft", "restock list",
              foundation::JsonObject()
                  .add("drafts", static_cast<std::int64_t>(numbers.size()))
                  .add("orders", orders)
                  .text());
    return numbers;
}

} // namespace giftbox::purchasing
