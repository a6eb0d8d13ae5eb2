#include "exchange/reading/answers.h"

#include "foundation/json.h"
#include "foundation/json_body.h"
#include "foundation/text.h"

#include <algorithm>
#include <charconv>

namespace giftbox::exchange {

namespace {

std::string pairsOf(const std::map<std::string, std::string>& pairs, const char* key,
                    const char* value)
{
    std::string json = "[";
    for (const auto& [name, said] : pairs) {
        json += (json.size() > 1 ? "," : "") +
                foundation::JsonObject().add(key, name).add(value, said).text();
    }
    return json + "]";
}

std::string textIn(const foundation::JsonFields& fields, std::string_view name)
{
    const auto found = fields.find(name);
    const auto* text = found == fields.end() ? nullptr : std::get_if<std::string>(&found->second);
    return text == nullptr ? "" : *text;
}

std::map<std::string, std::string> pairsIn(const foundation::JsonBody& body, std::string_view list,
                                           std::string_view key, std::string_view value)
{
    std::map<std::string, std::string> pairs;
    const auto found = body.lists.find(list);
    if (found != body.lists.end()) {
        for (const auto& one : found->second) {
            pairs[textIn(one, key)] = textIn(one, value);
        }
    }
    return pairs;
}

std::string_view wordOf(DateOrder order)
{
    return order == DateOrder::YearFirst    ? "year first"
           : order == DateOrder::MonthFirst ? "month first"
                                            : "day first";
}

std::string listOf(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

std::string counted(std::int64_t count, const std::string& what)
{
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

/// Only what matters for the file.
std::string formsOf(const Reading& reading)
{
    const Answers& used = reading.used;
    const auto isAny = [&](bool (Evidence::*are)() const) {
        return std::ranges::any_of(reading.columns,
                                   [&](const ReadColumn& one) { return (one.evidence.*are)(); });
    };
    std::string text = "read as " + std::string(nameOf(*used.encoding)) + ", separated by " +
                       std::string(nameOfSeparator(*used.separator)) + "s";
    if (isAny(&Evidence::areAmounts)) {
        text += ", decimal " + std::string(nameOfMark(*used.decimalMark));
    }
    if (isAny(&Evidence::areDates)) {
        text += ", dates " + std::string(wordOf(*used.dateOrder));
    }
    if (reading.isOrderAssumed) {
        text += " (assumed: every date could be read both ways)";
    }
    return text;
}

} // namespace

std::string_view nameOfMark(char mark) { return mark == ',' ? "comma" : "point"; }

std::optional<char> markNamed(std::string_view name)
{
    return name == "comma"   ? std::optional(',')
           : name == "point" ? std::optional('.')
                             : std::nullopt;
}

std::string toJson(const Answers& answers)
{
    std::string lines;
    for (const std::int64_t line : answers.lines) {
        lines += (lines.empty() ? "" : " ") + std::to_string(line);
    }
    std::string text =
        foundation::JsonObject()
            .add("encoding", answers.encoding ? nameOf(*answers.encoding) : "")
            .add("separator", answers.separator ? nameOfSeparator(*answers.separator) : "")
            .add("decimal", answers.decimalMark ? nameOfMark(*answers.decimalMark) : "")
            .add("dates", answers.dateOrder ? nameOf(*answers.dateOrder) : "")
            .add("no_code", nameOf(answers.noCode))
            .add("unit_cost", answers.isUnitCost ? "yes" : "no")
            .add("lines", lines)
            .text();
    text.pop_back();
    return text + ",\"columns\":" + pairsOf(answers.columns, "column", "field") +
           ",\"values\":" + pairsOf(answers.values, "field", "value") + "}";
}

Answers parseAnswers(std::string_view json)
{
    const foundation::JsonBody body = foundation::parseJsonBody(json);
    Answers answers;
    answers.encoding = encodingNamed(textIn(body.fields, "encoding"));
    answers.separator = separatorNamed(textIn(body.fields, "separator"));
    answers.decimalMark = markNamed(textIn(body.fields, "decimal"));
    answers.dateOrder = dateOrderNamed(textIn(body.fields, "dates"));
    answers.noCode = noCodeNamed(textIn(body.fields, "no_code")).value_or(NoCode::Make);
    answers.isUnitCost = textIn(body.fields, "unit_cost") == "yes";
    answers.columns = pairsIn(body, "columns", "column", "field");
    answers.values = pairsIn(body, "values", "field", "value");
    const std::string lines = textIn(body.fields, "lines");
    for (const char* at = lines.data(); at < lines.data() + lines.size();) {
        std::int64_t line = 0;
        const auto end = std::from_chars(at, lines.data() + lines.size(), line);
        if (end.ec != std::errc()) {
            break;
        }
        answers.lines.insert(line);
        at = end.ptr + 1;
    }
    return answers;
}

std::vector<std::string> described(const Reading& reading)
{
    std::vector<std::string> taken;
    std::vector<std::string> leftOut;
    std::vector<std::string> refused;
    for (const ReadColumn& column : reading.columns) {
        if (!column.field.empty()) {
            taken.push_back(column.name + " = " + column.field);
        } else if (column.decided == Decided::Refused) {
            refused.push_back(column.name);
        } else if (column.evidence.filled() > 0) {
            leftOut.push_back(column.name);
        }
    }
    std::vector<std::string> lines = {formsOf(reading)};
    if (!taken.empty()) {
        lines.push_back("columns: " + listOf(taken));
    }
    if (!leftOut.empty()) {
        lines.push_back("columns left out: " + listOf(leftOut));
    }
    if (!refused.empty()) {
        lines.push_back("columns never taken in, because they say what people spent: " +
                        listOf(refused));
    }
    for (const auto& [field, value] : reading.used.values) {
        lines.push_back("for rows without their own: " + field + " = " + value);
    }
    for (const LeftOutRow& row : reading.leftOut) {
        lines.push_back("line " + std::to_string(row.line) + " is left out (" +
                        std::string(nameOf(row.why)) + "): " + foundation::quoted(row.text));
    }
    if (reading.codesMade > 0) {
        lines.push_back(counted(reading.codesMade, "code") + " made from the name");
    }
    if (reading.codesFitted > 0) {
        lines.push_back(counted(reading.codesFitted, "code") +
                        " with a hyphen for signs that a code cannot have");
    }
    return lines;
}

} // namespace giftbox::exchange
