#include "reports/explain.h"

#include "reports/cells.h"

namespace giftbox::reports {

using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;

std::string_view toText(TermKind kind)
{
    switch (kind) {
    case TermKind::Figure:
        return "figure";
    case TermKind::Term:
        return "term";
    case TermKind::Divisor:
        return "divisor";
    case TermKind::Factor:
        return "factor";
    case TermKind::Source:
        break;
    }
    return "source";
}

const std::vector<Column>& termColumns()
{
    static const std::vector<Column> columns = {
        {"level", "Level", ColumnType::Integer},
        {"kind", "Kind", ColumnType::Code},
        {"what", "What", ColumnType::Text},
        {"subject", "Explained by", ColumnType::Text, Cells::MaybeEmpty},
        {"on", "Day", ColumnType::Date, Cells::MaybeEmpty},
        {"sku", "SKU", ColumnType::Code, Cells::MaybeEmpty},
        {"count", "Count", ColumnType::Integer, Cells::MaybeEmpty},
        {"amount", "Amount", ColumnType::Amount, Cells::MaybeEmpty},
        {"reference", "Reference", ColumnType::Text, Cells::MaybeEmpty},
        {"recipient", "Recipient", ColumnType::Code, Cells::MaybeEmpty},
        {"event", "Event", ColumnType::Integer, Cells::MaybeEmpty}};
    return columns;
}

void writeTerm(const Term& term, RowWriter& out)
{
    out.integer(term.level);
    out.code(toText(term.kind));
    out.text(term.what);
    sentenceOrEmpty(out, term.subject);
    dateOrEmpty(out, term.on);
    term.sku.empty() ? out.empty() : out.code(term.sku);
    integerOrEmpty(out, term.count);
    amountOrEmpty(out, term.amount);
    sentenceOrEmpty(out, term.reference);
    term.recipient.empty() ? out.empty() : out.personal(foundation::Personal::Code, term.recipient);
    integerOrEmpty(out, term.event > 0 ? std::optional(term.event) : std::nullopt);
    out.endRow();
}

} // namespace giftbox::reports
