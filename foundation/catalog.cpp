#include "foundation/catalog.h"

#include "foundation/check.h"
#include "foundation/embedded.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace giftbox::foundation {

namespace {

struct KindRow {
    std::string_view name;
    int exit;
    int http;
};

/// In the order of RefusalKind.
constexpr auto kKinds = std::to_array<KindRow>({{"part", 0, 0},
                                                {"invalid", 1, 422},
                                                {"doubtful", 1, 422},
                                                {"short", 1, 422},
                                                {"over", 1, 422},
                                                {"unknown", 1, 404},
                                                {"conflict", 1, 409},
                                                {"forbidden", 1, 403},
                                                {"unauthenticated", 1, 401},
                                                {"unreadable", 1, 400},
                                                {"wrongmethod", 1, 405},
                                                {"wrongtype", 1, 415},
                                                {"unavailable", 1, 503},
                                                {"failed", 3, 500}});

/// In the order of docs/errors.md.
constexpr auto kFiles = std::to_array<std::string_view>(
    {"store", "values", "items", "purchasing", "deliveries", "boxes", "selection", "planner",
     "caps", "notes", "months", "journal", "people", "web", "files", "failures"});

const KindRow& rowOf(RefusalKind kind) { return kKinds.at(static_cast<std::size_t>(kind)); }

/// Removes and returns the text before `mark`, or all of it.
std::string_view takeUntil(std::string_view& text, char mark)
{
    const std::size_t end = std::min(text.find(mark), text.size());
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return taken;
}

/// `stock.short short units`
CatalogRow headOf(std::string_view line)
{
    CatalogRow row;
    row.key = takeUntil(line, ' ');
    const auto kind = std::ranges::find(kKinds, takeUntil(line, ' '), &KindRow::name);
    GIFTBOX_CHECK(kind != kKinds.end());
    row.kind = static_cast<RefusalKind>(kind - kKinds.begin());
    row.field = line;
    return row;
}

/// A line of a row: its sentence, or the text after a mark.
void addTo(CatalogRow& row, std::string_view line)
{
    line.remove_prefix(2);
    std::string_view& cell = line.starts_with("$ ")   ? row.command
                             : line.starts_with("@ ") ? row.page
                             : line.starts_with("? ") ? row.when
                             : line.starts_with("! ") ? row.then
                                                      : row.says;
    cell = &cell == &row.says ? line : line.substr(2);
}

CatalogPart partOf(std::string_view text)
{
    CatalogPart part{.title = takeUntil(text, '\n').substr(2), .rows = {}};
    while (!text.empty()) {
        const std::string_view line = takeUntil(text, '\n');
        if (line.starts_with("  ")) {
            addTo(part.rows.back(), line);
        } else if (!line.empty()) {
            part.rows.push_back(headOf(line));
        }
    }
    return part;
}

std::vector<CatalogPart> readCatalog()
{
    static std::array<std::string, kFiles.size()> texts; // the rows refer to these
    std::vector<CatalogPart> parts;
    for (std::size_t i = 0; i < kFiles.size(); ++i) {
        const auto text = embeddedFile("foundation/refusals/" + std::string(kFiles[i]) + ".txt");
        GIFTBOX_CHECK(text.has_value());
        texts[i] = *text;
        parts.push_back(partOf(texts[i]));
    }
    return parts;
}

std::unordered_map<std::string_view, const CatalogRow*> rowsByKey()
{
    std::unordered_map<std::string_view, const CatalogRow*> rows;
    for (const CatalogPart& part : catalog()) {
        for (const CatalogRow& row : part.rows) {
            rows.emplace(row.key, &row);
        }
    }
    return rows;
}

} // namespace

int exitStatusOf(RefusalKind kind) { return rowOf(kind).exit; }
int httpStatusOf(RefusalKind kind) { return rowOf(kind).http; }

std::span<const CatalogPart> catalog()
{
    static const std::vector<CatalogPart> parts = readCatalog();
    return parts;
}

const CatalogRow* findCatalogRow(std::string_view key)
{
    static const auto rows = rowsByKey();
    const auto found = rows.find(key);
    return found == rows.end() ? nullptr : found->second;
}

const CatalogRow& catalogRow(std::string_view key)
{
    const CatalogRow* row = findCatalogRow(key);
    GIFTBOX_CHECK(row != nullptr);
    return *row;
}

std::string catalogDocument()
{
    std::string text;
    for (const CatalogPart& part : catalog()) {
        text += "### " + std::string(part.title) +
                "\n\n| code | when | what to do | exit | API |\n| --- | --- | --- | --- | --- |\n";
        for (const CatalogRow& row : part.rows) {
            if (!row.when.empty()) {
                text.append("| `")
                    .append(row.key)
                    .append("` | ")
                    .append(row.when)
                    .append(" | ")
                    .append(row.then);
                text += " | " + std::to_string(exitStatusOf(row.kind)) + " | " +
                        std::to_string(httpStatusOf(row.kind)) + " |\n";
            }
        }
        text += "\n";
    }
    return text;
}

} // namespace giftbox::foundation
