#include "accounting/closed_check.h"

#include "accounting/close_month.h"
#include "accounting/month_digest.h"
#include "accounting/reopen_month.h"
#include "budget/roll_over.h"

#include <limits>

namespace giftbox::accounting {

using books::ReadTransaction;
using foundation::Month;

namespace {

struct KeptClose {
    ClosedMonth closed;
    std::string detail;
    std::string subject;
    std::int64_t event = 0;
    bool isOpen = false; ///< it was opened again
};

std::optional<KindStock> stockOf(const sql::ClosedMonths::Row& row)
{
    if (row.stockGiftUnits < 0 || row.stockPackagingUnits < 0) {
        return std::nullopt;
    }
    return KindStock{.gifts = {.units = row.stockGiftUnits, .cost = row.stockGift},
                     .packaging = {.units = row.stockPackagingUnits, .cost = row.stockPackaging}};
}

std::vector<KeptClose> readCloses(const ReadTransaction& tx)
{
    std::vector<KeptClose> closes;
    for (const auto& row : tx.database().query(sql::ClosedMonths{.storeId = tx.storeId()})) {
        closes.push_back({.closed = {.month = row.month,
                                     .carried = {.boxes = row.carriedBoxes,
                                                 .cost = {.contents = row.carriedContents,
                                                          .packaging = row.carriedPackaging,
                                                          .labor = row.carriedLabor}},
                                     .stock = stockOf(row),
                                     .movedBoxes = row.movedBoxes,
                                     .moved = row.moved,
                                     .hash = {}},
                          .detail = std::string(row.detail),
                          .subject = std::string(row.subject),
                          .event = row.eventSeq,
                          .isOpen = row.isOpen != 0});
    }
    return closes;
}

std::string shown(const ReadTransaction& tx, const gifting::PackedBoxes& packed)
{
    return std::to_string(packed.boxes) + " boxes for " + tx.store().amount(packed.cost.total());
}

std::string shown(const ReadTransaction& tx, const KindStock& stock)
{
    const auto sum = [&](const StockSum& one) {
        return std::to_string(one.units) + " units for " + tx.store().amount(one.cost);
    };
    return sum(stock.gifts) + " of gift items and " + sum(stock.packaging) + " of packaging";
}

void checkStock(const ReadTransaction& tx, const ClosedMonth& closed, const KindStock& recomputed,
                Differences& differences)
{
    if (closed.stock && !(*closed.stock == recomputed)) {
        differences.push_back("closed month " + toText(closed.month) + ": " +
                              shown(tx, *closed.stock) + " stored as its closing stock, " +
                              shown(tx, recomputed) + " recomputed");
    }
}

void checkClose(const ReadTransaction& tx, const KeptClose& kept,
                const gifting::PackedBoxes& carried, Differences& differences)
{
    const ClosedMonth& closed = kept.closed;
    const foundation::Currency& currency = tx.store().currency;
    const std::string name = "closed month " + toText(closed.month) + ": ";
    // Months closed earlier record the amounts moved, and nothing about the last day.
    const bool isEarlier = kept.detail == earlierCloseDetail(closed, currency);
    if (kept.subject != "month " + toText(closed.month) ||
        !(isEarlier || books::saysFirst(kept.detail, closeDetail(closed, currency)))) {
        differences.push_back(name + shown(tx, closed.carried) + " carried over and " +
                              std::to_string(closed.movedBoxes) + " moved for " +
                              tx.store().amount(closed.moved) + " are stored, but its event says " +
                              kept.subject + ", " + kept.detail);
    }
    if (!(closed.carried == carried)) {
        differences.push_back(name + shown(tx, closed.carried) +
                              " stored as packed on its last day, " + shown(tx, carried) +
                              " recomputed");
    }
    const std::string_view report = figureOf(kept.detail, "report");
    if (!kept.isOpen && !report.empty() &&
        report != digestOf(budget::loadMonth(tx, closed.month))) {
        differences.push_back(name + "its report differs from the one it was closed with");
    }
}

std::string shown(const ReadTransaction& tx, const std::vector<budget::RolledOver>& all)
{
    std::string text;
    for (const budget::RolledOver& one : all) {
        text += (text.empty() ? "" : ", ") + std::string(toText(one.cap)) + " " +
                tx.store().amount(one.amount) + " into " + toText(one.month);
    }
    return text.empty() ? "nothing" : text;
}

/// From the first month that was closed. The chain of the differences begins with the first one.
void checkRollOvers(const ReadTransaction& tx, std::optional<Month> first,
                    std::optional<Month> last, Differences& differences)
{
    constexpr std::int64_t kEveryMonth = std::numeric_limits<std::int64_t>::max();
    const auto stored = budget::storedRollOvers(tx, -kEveryMonth, kEveryMonth);
    const auto expected =
        first ? budget::addUpRollOvers(tx, *first, *last) : std::vector<budget::RolledOver>();
    if (stored != expected) {
        differences.push_back("caps that roll over: " + shown(tx, stored) + " stored, " +
                              shown(tx, expected) + " recomputed");
    }
}

void checkReopenings(const ReadTransaction& tx, const std::vector<std::int64_t>& events,
                     Differences& differences)
{
    std::vector<std::int64_t> kept;
    for (const auto& row : tx.database().query(sql::ReopenedMonths{.storeId = tx.storeId()})) {
        kept.push_back(row.eventSeq);
        if (row.subject != "month " + toText(row.month) ||
            !books::saysFirst(row.detail, reopenDetail(books::EventSeq{row.closedEvent},
                                                       std::string(row.reason)))) {
            differences.push_back("month " + toText(row.month) + ", opened again: event " +
                                  std::to_string(row.eventSeq) + " says " +
                                  std::string(row.subject) + ", " + std::string(row.detail));
        }
    }
    compareRows("months opened again", kept, events, differences);
}

} // namespace

void checkClosedMonths(const ReadTransaction& tx, const KeptEvents& events,
                       const std::map<std::int64_t, gifting::PackedBoxes>& carried,
                       const std::map<std::int64_t, KindStock>& stocks, Differences& differences)
{
    std::optional<Month> first;
    std::optional<Month> last;
    std::vector<std::int64_t> kept;
    for (const KeptClose& close : readCloses(tx)) {
        last = close.isOpen ? last : close.closed.month;
        first = first ? first : last;
        kept.push_back(close.event);
        const auto at = carried.find(close.event);
        checkClose(tx, close, at == carried.end() ? gifting::PackedBoxes{} : at->second,
                   differences);
        const auto stock = stocks.find(close.event);
        checkStock(tx, close.closed, stock == stocks.end() ? KindStock{} : stock->second,
                   differences);
    }
    compareRows("closed months", kept, events.closes, differences);
    checkReopenings(tx, events.reopenings, differences);
    checkRollOvers(tx, first, last, differences);
    if (last != tx.store().closedThrough) {
        differences.push_back("store " + tx.store().code +
                              ": the last closed month is not the one in its settings");
    }
}

} // namespace giftbox::accounting
