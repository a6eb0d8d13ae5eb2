#include "accounting/month_digest.h"

namespace giftbox::accounting {

using books::factText;
using books::ReadTransaction;
using foundation::Month;
using foundation::Row;
using foundation::Rows;

namespace {

constexpr int kEndOfBox = 11; // where the columns of what became of it begin

std::string digestFacts(const ReadTransaction& tx, Month month, const budget::MonthTotals& totals)
{
    books::FactDigest facts;
    const std::initializer_list<foundation::Bind> span = {{"store_id", tx.storeId()},
                                                          {"first_movement", totals.firstMovement},
                                                          {"last_movement", totals.lastMovement},
                                                          {"month", month.number()}};
    const auto addAll = [&](const books::FactTable& table, std::string_view sql) {
        for (Rows rows = tx.database().stream(sql, span); rows.next();) {
            facts.add(table, factText(table, rows.row(), 0));
        }
    };
    addAll(books::facts::kMovement, "accounting/month_movements");
    addAll(books::facts::kLot, "accounting/month_lots");
    Rows rows = tx.database().stream("accounting/month_boxes",
                                     {{"store_id", tx.storeId()}, {"month", month.number()}});
    while (rows.next()) {
        facts.add(books::facts::kBox, factText(books::facts::kBox, rows.row(), 0));
        facts.add(books::facts::kBoxEnd, factText(books::facts::kBoxEnd, rows.row(), kEndOfBox));
    }
    return digestOf(facts);
}

ShelfByItem shelfOn(const ReadTransaction& tx, Month month)
{
    ShelfByItem shelf;
    Rows rows = tx.database().query(
        "accounting/closing_stock",
        {{"store_id", tx.storeId()}, {"day", month.lastDay().number()}, {"month", month.number()}});
    while (rows.next()) {
        shelf[rows.row().integer(0)] = {rows.row().integer(1), rows.row().integer(2)};
    }
    return shelf;
}

} // namespace

std::string digestOf(const ShelfByItem& shelf)
{
    std::string text;
    for (const auto& [item, left] : shelf) {
        if (left.first != 0 || left.second != 0) {
            text += std::to_string(item) + " " + std::to_string(left.first) + " " +
                    std::to_string(left.second) + "\n";
        }
    }
    return foundation::sha256(text);
}

std::string digestOf(const budget::MonthState& state)
{
    const budget::MonthTotals& totals = state.totals;
    std::string text;
    for (const std::int64_t figure :
         {totals.boxesGiven, totals.recipients, totals.contents.minor, totals.packaging.minor,
          totals.labor.minor, totals.committed.minor, totals.restock.minor, totals.writeOff.minor,
          totals.overrides}) {
        text += std::to_string(figure) + "\n";
    }
    const auto& cap = state.caps[static_cast<std::size_t>(budget::CapName::MonthProgram)];
    return foundation::sha256(text + (cap ? std::to_string(cap->amount.minor) : "none"));
}

std::string digestOf(const books::FactDigest& facts) { return facts.text(); }

MonthDigest digestMonth(const ReadTransaction& tx, Month month, const budget::MonthState& state)
{
    return {.facts = digestFacts(tx, month, state.totals),
            .report = digestOf(state),
            .stock = digestOf(shelfOn(tx, month))};
}

} // namespace giftbox::accounting
