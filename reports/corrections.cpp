#include "reports/corrections.h"

#include "books/movement_kind.h"
#include "gifting/stock_reasons.h"
#include "reports/statements.h"

#include <algorithm>

namespace giftbox::reports {

using foundation::Column;
using foundation::ColumnType;

namespace {

CorrectionsForReason& forReason(std::vector<CorrectionsForReason>& all, std::string_view reason)
{
    const auto found = std::ranges::find_if(
        all, [&](const CorrectionsForReason& one) { return one.reason == reason; });
    if (found != all.end()) {
        return *found;
    }
    all.push_back({.reason = std::string(reason), .writtenOff = {}, .under = {}, .over = {}});
    return all.back();
}

} // namespace

std::vector<CorrectionsForReason> corrections(const books::ReadTransaction& tx,
                                              foundation::Month first, foundation::Month last)
{
    const gifting::StockReasons reasons(tx);
    std::vector<CorrectionsForReason> all;
    for (const auto& row : tx.database().query(
             sql::Corrections{.storeId = tx.storeId(), .firstMonth = first, .lastMonth = last})) {
        CorrectionsForReason& one = forReason(all, reasons.of(row.reason));
        CorrectedUnits& sum = row.kind == toText(books::MovementKind::WriteOff) ? one.writtenOff
                              : row.isOver != 0                                 ? one.over
                                                                                : one.under;
        const std::int64_t sign = row.isOver != 0 ? 1 : -1;
        sum.units += sign * row.units;
        sum.cost.minor += sign * row.cost.minor;
    }
    return all;
}

const std::vector<Column>& correctionColumns()
{
    static const std::vector<Column> columns = {
        {"reason", "Reason", ColumnType::Text},
        {"written_off_units", "Units written off", ColumnType::Integer},
        {"written_off_cost", "Written off", ColumnType::Amount},
        {"under_units", "Units under", ColumnType::Integer},
        {"under_cost", "Counted under", ColumnType::Amount},
        {"over_units", "Units over", ColumnType::Integer},
        {"over_cost", "Counted over", ColumnType::Amount}};
    return columns;
}

void writeCorrections(const std::vector<CorrectionsForReason>& all, foundation::RowWriter& out)
{
    out.begin(correctionColumns());
    for (const CorrectionsForReason& one : all) {
        out.text(one.reason);
        for (const CorrectedUnits& sum : {one.writtenOff, one.under, one.over}) {
            out.integer(sum.units);
            out.amount(sum.cost);
        }
        out.endRow();
    }
    out.end();
}

} // namespace giftbox::reports
