#include "reports/count_rows.h"

#include "reports/cells.h"

namespace giftbox::reports {

using books::Store;
using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;
using gifting::CountLine;
using gifting::CountSession;
using gifting::PostedCount;

namespace {

void momentOrEmpty(RowWriter& out, const std::optional<foundation::Instant>& at)
{
    at ? out.code(toText(*at)) : out.empty();
}

void writeBooks(const CountSession& count, const CountLine& line, RowWriter& out)
{
    out.integer(line.expected);
    integerOrEmpty(out, count.isOpen() ? std::optional(line.movedSinceStart) : std::nullopt);
    integerOrEmpty(out, !line.entry      ? std::nullopt
                        : count.isOpen() ? std::optional(line.entry->difference())
                                         : std::optional(line.postedUnits));
    amountOrEmpty(out, line.postedCost);
}

} // namespace

const std::vector<Column>& countColumns()
{
    static const std::vector<Column> columns = {
        {"no", "No.", ColumnType::Integer},
        {"on", "Day", ColumnType::Date},
        {"scope", "Scope", ColumnType::Code},
        {"scope_value", "Bin or category", ColumnType::Text, Cells::MaybeEmpty},
        {"state", "State", ColumnType::Code},
        {"items", "Items", ColumnType::Integer},
        {"counted", "Counted", ColumnType::Integer},
        {"started_by", "Started by", ColumnType::Text},
        {"started_at", "Started", ColumnType::Date},
        {"ended_by", "Ended by", ColumnType::Text, Cells::MaybeEmpty},
        {"ended_at", "Ended", ColumnType::Date, Cells::MaybeEmpty},
        {"reason", "Reason", ColumnType::Text, Cells::MaybeEmpty}};
    return columns;
}

void writeCount(const books::ReadTransaction& tx, const CountSession& count, RowWriter& out)
{
    const gifting::CountProgress progress = progressOf(tx, count.number);
    out.integer(count.number.value);
    out.date(count.on);
    out.code(toText(count.scope));
    sentenceOrEmpty(out, count.scopeValue);
    out.code(toText(count.state));
    out.integer(progress.items);
    out.integer(progress.counted);
    out.text(count.startedBy);
    out.code(toText(count.startedAt));
    sentenceOrEmpty(out, count.endedBy);
    momentOrEmpty(out, count.endedAt);
    sentenceOrEmpty(out, count.reason);
    out.endRow();
}

std::string_view stateOf(const Store& store, const CountSession& count, const CountLine& line)
{
    if (!line.entry) {
        return "open";
    }
    if (line.isCorrectedSince) {
        return "again";
    }
    return count.isOpen() && gifting::isOverUnits(store, count, *line.entry) ? "second" : "counted";
}

const std::vector<Column>& countLineColumns()
{
    static const std::vector<Column> columns = {
        {"sku", "Item", ColumnType::Code},
        {"name", "Name", ColumnType::Text},
        {"bin", "Bin", ColumnType::Text, Cells::MaybeEmpty},
        {"state", "State", ColumnType::Code},
        {"counted", "Counted", ColumnType::Integer, Cells::MaybeEmpty},
        {"times", "Times", ColumnType::Integer},
        {"counted_by", "Counted by", ColumnType::Text, Cells::MaybeEmpty},
        {"counted_at", "Counted at", ColumnType::Date, Cells::MaybeEmpty},
        {"books", "In the books at the start", ColumnType::Integer, Cells::MaybeEmpty},
        {"moved", "Moved since", ColumnType::Integer, Cells::MaybeEmpty},
        {"difference", "Difference", ColumnType::Integer, Cells::MaybeEmpty},
        {"cost", "Cost", ColumnType::Amount, Cells::MaybeEmpty}};
    return columns;
}

void writeCountLine(const Store& store, const CountSession& count, const CountLine& line,
                    BooksShown shown, RowWriter& out)
{
    out.code(line.sku);
    out.text(line.name);
    sentenceOrEmpty(out, line.bin);
    out.code(stateOf(store, count, line));
    integerOrEmpty(out, line.entry ? std::optional(line.entry->units) : std::nullopt);
    out.integer(line.entry ? line.entry->turn : 0);
    sentenceOrEmpty(out, line.entry ? line.entry->by : "");
    momentOrEmpty(out, line.entry ? std::optional(line.entry->at) : std::nullopt);
    if (shown == BooksShown::Yes) {
        writeBooks(count, line, out);
    } else {
        for (int i = 0; i < 4; ++i) {
            out.empty();
        }
    }
    out.endRow();
}

const std::vector<Column>& postedCountColumns()
{
    static const std::vector<Column> columns = {
        {"no", "No.", ColumnType::Integer},
        {"on", "Day", ColumnType::Date},
        {"counted", "Counted", ColumnType::Integer},
        {"uncounted", "Not counted", ColumnType::Integer},
        {"accuracy_percent", "Accuracy (percent)", ColumnType::Integer, Cells::MaybeEmpty},
        {"units_over", "Units over", ColumnType::Integer, Cells::MaybeEmpty},
        {"cost_over", "Cost over", ColumnType::Amount, Cells::MaybeEmpty},
        {"units_under", "Units under", ColumnType::Integer, Cells::MaybeEmpty},
        {"cost_under", "Cost under", ColumnType::Amount, Cells::MaybeEmpty}};
    return columns;
}

std::int64_t accuracyOf(const PostedCount& posted)
{
    return posted.counted == 0 ? 100 : posted.agreed * 100 / posted.counted;
}

void writePostedCount(const PostedCount& posted, BooksShown shown, RowWriter& out)
{
    out.integer(posted.count.number.value);
    out.date(posted.count.on);
    out.integer(posted.counted);
    out.integer(posted.uncounted);
    if (shown == BooksShown::Yes) {
        out.integer(accuracyOf(posted));
        out.integer(posted.unitsOver);
        out.amount(posted.costOver);
        out.integer(posted.unitsUnder);
        out.amount(posted.costUnder);
    } else {
        for (int i = 0; i < 5; ++i) {
            out.empty();
        }
    }
    out.endRow();
}

} // namespace giftbox::reports
