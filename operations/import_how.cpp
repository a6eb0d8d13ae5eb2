#include "operations/import_how.h"

#include "exchange/read_fields.h"
#include "exchange/reading/answers.h"
#include "foundation/text.h"

namespace giftbox::operations {

using foundation::FieldInfo;
using foundation::FieldType;
using foundation::Refusal;

namespace {

/// `comma, tab or pipe`.
std::string oneOf(const std::vector<std::string>& choices)
{
    std::string text;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        text += (i == 0 ? "" : i + 1 == choices.size() ? " or " : ", ") + choices[i];
    }
    return text;
}

/// Reads the word of a field. Throws Refusal `import.answer`.
template <class T, class Named>
void take(const Call& call, std::string_view name, T& to, Named named)
{
    const std::string text = call.text(name);
    if (text.empty()) {
        return;
    }
    const auto value = named(text);
    if (!value) {
        throw Refusal("import.answer",
                      {{"field", name},
                       {"text", text},
                       {"choices", oneOf(choicesOf(call.operation().field(name)))}})
            .about(name);
    }
    to = *value;
}

enum class Equals { First, Last };

/// The two sides of `COLUMN=FIELD`. Throws Refusal `import.answer/pair`.
std::pair<std::string, std::string> pairIn(const Call& call, std::string_view name,
                                           const std::string& text, Equals equals)
{
    const auto at = equals == Equals::First ? text.find('=') : text.rfind('=');
    if (at == std::string::npos || at == 0) {
        throw Refusal(
            "import.answer/pair",
            {{"field", name}, {"text", text}, {"form", call.operation().field(name).value}})
            .about(name);
    }
    return {foundation::entered(text.substr(0, at)), foundation::entered(text.substr(at + 1))};
}

void takeColumns(const Call& call, ImportHow& how)
{
    for (const std::string& text : call.names("map")) {
        const auto [column, field] = pairIn(call, "map", text, Equals::Last);
        how.answers.columns[column] = field == "-" ? "" : field;
    }
    for (const std::string& text : call.names("set")) {
        const auto [field, value] = pairIn(call, "set", text, Equals::First);
        how.answers.values[field] = value;
    }
}

constexpr FieldInfo kImportFields[] = {
    {.name = "ignored",
     .type = FieldType::Names,
     .title = "Columns to ignore",
     .help = "a column to ignore; repeat as needed",
     .option = "--ignore",
     .value = "COLUMN"},
    {.name = "map",
     .type = FieldType::Names,
     .title = "Columns",
     .help = "take the file's column as this field; - as the field leaves it out; repeat as "
             "needed",
     .value = "COLUMN=FIELD"},
    {.name = "set",
     .type = FieldType::Names,
     .title = "Values",
     .help = "the value of rows without their own; repeat as needed",
     .value = "FIELD=VALUE"},
    {.name = "mapping",
     .title = "Mapping",
     .help = "the name under which these answers are kept for the next file with the same "
             "columns; default on the command line: the file's name",
     .value = "NAME"},
    {.name = "update",
     .type = FieldType::YesNo,
     .title = "Update",
     .help = "also change items or recipients that are there",
     .isFlag = true},
    {.name = "update_only",
     .type = FieldType::YesNo,
     .title = "Update only",
     .help = "change those that are there, and add none",
     .isFlag = true},
    {.name = "unit_cost",
     .type = FieldType::YesNo,
     .title = "Cost per unit",
     .help = "for receipts: the cost is per unit",
     .isFlag = true},
    {.name = "zero_codes",
     .title = "Zeros of codes",
     .help = "a code that differs from one that is there only by zeros at its beginning",
     .choices = "same|new"},
    {.name = "no_code",
     .title = "No code",
     .help = "rows without a code: make one from the name (default), leave them out, or refuse "
             "them",
     .choices = "make|leave-out|refuse"},
    {.name = "encoding",
     .title = "Encoding",
     .help = "the encoding, if not recognized",
     .choices = "UTF-8|UTF-16|UTF-16BE|Windows-1252"},
    {.name = "separator",
     .title = "Separator",
     .help = "what parts the cells, if not recognized",
     .choices = "comma|semicolon|tab|pipe"},
    {.name = "decimal",
     .title = "Decimal mark",
     .help = "the decimal mark, if not recognized",
     .choices = "comma|point"},
    {.name = "dates",
     .title = "Order of dates",
     .help = "the order of dates, if not recognized",
     .choices = "ymd|mdy|dmy"}};

} // namespace

const std::vector<FieldInfo>& importFields()
{
    static const std::vector<FieldInfo> fields(std::begin(kImportFields), std::end(kImportFields));
    return fields;
}

ImportHow importHow(const Call& call)
{
    ImportHow how{.ignored = call.names("ignored"), .mapping = call.text("mapping")};
    foundation::Faults faults;
    exchange::Answers& answers = how.answers;
    faults.check([&] { takeColumns(call, how); });
    faults.check([&] { take(call, "zero_codes", how.zeroCodes, exchange::zeroCodesNamed); });
    faults.check([&] { take(call, "no_code", answers.noCode, exchange::noCodeNamed); });
    faults.check([&] { take(call, "encoding", answers.encoding, exchange::encodingNamed); });
    faults.check([&] { take(call, "separator", answers.separator, exchange::separatorNamed); });
    faults.check([&] { take(call, "decimal", answers.decimalMark, exchange::markNamed); });
    faults.check([&] { take(call, "dates", answers.dateOrder, exchange::dateOrderNamed); });
    faults.throwIfAny();
    answers.isUnitCost = call.isYes("unit_cost");
    how.changes = call.isYes("update_only") ? exchange::Changes::UpdateOnly
                  : call.isYes("update")    ? exchange::Changes::Both
                                            : exchange::Changes::Add;
    return how;
}

void requireTable(const Call& call, std::string_view kind)
{
    for (const FieldInfo& field : importFields()) {
        const bool isSaid =
            field.type == FieldType::Names ? !call.names(field.name).empty() : call.has(field.name);
        if (isSaid && field.name != "ignored" && !exchange::readFieldsOf(kind)) {
            throw Refusal("import.table_only", {{"field", field.name}}).about(field.name);
        }
    }
}

} // namespace giftbox::operations
