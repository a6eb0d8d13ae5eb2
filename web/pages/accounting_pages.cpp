#include "access/user.h"
#include "accounting/close_month.h"
#include "exchange/export.h"
#include "foundation/row_writer.h"
#include "gifting/recipient.h"
#include "reports/list_events.h"
#include "web/pages/pages.h"
#include "web/ui/run_form.h"
#include "web/ui/shown_detail.h"
#include "web/ui/table.h"

#include <algorithm>
#include <charconv>

namespace giftbox::web {

using books::ReadTransaction;
using foundation::Month;
using foundation::Period;
using foundation::RowWriter;

namespace {

struct File {
    std::string_view name;
    std::string_view what;
    std::string_view columns;
    void (*write)(const ReadTransaction&, const Period&, RowWriter&);
};

const File kFiles[] = {
    {"movements.csv", "Every movement of the period",
     "units and cost signed: + in, - out; seq is the order recorded", exchange::exportMovements},
    {"boxes.csv", "Every box that counts in the period, given or packed",
     "cost in its three parts; month is the one it counts in. The report's cost is of those whose "
     "state is given",
     exchange::exportBoxes},
    {"stock.csv", "What is on the shelf at the end of the period",
     "units and what they cost, by item",
     [](const ReadTransaction& tx, const Period& period, RowWriter& out) {
         exchange::exportStock(tx, period.to, out);
     }},
    {"receipts.csv", "Receipts of the period", "cost is in all, not for one",
     exchange::exportReceipts},
    {"box-lines.csv", "What was in each box", "one row for an item of a box",
     exchange::exportBoxLines}};

Period periodOf(const Form& query)
{
    const auto day = [&](std::string_view name) {
        return query.has(name) ? std::optional(foundation::parseDate(query.text(name)))
                               : std::nullopt;
    };
    return {.from = day("from"), .to = day("to")};
}

constexpr std::size_t kMonthLength = 7; // 2026-11

/// `NORTH-2026-10-01-2026-10-31-boxes.csv`; a day that was not asked for is left out.
std::string fileNameOf(const RequestContext& context, std::string_view name)
{
    std::string text = context.store;
    const Period period = periodOf(context.query);
    for (const auto& day : {period.from, period.to}) {
        text += day ? "-" + toText(*day) : "";
    }
    return text + "-" + std::string(name);
}

/// The month before this one, which accounting mostly wants.
Month lastMonth(const RequestContext& context) { return context.today().month().previous(); }

} // namespace

Response accountingPage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        const Month month = lastMonth(context);
        const std::string from =
            context.query.has("from") ? context.query.text("from") : toText(month.firstDay());
        const std::string to =
            context.query.has("to") ? context.query.text("to") : toText(month.lastDay());
        std::vector<View> files;
        for (const File& file : kFiles) {
            View view;
            view.text("name", std::string(file.name))
                .text("what", std::string(file.what))
                .text("columns", std::string(file.columns))
                .text("address", context.address("accounting/" + std::string(file.name)) + "?" +
                                     queryText({{"from", from}, {"to", to}}));
            files.push_back(std::move(view));
        }
        const auto& closed = tx.store().closedThrough;
        View view;
        view.list("files", std::move(files))
            .text("from", from)
            .text("to", to)
            .text("from_month", from.substr(0, kMonthLength))
            .text("to_month", to.substr(0, kMonthLength))
            .text("closed", closed ? context.format.shown(*closed) : "")
            .flag("any_closed", closed.has_value())
            .text("base", context.address())
            .flag("may_close", context.may(access::Action::CloseMonth));
        return context.page("accounting", "Accounting", view);
    });
}

Response accountingFile(RequestContext& context)
{
    const auto file = std::ranges::find(kFiles, std::string_view(context.part), &File::name);
    if (file == std::end(kFiles)) {
        throw foundation::Refusal("page.unknown/file");
    }
    Response response;
    response.add("Content-Type", "text/csv; charset=utf-8")
        .add("Content-Disposition",
             "attachment; filename=\"" + fileNameOf(context, file->name) + "\"");
    response.spool = std::make_unique<Spool>();
    const Period period = periodOf(context.query);
    context.read([&](const ReadTransaction& tx) {
        const auto out = foundation::makeCsvWriter(
            [&](std::string_view bytes) { response.spool->append(bytes); }, tx.store().currency,
            foundation::Guard::On);
        file->write(tx, period, *foundation::makeHidingWriter(*out, context.seen()));
        return true;
    });
    return response;
}

