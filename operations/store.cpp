#include "access/user_rows.h"
#include "books/set_store.h"
#include "operations/call.h"
#include "reports/store_rows.h"

namespace giftbox::operations {

using access::Action;
using books::ReadTransaction;
using books::WriteTransaction;
using foundation::RowWriter;
using enum foundation::FieldType;

namespace {

void readSettings(Call&, const ReadTransaction& tx, RowWriter& out)
{
    reports::writeStore(tx.store(), out);
}

void setSettings(Call& call, WriteTransaction& tx, RowWriter& out)
{
    books::setStore(tx, {.waitingMonths = call.changedInteger("waiting_months"),
                         .locale = call.changedText("locale"),
                         .timeZone = call.maybeText("time_zone"),
                         .timeZoneFrom = call.maybeDate("time_zone_from")});
    reports::writeStore(tx.store(), out);
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

} // namespace

std::vector<Operation> storeOperations()
{
    return {{.address = "/settings",
             .summary = "the store and its settings",
             .action = Action::EditSettings,
             .columns = reports::storeColumns,
             .read = readSettings,
             .answer = Answer::Row},
            {.command = "store set",
             .address = "/settings",
             .summary = "change a setting of the store; what is left out stays",
             .action = Action::EditSettings,
             .fields = {{.name = "waiting_months",
                         .type = Integer,
                         .title = "Waiting months",
                         .help = "how long whoever was given a box waits for the next, 0 to 120",
                         .value = "MONTHS"},
                        {.name = "locale",
                         .title = "Locale",
                         .help = "how days and amounts are written on the pages: en-US, or iso; "
                                 "files and programs always "
                                 "have 2026-11-22 and 1234.50",
                         .value = "LOCALE"},
                        {.name = "time_zone",
                         .title = "Time zone",
                         .help = "the IANA name of the zone whose clocks say what day it is in the "
                                 "store, America/New_York",
                         .value = "ZONE"},
                        {.name = "time_zone_from",
                         .type = Date,
                         .title = "Time zone from",
                         .help = "the first day with that zone; when left out, at once or as soon "
                                 "as the books allow it",
                         .option = "--from"}},
             .columns = reports::storeColumns,
             .write = setSettings,
             .answer = Answer::Row,
             .example = "--locale en-US",
             .seen = readSettings},
            {.command = "user list",
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

} // namespace giftbox::operations
