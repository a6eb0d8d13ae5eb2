#include "access/user_rows.h"
#include "books/set_store.h"
#include "operations/call.h"
#include "reports/store_rows.h"

#include <algorithm>

namespace giftbox::operations {

using access::Action;
using books::ReadTransaction;
using books::WriteTransaction;
using foundation::FieldInfo;
using foundation::RowWriter;
using enum foundation::FieldType;

namespace {

void readSettings(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    reports::writeStore(tx.store(), call.today.month(), out);
}

void readSettingChanges(Call&, const ReadTransaction& tx, RowWriter& out)
{
    reports::writeSettingChanges(tx, out);
}

void showStore(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    call.isYes("history") ? readSettingChanges(call, tx, out) : readSettings(call, tx, out);
}

void setSettings(Call& call, WriteTransaction& tx, RowWriter& out)
{
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
    if (const auto months = call.changedInteger("minimum_gift_interval")) {
        settings.dated[books::Setting::MinimumGiftInterval] = *months;
    }
    books::setStore(tx, settings);
    reports::writeStore(tx.store(), tx.today().month(), out);
}

void readUsers(Call&, const ReadTransaction& tx, RowWriter& out)
{
    out.begin(access::userColumns());
    for (const access::UserLine& user : access::listUsers(tx)) {
        access::writeUser(user, out);
    }
    out.end();
}

void readTokens(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    out.begin(access::apiTokenColumns());
    for (const access::ApiTokenLine& line : access::listApiTokens(tx)) {
        access::writeApiToken(line, call.today, out);
    }
    out.end();
}

std::vector<FieldInfo> settingFields()
{
    return {{.name = "labor_rate",
             .type = Amount,
             .title = "Labor rate",
             .help = "what an hour of packing costs"},
            {.name = "labor_minutes",
             .type = Integer,
             .title = "Labor minutes",
             .help = "how long a box takes when nobody says otherwise, 0 to 100000",
             .value = "MINUTES",
             .mayBeEmptied = true},
            {.name = "minimum_gift_interval",
             .type = Integer,
             .title = "Minimum gift interval (months)",
             .help = "how long whoever was given a box waits for the next, 0 to 120",
             .value = "MONTHS",
             .mayBeEmptied = true},
            {.name = "from",
             .type = Month,
             .title = "From",
             .help = "the month from which these three hold; needed with any of them"},
            {.name = "reason",
             .title = "Reason",
             .help = "why these three change; needed with any of them",
             .value = "WHY"},
            {.name = "locale",
             .title = "Locale",
             .help =
                 "how days and amounts are written on the pages: en-US, or iso; files and programs "
                 "always have 2026-11-22 and 1234.50",
             .value = "LOCALE"},
            {.name = "time_zone",
             .title = "Time zone",
             .help = "the IANA name of the zone whose clocks say what day it is in the store, "
                     "America/New_York",
             .value = "ZONE"},
            {.name = "time_zone_from",
             .type = Date,
             .title = "Time zone from",
             .help = "the first day with that zone; when left out, at once or as soon as the books "
                     "allow it"}};
}

std::vector<Operation> settings()
{
    return {
        {.command = "store show",
         .address = "/settings",
         .summary = "the store and its settings as they are this month",
         .action = Action::EditSettings,
         .fields = {{.name = "history",
                     .type = YesNo,
                     .title = "History",
                     .help =
                         "labor rate, minutes, and minimum gift interval: what they were first, "
                         "and every change",
                     .asked = foundation::Asked::OnCommandLine,
                     .isFlag = true}},
         .columns = reports::storeColumns,
         .read = showStore,
         .answer = Answer::Row,
         .example = "--history"},
        {.address = "/settings/history",
         .summary = "what the settings that change by month were first, and every change",
         .action = Action::EditSettings,
         .columns = reports::settingChangeColumns,
         .read = readSettingChanges},
        {.command = "store set",
         .address = "/settings",
         .summary = "change a setting of the store; what is left out stays",
         .action = Action::EditSettings,
         .fields = settingFields(),
         .columns = reports::storeColumns,
         .write = setSettings,
         .answer = Answer::Row,
         .example = "--labor-rate 26.00 --from 2027-01 --reason \"wages of 2027\"",
         .seen = readSettings}};
}

std::vector<Operation> people()
{
    return {{.command = "user list",
             .address = "/users",
             .summary = "who has a role in the store, by login",
             .action = Action::EditUsers,
             .columns = access::userColumns,
             .read = readUsers},
            {.command = "token list",
             .address = "/tokens",
             .summary = "the tokens of programs, without the tokens",
             .action = Action::EditUsers,
             .columns = access::apiTokenColumns,
             .read = readTokens}};
}

} // namespace

std::vector<Operation> storeOperations()
{
    std::vector<Operation> all = settings();
    std::ranges::move(people(), std::back_inserter(all));
    return all;
}

} // namespace giftbox::operations
