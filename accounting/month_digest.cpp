#include "accounting/month_digest.h"

#include "accounting/facts.h"

namespace giftbox::accounting {

using books::factText;
using books::ReadTransaction;
using foundation::Month;
using foundation::Row;

namespace {

std::string digestFacts(const ReadTransaction& tx, Month month, const budget::MonthTotals& totals)
{
    books::FactDigest facts;
    streamFacts(tx,
                sql::MonthMovements{.storeId = tx.storeId(),
                                    .firstMovement = totals.firstMovement,
                                    .lastMovement = totals.lastMovement,
                                    .month = month},
                [&](const Row& cells) {
                    facts.add(books::facts::kMovement,
                              factText<sql::MonthMovements, books::facts::kMovement>(cells));
                });
    streamFacts(tx,
                sql::MonthLots{.storeId = tx.storeId(),
                               .firstMovement = totals.firstMovement,
                               .lastMovement = totals.lastMovement,
                               .month = month},
                [&](const Row& cells) {
                    facts.add(books::facts::kLot,
                              factText<sql::MonthLots, books::facts::kLot>(cells));
                });
    streamFacts(
        tx, sql::MonthBoxes{.storeId = tx.storeId(), .month = month}, [&](const Row& cells) {
            facts.add(books::facts::kBox, factText<sql::MonthBoxes, books::facts::kBox>(cells));
            facts.add(books::facts::kBoxEnd,
                      factText<sql::MonthBoxes, books::facts::kBoxEnd>(cells));
        });
    return digestOf(facts);
}

ShelfByItem shelfOn(const ReadTransaction& tx, Month month)
{
    ShelfByItem shelf;
    for (const auto& row : tx.database().query(
             sql::ClosingStock{.storeId = tx.storeId(), .day = month.lastDay(), .month = month})) {
        shelf[row.itemNo] = {row.units, row.cost.minor};
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
    std::vector<std::int64_t> figures = {totals.boxesGiven,     totals.recipients,
                                         totals.contents.minor, totals.packaging.minor,
                                         totals.labor.minor,    totals.committed.minor};
    for (const books::MonthFigureRule& rule : books::kMonthFigures) {
        const std::int64_t amount = totals.of(rule.figure).minor;
        // Months closed before there were variances have a digest without that figure.
        if (rule.figure != books::MonthFigure::Variance || amount != 0) {
            figures.push_back(amount);
        }
    }
    figures.push_back(totals.overrides);
    std::string text;
    for (const std::int64_t figure : figures) {
        text += std::to_string(figure) + "\n";
    }
    const auto& cap = state.caps[static_cast<std::size_t>(budget::CapName::MonthProgram)];
    text += cap ? std::to_string(cap->amount.minor) : "none";
    if (cap && cap->rolled != foundation::Money{}) {
        text += "\n" + std::to_string(cap->rolled.minor);
    }
    return foundation::sha256(text);
}

std::string digestOf(const books::FactDigest& facts) { return facts.text(); }

MonthDigest digestMonth(const ReadTransaction& tx, Month month, const budget::MonthState& state)
{
    return {.facts = digestFacts(tx, month, state.totals),
            .report = digestOf(state),
            .stock = digestOf(shelfOn(tx, month))};
}

} // namespace giftbox::accounting
