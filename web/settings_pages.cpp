#include "books/set_store.h"
#include "reports/list_events.h"
#include "web/pages.h"
#include "web/seen_form.h"
#include "web/shown_detail.h"
#include "web/table.h"

namespace giftbox::web {

namespace {

constexpr std::int64_t kSample = 123456;

std::vector<View> historyOf(const Visit& visit, const books::ReadTransaction& tx)
{
    Table table({{"When (UTC)"}, {"Who"}, {"What was set"}}, visit.format);
    const auto page =
        reports::listEvents(tx, {.actor = {}, .action = "store.", .before = std::nullopt});
    for (const reports::RecordedEvent& event : page.events) {
        table.moment(event.recordedAt)
            .text(event.actor)
            .text(shownDetail(visit.format, event.detail))
            .endRow();
    }
    return table.views("Nothing was set lately; the audit has everything.");
}

FormPage settingsFormOf(const Visit& visit, const books::Store& store)
{
    return {
        .title = "Change the settings",
        .submit = "Change",
        .back = visit.address("settings"),
        .fields = {{.name = "months",
                    .label = "Waiting months",
                    .type = "units",
                    .value = std::to_string(store.waitingMonths),
                    .hint = "0 to 120. Whoever was given a box so few months ago is warned of when "
                            "they are to be chosen again",
                    .answersTo = {"store.waiting_months"}},
                   {.name = "locale",
                    .label = "Days and amounts",
                    .value = books::shownLocale(store),
                    .hint = "As people write them where you are: en-US (11/22/2026, 1,234.50), "
                            "en-GB, de-DE and so on; iso, or nothing, for 2026-11-22",
                    .isNeeded = false,
                    .answersTo = {"store.locale"}}},
        .intro = "Lists that are chosen stay as they are, and so do files."};
}

} // namespace

Response settingsPage(Visit& visit)
{
    return visit.read([&](const books::ReadTransaction& tx) {
        const books::Store& store = tx.store();
        View view;
        view.list("table", historyOf(visit, tx))
            .text("code", store.code)
            .text("name", store.name)
            .text("legal_entity", store.legalEntity)
            .flag("has_legal_entity", !store.legalEntity.empty())
            .text("currency", store.currency.code)
            .text("labor_rate", visit.format.withCode(store.laborRate))
            .number("labor_minutes", store.laborMinutes)
            .text("costing", store.costingMethod)
            .number("waiting_months", store.waitingMonths)
            .text("closed_through",
                  store.closedThrough ? visit.format.shown(*store.closedThrough) : "no month yet")
            .text("locale", books::shownLocale(store))
            .text("written", visit.format.shown(visit.now.today) + ", " +
                                 visit.format.shown(foundation::Money{kSample}))
            .text("base", visit.address());
        return visit.page("settings", "Settings", view);
    });
}

Response setStorePage(Visit& visit)
{
    FormPage page = visit.read(
        [&](const books::ReadTransaction& tx) { return settingsFormOf(visit, tx.store()); });
    page.fields.push_back(seenField(shownBy(page)));
    return runForm(visit, page, "web store set", [&](books::WriteTransaction& tx) {
        requireSeen(visit.form, settingsFormOf(visit, tx.store()));
        books::setStore(tx, {.waitingMonths = changedIntegerIn(visit.form, "months"),
                             .locale = changedTextIn(visit.form, "locale")});
        return Done{visit.address("settings"), "Changed."};
    });
}

} // namespace giftbox::web
