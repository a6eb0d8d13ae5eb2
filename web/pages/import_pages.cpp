#include "exchange/import_batch.h"
#include "exchange/read_fields.h"
#include "exchange/reading/read_table.h"
#include "foundation/digest.h"
#include "foundation/row_writer.h"
#include "web/pages/import_reading.h"
#include "web/pages/import_upload.h"
#include "web/pages/operation_forms.h"
#include "web/pages/pages.h"
#include "web/ui/csv_file.h"
#include "web/ui/run_form.h"
#include "web/ui/shown_detail.h"
#include "web/ui/table.h"
#include "web/uploads/import_queue.h"

#include <algorithm>

namespace giftbox::web {

using foundation::Refusal;

namespace {

constexpr std::int64_t kPercent = 100;
constexpr std::int64_t kImportsShown = 10;

Field onlyFor(std::string kind, Field field)
{
    field.isNeeded = false;
    field.onlyWith = "kind=" + std::move(kind);
    return field;
}

/// What one kind of file needs besides the file.
std::vector<Field> extraFields(const RequestContext& context)
{
    return {
        onlyFor("movements", {.name = "boxes",
                              .label = "Boxes",
                              .type = "file",
                              .hint = "The boxes file exported with the movements"}),
        onlyFor("movements", {.name = "stock",
                              .label = "Closing stock",
                              .type = "file",
                              .hint = "Optional check: the imported books must match "
                                      "this stock file to the cent"}),
        onlyFor("stock|counts", {.name = "on",
                                 .label = "Received or counted on",
                                 .type = "date",
                                 .value = toText(context.today()),
                                 .hint = "Opening stock of a day before the program began stays "
                                         "out of the month's receipts",
                                 .answersTo = {"month"}})};
}

/// The last imports, with what undoes them.
void addImports(RequestContext& context, FormPage& page)
{
    Table table({{"File"},
                 {.title = "Imported", .isAside = true},
                 {"By"},
                 {.title = "Added", .isNumber = true, .isMain = true},
                 {"Changed", true},
                 {""}},
                context.format);
    for (const exchange::ImportBatch& one : context.read([](const books::ReadTransaction& tx) {
             return exchange::listImports(tx, std::nullopt, kImportsShown);
         })) {
        table.named(one.fileName, shownKind(one.kind)).moment(one.recordedAt).text(one.actor);
        table.number(one.added).number(one.changed);
        one.isUndone()
            ? table.badge("undone", "Undone")
            : table.links(actionsOn(context, "import", std::to_string(one.number), "imported"));
        table.endRow();
    }
    if (!table.isEmpty()) {
        page.below.emplace_back().text("heading", "Last imports").list("table", table.views(""));
    }
}

FormPage importForm(const RequestContext& context)
{
    Field kind{.name = "kind",
               .label = "Kind of file",
               .type = "select",
               .value = context.query.has("kind") ? context.query.text("kind") : "items"};
    for (const ImportKind& one : importKinds()) {
        kind.options.push_back({std::string(one.name), std::string(one.text)});
    }
    FormPage page{
        .title = "Import a file",
        .submit = "Check the file",
        .back = context.address(),
        .fields = {kind,
                   {.name = "file",
                    .label = "File",
                    .type = "file",
                    .hint = "A table from Excel or another program, or a CSV file, up to 64 MB. "
                            "Select it, or drop it here",
                    .isNeeded = false},
                   {.name = "pasted",
                    .label = "Or paste the rows",
                    .type = "textarea",
                    .hint = "Copied from Excel or a web page, with the headings in the first row",
                    .isNeeded = false},
                   {.name = "ignored",
                    .label = "Columns to leave out",
                    .hint = "Their headings, with commas between them. You can also do it on the "
                            "next page",
                    .isNeeded = false},
                   {.name = kConfirmField,
                    .label = "The file has dates of more than a year ago, and they are right",
                    .type = "tick",
                    .isNeeded = false}},
        .intro = "Nothing changes yet: you first see how the file is understood, what is wrong "
                 "with it, and what would be added.",
        .takesFile = true};
    for (Field& extra : extraFields(context)) {
        page.fields.insert(page.fields.end() - 2, std::move(extra));
    }
    return page;
}

/// `1 box`, `2 boxes`.
std::string counted(const RequestContext& context, std::int64_t count, std::string_view plural)
{
    if (count == 1) {
        plural.remove_suffix(plural == "boxes" ? 2 : 1);
    }
    return context.format.shown(count) + " " + std::string(plural);
}

std::string headingOf(const SentFile& file)
{
    switch (file.state) {
    case ImportState::AsksHow:
    case ImportState::WaitsForCheck:
    case ImportState::Checks:
        return "Checking " + file.name();
    case ImportState::Refused:
        return file.name() + " has errors";
    case ImportState::Clean:
        return file.name() + " is ready to import";
    case ImportState::WaitsForImport:
    case ImportState::Imports:
        return "Importing " + file.name();
    case ImportState::Done:
        break;
    }
    return file.name() + " imported";
}

std::vector<View> badRowsOf(RequestContext& context, const SentFile& file, std::size_t page)
{
    const bool hasFiles = file.parts.size() > 1;
    std::vector<Heading> headings = {{"Line"}, {"Column"}, {"Error"}};
    if (hasFiles) {
        headings.insert(headings.begin(), {"File"});
    }
    Table table(std::move(headings), {});
    context.imports->visitBadRows(file, page, [&](const BadRow& row) {
        if (hasFiles) {
            table.text(row.file);
        }
        table.text(std::to_string(row.line)).text(row.column).text(row.sentence).endRow();
    });
    return table.views("");
}

/// The page of errors in the address, counted from 0.
std::size_t pageIn(const RequestContext& context, const SentFile& file)
{
    const std::int64_t page = maybeIntegerIn(context.query, "page").value_or(1);
    const auto last = static_cast<std::int64_t>(file.badPages);
    return static_cast<std::size_t>(
        std::clamp<std::int64_t>(page, 1, std::max<std::int64_t>(last, 1)) - 1);
}

void addBadRows(RequestContext& context, const SentFile& file, View& view)
{
    if (file.badRows == 0) {
        return;
    }
    const std::size_t page = pageIn(context, file);
    const std::string base = context.address("import/" + file.id);
    const auto link = [&](std::size_t number) {
        return base + "?page=" + std::to_string(number + 1);
    };
    View rows;
    rows.list("table", badRowsOf(context, file, page))
        .text("count", context.format.shown(static_cast<std::int64_t>(file.badRows)))
        .flag("is_part", file.isToldInPart())
        .text("csv", base + "/bad-rows.csv")
        .flag("may_leave_out",
              !file.isToldInPart() && exchange::readFieldsOf(file.kind).has_value())
        .flag("has_pages", file.badPages > 1)
        .text("page", context.format.shown(static_cast<std::int64_t>(page + 1)))
        .text("pages", context.format.shown(static_cast<std::int64_t>(file.badPages)))
        .flag("has_before", page > 0)
        .text("before", page > 0 ? link(page - 1) : "")
        .flag("has_next", page + 1 < file.badPages)
        .text("next", link(page + 1));
    view.list("bad_rows", {rows});
}

std::vector<View> partsOf(const RequestContext& context, const SentFile& file)
{
    std::vector<View> parts;
    for (const SentPart& part : file.parts) {
        View view;
        view.text("file", part.name)
            .text("sha256", part.sha256)
            .text("bytes", context.format.shown(part.size));
        parts.push_back(std::move(view));
    }
    return parts;
}

std::vector<View> changesOf(const SentFile& file)
{
    std::vector<View> changes;
    for (const std::string& one : file.summary.changes) {
        changes.emplace_back().text("sentence", one);
    }
    return changes;
}

bool mayBeUndone(const RequestContext& context, const SentFile& file)
{
    return file.state == ImportState::Done && file.batch > 0 &&
           context.read([&](const books::ReadTransaction& tx) {
               return !exchange::requireImport(tx, file.batch).isUndone();
           });
}

Response showFile(RequestContext& context, const SentFile& file)
{
    const std::int64_t percent = file.size() == 0 ? 0 : file.read * kPercent / file.size();
    const bool isWaiting =
        file.state == ImportState::WaitsForCheck || file.state == ImportState::WaitsForImport;
    View view;
    view.text("heading", headingOf(file))
        .text("kind", std::string(importKind(file.kind).added))
        .text("sha256", file.sha256)
        .list("parts", partsOf(context, file))
        .text("added", counted(context, file.summary.added, importKind(file.kind).added))
        .text("unchanged", context.format.shown(file.summary.unchanged))
        .text("sentence", file.why ? file.why->text(context.format) : "")
        .number("percent", percent)
        .text("import", context.address("import?kind=") + file.kind)
        .text("this_page", context.address("import/" + file.id))
        .text("added_page", context.address(file.addedPage))
        .text("audit", context.address("audit"))
        .flag("may_audit", context.may(access::Action::Audit))
        .flag("is_live", file.isBusy())
        .flag("waits", isWaiting)
        .flag("is_refused", file.state == ImportState::Refused)
        .flag("is_clean", file.state == ImportState::Clean)
        .flag("is_done", file.state == ImportState::Done)
        .flag("may_undo", mayBeUndone(context, file))
        .text("undo", context.address("imports/" + std::to_string(file.batch) + "/undo"))
        .flag("has_unchanged", file.summary.unchanged > 0)
        .flag("adds", file.summary.added + file.summary.changed > 0)
        .flag("has_changed", file.summary.changed > 0)
        .text("changed", context.format.shown(file.summary.changed))
        .flag("has_changes", !file.summary.changes.empty())
        .list("changes", changesOf(file))
        .flag("may_read", exchange::readFieldsOf(file.kind).has_value())
        .text("how", context.address("import/" + file.id) + "?how=1")
        .flag("left_rows_out", file.answers && !file.answers->lines.empty())
        .text("to_mend", context.address("import/" + file.id) + "/bad-rows.csv?rows=1");
    addBadRows(context, file, view);
    return context.page("import", headingOf(file), view);
}

/// Checks the file again without the rows that had errors.
Response leaveOut(RequestContext& context, SentFile& file)
{
    exchange::Answers answers = file.answers.value_or(exchange::Answers());
    context.imports->visitBadRows(file, std::nullopt,
                                  [&](const BadRow& row) { answers.lines.insert(row.line); });
    file.answers = answers;
    books::Actor actor = context.actor();
    actor.requestKey.clear();
    actor.isConfirmed = file.isConfirmed;
    context.imports->checkAgain(file, actor);
    return redirectTo(context.address("import/" + file.id));
}

Response rowsToMend(RequestContext& context, const SentFile& file)
{
    Response response;
    response.add("Content-Type", "text/csv; charset=utf-8")
        .add("Content-Disposition", "attachment; filename=\"rows-to-mend.csv\"");
    response.body = context.imports->rowsToMend(file);
    return response;
}

} // namespace

Response importPage(RequestContext& context)
{
    FormPage page = importForm(context);
    addImports(context, page);
    if (!context.isForm()) {
        return showForm(context, page);
    }
    try {
        return redirectTo(context.address("import/" + sendFile(context)));
    } catch (const Refusal& refusal) {
        return showForm(context, page, &refusal);
    }
}

Response sentFilePage(RequestContext& context)
{
    SentFile file = context.imports->find(context.part, context.store, context.session->login);
    const bool mayBeRead = !file.isBusy() && file.state != ImportState::Done &&
                           exchange::readFieldsOf(file.kind).has_value();
    if (!context.isForm()) {
        const bool isAsked = file.state == ImportState::AsksHow || context.query.has("how");
        return mayBeRead && isAsked ? showReading(context, file) : showFile(context, file);
    }
    if (context.form.text("sha256") != file.sha256) {
        throw Refusal("import.not_clean/form");
    }
    if (mayBeRead && context.form.has("step")) {
        return context.form.text("step") == "leave_out" ? leaveOut(context, file)
                                                        : answerReading(context, file);
    }
    books::Actor actor = context.actor();
    actor.requestKey = file.id;
    actor.isConfirmed = file.isConfirmed;
    context.imports->import(file, actor);
    return redirectTo(context.address("import/" + file.id));
}

Response badRowsCsv(RequestContext& context)
{
    std::vector<foundation::Column> columns = {{"line", "Line", foundation::ColumnType::Code},
                                               {"column", "Column", foundation::ColumnType::Text},
                                               {"reason", "Error", foundation::ColumnType::Text}};
    const SentFile file =
        context.imports->find(context.part, context.store, context.session->login);
    if (context.query.has("rows")) {
        return rowsToMend(context, file);
    }
    const bool hasFiles = file.parts.size() > 1;
    if (hasFiles) {
        columns.insert(columns.begin(), {"file", "File", foundation::ColumnType::Text});
    }
    const books::Store store =
        context.read([](const books::ReadTransaction& tx) { return tx.store(); });
    return csvFile("bad-rows.csv", store, [&](foundation::RowWriter& out) {
        out.begin(columns);
        context.imports->visitBadRows(file, std::nullopt, [&](const BadRow& row) {
            if (hasFiles) {
                out.text(row.file);
            }
            out.code(std::to_string(row.line));
            out.text(row.column);
            out.text(row.sentence);
            out.endRow();
        });
        if (file.isToldInPart()) {
            if (hasFiles) {
                out.empty();
            }
            out.empty();
            out.empty();
            out.text(file.why->withoutAdvice());
            out.endRow();
        }
        out.end();
    });
}

} // namespace giftbox::web
