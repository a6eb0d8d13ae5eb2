#include "reports/lot_rows.h"

#include "reports/cells.h"
#include "reports/statements.h"

#include <array>

namespace giftbox::reports {

using books::ReadTransaction;
using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::Date;
using foundation::Money;
using foundation::RowWriter;

namespace {

/// The most days of each age but the last, which has no end.
constexpr std::array<std::int64_t, 4> kAges = {30, 90, 180, 365};

std::size_t ageOf(Date receivedOn, Date day)
{
    const std::int64_t days = daysBetween(receivedOn, day);
    std::size_t age = 0;
    while (age < kAges.size() && days > kAges.at(age)) {
        ++age;
    }
    return age;
}

/// An item on the shelf by age.
struct AgedItem {
    std::string sku;
    std::string name;
    std::string kind;
    std::int64_t units = 0;
    std::array<Money, kAges.size() + 1> costs{};
};

void writeAged(const AgedItem& item, RowWriter& out)
{
    Money cost;
    for (const Money one : item.costs) {
        cost += one;
    }
    out.code(item.sku);
    out.text(item.name);
    out.code(item.kind);
    out.integer(item.units);
    out.amount(cost);
    for (const Money one : item.costs) {
        out.amount(one);
    }
    out.endRow();
}

} // namespace

const std::vector<Column>& lotsOnColumns()
{
    static const std::vector<Column> columns = {
        {"lot", "Lot", ColumnType::Integer},
        {"sku", "SKU", ColumnType::Code},
        {"name", "Name", ColumnType::Text},
        {"kind", "Kind", ColumnType::Code},
        {"received_on", "Received", ColumnType::Date},
        {"age_days", "Age (days)", ColumnType::Integer},
        {"source", "Source", ColumnType::Code},
        {"supplier", "Supplier", ColumnType::Text, Cells::MaybeEmpty},
        {"reference", "Reference", ColumnType::Text, Cells::MaybeEmpty},
        {"units", "Units", ColumnType::Integer},
        {"cost", "Cost", ColumnType::Amount}};
    return columns;
}

std::optional<std::int64_t> writeLotsOn(const ReadTransaction& tx, const LotsAsked& asked,
                                        RowWriter& out)
{
    out.begin(lotsOnColumns());
    std::int64_t rows = 0;
    std::int64_t last = 0;
    for (const auto& row : tx.database().query(sql::LotsOn{.storeId = tx.storeId(),
                           .after = asked.after,
                           .day = asked.day,
                           .month = asked.day.month(),
                           .itemNo = asked.item ? asked.item->value : 0,
                           .most = asked.most + 1})) {
        if (++rows > asked.most) {
            break;
        }
        last = row.lotNo;
        out.integer(row.lotNo);
        out.code(row.sku);
        out.text(row.name);
        out.code(row.kind);
        out.date(row.receivedOn);
        out.integer(daysBetween(row.receivedOn, asked.day));
        out.code(row.source);
        sentenceOrEmpty(out, std::string(row.supplier));
        textOrEmpty(out, row.reference);
        out.integer(row.units);
        out.amount(row.cost);
        out.endRow();
    }
    out.end();
    return rows > asked.most ? std::optional(last) : std::nullopt;
}

const std::vector<Column>& ageColumns()
{
    static const std::vector<Column> columns = {
        {"sku", "SKU", ColumnType::Code},
        {"name", "Name", ColumnType::Text},
        {"kind", "Kind", ColumnType::Code},
        {"units", "Units", ColumnType::Integer},
        {"cost", "Cost", ColumnType::Amount},
        {"cost_0_30", "0-30 days", ColumnType::Amount},
        {"cost_31_90", "31-90 days", ColumnType::Amount},
        {"cost_91_180", "91-180 days", ColumnType::Amount},
        {"cost_181_365", "181-365 days", ColumnType::Amount},
        {"cost_over_365", "Over a year", ColumnType::Amount}};
    return columns;
}

std::optional<std::string> writeAgeOn(const ReadTransaction& tx, Date day, const std::string& after,
                                      std::int64_t most, RowWriter& out)
{
    out.begin(ageColumns());
    std::int64_t rows = 0;
    AgedItem item;
    bool hasMore = false;
    for (const auto& row : tx.database().query(sql::AgeOn{
             .storeId = tx.storeId(), .day = day, .month = day.month(), .after = after})) {
        if (row.sku != item.sku) {
            if (!item.sku.empty()) {
                writeAged(item, out);
            }
            if (rows == most) {
                hasMore = true;
                break;
            }
            ++rows;
            item = {.sku = std::string(row.sku),
                    .name = std::string(row.name),
                    .kind = std::string(row.kind)};
        }
        item.units += row.units;
        item.costs.at(ageOf(row.receivedOn, day)) += row.cost;
    }
    if (!hasMore && !item.sku.empty()) {
        writeAged(item, out);
    }
    out.end();
    return hasMore ? std::optional(item.sku) : std::nullopt;
}

} // namespace giftbox::reports
