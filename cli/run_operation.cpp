#include "cli/run_operation.h"

#include "cli/context.h"
#include "cli/looks.h"
#include "foundation/digest.h"
#include "foundation/fold.h"
#include "operations/call.h"
#include "operations/shown_rows.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

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
    case FieldType::Received:
        return "SKU:UNITS:TOTAL";
    default:
        return "TEXT";
    }
}

/// `SKU[:UNITS]` or `CATEGORY[:UNITS]`, as `option` takes it; one unit where none are given.
std::pair<std::string, std::int64_t> withUnits(const std::string& option, const std::string& text)
{
    const auto colon = text.rfind(':');
    return {foundation::entered(text.substr(0, colon)),
            colon == std::string::npos
                ? 1
                : parseInteger(text.substr(colon + 1), "the units of " + option + " " + text)};
}

/// The last argument of a command that takes a file.
constexpr const char* kFile = "FILE";
constexpr std::size_t kMostText = 1U << 20U;
constexpr std::size_t kMostFile = 1U << 26U;

/// What a file says, or standard input; more than `most` bytes are cut off.
std::string readFile(const std::string& path, std::size_t most)
{
    std::ifstream file;
    errno = 0;
    if (path != "-") {
        file.open(path, std::ios::binary);
    }
    std::istream& in = path == "-" ? std::cin : file;
    std::string text(most, '\0');
    in.read(text.data(), std::streamsize(text.size()));
    if (in.bad() || (!in && !in.eof())) {
        throw foundation::Refusal("file.unreadable/why",
                                  {{"path", path}, {"why", std::strerror(errno)}});
    }
    text.resize(std::size_t(in.gcount()));
    return text;
}

bool isList(FieldType type) { return !operations::lineFields(type).empty(); }

bool isAsked(const FieldInfo& field) { return field.asked != foundation::Asked::ByPrograms; }

Parameter parameterOf(const FieldInfo& field)
{
    Parameter parameter{.name = optionOf(field),
                        .value = {},
                        .help = std::string(field.help),
                        .need = isList(field.type)                         ? Need::Repeatable
                                : field.need != foundation::Need::Optional ? Need::Required
                                                                           : Need::Optional};
    parameter.value = parameter.isPositional() || field.isFlag ? "" : valueOf(field);
    if (field.isInFile) {
        parameter.help = "a file with it, - for standard input; " + parameter.help;
    }
    if (parameter.isPositional() && !field.choices.empty()) {
        parameter.help += ": " + std::string(field.choices);
    }
    return parameter;
}

/// `24`, `3x12` packs of 12, or `3x` packs of the item's size.
void takeUnits(JsonFields& line, const std::string& text, const std::string& what)
{
    const auto times = text.find('x');
    if (times == std::string::npos) {
        line["units"] = parseInteger(text, "the units of " + what);
        return;
    }
    line["packs"] = parseInteger(text.substr(0, times), "the packs of " + what);
    if (const std::string size = text.substr(times + 1); !size.empty()) {
        line["pack_size"] = parseInteger(size, "the pack size of " + what);
    }
}

/// `SKU:UNITS:TOTAL` or `SKU:UNITS@PRICE`; what is left out is for the rules to miss.
JsonFields receivedLineOf(const std::string& option, const std::string& text)
{
    const auto colon = std::min(text.find(':'), text.size());
    JsonFields line = {{"sku", foundation::entered(text.substr(0, colon))}};
    const std::string rest = colon < text.size() ? text.substr(colon + 1) : "";
    const auto cost = std::min(rest.find_first_of(":@"), rest.size());
    if (cost > 0) {
        takeUnits(line, rest.substr(0, cost), option + " " + text);
    }
    if (cost < rest.size()) {
        line[rest[cost] == '@' ? "price" : "cost"] = rest.substr(cost + 1);
    }
    return line;
}

/// An object of a list: the text before the colon and the units after it.
JsonFields lineOf(const FieldInfo& field, const std::string& text)
{
    const std::string key(operations::lineFields(field.type).front().name);
    if (field.type == FieldType::Names) {
        return {{key, text}};
    }
    if (field.type == FieldType::Received) {
        return receivedLineOf(optionOf(field), text);
    }
    const auto [word, units] = withUnits(optionOf(field), text);
    return {{key, word}, {"units", units}};
}

