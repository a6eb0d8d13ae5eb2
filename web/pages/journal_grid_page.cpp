#include "accounting/journal_file.h"
#include "foundation/csv.h"
#include "web/pages/pages.h"
#include "web/ui/table.h"

#include <algorithm>
#include <sstream>

namespace giftbox::web {

using accounting::JournalBatch;
using accounting::JournalDetail;
using books::ReadTransaction;

namespace {

/// More lines of a batch are summed up by day or month before they are copied.
constexpr std::int64_t kLinesOfGrid = 1000;

/// The rows of the layout `neutral`, the names first.
std::vector<std::vector<std::string>> gridOf(const ReadTransaction& tx, const JournalBatch& batch,
                                             JournalDetail detail)
{
    std::string text;
    accounting::writeJournalFile(tx, batch, {.detail = detail},
                                 [&](std::string_view bytes) { text += bytes; });
    std::istringstream in(text);
    foundation::CsvReader reader(in, batch.key);
    std::vector<std::vector<std::string>> rows;
    while (reader.next()) {
        std::vector<std::string> row;
        for (std::size_t i = 0; i < reader.size(); ++i) {
            row.emplace_back(reader.cell(i));
            std::ranges::replace(row.back(), '\t', ' ');
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

/// The rows as a spreadsheet or a terminal takes them from the clipboard.
std::string tabbed(const std::vector<std::vector<std::string>>& rows)
{
    std::string text;
    for (auto row = rows.begin() + 1; row < rows.end(); ++row) {
        for (std::size_t i = 0; i < row->size(); ++i) {
            text += (i == 0 ? "" : "\t") + row->at(i);
        }
        text += "\n";
    }
    return text;
}

Table gridTable(const RequestContext& context, const std::vector<std::vector<std::string>>& rows)
{
    std::vector<Heading> headings;
    for (const std::string& name : rows.front()) {
        headings.push_back({.title = name, .isNumber = name == "debit" || name == "credit"});
    }
    Table table(std::move(headings), context.format);
    for (auto row = rows.begin() + 1; row < rows.end(); ++row) {
        for (const std::string& cell : *row) {
            table.text(cell);
        }
        table.endRow();
    }
    return table;
}

std::vector<View> detailsToSelect(const std::string& selected)
{
    std::vector<View> options;
    for (const char* const name : {"fact", "day", "month"}) {
        View view;
        view.text("name", name).flag("selected", selected == name);
        options.push_back(std::move(view));
    }
    return options;
}

} // namespace

Response journalGridPage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        const JournalBatch batch = accounting::requireBatch(tx, context.number());
        const bool isLong = batch.lines > kLinesOfGrid;
        const std::string detail = context.query.has("detail") ? context.query.text("detail")
                                   : isLong                    ? "month"
                                                               : "fact";
        const JournalDetail asked = accounting::parseJournalDetail(detail);
        const bool isShown = asked != JournalDetail::Fact || !isLong;
        View view;
        view.text("heading", batch.key)
            .text("batch", context.address("journal/" + std::to_string(batch.number)))
            .list("details", detailsToSelect(detail))
            .flag("is_shown", isShown)
            .text("most", context.format.shown(kLinesOfGrid));
        if (isShown) {
            const auto rows = gridOf(tx, batch, asked);
            view.text("text", tabbed(rows))
                .list("table", gridTable(context, rows).views("The batch has no lines."));
        }
        return context.page("journal_grid", "Grid of batch " + batch.key, view);
    });
}

} // namespace giftbox::web
