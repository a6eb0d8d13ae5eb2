#include "access/list_users.h"
#include "access/user.h"
#include "exchange/export_kinds.h"
#include "exchange/month_package.h"
#include "foundation/fold.h"
#include "foundation/row_writer.h"
#include "gifting/recipient.h"
#include "reports/list_events.h"
#include "reports/month_paper.h"
#include "web/pages/pages.h"
#include "web/ui/csv_file.h"
#include "web/ui/event_sentence.h"
#include "web/ui/form_page.h"
#include "web/ui/list.h"
#include "web/ui/shown_detail.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace giftbox::web {

using books::ReadTransaction;
using foundation::Month;
using foundation::Period;

namespace {

constexpr std::string_view kCsv = ".csv";
constexpr std::string_view kXlsx = ".xlsx";
constexpr std::string_view kZip = ".zip";

/// The days in the address. Throws Refusal `date.malformed`, `period.reversed`.
Period periodAsked(const Form& query)
{
    const auto day = [&](std::string_view name) {
        return query.has(name) ? std::optional(foundation::parseDate(query.text(name)))
                               : std::nullopt;
    };
    return foundation::periodOf(day("from"), day("to"));
}

constexpr std::size_t kMonthLength = 7; // 2026-11

/// `NORTH-2026-10-01-2026-10-31-boxes`; without the days that the address leaves out.
std::string fileNameOf(const RequestContext& context, std::string_view name)
{
    std::string text = context.store;
    const Period period = periodAsked(context.query);
    for (const auto& day : {period.from, period.to}) {
        text += day ? "-" + toText(*day) : "";
    }
    return text + "-" + std::string(name);
}

/// Accounting mostly works on the previous month.
Month lastMonth(const RequestContext& context) { return context.today().month().previous(); }

} // namespace

Response accountingPage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        (void)periodAsked(context.query); // the links to files need it
        const Month month = lastMonth(context);
        const std::string from =
            context.query.has("from") ? context.query.text("from") : toText(month.firstDay());
        const std::string to =
            context.query.has("to") ? context.query.text("to") : toText(month.lastDay());
        std::vector<View> files;
        for (const exchange::ExportKind& file : exchange::exportKinds()) {
            if (file.what.empty()) {
                continue;
            }
            const std::string name = std::string(file.name).append(kCsv);
            View view;
            const std::string query = "?" + queryText({{"from", from}, {"to", to}});
            view.text("name", name)
                .text("what", std::string(file.what))
                .text("columns", std::string(file.columns))
                .text("address", context.address("accounting/" + name) + query)
                .text("workbook", context.address("accounting/" + std::string(file.name)) +
                                      std::string(kXlsx) + query);
            files.push_back(std::move(view));
        }
        const auto& closed = tx.store().closedThrough;
        View view;
        view.list("files", std::move(files))
            .text("from", from)
            .text("to", to)
            .text("from_month", from.substr(0, kMonthLength))
            .text("to_month", to.substr(0, kMonthLength))
            .text("package", to.substr(0, kMonthLength).append(kZip))
            .text("package_month",
                  context.format.shown(foundation::parseMonth(to.substr(0, kMonthLength))))
            .text("closed", closed ? context.format.shown(*closed) : "")
            .flag("any_closed", closed.has_value())
            .text("base", context.address())
            .flag("may_close", context.may(access::Action::CloseMonth));
        return context.page("accounting", "Accounting", view);
    });
}

namespace {

Response packageFile(RequestContext& context, Month month)
{
    return context.read([&](const ReadTransaction& tx) {
        Response response;
        response.add("Content-Type", "application/zip")
            .add("Content-Disposition",
                 "attachment; filename=\"" + exchange::nameOfPackage(tx.store(), month) + "\"");
        response.spool = std::make_unique<Spool>();
        exchange::writeMonthPackage(tx, month, [&](const ReadTransaction& reader, Month of) {
            return reports::printMonth(reader, of, context.today());
        }).passOn([&](std::string_view bytes) { response.spool->append(bytes); });
        return response;
    });
}

} // namespace

Response accountingFile(RequestContext& context)
{
    const std::string_view part = context.part;
    const std::string_view ending = part.substr(std::min(part.rfind('.'), part.size()));
    const std::string_view name = part.substr(0, part.size() - ending.size());
    if (ending == kZip) {
        return packageFile(context, foundation::parseMonth(name));
    }
    const exchange::ExportKind* const file =
        ending == kCsv || ending == kXlsx ? exchange::findExportKind(name) : nullptr;
    if (file == nullptr || file->what.empty()) {
        throw foundation::Refusal("page.unknown/file");
    }
    const Period period = periodAsked(context.query);
    return context.read([&](const ReadTransaction& tx) {
        return rowsFile(
            part, fileNameOf(context, name), tx.store(), [&](foundation::RowWriter& out) {
                file->write(tx, period, *foundation::makeHidingWriter(out, context.seen()));
            });
    });
}

