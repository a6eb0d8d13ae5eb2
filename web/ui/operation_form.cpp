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

/// Field::type of a field.
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
    for (const std::string& selection : choicesOf(info)) {
        options.push_back({selection, capitalized(selection)});
    }
    return options;
}

/// Reads the single row, in the store's format.
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

/// The typed value in its canonical text.
foundation::JsonScalar valueIn(const RequestContext& context, const FieldInfo& info)
{
    const std::string name(info.name);
    const std::string& typed = context.form.text(name);
    if (typed.empty()) {
        return typed;
    }
    if (info.type == FieldType::Integer) {
        return integerIn(context.form, name);
    }
    if (info.type == FieldType::Amount) {
        return toText(amountIn(context.form, name, context.format), context.format.currency());
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

operations::Call callIn(const RequestContext& context, const Operation& operation)
{
    foundation::JsonBody said;
    for (const FieldInfo& info : operation.fields) {
        if (info.need == foundation::Need::Required &&
            info.asked == foundation::Asked::Everywhere && context.form.all(info.name).empty()) {
            throw foundation::Refusal("field.missing", {{"field", info.name}}).about(info.name);
        }
        const bool isSaid =
            info.mayBeEmptied ? !context.form.all(info.name).empty() : context.form.has(info.name);
        if (isSaid) {
            said.fields.emplace(info.name, valueIn(context, info));
        }
    }
    return {operation, std::move(said), context.caller()};
}

namespace {

/// Requires the numbers, amounts, days, and months that the form needs; they have no default. Throws Refusal about
/// the field.
void requireFilledIn(const RequestContext& context, const FormPage& page)
{
    foundation::Faults faults;
    for (const Field& field : page.fields) {
        const bool isLeftOut = field.isNeeded && !context.form.has(field.name);
        faults.check([&] {
            if (isLeftOut && field.type == "units") {
                (void)integerIn(context.form, field.name);
            } else if (isLeftOut && field.type == "amount") {
                (void)amountIn(context.form, field.name, context.format);
            } else if (isLeftOut && field.type == "date") {
                (void)dateIn(context.form, field.name);
            } else if (isLeftOut && field.type == "month") {
                (void)monthIn(context.form, field.name);
            }
        });
    }
    faults.throwIfAny();
}

} // namespace

Response runOperation(RequestContext& context, const FormPage& page, std::string_view command,
                      const std::function<Done(const AnsweredRow&)>& done,
                      const std::function<void(const books::ReadTransaction&)>& check)
{
    const Operation& operation = *operations::operationOf(command);
    return runForm(context, page, "web " + std::string(command), [&](books::WriteTransaction& tx) {
        requireFilledIn(context, page);
        if (check) {
            check(tx);
        }
        operations::Call call = callIn(context, operation);
        call.today = tx.today();
        RowReader answer(context.format);
        operation.write(call, tx, answer);
        return done(answer.row);
    });
}

} // namespace giftbox::web
