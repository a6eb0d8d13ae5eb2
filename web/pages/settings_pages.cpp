#include "books/set_store.h"
#include "exchange/sample/sample_store.h"
#include "reports/list_events.h"
#include "reports/store_rows.h"
#include "web/pages/pages.h"
#include "web/ui/operation_form.h"
#include "web/ui/seen_form.h"
#include "web/ui/shown_detail.h"
#include "web/ui/table.h"

#include <algorithm>

namespace giftbox::web {

namespace {

constexpr std::int64_t kSample = 123456;

std::vector<View> historyOf(const RequestContext& context, const books::ReadTransaction& tx)
{
    Table table({{"When"}, {"Who"}, {"What was set"}}, context.format);
    const auto page =
        reports::listEvents(tx, {.actor = {}, .action = "store.", .before = std::nullopt});
    for (const reports::RecordedEvent& event : page.events) {
        table.moment(event.recordedAt)
            .text(event.actor)
            .text(shownDetail(context.format, event.detail))
            .endRow();
    }
    return table.views("Nothing was set lately; the audit has everything.");
}

/// What changes by month: what it was first, and every change, the newest first.
std::vector<View> datedOf(const RequestContext& context, const books::ReadTransaction& tx)
{
    Table table({{"Setting"}, {"From"}, {"Value"}, {"Reason"}, {"Who"}, {"When"}}, context.format);
    const auto title = [](books::Setting setting) {
        return std::string(books::storeField(toText(setting)).info.title);
    };
    const auto value = [&](books::Setting setting, std::int64_t number) {
        return context.format.shownFigure(books::shownSetting(tx.store(), setting, number));
    };
    auto changes = books::listSettingChanges(tx);
    std::ranges::reverse(changes);
    for (const auto& [row, reason, actor, recordedAt, detail] : changes) {
        table.text(title(row.setting)).month(row.from).text(value(row.setting, row.value));
        table.text(reason).text(actor).moment(recordedAt).endRow();
    }
    for (const books::Setting setting : books::kSettings) {
        table.text(title(setting)).text("the beginning");
        table.text(value(setting, tx.store().settings.first(setting)));
        table.text("").text("").text("").endRow();
    }
    return table.views("");
}

/// The store this month, as its people write it.
AnsweredRow settingsNow(const RequestContext& context, const books::Store& store)
{
    AnsweredRow now = shownRow(context.format, [&](foundation::RowWriter& out) {
        reports::writeStore(store, context.today().month(), out);
    });
    now.at("time_zone") = context.format.zoneAt(context.now.instant);
    return now;
}

std::vector<View> factsOf(const RequestContext& context, const books::Store& store)
{
    AnsweredRow now = settingsNow(context, store);
    now.at("time_zone") += ", where it is " + context.format.shown(context.now.instant);
    now.at("locale") = context.format.shown(context.today()) + ", " +
                       context.format.shown(foundation::Money{kSample}) + " (" + now.at("locale") +
                       ")";
    if (!store.closedThrough) {
        now.at("closed_through") = "no month yet";
    }
    std::vector<View> facts;
    for (const auto& field : books::storeFields()) {
        addFact(facts, std::string(field.info.title), now.find(field.info.name)->second);
    }
    return facts;
}

/// What changes from a day or month on stands beside its field: what is typed holds from then, whatever holds now.
FormPage settingsFormOf(const RequestContext& context, const books::Store& store)
{
    FormPage page{.title = "Change the settings",
                  .submit = "Change",
                  .back = context.address("settings"),
                  .fields = fieldsOf(operations::operationOf("store set")->fields,
                                     books::storeFields(), store),
                  .intro = "Approved lists and files stay as they are. Boxes already packed or "
                           "planned keep their cost."};
    const AnsweredRow now = settingsNow(context, store);
    const auto leaveEmpty = [&](std::string_view name, const std::string& since) {
        Field& field = fieldNamed(page.fields, name);
        field.value.clear();
        field.hint += ". " + since + now.find(name)->second + ". Leave it empty to keep that";
    };
    for (const books::Setting setting : books::kSettings) {
        leaveEmpty(toText(setting), "This month ");
    }
    leaveEmpty("time_zone", "Now ");
    return page;
}

} // namespace

Response settingsPage(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        View view;
        View dated;
        dated.list("table", datedOf(context, tx));
        view.list("table", historyOf(context, tx))
            .list("dated", {dated})
            .list("facts", factsOf(context, tx.store()))
            .flag("may_look", !exchange::sampleStore(tx.database()))
            .flag("may_reopen",
                  context.may(access::Action::ReopenMonth) && tx.store().closedThrough.has_value())
            .text("base", context.address());
        return context.page("settings", "Settings", view);
    });
}

Response setStorePage(RequestContext& context)
{
    FormPage page = context.read(
        [&](const books::ReadTransaction& tx) { return settingsFormOf(context, tx.store()); });
    page.fields.push_back(seenField(shownBy(page)));
    return runOperation(
        context, page, "store set",
        [&](const AnsweredRow&) {
            return Done{context.address("settings"), "Changed."};
        },
        [&](const books::ReadTransaction& tx) {
            requireSeen(context.form, settingsFormOf(context, tx.store()));
        });
}

} // namespace giftbox::web
