#include "access/user_rows.h"
#include "books/set_store.h"
#include "reports/store_rows.h"
#include "web/api/api_table.h"

namespace giftbox::web {

using access::Action;
using foundation::RowWriter;
using enum ApiType;

namespace {

constexpr ApiField kSettings[] = {
    {"labor_rate", Amount, false, "What an hour of packing costs."},
    {"labor_minutes", Integer, false,
     "How long a box takes when nobody says otherwise, 0 to 100000."},
    {"waiting_months", Integer, false,
     "How long whoever was given a box waits for the next, 0 to 120."},
    {"from", Month, false, "The month from which these three hold; needed with any of them."},
    {"reason", Text, false, "Why these three change; needed with any of them."},
    {"locale", Text, false,
     "How days and amounts are written on the pages: en-US, or iso. The API always has 2026-11-22 "
     "and 1234.50."},
    {"time_zone", Text, false,
     "The IANA name of the zone whose clocks say what day it is in the store: America/New_York."},
    {"time_zone_from", Date, false,
     "The first day with that zone; when left out, at once or as soon as the books allow it."},
    kSeen};

void readSettings(ApiCall& call, const books::ReadTransaction& tx, RowWriter& out)
{
    reports::writeStore(tx.store(), call.today.month(), out);
}

void setSettings(ApiCall& call, books::WriteTransaction& tx, RowWriter& out)
{
    requireSeen(call, tx, readSettings);
    books::StoreSettings settings{.from = call.maybeMonth("from"),
                                  .reason = call.text("reason"),
                                  .locale = call.changedText("locale"),
                                  .timeZone = call.maybeText("time_zone"),
                                  .timeZoneFrom = call.maybeDate("time_zone_from")};
    if (const auto rate = call.maybeAmount("labor_rate", tx.store().currency)) {
        settings.dated[books::Setting::LaborRate] = rate->minor;
    }
    if (const auto minutes = call.changedInteger("labor_minutes")) {
        settings.dated[books::Setting::LaborMinutes] = *minutes;
    }
    if (const auto months = call.changedInteger("waiting_months")) {
        settings.dated[books::Setting::WaitingMonths] = *months;
    }
    books::setStore(tx, settings);
    reports::writeStore(tx.store(), tx.today().month(), out);
}

void readSettingChanges(ApiCall&, const books::ReadTransaction& tx, RowWriter& out)
{
    reports::writeSettingChanges(tx, out);
}

void readUsers(ApiCall&, const books::ReadTransaction& tx, RowWriter& out)
{
    out.begin(access::userColumns());
    for (const access::UserLine& user : access::listUsers(tx)) {
        access::writeUser(user, out);
    }
    out.end();
}

void readTokens(ApiCall& call, const books::ReadTransaction& tx, RowWriter& out)
{
    out.begin(access::apiTokenColumns());
    for (const access::ApiTokenLine& line : access::listApiTokens(tx)) {
        access::writeApiToken(line, call.today, out);
    }
    out.end();
}

const ApiRoute kRoutes[] = {{"/settings",
                             "The store and its settings",
                             Action::EditSettings,
                             {},
                             reports::storeColumns,
                             readSettings},
                            {"/settings/history",
                             "What the settings that change by month were first, and every change",
                             Action::EditSettings,
                             {},
                             reports::settingChangeColumns,
                             readSettingChanges},
                            {"/settings", "Change what is said; the rest stays",
                             Action::EditSettings, kSettings, reports::storeColumns, nullptr,
                             setSettings},
                            {"/users",
                             "Who has a role in the store, by login",
                             Action::EditUsers,
                             {},
                             access::userColumns,
                             readUsers},
                            {"/tokens",
                             "The tokens of programs, without the tokens",
                             Action::EditUsers,
                             {},
                             access::apiTokenColumns,
                             readTokens}};

} // namespace

std::span<const ApiRoute> apiStoreRoutes() { return kRoutes; }

} // namespace giftbox::web