void take(JsonBody& said, const FieldInfo& field, Context& context)
{
    const Arguments& given = context.arguments();
    const std::string option = optionOf(field);
    const std::string name(field.name);
    if (!given.has(option)) {
        return;
    }
    if (isList(field.type)) {
        for (const std::string& text : given.allRaw(option)) {
            said.lists[name].push_back(lineOf(field, text));
        }
    } else if (field.isInFile) {
        const std::string text = readFile(given.path(option), kMostText);
        context.keyCovers(option, foundation::sha256(text));
        said.fields.emplace(name, text);
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

} // namespace

std::vector<Parameter> parametersOf(std::span<const FieldInfo> fields)
{
    std::vector<Parameter> parameters;
    for (const FieldInfo& field : fields) {
        if (isAsked(field)) {
            parameters.push_back(parameterOf(field));
        }
    }
    return parameters;
}

JsonBody saidIn(Context& context, std::span<const FieldInfo> fields)
{
    JsonBody said;
    for (const FieldInfo& field : fields) {
        if (isAsked(field)) {
            take(said, field, context);
        }
    }
    return said;
}

namespace {

Call callOf(Context& context, const Operation& operation)
{
    Call call(operation, saidIn(context, operation.fields),
              {.store = {}, .login = {}, .roles = {}});
    call.isDryRun = context.arguments().has("--dry-run");
    return call;
}

/// What people see less of than programs.
std::string_view hiddenBy(const Look& look, Context& context)
{
    return context.output().format() == Format::Table ? look.hidden : std::string_view();
}

/// All pages. Returns how many rows there are.
std::int64_t writeRows(Context& context, const books::ReadTransaction& tx, Call& call,
                       const Look& look)
{
    const auto out = context.output().writer(tx.store().currency, look.shapeOf(call));
    operations::ShownRows list(*out, hiddenBy(look, context));
    do {
        call.setPage(kRowsAtOnce, std::exchange(call.next, std::nullopt));
        call.operation().read(call, tx, list);
    } while (call.next);
    out->end();
    return list.rows();
}

int runRead(Context& context, const Operation& operation)
{
    Call call = callOf(context, operation);
    call.progress = context.progress(std::string(operation.command));
    const Look look = lookOf(operation.command);
    std::int64_t rows = 0;
    std::string note;
    context.read([&](const books::ReadTransaction& tx) {
        call.today = context.today();
        const bool isTable = context.output().format() == Format::Table;
        if (isTable && look.whole != nullptr) {
            look.whole(context, tx, call);
        } else {
            rows = writeRows(context, tx, call, look);
        }
        if (isTable && look.below != nullptr) {
            look.below(context, tx, call);
        }
        note = look.note != nullptr ? look.note(tx, call) : "";
    });
    context.noteIfAny(note);
    return rows > 0 ? look.statusOfRows : 0;
}

void prepare(Context& context, Call& call, const Look& look)
{
    if (call.operation().prepare == nullptr || context.isDone()) {
        return;
    }
    call.today = context.today();
    look.prepare != nullptr ? look.prepare(context, call)
                            : call.operation().prepare(call, context.database());
}

int runChange(Context& context, const Operation& operation)
{
    Call call = callOf(context, operation);
    std::string file;
    if (operation.takesFile()) {
        file = readFile(context.arguments().path(kFile), kMostFile);
        context.keyCovers(kFile, foundation::sha256(file));
        call.file = file;
    }
    const Look look = lookOf(operation.command);
    prepare(context, call, look);
    std::string note;
    const auto work = [&](books::WriteTransaction& tx, foundation::RowWriter& out) {
        call.today = tx.today();
        operation.write(call, tx, out);
        note = look.note != nullptr ? look.note(tx, call) : "";
    };
    int status = 0;
    try {
        status = context.change(look.shapeOf(call), work, hiddenBy(look, context),
                                [&](const foundation::RecordedRows& rows) {
                                    return look.instead != nullptr && !call.isDryRun &&
                                           look.instead(context, call, rows);
                                });
    } catch (const foundation::Refusal& refusal) {
        if (operation.withSubstitutes == nullptr || !gifting::asksForSubstitutes(refusal)) {
            throw;
        }
        throw books::read(context.database(), context.storeCode(),
                          [&](const books::ReadTransaction& tx) {
                              return operation.withSubstitutes(call, tx, refusal);
                          });
    }
    context.noteIfAny(note);
    const auto undone =
        call.isDryRun ? std::nullopt : operations::finish(operation, context.database());
    if (undone) {
        context.note(undone->text());
        return foundation::exitStatusOf(foundation::RefusalKind::Failed);
    }
    return status;
}

/// What undoes it, and what cannot be undone.
std::string wordsOfUndo(const Operation& operation)
{
    std::string words(operation.oneWay);
    const std::string_view other = operation.inverse.command;
    if (!other.empty() && other != operation.command) {
        words += (words.empty() ? "" : " ") + std::string("What undoes it: giftbox ") +
                 std::string(other) + ".";
    }
    return words;
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
        std::vector<Parameter> parameters = parametersOf(operation.fields);
        if (operation.takesFile()) {
            parameters.push_back({kFile, "", "the file; - for standard input", Need::Required});
        }
        if (operation.isChange()) {
            parameters.push_back(
                {"--dry-run", "", "show the result without writing anything", Need::Optional});
        }
        commands.push_back(
            {.group = space == std::string::npos ? "" : command.substr(0, space),
             .name = space == std::string::npos ? command : command.substr(space + 1),
             .summary = std::string(operation.summary),
             .parameters = std::move(parameters),
             .example = "giftbox " + command + (operation.example.empty() ? "" : " ") +
                        std::string(operation.example),
             .run =
                 [&operation](Context& context) {
                     return operation.isChange() ? runChange(context, operation)
                                                 : runRead(context, operation);
                 },
             .words = wordsOfUndo(operation)});
    }
    return commands;
}

} // namespace giftbox::cli
