#include "foundation/recorded_rows.h"

#include "foundation/json.h"

#include <nlohmann/json.hpp>

namespace giftbox::foundation {

namespace {

using Json = nlohmann::json;

void writeCell(const Json& cell, RowWriter& out)
{
    if (!cell.is_object()) {
        cell.is_null()     ? out.empty()
        : cell.is_string() ? out.text(cell.get_ref<const std::string&>())
                           : out.integer(cell.get<std::int64_t>());
        return;
    }
    const std::string& kind = cell.begin().key();
    const Json& value = cell.begin().value();
    if (kind == "code") {
        out.code(value.get_ref<const std::string&>());
    } else if (kind == "amount") {
        out.amount({value.get<std::int64_t>()});
    } else if (kind == "date") {
        out.date(Date(value.get<std::int32_t>()));
    } else {
        out.month(Month(value.get<std::int32_t>()));
    }
}

/// Behind what is there already.
void append(std::string& list, std::string_view json)
{
    list += list.empty() ? "" : ",";
    list += json;
}

} // namespace

void RowRecorder::begin(std::span<const Column> columns)
{
    for (const Column& column : columns) {
        append(columns_, JsonObject()
                             .add("name", column.name)
                             .add("title", column.title)
                             .add("type", static_cast<std::int64_t>(column.type))
                             .text());
    }
}

void RowRecorder::text(std::string_view value)
{
    std::string cell;
    appendJsonString(cell, value);
    add(cell);
}

void RowRecorder::code(std::string_view value) { add(JsonObject().add("code", value).text()); }

void RowRecorder::add(std::string_view kind, std::int64_t number)
{
    add(JsonObject().add(kind, number).text());
}

void RowRecorder::add(std::string_view cell) { append(row_, cell); }

void RowRecorder::endRow() { append(rows_, "[" + std::exchange(row_, {}) + "]"); }

std::string RowRecorder::json(bool isUnchanged) const
{
    return JsonObject()
        .addRaw("columns", "[" + columns_ + "]")
        .addRaw("rows", "[" + rows_ + "]")
        .addRaw("unchanged", isUnchanged ? "true" : "false")
        .text();
}

bool RecordedRows::isUnchanged() const { return Json::parse(json_).at("unchanged").get<bool>(); }

void RecordedRows::replay(RowWriter& out) const
{
    const Json kept = Json::parse(json_);
    std::vector<Column> columns;
    for (const Json& column : kept.at("columns")) {
        columns.push_back({.name = column.at("name").get<std::string>(),
                           .title = column.at("title").get<std::string>(),
                           .type = static_cast<ColumnType>(column.at("type").get<int>())});
    }
    out.begin(columns);
    for (const Json& row : kept.at("rows")) {
        for (const Json& cell : row) {
            writeCell(cell, out);
        }
        out.endRow();
    }
    out.end();
}

} // namespace giftbox::foundation
