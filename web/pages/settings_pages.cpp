#include "books/set_store.h"
#include "reports/list_events.h"
#include "web/pages/pages.h"
#include "web/ui/run_form.h"
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

std::string labelOf(books::Setting setting)
{
    switch (setting) {
    case books::Setting::LaborMinutes:
        return "Minutes of a box";
    case books::Setting::LaborRate:
        return "Labor of an hour";
    default:
        return "Minimum gift interval (months)";
    }
}

std::string shownValue(const RequestContext& context, books::Setting setting, std::int64_t value)
{
    return setting == books::Setting::LaborRate ? context.format.withCode(foundation::Money{value})
                                                : std::to_string(value);
}

void addValue(Table& table, books::Setting setting, std::int64_t value)
{
    setting == books::Setting::LaborRate ? table.amount(foundation::Money{value})
                                         : table.number(value);
}

/// What changes by month: what it was first, and every change, the newest first.
std::vector<View> datedOf(const RequestContext& context, const books::ReadTransaction& tx)
{
    Table table({{"Setting"}, {"From"}, {"Value", true}, {"Reason"}, {"Who"}, {"When"}},
                context.format);
    auto changes = books::listSettingChanges(tx);
    std::ranges::reverse(changes);
    for (const books::SettingChange& change : changes) {
        table.text(labelOf(change.row.setting)).month(change.row.from);
        addValue(table, change.row.setting, change.row.value);
        table.text(change.reason).text(change.actor).moment(change.recordedAt).endRow();
    }
    for (const books::Setting setting : books::kSettings) {
        table.text(labelOf(setting)).text("the beginning");
        addValue(table, setting, tx.store().settings.first(setting));
        table.text("").text("").text("").endRow();
    }
    return table.views("");
}

/// Empty fields: a value that is typed holds from the month, whatever holds now.
std::vector<Field> datedFields(const RequestContext& context, const books::Store& store)
{
    std::vector<Field> fields;
    for (const books::Setting setting : books::kSettings) {
        const std::int64_t now = store.settings.at(setting, context.today().month());
        fields.push_back({.name = std::string(toText(setting)),
                          .label = labelOf(setting),
                          .type = setting == books::Setting::LaborRate ? "amount" : "units",
                          .hint = "This month " + shownValue(context, setting, now) +
                                  ". Leave it empty to keep that",
                          .isNeeded = false});
    }
    fields.push_back({.name = "from",
                      .label = "From",
                      .type = "month",
                      .hint = "The first month with those. Boxes that are packed or planned keep "
                              "what they cost",
                      .isNeeded = false,
                      .answersTo = {"month"}});
    fields.push_back({.name = "reason", .label = "Why", .isNeeded = false});
    return fields;
}

std::map<books::Setting, std::optional<std::int64_t>> datedIn(const RequestContext& context)
{
    std::map<books::Setting, std::optional<std::int64_t>> dated;
    for (const books::Setting setting : books::kSettings) {
        const std::string field(toText(setting));
        if (setting == books::Setting::LaborRate) {
            if (const auto rate = maybeAmountIn(context.form, field, context.format)) {
                dated[setting] = rate->minor;
            }
        } else if (const auto number = maybeIntegerIn(context.form, field)) {
            dated[setting] = number;
        }
    }
    return dated;
}

/// None when it is the one that was shown, so that the form can be sent for another setting alone.
std::optional<std::string> zoneIn(const RequestContext& context)
{
    const auto zone = maybeTextIn(context.form, "time_zone");
    const bool isShown = zone == context.format.zoneAt(context.now.instant);
    return isShown && !context.form.has("time_zone_from") ? std::nullopt : zone;
}

FormPage settingsFormOf(const RequestContext& context, const books::Store& store)
{
    FormPage page{
        .title = "Change the settings",
        .submit = "Change",
        .back = context.address("settings"),
        .fields = {{.name = "locale",
                    .label = "Days and amounts",
                    .value = books::shownLocale(store),
                    .hint = "As people write them where you are: en-US (11/22/2026, 1,234.50), "
                            "en-GB, de-DE and so on; iso, or nothing, for 2026-11-22",
                    .isNeeded = false},
                   {.name = "time_zone",
                    .label = "Time zone",
                    .value = context.format.zoneAt(context.now.instant),
                    .hint = "Its clocks say what day it is in the store: America/New_York, "
                            "Europe/Berlin and so on"},
                   {.name = "time_zone_from",
                    .label = "Another time zone from",
                    .type = "date",
                    .hint = "The first day with it. At once when left out, or as soon as the books "
                            "allow it",
                    .isNeeded = false}},
        .intro = "Lists that are chosen stay as they are, and so do files."};
    const std::vector<Field> dated = datedFields(context, store);
    page.fields.insert(page.fields.begin(), dated.begin(), dated.end());
    return page;
}

} // namespace

Response settingsPage(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const books::Store& store = tx.store();
        const foundation::Month month = context.today().month();
        View view;
        View dated;
        dated.list("table", datedOf(context, tx));
        view.list("table", historyOf(context, tx))
            .list("dated", {dated})
            .text("code", store.code)
            .text("name", store.name)
            .text("legal_entity", store.legalEntity)
            .flag("has_legal_entity", !store.legalEntity.empty())
            .text("currency", store.currency.code)
            .text("labor_rate", context.format.withCode(store.laborRate(month)))
            .number("labor_minutes", store.laborMinutes(month))
            .text("costing", store.costingMethod)
            .number("minimum_gift_interval",
                    store.settings.at(books::Setting::MinimumGiftInterval, month))
            .text("closed_through",
                  store.closedThrough ? context.format.shown(*store.closedThrough) : "no month yet")
            .text("locale", books::shownLocale(store))
            .text("time_zone", context.format.zoneAt(context.now.instant))
            .text("clock", context.format.shown(context.now.instant))
            .text("written", context.format.shown(context.today()) + ", " +
                                 context.format.shown(foundation::Money{kSample}))
            .text("base", context.address());
        return context.page("settings", "Settings", view);
    });
}

Response setStorePage(RequestContext& context)
{
    FormPage page = context.read(
        [&](const books::ReadTransaction& tx) { return settingsFormOf(context, tx.store()); });
    page.fields.push_back(seenField(shownBy(page)));
    return runForm(context, page, "web store set", [&](books::WriteTransaction& tx) {
        requireSeen(context.form, settingsFormOf(context, tx.store()));
        books::setStore(
            tx, {.dated = datedIn(context),
                 .from = context.form.has("from") ? std::optional(monthIn(context.form, "from"))
                                                  : std::nullopt,
                 .reason = context.form.text("reason"),
                 .locale = changedTextIn(context.form, "locale"),
                 .timeZone = zoneIn(context),
                 .timeZoneFrom = context.form.has("time_zone_from")
                                     ? std::optional(dateIn(context.form, "time_zone_from"))
                                     : std::nullopt});
        return Done{context.address("settings"), "Changed."};
    });
}

} // namespace giftbox::web
