#include "cli/run_operation.h"

#include "cli/box_rows.h"
#include "cli/context.h"
#include "cli/looks.h"
#include "operations/call.h"

#include <algorithm>

namespace giftbox::cli {

using foundation::FieldInfo;
using foundation::FieldType;
using foundation::JsonBody;
using foundation::JsonFields;
using operations::Call;
using operations::Operation;

namespace {

constexpr std::int64_t kRowsAtOnce = 10'000;

/// `--pack-size` for `pack_size`.
std::string optionOf(const FieldInfo& field)
{
    std::string option =
        field.option.empty() ? "--" + std::string(field.name) : std::string(field.option);
    std::ranges::replace(option, '_', '-');
    return option;
}

/// The placeholder of the value in the help.
std::string valueOf(const FieldInfo& field)
{
    if (!field.value.empty() || !field.choices.empty()) {
        return std::string(field.value.empty() ? field.choices : field.value);
    }
    switch (field.type) {
    case FieldType::Integer:
        return "N";
    case FieldType::Amount:
        return "AMOUNT";
    case FieldType::Date:
        return "YYYY-MM-DD";
    case FieldType::Month:
        return "YYYY-MM";
    case FieldType::YesNo:
        return "yes|no";
    case FieldType::Lines:
        return "SKU[:UNITS]";
    case FieldType::Categories:
        return "CATEGORY[:UNITS]";
    case FieldType::Names:
        return "NAME";
    default:
        return "TEXT";
    }
}

bool isList(FieldType type) { return !operations::lineFields(type).empty(); }

Parameter parameterOf(const FieldInfo& field)
{
    Parameter parameter{.name = optionOf(field),
                        .value = {},
                        .help = std::string(field.help),
                        .need = isList(field.type)                         ? Need::Repeatable
                                : field.need != foundation::Need::Optional ? Need::Required
                                                                           : Need::Optional};
    parameter.value = parameter.isPositional() || field.isFlag ? "" : valueOf(field);
    if (parameter.isPositional() && !field.choices.empty()) {
        parameter.help += ": " + std::string(field.choices);
    }
    return parameter;
}

std::vector<Parameter> parametersOf(const Operation& operation)
{
    std::vector<Parameter> parameters;
    for (const FieldInfo& field : operation.fields) {
        parameters.push_back(parameterOf(field));
    }
    if (operation.isChange()) {
        parameters.push_back(
            {"--dry-run", "", "show the result without writing anything", Need::Optional});
    }
    return parameters;
}

/// An object of a list: the text before the colon and the units after it.
JsonFields lineOf(const FieldInfo& field, const std::string& text)
{
    const std::string key(operations::lineFields(field.type).front().name);
    if (field.type == FieldType::Names) {
        return {{key, text}};
    }
    const auto [word, units] = withUnits(optionOf(field), text);
    return {{key, word}, {"units", units}};
}

void take(JsonBody& said, const FieldInfo& field, const Arguments& given)
{
    const std::string option = optionOf(field);
    const std::string name(field.name);
    if (!given.has(option)) {
        return;
    }
    if (isList(field.type)) {
        for (const std::string& text : given.allRaw(option)) {
            said.lists[name].push_back(lineOf(field, text));
        }
    } else if (field.isFlag) {
        said.fields.emplace(name, "yes");
    } else if (field.type == FieldType::Integer) {
        const bool empties = field.mayBeEmptied && given.text(option).empty();
        said.fields.emplace(name, empties ? foundation::JsonScalar("")
                                          : foundation::JsonScalar(given.integer(option)));
    } else {
        (void)(field.type == FieldType::YesNo && given.maybeYesNo(option));
        said.fields.emplace(name, given.path(option));
    }
}

Call callOf(Context& context, const Operation& operation)
{
    JsonBody said;
    for (const FieldInfo& field : operation.fields) {
        take(said, field, context.arguments());
    }
    Call call(operation, std::move(said), {.store = {}, .login = {}, .roles = {}});
    call.isDryRun = context.arguments().has("--dry-run");
    return call;
}

/// Joins the pages of a list into one.
class OneList final : public foundation::RowWriter {
public:
    explicit OneList(foundation::RowWriter& out) : out_(out) {}
    void begin(std::span<const foundation::Column> columns) override
    {
        if (!std::exchange(isBegun_, true)) {
            out_.begin(columns);
        }
    }
    void text(std::string_view value) override { out_.text(value); }
    void code(std::string_view value) override { out_.code(value); }
    void integer(std::int64_t value) override { out_.integer(value); }
    void amount(foundation::Money value) override { out_.amount(value); }
    void date(foundation::Date value) override { out_.date(value); }
    void month(foundation::Month value) override { out_.month(value); }
    void empty() override { out_.empty(); }
    void sentences(const std::vector<foundation::Sentence>& value) override
    {
        out_.sentences(value);
    }
    void endRow() override { out_.endRow(); }
    void end() override {}

private:
    foundation::RowWriter& out_;
    bool isBegun_ = false;
};

int runRead(Context& context, const Operation& operation)
{
    Call call = callOf(context, operation);
    const Look look = lookOf(operation.command);
    return context.read([&](const books::ReadTransaction& tx) {
        call.today = context.today();
        const auto out = context.output().writer(tx.store().currency, look.shapeOf(call));
        OneList list(*out);
        do {
            call.setPage(kRowsAtOnce, std::exchange(call.next, std::nullopt));
            operation.read(call, tx, list);
        } while (call.next);
        out->end();
        if (look.below != nullptr && context.output().format() == Format::Table) {
            look.below(context, tx, call);
        }
    });
}

int runChange(Context& context, const Operation& operation)
{
    Call call = callOf(context, operation);
    const Look look = lookOf(operation.command);
    const auto work = [&](books::WriteTransaction& tx, foundation::RowWriter& out) {
        call.today = tx.today();
        operation.write(call, tx, out);
    };
    int status = 0;
    try {
        status = context.change(look.shapeOf(call), work);
    } catch (const foundation::Refusal& refusal) {
        if (operation.withSubstitutes == nullptr || !gifting::asksForSubstitutes(refusal)) {
            throw;
        }
        throw books::read(context.database(), context.storeCode(),
                          [&](const books::ReadTransaction& tx) {
                              return operation.withSubstitutes(call, tx, refusal);
                          });
    }
    return look.afterwards != nullptr && !call.isDryRun ? look.afterwards(context) : status;
}

} // namespace

std::vector<Command> operationCommands()
{
    std::vector<Command> commands;
    for (const Operation& operation : operations::operations()) {
        if (operation.command.empty()) {
            continue;
        }
        const auto space = operation.command.find(' ');
        const std::string command(operation.command);
        commands.push_back(
            {.group = space == std::string::npos ? "" : command.substr(0, space),
             .name = space == std::string::npos ? command : command.substr(space + 1),
             .summary = std::string(operation.summary),
             .parameters = parametersOf(operation),
             .example = "giftbox " + command + (operation.example.empty() ? "" : " ") +
                        std::string(operation.example),
             .run = [&operation](Context& context) {
                 return operation.isChange() ? runChange(context, operation)
                                             : runRead(context, operation);
             }});
    }
    return commands;
}

} // namespace giftbox::cli
