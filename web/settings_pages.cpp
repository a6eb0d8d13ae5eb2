#include "books/set_store.h"
#include "reports/list_events.h"
#include "web/form_page.h"
#include "web/pages.h"
#include "web/table.h"

namespace giftbox::web {

namespace {

/// `waiting_months: 6` of `{"waiting_months":6}`.
std::string wordsOf(const std::string& detail)
{
    std::string words;
    for (const char c : detail) {
        if (c == ':' || c == ',') {
            words += std::string(1, c) + " ";
        } else if (c != '{' && c != '}' && c != '"') {
            words += c;
        }
    }
    return words;
}

std::vector<View> historyOf(const books::ReadTransaction& tx)
{
    Table table({{"When"}, {"Who"}, {"What was set"}}, tx.store().currency);
    const auto page =
        reports::listEvents(tx, {.actor = {}, .action = "store.", .before = std::nullopt});
    for (const reports::RecordedEvent& event : page.events) {
        table.text(shownInstant(toText(event.recordedAt)))
            .text(event.actor)
            .text(wordsOf(event.detail))
            .endRow();
    }
    return table.views("Nothing was set lately; the audit has everything.");
}

} // namespace

Response settingsPage(Visit& visit)
{
    return visit.read([&](const books::ReadTransaction& tx) {
        const books::Store& store = tx.store();
        View view;
        view.list("table", historyOf(tx))
            .text("code", store.code)
            .text("name", store.name)
            .text("legal_entity", store.legalEntity)
            .flag("has_legal_entity", !store.legalEntity.empty())
            .text("currency", store.currency.code)
            .text("labor_rate", store.amount(store.laborRate))
            .number("labor_minutes", store.laborMinutes)
            .text("costing", store.costingMethod)
            .number("waiting_months", store.waitingMonths)
            .text("closed_through",
                  store.closedThrough ? toText(*store.closedThrough) : "no month yet")
            .text("base", visit.address());
        return visit.page("settings", "Settings", view);
    });
}

Response setWaitingMonthsPage(Visit& visit)
{
    const std::int64_t now =
        visit.read([](const books::ReadTransaction& tx) { return tx.store().waitingMonths; });
    const FormPage page{
        .title = "Set the waiting months",
        .submit = "Set",
        .back = visit.address("settings"),
        .fields = {{.name = "months",
                    .label = "Waiting months",
                    .type = "units",
                    .value = std::to_string(now),
                    .hint = "0 to 120. Whoever was given a box so few months ago is warned of when "
                            "they are to be chosen again",
                    .answersTo = {"store."}}},
        .intro = "Lists that are chosen stay as they are."};
    return runForm(visit, page, "web store set", [&](books::WriteTransaction& tx) {
        books::setWaitingMonths(tx, integerIn(visit.form, "months"));
        return Done{visit.address("settings"),
                    "The waiting months are " + std::to_string(tx.store().waitingMonths) + "."};
    });
}

} // namespace giftbox::web