Response closePage(RequestContext& context)
{
    const FormPage page{
        .title = "Close a month",
        .submit = "Close for good",
        .back = context.address("accounting"),
        .fields = {{.name = "month",
                    .label = "Month",
                    .type = "month",
                    .value =
                        toText(context.read(accounting::nextToClose).value_or(lastMonth(context)))},
                   {.name = "with_empty",
                    .label = "Close the months before it that have no facts too",
                    .type = "tick",
                    .isNeeded = false}},
        .intro = "Nothing can be dated in a closed month any more, and its "
                 "reports stay as they are for ever. Boxes still packed or "
                 "planned carry over to the next month."};
    return runForm(context, page, "web close", [&](books::WriteTransaction& tx) {
        const auto closed = accounting::closeMonth(tx, monthIn(context.form, "month"),
                                                   context.form.text("with_empty") == kTicked
                                                       ? accounting::EarlierMonths::CloseWhenEmpty
                                                       : accounting::EarlierMonths::AreClosed);
        return Done{context.address("accounting"),
                    context.format.shown(closed.month) +
                        " is closed. Packed and not given on its last day: " +
                        std::to_string(closed.carried.boxes) + " boxes, " +
                        context.format.withCode(closed.carried.cost.total()) +
                        ". Moved to the next month, planned ones too: " +
                        std::to_string(closed.movedBoxes) + " boxes, " +
                        context.format.withCode(closed.moved) + ". The books' hash is " +
                        closed.hash + "."};
    });
}

namespace {

/// The number of `user 3`; 0 of other subjects.
std::int64_t numberOf(std::string_view subject, std::string_view what)
{
    std::int64_t number = 0;
    if (subject.starts_with(what)) {
        std::from_chars(subject.data() + what.size(), subject.data() + subject.size(), number);
    }
    return number;
}

/// To what it was done, and where that is.
void addSubject(Table& table, const RequestContext& context, const ReadTransaction& tx,
                const std::string& subject, const RecipientCode& codeOf)
{
    constexpr std::string_view kRecipient = "recipient ";
    constexpr std::string_view kUser = "user ";
    if (const auto code = codeOf(numberOf(subject, kRecipient))) {
        table.link(std::string(kRecipient) + *code, context.may(access::Action::EditRecipients)
                                                        ? context.recipientAddress(*code)
                                                        : "");
        return;
    }
    const access::UserId user{numberOf(subject, kUser)};
    const auto login = user.value != 0 && context.may(access::Action::EditUsers)
                           ? access::findLogin(tx.database(), user)
                           : std::nullopt;
    table.link(login ? std::string(kUser) + *login : shownSubject(context.format, subject),
               context.subjectAddress(subject));
}

} // namespace

Response auditPage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        // Events name people by number; who may know them reads more.
        const RecipientCode codeOf = [&](std::int64_t number) {
            return number != 0 && isSeen(foundation::Personal::Code, context.seen())
                       ? gifting::findRecipientCode(tx, books::RecipientNo{number})
                       : std::nullopt;
        };
        const std::string& actor = context.query.text("actor");
        const std::string& action = context.query.text("action");
        const auto page = reports::listEvents(
            tx,
            {.actor = actor, .action = action, .before = maybeIntegerIn(context.query, "before")});
        Table table({{"No", true}, {"When"}, {"Who"}, {"Did"}, {"To"}, {"Figures"}},
                    context.format);
        for (const reports::RecordedEvent& event : page.events) {
            table.number(event.seq.value)
                .moment(event.recordedAt)
                .text(event.actor)
                .text(event.action);
            addSubject(table, context, tx, event.subject, codeOf);
            table.text(shownDetail(context.format, event.detail, codeOf)).endRow();
        }
        View view;
        view.list("table", table.views("No event is like that."))
            .text("actor", actor)
            .text("action", action)
            .flag("has_next", page.next.has_value())
            .text("next", context.address("audit?") +
                              queryText({{"actor", actor},
                                         {"action", action},
                                         {"before", std::to_string(page.next.value_or(0))}}));
        return context.page("audit", "Audit", view);
    });
}

} // namespace giftbox::web
