#include "reports/explain_shown.h"
#include "web/pages/explain_links.h"
#include "web/pages/pages.h"
#include "web/pages/questions.h"
#include "web/ui/csv_file.h"
#include "web/ui/list.h"
#include "web/ui/shown_detail.h"
#include "web/ui/table_writer.h"

#include <algorithm>

namespace giftbox::web {

using books::ReadTransaction;
using foundation::Date;
using foundation::FieldInfo;
using foundation::FieldType;
using foundation::Month;

namespace {

/// The name at the end of the path, without an ending: `lots` of `/s/NORTH/reports/lots.csv`.
const Question& questionAsked(const RequestContext& context)
{
    std::string_view name = context.request.path;
    name = name.substr(name.rfind('/') + 1);
    name = name.substr(0, name.find('.'));
    const auto all = questions();
    const auto found = std::ranges::find(all, name, &Question::name);
    if (found == all.end()) {
        throw foundation::Refusal("page.unknown/file");
    }
    return *found;
}

/// What a field of the filter shows: as asked, or what applies without it.
std::string valueOf(const RequestContext& context, const FieldInfo& field)
{
    const std::string name(field.name);
    if (context.query.has(name) && !context.query.text(name).empty()) {
        return context.query.text(name);
    }
    return field.type == FieldType::Month  ? toText(context.today().month())
           : field.type == FieldType::Date ? toText(context.today())
                                           : "";
}

View filterOf(const RequestContext& context, const FieldInfo& field)
{
    const std::string value = valueOf(context, field);
    std::vector<View> options;
    for (const std::string& choice : choicesOf(field)) {
        View option;
        option.text("value", choice)
            .text("name", shownCode(choice))
            .flag("selected", choice == value);
        options.push_back(std::move(option));
    }
    View view;
    view.text("name", std::string(field.name))
        .text("title", std::string(field.title))
        .text("value", value)
        .text("type", field.type == FieldType::Month  ? "month"
                      : field.type == FieldType::Date ? "date"
                                                      : "text")
        .flag("is_choice", !options.empty())
        .list("options", std::move(options));
    return view;
}

std::vector<View> filtersOf(const RequestContext& context, const operations::Operation& operation)
{
    std::vector<View> filters;
    for (const FieldInfo& field : operation.fields) {
        if (field.asked != foundation::Asked::OnCommandLine) {
            filters.push_back(filterOf(context, field));
        }
    }
    return filters;
}

/// The days that a report is about, and whether the last of them may still change: `November 2026, open`.
std::string periodOf(const RequestContext& context, const ReadTransaction& tx,
                     const operations::Operation& operation)
{
    std::string words;
    std::optional<Month> last;
    for (const FieldInfo& field : operation.fields) {
        if (field.asked == foundation::Asked::OnCommandLine) {
            continue;
        }
        const std::string value = valueOf(context, field);
        if (field.type == FieldType::Month) {
            const std::string shown = context.format.shown(foundation::parseMonth(value));
            last = foundation::parseMonth(value);
            words += words.empty() ? shown : words == shown ? "" : " to " + shown;
        } else if (field.type == FieldType::Date) {
            const Date day = foundation::parseDate(value);
            last = day.month();
            words = context.format.shown(day);
        }
    }
    if (last) {
        const auto& closed = tx.store().closedThrough;
        words += closed && *last <= *closed ? ", closed" : ", open";
    }
    return words;
}

/// Links from cells to their pages.
std::string addressOf(const RequestContext& context, std::string_view column,
                      std::string_view value)
{
    return value.empty()         ? ""
           : column == "sku"     ? context.itemAddress(value)
           : column == "subject" ? context.subjectAddress(value)
                                 : "";
}

void addFiles(View& view, const RequestContext& context, const Question& question)
{
    const std::string file = context.address("reports/" + std::string(question.name));
    const std::string query = context.request.query.empty() ? "" : "?" + context.request.query;
    view.text("csv", file + ".csv" + query)
        .text("xlsx", file + ".xlsx" + query)
        .text("json", file + ".json" + query);
}

} // namespace

Response reportsPage(RequestContext& context)
{
    std::vector<View> groups;
    std::vector<View> links;
    const auto all = questions();
    for (const Question& one : all) {
        if (!one.group.empty() && context.may(one.operation().action)) {
            View link;
            link.text("question", std::string(one.question))
                .text("address",
                      context.address(one.page.empty() ? "reports/" + std::string(one.name)
                                                       : std::string(one.page)));
            links.push_back(std::move(link));
        }
        const bool endsGroup = &one == &all.back() || (&one + 1)->group != one.group;
        if (endsGroup && !links.empty()) {
            View group;
            group.text("group", std::string(one.group)).list("links", std::move(links));
            groups.push_back(std::move(group));
            links.clear();
        }
    }
    View view;
    view.list("subjects", std::move(groups))
        .text("month", context.address("month/" + toText(context.today().month().previous())));
    return context.page("reports", "Reports", view);
}

Response questionPage(RequestContext& context)
{
    const Question& question = questionAsked(context);
    return context.read([&](const ReadTransaction& tx) {
        TableWriter rows(context.format, [&](std::string_view column, std::string_view value) {
            return question.isExplanation() && column == "subject"
                       ? explainAddress(context, value)
                       : addressOf(context, column, value);
        });
        reports::TermTree tree(rows, "\u2003");
        const auto next = writeAnswerPage(
            context, tx, question,
            question.isExplanation() ? static_cast<foundation::RowWriter&>(tree) : rows);
        if (!next && !context.query.has("after") && !question.sums.empty()) {
            rows.total(question.sums);
        }
        View view;
        view.text("question", std::string(question.question))
            .text("note", std::string(question.note))
            .text("store_name", tx.store().name)
            .text("period", periodOf(context, tx, question.operation()))
            .text("made", context.format.shown(context.today()))
            .text("reports", context.address("reports"))
            .list("filters", filtersOf(context, question.operation()))
            .list("table", rows.views("Nothing to show."))
            .flag("has_next", next.has_value());
        addFiles(view, context, question);
        if (next) {
            Fields fields;
            for (const FieldInfo& field : question.operation().fields) {
                fields.emplace_back(field.name, context.query.text(std::string(field.name)));
            }
            fields.emplace_back("after", *next);
            view.text("next", context.address("reports/" + std::string(question.name)) + "?" +
                                  queryText(fields));
        }
        return context.page("question", std::string(question.question), view);
    });
}

Response questionFile(RequestContext& context)
{
    const Question& question = questionAsked(context);
    const std::string name = context.store + "-" + std::string(question.name);
    return context.read([&](const ReadTransaction& tx) {
        const auto write = [&](foundation::RowWriter& out) {
            writeAnswer(context, tx, question, out);
        };
        if (!context.request.path.ends_with(".json")) {
            return rowsFile(context.request.path, name, tx.store(), write);
        }
        Response response;
        response.add("Content-Type", "application/json")
            .add("Content-Disposition", "attachment; filename=\"" + name + ".json\"");
        response.spool = std::make_unique<Spool>();
        write(*foundation::makeJsonWriter(
            [&](std::string_view bytes) { response.spool->append(bytes); }, tx.store().currency));
        return response;
    });
}

} // namespace giftbox::web