namespace {

/// The number in a subject such as `user 3`; 0 for other subjects.
std::int64_t numberOf(std::string_view subject, std::string_view what)
{
    std::int64_t number = 0;
    if (subject.starts_with(what)) {
        std::from_chars(subject.data() + what.size(), subject.data() + subject.size(), number);
    }
    return number;
}

/// The code of an event as the page writes it: `box.pack` for `Box pack`.
std::string eventCode(std::string_view words)
{
    std::string code = foundation::folded(words);
    std::ranges::replace(code, ' ', '.');
    return code;
}

struct EventSubject {
    std::string words;
    std::string address; ///< its page; empty for none
};

/// The subject of an event as the visitor may know it.
EventSubject subjectOf(const RequestContext& context, const ReadTransaction& tx,
                       const std::string& subject, const RecipientCode& codeOf)
{
    constexpr std::string_view kRecipient = "recipient ";
    constexpr std::string_view kUser = "user ";
    if (const auto code = codeOf(numberOf(subject, kRecipient))) {
        return {std::string(kRecipient) + *code,
                context.may(access::Action::EditRecipients) ? context.recipientAddress(*code) : ""};
    }
    const access::UserId user{numberOf(subject, kUser)};
    const auto login = user.value != 0 && context.may(access::Action::EditUsers)
                           ? access::findLogin(tx.database(), user)
                           : std::nullopt;
    return {login ? std::string(kUser) + *login : shownSubject(context.format, subject),
            context.subjectAddress(subject)};
}

/// The names of the store's users, by login.
std::map<std::string, std::string> namesOfUsers(const ReadTransaction& tx)
{
    std::map<std::string, std::string> names;
    for (const access::UserLine& user : access::listUsers(tx)) {
        names[user.login] = user.displayName;
    }
    return names;
}

View eventView(const RequestContext& context, const ReadTransaction& tx,
               const reports::RecordedEvent& event, const RecipientCode& codeOf)
{
    const EventSubject subject = subjectOf(context, tx, event.subject, codeOf);
    const EventSentence told = sentenceOf(
        context.format, {.action = event.action, .subject = subject.words, .detail = event.detail},
        codeOf);
    View view;
    view.text("before", told.before)
        .text("told", told.subject)
        .text("address", told.subject.empty() ? "" : subject.address)
        .text("after", told.after)
        .text("when", context.format.shown(event.recordedAt))
        .text("number", context.format.shown(event.seq.value))
        .text("actor", event.actor)
        .text("event", shownCode(event.action))
        .text("subject", subject.words)
        .text("detail", shownDetail(context.format, event.detail, codeOf));
    return view;
}

/// The person of an event, by name if there is one.
std::string whoOf(const std::map<std::string, std::string>& names, const std::string& actor)
{
    const auto name = names.find(actor);
    return name == names.end() ? actor : name->second;
}

/// The order, the pages and the saved views of the events, which the page tells in sentences.
Table eventTable(const RequestContext& context, const std::vector<reports::RecordedEvent>& events,
                 const std::map<std::string, std::string>& names)
{
    Table table({{"When"}, {"By"}, {"Event"}}, context.format);
    for (const reports::RecordedEvent& event : events) {
        table.moment(event.recordedAt)
            .text(whoOf(names, event.actor))
            .text(shownCode(event.action))
            .endRow();
    }
    return table;
}

} // namespace

Response auditPage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        // Events name people by number; visitors who may know people see the code.
        const RecipientCode codeOf = [&](std::int64_t number) {
            return number != 0 && isSeen(foundation::Personal::Code, context.seen())
                       ? gifting::findRecipientCode(tx, books::RecipientNo{number})
                       : std::nullopt;
        };
        const std::string& actor = context.query.text("actor");
        const std::string& action = context.query.text("action");
        const auto found =
            reports::listEvents(tx, {.actor = actor,
                                     .action = eventCode(action),
                                     .before = maybeIntegerIn(context.query, "before"),
                                     .most = kRowsOfList});
        const auto names = namesOfUsers(tx);
        std::vector<View> events;
        for (const std::size_t i : pageOf(context, eventTable(context, found.events, names))) {
            events.push_back(eventView(context, tx, found.events[i], codeOf));
            events.back().text("who", whoOf(names, found.events[i].actor));
        }
        View view;
        view.list("table", listOf(context, tx, eventTable(context, found.events, names),
                                  {.place = "audit",
                                   .one = "event",
                                   .many = "events",
                                   .empty = "",
                                   .earlier = found.next}))
            .flag("is_empty", events.empty())
            .list("events", std::move(events))
            .text("actor", actor)
            .text("action", action);
        return context.page("audit", "Audit log", view);
    });
}

} // namespace giftbox::web
