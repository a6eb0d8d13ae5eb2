#include "web/pages/import_reading.h"

#include "exchange/import_mapping.h"
#include "exchange/read_fields.h"
#include "exchange/reading/answers.h"
#include "exchange/reading/read_table.h"
#include "foundation/text.h"

#include <algorithm>

namespace giftbox::web {

using exchange::Answers;
using exchange::ReadColumn;
using exchange::ReadField;
using exchange::ReadFields;
using exchange::Reading;
using foundation::Refusal;

namespace {

/// Enough of a file to recognize it; the check reads all of it.
constexpr std::size_t kBytesShown = std::size_t{4} << 20;
constexpr std::size_t kMostCellBytes = 120;

struct Offered {
    std::string_view value;
    std::string_view text;
};

constexpr Offered kEncodings[] = {{"UTF-8", "The usual way (UTF-8)"},
                                  {"Windows-1252", "As older Excel saves them (Windows-1252)"},
                                  {"UTF-16", "As Excel's \"Unicode text\" (UTF-16)"},
                                  {"UTF-16BE", "UTF-16, the other way round"}};
constexpr Offered kSeparators[] = {
    {"comma", "Comma"}, {"semicolon", "Semicolon"}, {"tab", "Tab"}, {"pipe", "Pipe"}};
constexpr Offered kMarks[] = {{"point", "1,234.50"}, {"comma", "1.234,50"}};
constexpr Offered kOrders[] = {{"ymd", "Year first: 2026-11-22"},
                               {"mdy", "Month first: 11/22/2026"},
                               {"dmy", "Day first: 22/11/2026"}};
constexpr Offered kNoCodes[] = {{"make", "Make a code from the name"},
                                {"leave-out", "Leave the row out"},
                                {"refuse", "Show an error"}};
constexpr Offered kChanges[] = {{"add", "Show them as errors"},
                                {"both", "Change them, and add new ones"},
                                {"update", "Change them, and add none"}};
constexpr Offered kZeroCodes[] = {
    {"ask", "Show them as errors"}, {"same", "Are the same"}, {"new", "Are two codes"}};
constexpr Offered kCosts[] = {{"no", "All units together"}, {"yes", "One unit"}};

View option(std::string_view value, std::string_view text, bool isSelected)
{
    View view;
    view.text("value", std::string(value))
        .text("text", std::string(text))
        .flag("selected", isSelected);
    return view;
}

View select(std::string_view name, std::string_view label, std::span<const Offered> offered,
            std::string_view value, std::string hint = {})
{
    std::vector<View> options;
    for (const Offered& one : offered) {
        options.push_back(option(one.value, one.text, one.value == value));
    }
    View view;
    view.flag("has_hint", !hint.empty());
    view.text("name", std::string(name))
        .text("label", std::string(label))
        .list("options", std::move(options))
        .text("hint", std::move(hint));
    return view;
}

std::vector<View> formsOf(const Reading& reading, const SentFile& file)
{
    const Answers& used = reading.used;
    std::vector<View> forms = {
        select("encoding", "Letters with accents", kEncodings, nameOf(*used.encoding),
               "Change this if names such as Jos\u00e9 look wrong below"),
        select("separator", "What stands between the columns", kSeparators,
               exchange::nameOfSeparator(*used.separator)),
        select("decimal", "Amounts look like", kMarks, exchange::nameOfMark(*used.decimalMark)),
        select("dates", "Dates look like", kOrders, nameOf(*used.dateOrder),
               reading.isOrderAssumed ? "Every date in the file could be read both ways." : "")};
    if (file.kind == "receipts") {
        forms.push_back(
            select("unit_cost", "The cost is for", kCosts, used.isUnitCost ? "yes" : "no"));
        return forms;
    }
    forms.push_back(select("no_code", "Rows without a code", kNoCodes, nameOf(used.noCode)));
    if (importKind(file.kind).isChanged) {
        forms.push_back(select("changes", "Rows that you have already, with other values", kChanges,
                               nameOf(file.changes)));
    }
    forms.push_back(
        select("zero_codes", "Codes such as 42 and 0042", kZeroCodes, nameOf(file.zeroCodes)));
    return forms;
}

std::string cut(std::string_view cell)
{
    return cell.size() <= kMostCellBytes ? std::string(cell) : foundation::quoted(cell);
}

std::vector<View> columnsOf(const Reading& reading, const ReadFields& fields)
{
    std::vector<View> columns;
    for (std::size_t at = 0; at < reading.columns.size(); ++at) {
        const ReadColumn& column = reading.columns[at];
        std::vector<View> options = {option("", "Leave out", column.field.empty())};
        for (const ReadField& field : fields.fields) {
            options.push_back(option(field.name, field.title, field.name == column.field));
        }
        View view;
        view.text("no", std::to_string(at))
            .text("name", column.name)
            .flag("taken", column.decided != exchange::Decided::Refused)
            .list("options", std::move(options));
        columns.push_back(std::move(view));
    }
    return columns;
}

std::vector<View> sampleOf(const Reading& reading)
{
    std::vector<View> rows;
    for (const exchange::TableRow& row : reading.sample) {
        std::vector<View> cells;
        for (std::size_t at = 0; at < reading.columns.size(); ++at) {
            View cell;
            cell.text("title", reading.columns[at].name)
                .text("text", at < row.cells.size() ? cut(row.cells[at]) : "");
            cells.push_back(std::move(cell));
        }
        View view;
        view.list("cells", std::move(cells));
        rows.push_back(std::move(view));
    }
    return rows;
}

View valueOf(const ReadField& field, const Answers& answers)
{
    const auto said = answers.values.find(field.name);
    const std::string value = said == answers.values.end() ? "" : said->second;
    std::vector<View> options;
    if (!field.choices.empty()) {
        options.push_back(option("", "None", value.empty()));
    }
    for (const std::string& choice : field.choices) {
        options.push_back(option(choice, foundation::sentenceOf(choice), choice == value));
    }
    View view;
    view.text("name", field.name)
        .text("label", field.title)
        .flag("is_needed", field.isNeeded)
        .flag("select", !field.choices.empty())
        .list("options", std::move(options))
        .text("type", field.holds == exchange::Holds::Date ? "date" : "text")
        .text("value", value);
    return view;
}

/// The values that may be given: first those that are needed, or given already.
void addValues(const Reading& reading, const ReadFields& fields, View& view)
{
    std::vector<View> needed;
    std::vector<View> more;
    for (const ReadField& field : fields.fields) {
        const bool hasColumn = std::ranges::find(reading.columns, field.name, &ReadColumn::field) !=
                               reading.columns.end();
        const bool isGiven = reading.used.values.contains(field.name);
        if (field.holds == exchange::Holds::Code || (hasColumn && !isGiven)) {
            continue;
        }
        (field.isNeeded || isGiven ? needed : more).push_back(valueOf(field, reading.used));
    }
    view.flag("has_more", !more.empty());
    view.list("needed", std::move(needed)).list("more", std::move(more));
}

void addLeftOut(const RequestContext& context, const Reading& reading, View& view)
{
    std::vector<View> rows;
    for (const exchange::LeftOutRow& row : reading.leftOut) {
        View one;
        one.text("line", context.format.shown(row.line))
            .text("why", std::string(nameOf(row.why)))
            .text("text", row.text);
        rows.push_back(std::move(one));
    }
    view.flag("has_left_out", !rows.empty());
    view.text("count", context.format.shown(reading.rowsLeftOut)).list("left_out", std::move(rows));
    std::vector<View> made;
    if (reading.codesMade > 0) {
        made.emplace_back().text("sentence", context.format.shown(reading.codesMade) +
                                                 " rows have no code. They get one made from the "
                                                 "name.");
    }
    if (reading.codesFitted > 0) {
        made.emplace_back().text("sentence",
                                 context.format.shown(reading.codesFitted) +
                                     " codes have signs that a code cannot have. They get a hyphen "
                                     "instead.");
    }
    view.list("made", std::move(made));
}

void addNever(const Reading& reading, View& view)
{
    std::string columns;
    for (const ReadColumn& column : reading.columns) {
        if (column.decided == exchange::Decided::Refused) {
            columns += (columns.empty() ? "" : ", ") + column.name;
        }
    }
    std::vector<View> never;
    if (!columns.empty()) {
        never.emplace_back().text("columns", columns);
    }
    view.list("never", std::move(never));
}

std::string bytesOf(RequestContext& context, const SentFile& file)
{
    std::string bytes = context.imports->beginning(file, kBytesShown);
    if (bytes.size() == kBytesShown) {
        bytes.resize(bytes.find_last_of('\n') + 1);
    }
    return bytes;
}

Reading readAs(RequestContext& context, const SentFile& file, const Answers& answers)
{
    const std::string bytes = bytesOf(context, file);
    const auto habits = context.read([](const auto& tx) { return exchange::habitsOf(tx); });
    return exchange::readTable(bytes, file.name(), exchange::readFieldsOf(file.kind).value(),
                               answers, habits);
}

/// The forms of the table, on which its columns depend.
std::string formOf(const Answers& used)
{
    return std::string(nameOf(*used.encoding)) + " " +
           std::string(exchange::nameOfSeparator(*used.separator));
}

Answers answersIn(const RequestContext& context, const SentFile& file)
{
    const Form& form = context.form;
    Answers answers;
    answers.encoding = exchange::encodingNamed(form.text("encoding"));
    answers.separator = exchange::separatorNamed(form.text("separator"));
    answers.decimalMark = exchange::markNamed(form.text("decimal"));
    answers.dateOrder = exchange::dateOrderNamed(form.text("dates"));
    answers.noCode = exchange::noCodeNamed(form.text("no_code")).value_or(exchange::NoCode::Make);
    answers.isUnitCost = form.text("unit_cost") == "yes";
    answers.lines = file.answers.value_or(Answers()).lines;
    const ReadFields fields = exchange::readFieldsOf(file.kind).value();
    for (const ReadField& field : fields.fields) {
        if (const std::string value = form.text("v-" + field.name); !value.empty()) {
            answers.values[field.name] = value;
        }
    }
    return answers;
}

/// The columns as selected; none if they are parted in another way now.
void takeColumns(const RequestContext& context, const Reading& reading, Answers& answers)
{
    if (context.form.text("was") != formOf(reading.used)) {
        return;
    }
    for (std::size_t at = 0; at < reading.columns.size(); ++at) {
        const std::string name = "c" + std::to_string(at);
        if (context.form.has(name)) {
            answers.columns[reading.columns[at].name] = context.form.text(name);
        }
    }
}

/// The answers of the last import of a table with the same columns, if the file has none yet. Returns their name.
std::string remember(RequestContext& context, SentFile& file)
{
    if (file.state != ImportState::AsksHow || !file.answers || !file.answers->isEmpty()) {
        return "";
    }
    try {
        const Reading reading = readAs(context, file, {});
        const auto mapping = context.read(
            [&](const auto& tx) { return exchange::findMapping(tx, file.kind, reading); });
        if (mapping) {
            file.answers = mapping->answers;
            file.mapping = mapping->name;
            return mapping->name;
        }
    } catch (const Refusal&) { // which the page shows
        return "";
    }
    return "";
}

std::vector<View> namedView(const std::string& name)
{
    View view;
    view.text("name", name);
    return {view};
}

} // namespace

Response showReading(RequestContext& context, SentFile file, const Refusal* refusal)
{
    const std::string remembered = remember(context, file);
    const ReadFields fields = exchange::readFieldsOf(file.kind).value();
    Reading reading;
    std::optional<Refusal> unreadable;
    try {
        reading = readAs(context, file, file.answers.value_or(Answers()));
    } catch (const Refusal& first) {
        unreadable = first;
        reading = readAs(context, file, {});
    }
    refusal = unreadable ? &*unreadable : refusal;
    View view;
    view.text("heading", "Read " + file.name())
        .text("this_page", context.address("import/" + file.id))
        .text("import", context.address("import?kind=") + file.kind)
        .text("sha256", file.sha256)
        .text("was", formOf(reading.used))
        .list("forms", formsOf(reading, file))
        .text("shown", context.format.shown(static_cast<std::int64_t>(reading.sample.size())))
        .text("rows", context.format.shown(reading.rows))
        .list("columns", columnsOf(reading, fields))
        .list("first_rows", sampleOf(reading))
        .flag("refused", refusal != nullptr)
        .text("mapping",
              file.mapping.empty() ? file.name().substr(0, file.name().rfind('.')) : file.mapping)
        .list("remembered", remembered.empty() ? std::vector<View>() : namedView(remembered))
        .text("sentence", refusal == nullptr ? "" : refusal->said().text(context.format));
    addNever(reading, view);
    addValues(reading, fields, view);
    addLeftOut(context, reading, view);
    return context.page("import_read", "Read " + file.name(), view);
}

Response answerReading(RequestContext& context, SentFile file)
{
    const SentFile before = file;
    try {
        Answers answers = answersIn(context, file);
        takeColumns(context, readAs(context, file, answers), answers);
        file.answers = answers;
        file.mapping = context.form.text("mapping");
        file.changes =
            exchange::changesNamed(context.form.text("changes")).value_or(exchange::Changes::Add);
        file.zeroCodes = exchange::zeroCodesNamed(context.form.text("zero_codes"))
                             .value_or(exchange::ZeroCodes::Ask);
        if (context.form.text("step") == "read") {
            return showReading(context, file);
        }
        exchange::requireMapped(readAs(context, file, answers), file.name());
    } catch (const Refusal& refusal) {
        return showReading(context, file.answers ? file : before, &refusal);
    }
    books::Actor actor = context.actor();
    actor.requestKey.clear();
    actor.isConfirmed = file.isConfirmed;
    context.imports->checkAgain(file, actor);
    return redirectTo(context.address("import/" + file.id));
}

} // namespace giftbox::web
