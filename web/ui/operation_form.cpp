#include "web/ui/operation_form.h"

#include "foundation/refusal.h"

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace giftbox::web {

using foundation::FieldInfo;
using foundation::FieldType;
using operations::Operation;

namespace {

std::string capitalized(std::string_view words)
{
    std::string text(words);
    if (!text.empty()) {
        text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    }
    return text;
}

/// Of HTML's input, and of Field.
std::string typeOf(const FieldInfo& info)
{
    if (!info.choices.empty() || info.type == FieldType::YesNo) {
        return "select";
    }
    switch (info.type) {
    case FieldType::Integer:
        return "units";
    case FieldType::Amount:
        return "amount";
    case FieldType::Date:
        return "date";
    case FieldType::Month:
        return "month";
    default:
        return "text";
    }
}

std::vector<Option> optionsOf(const FieldInfo& info)
{
    if (info.type == FieldType::YesNo) {
        return {{"no", "No"}, {"yes", "Yes"}};
    }
    std::vector<Option> options;
    for (const std::string& choice : choicesOf(info)) {
        options.push_back({choice, capitalized(choice)});
    }
    return options;
}

/// The one row, as people of the store write it.
class RowReader final : public foundation::RowWriter {
public:
    explicit RowReader(const StoreFormat& format) : format_(format) {}
    void begin(std::span<const foundation::Column> columns) override { columns_ = columns; }
    void text(std::string_view value) override { add(std::string(value)); }
    void code(std::string_view value) override { add(std::string(value)); }
    void integer(std::int64_t value) override { add(std::to_string(value)); }
    void amount(foundation::Money value) override { add(format_.withCode(value)); }
    void date(foundation::Date value) override { add(format_.shown(value)); }
    void month(foundation::Month value) override { add(format_.shown(value)); }
    void empty() override { add(""); }
    void sentences(const std::vector<foundation::Sentence>& value) override
    {
        add(textOf(value, format_));
    }
    void endRow() override {}
    void end() override {}

    AnsweredRow row;

private:
    void add(std::string value)
    {
        if (row.size() < columns_.size()) {
            row.emplace(columns_[row.size()].name, std::move(value));
        }
    }

    const StoreFormat& format_;
    std::span<const foundation::Column> columns_;
};

/// The value's only text, of what was typed.
foundation::JsonScalar valueIn(const Visit& visit, const FieldInfo& info)
{
    const std::string name(info.name);
    const std::string& typed = visit.form.text(name);
    if (typed.empty()) {
        return typed;
    }
    if (info.type == FieldType::Integer) {
        return integerIn(visit.form, name);
    }
    if (info.type == FieldType::Amount) {
        return toText(amountIn(visit.form, name, visit.format), visit.format.currency());
    }
    return typed;
}

} // namespace

std::vector<Field> fieldsOf(std::span<const FieldInfo> infos, const foundation::Said& now)
{
    std::vector<Field> fields;
    for (const FieldInfo& info : infos) {
        const auto value = now.find(info.name);
        Field field{.name = std::string(info.name),
                    .label = std::string(info.title),
                    .type = typeOf(info),
                    .value = value == now.end() ? "" : value->second,
                    .hint = capitalized(info.help),
                    .isNeeded = info.need != foundation::Need::Optional,
                    .answersTo = info.type == FieldType::Date ? std::vector<std::string>{"month"}
                                                              : std::vector<std::string>(),
                    .options = optionsOf(info)};
        field.isNeeded = field.isNeeded || field.type == "select";
        fields.push_back(std::move(field));
    }
    return fields;
}

Field& fieldNamed(std::vector<Field>& fields, std::string_view name)
{
    const auto found = std::ranges::find(fields, name, &Field::name);
    if (found == fields.end()) {
        throw std::logic_error("the form has no field " + std::string(name));
    }
    return *found;
}

operations::Call callIn(const Visit& visit, const Operation& operation)
{
    foundation::JsonBody said;
    for (const FieldInfo& info : operation.fields) {
        if (info.need == foundation::Need::Required &&
            info.asked == foundation::Asked::Everywhere && visit.form.all(info.name).empty()) {
            throw foundation::Refusal("field.missing", {{"field", info.name}}).about(info.name);
        }
        const bool isSaid =
            info.mayBeEmptied ? !visit.form.all(info.name).empty() : visit.form.has(info.name);
        if (isSaid) {
            said.fields.emplace(info.name, valueIn(visit, info));
        }
    }
    return {operation, std::move(said), visit.caller()};
}

namespace {

/// A number, amount, day, or month that the form needs is there: nothing stands for one that is left out. Throws
/// Refusal about the field.
void requireFilledIn(const Visit& visit, const FormPage& page)
{
    foundation::Faults faults;
    for (const Field& field : page.fields) {
        const bool isLeftOut = field.isNeeded && !visit.form.has(field.name);
        faults.check([&] {
            if (isLeftOut && field.type == "units") {
                (void)integerIn(visit.form, field.name);
            } else if (isLeftOut && field.type == "amount") {
                (void)amountIn(visit.form, field.name, visit.format);
            } else if (isLeftOut && field.type == "date") {
                (void)dateIn(visit.form, field.name);
            } else if (isLeftOut && field.type == "month") {
                (void)monthIn(visit.form, field.name);
            }
        });
    }
    faults.throwIfAny();
}

} // namespace

Response runOperation(Visit& visit, const FormPage& page, std::string_view command,
                      const std::function<Done(const AnsweredRow&)>& done,
                      const std::function<void(const books::ReadTransaction&)>& check)
{
    const Operation& operation = *operations::operationOf(command);
    return runForm(visit, page, "web " + std::string(command), [&](books::WriteTransaction& tx) {
        requireFilledIn(visit, page);
        if (check) {
            check(tx);
        }
        operations::Call call = callIn(visit, operation);
        call.today = tx.today();
        RowReader answer(visit.format);
        operation.write(call, tx, answer);
        return done(answer.row);
    });
}

} // namespace giftbox::web
