#include "books/set_store.h"
#include "reports/list_events.h"
#include "web/pages/pages.h"
#include "web/ui/run_form.h"
#include "web/ui/seen_form.h"
#include "web/ui/shown_detail.h"
#include "web/ui/table.h"

namespace giftbox::web {

namespace {

constexpr std::int64_t kSample = 123456;

std::vector<View> historyOf(const Visit& visit, const books::ReadTransaction& tx)
{
    Table table({{"When"}, {"Who"}, {"What was set"}}, visit.format);
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

/// None when it is the one that was shown, so that the form can be sent for another setting alone.
std::optional<std::string> zoneIn(const Visit& visit)
{
    const auto zone = maybeTextIn(visit.form, "time_zone");
    const bool isShown = zone == visit.format.zoneAt(visit.now.instant);
    return isShown && !visit.form.has("time_zone_from") ? std::nullopt : zone;
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
                    .answersTo = {"waiting_months"}},
                   {.name = "locale",
                    .label = "Days and amounts",
                    .value = books::shownLocale(store),
                    .hint = "As people write them where you are: en-US (11/22/2026, 1,234.50), "
                            "en-GB, de-DE and so on; iso, or nothing, for 2026-11-22",
                    .isNeeded = false},
                   {.name = "time_zone",
                    .label = "Time zone",
                    .value = visit.format.zoneAt(visit.now.instant),
                    .hint = "Its clocks say what day it is in the store: America/New_York, "
                            "Europe/Berlin and so on"},
                   {.name = "time_zone_from",
                    .label = "Another time zone from",
                    .type = "date",
                    .hint = "The first day with it. At once when left out, or as soon as the books "
                            "allow it",
                    .isNeeded = false}},
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
            .text("time_zone", visit.format.zoneAt(visit.now.instant))
            .text("clock", visit.format.shown(visit.now.instant))
            .text("written", visit.format.shown(visit.today()) + ", " +
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
        books::setStore(tx,
                        {.waitingMonths = changedIntegerIn(visit.form, "months"),
                         .locale = changedTextIn(visit.form, "locale"),
                         .timeZone = zoneIn(visit),
                         .timeZoneFrom = visit.form.has("time_zone_from")
                                             ? std::optional(dateIn(visit.form, "time_zone_from"))
                                             : std::nullopt});
        return Done{visit.address("settings"), "Changed."};
    });
}

} // namespace giftbox::web
