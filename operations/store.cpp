#include "access/disable_user.h"
#include "access/grant_role.h"
#include "access/group_role.h"
#include "access/user_rows.h"
#include "books/set_store.h"
#include "operations/pages_by_key.h"
#include "operations/table.h"
#include "operations/undo.h"
#include "reports/store_rows.h"

#include <algorithm>

namespace giftbox::operations {

namespace {

constexpr RowShape kUserRow{"User", access::userColumns, "state:active|disabled"};
constexpr RowShape kStoreRow{"Store", reports::storeColumns, "",
                             [] { return allInfosOf(books::storeFields()); }};

void readSettings(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    reports::writeStore(tx.store(), call.today.month(), out);
}

/// As they are from the month on in which a change starts.
void readSettingsFrom(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    reports::writeStore(tx.store(), call.month("from"), out);
}

/// A setting that changes by month does so from a month on, for a reason; others do not.
void giveReason(const SeenRows&, foundation::JsonBody& undo)
{
    const bool isDated = std::ranges::any_of(books::kSettings, [&](books::Setting setting) {
        return undo.fields.contains(toText(setting));
    });
    if (isDated) {
        undo.fields.insert_or_assign("reason", std::string(kMistake));
    } else {
        undo.fields.erase("from");
    }
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
    books::setStore(tx, {.dated = books::datedIn(tx.store(), call.said()),
                         .from = call.maybeMonth("from"),
                         .reason = call.text("reason"),
                         .recognition = call.maybeText("recognition"),
                         .entity = call.changedText("entity"),
                         .locale = call.changedText("locale"),
                         .timeZone = call.maybeText("time_zone"),
                         .timeZoneFrom = call.maybeDate("time_zone_from")});
    // With what a new entity brings.
    reports::writeStore(books::loadStore(tx.database(), tx.store().code), tx.today().month(), out);
}

void readUsers(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const auto users = pageByKey(
        call, true,
        [&](const std::string& after, std::int64_t most) {
            return access::listUsers(tx,
                                     {.words = call.text("words"), .after = after, .most = most});
        },
        [](const access::UserLine& user) { return user.login; },
        [](const access::UserLine&) { return true; });
    out.begin(access::userColumns());
    for (const access::UserLine& user : users) {
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

/// A caller with write access to the database is not limited to one store.
access::Reach reachOf(const Call& call, const ReadTransaction& tx)
{
    return call.caller.isTrusted() ? access::Reach::EveryStore
                                   : access::reachOf(tx, call.caller.login, call.caller.roles);
}

/// The entity whose stores a role is for, or empty for every store; none for a role in this store.
std::optional<std::string> groupIn(const Call& call)
{
    return call.isYes("all_stores") ? std::optional<std::string>("")
           : call.has("entity")     ? std::optional(call.text("entity"))
                                    : std::nullopt;
}

void readUser(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    access::writeUserNow(tx, call.text("login"), out);
}

void disableUser(Call& call, WriteTransaction& tx, RowWriter& out)
{
    access::disableUser(tx, call.text("login"), reachOf(call, tx));
    access::writeUserNow(tx, call.text("login"), out);
}

void enableUser(Call& call, WriteTransaction& tx, RowWriter& out)
{
    access::enableUser(tx, call.text("login"), reachOf(call, tx));
    access::writeUserNow(tx, call.text("login"), out);
}

void grantRole(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const access::Role role = access::parseRole(call.text("role"));
    if (const auto group = groupIn(call)) {
        access::grantGroupRole(tx, call.caller.login, call.text("login"), role, *group);
    } else {
        access::grantRole(tx, call.text("login"), role, reachOf(call, tx));
    }
    access::writeUserNow(tx, call.text("login"), out);
}

void revokeRole(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const access::Role role = access::parseRole(call.text("role"));
    if (const auto group = groupIn(call)) {
        access::revokeGroupRole(tx, call.caller.login, call.text("login"), role, *group);
    } else {
        access::revokeRole(tx, call.text("login"), role, reachOf(call, tx));
    }
    access::writeUserNow(tx, call.text("login"), out);
}

const std::vector<Column>& endedTokenColumns()
{
    static const std::vector<Column> columns = {{"label", "Label", ColumnType::Text},
                                                {"state", "State", ColumnType::Code}};
    return columns;
}

void revokeToken(Call& call, WriteTransaction& tx, RowWriter& out)
{
    access::revokeApiToken(tx, call.text("label"));
    writeRow(out, endedTokenColumns(), [&] {
        out.text(call.text("label"));
        out.code("revoked");
        out.endRow();
    });
}

std::vector<FieldInfo> settingFields()
{
    std::vector<FieldInfo> fields = infosOf(books::storeFields(), foundation::Stage::There);
    const FieldInfo others[] = {
        {.name = "from",
         .type = Month,
         .title = "From",
         .help = "the first month with the new value of a setting that changes by month"},
        {.name = "reason",
         .title = "Reason",
         .help = "why a setting that changes by month does; needed with it",
         .value = "WHY"},
        books::storeField("time_zone").info,
        {.name = "time_zone_from",
         .type = Date,
         .title = "Time zone from",
         .help =
             "first day with the new zone; default: at once, or as soon as the books allow it"}};
    fields.insert(fields.begin() + books::kSettings.size(), others, others + 2);
    fields.insert(fields.end(), others + 2, std::end(others));
    return fields;
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
         .columns = kStoreRow,
         .read = showStore,
         .answer = Answer::Row,
         .example = "--history"},
        {.address = "/settings/history",
         .summary = "what the settings that change by month were first, and every change",
         .action = Action::EditSettings,
         .columns = {"SettingChange", reports::settingChangeColumns},
         .read = readSettingChanges},
        {.command = "store set",
         .address = "/settings",
         .summary = "change a setting of the store; what is left out stays",
         .action = Action::EditSettings,
         .fields = settingFields(),
         .columns = kStoreRow,
         .write = setSettings,
         .answer = Answer::Row,
         .example = "--labor-rate 26.00 --from 2027-01 --reason \"wages of 2027\"",
         .seen = readSettings,
         .inverse =
             {.command = "store set", .thing = readSettingsFrom, .same = "from", .fit = giveReason},
         .oneWay = "A time zone that was set can be changed, not removed."}};
}

constexpr FieldInfo kLogin{
    .name = "login", .title = "Login", .help = "login name", .need = Required, .option = "LOGIN"};
constexpr FieldInfo kRole{.name = "role",
                          .title = "Role",
                          .help = "which role",
                          .need = Required,
                          .option = "ROLE",
                          .choices = "parts-director|manager|accounting|adviser|administrator|"
                                     "group-manager|group-administrator"};
constexpr FieldInfo kOverEntity{.name = "entity",
                                .title = "Entity",
                                .help = "in all stores of this legal entity, not in this store",
                                .value = "CODE"};
constexpr FieldInfo kOverAll{.name = "all_stores",
                             .type = YesNo,
                             .title = "All stores",
                             .help = "in every store there is or will be",
                             .isFlag = true};

std::vector<Operation> people()
{
    return {
        {.command = "user list",
         .address = "/users",
         .summary = "who has a role in the store, from there or from the group, by login",
         .action = Action::EditUsers,
         .fields = {{.name = "words",
                     .title = "Words",
                     .help = "only users whose login or name has this",
                     .option = "WORDS"}},
         .columns = kUserRow,
         .read = readUsers,
         .isPaged = true},
        {.command = "user disable",
         .summary = "disable a user in all stores",
         .action = Action::EditUsers,
         .fields = {kLogin},
         .columns = kUserRow,
         .write = disableUser,
         .answer = Answer::Row,
         .example = "ann",
         .inverse = {"user enable", "login", readUser},
         .oneWay = "Sessions and API tokens of the user end, and stay ended."},
        {.command = "user enable",
         .summary = "let a disabled user log in again, in all stores",
         .effect = "Password and roles are those of before. Sessions and API tokens stay ended.",
         .action = Action::EditUsers,
         .fields = {kLogin},
         .columns = kUserRow,
         .write = enableUser,
         .answer = Answer::Row,
         .example = "ann",
         .inverse = {"user disable", "login", readUser}}};
}

/// What a role was given for.
constexpr const char* kOver = "role entity all_stores";

std::vector<Operation> rolesOfPeople()
{
    return {{.command = "user grant",
             .summary = "add a role to a user, in the store, a legal entity or all stores",
             .effect = "group-manager and group-administrator are roles in an entity or in all "
                       "stores. Group administrators of those stores give roles there.",
             .action = Action::EditUsers,
             .fields = {kLogin, kRole, kOverEntity, kOverAll},
             .columns = kUserRow,
             .write = grantRole,
             .answer = Answer::Row,
             .example = "ann manager",
             .inverse = {.command = "user revoke", .column = "login", .same = kOver}},
            {.command = "user revoke",
             .summary = "remove a role from a user, in the store, a legal entity or all stores",
             .action = Action::EditUsers,
             .fields = {kLogin, kRole, kOverEntity, kOverAll},
             .columns = kUserRow,
             .write = revokeRole,
             .answer = Answer::Row,
             .example = "ann manager",
             .inverse = {.command = "user grant", .column = "login", .same = kOver},
             .oneWay = "API tokens with the role end, and stay ended."}};
}

std::vector<Operation> tokens()
{
    return {{.command = "token list",
             .address = "/tokens",
             .summary = "the tokens of programs, without the tokens",
             .action = Action::EditUsers,
             .columns = {"Token", access::apiTokenColumns, "right:read|change"},
             .read = readTokens},
            {.command = "token revoke",
             .summary = "permanently revoke a token",
             .action = Action::EditUsers,
             .fields = {{.name = "label",
                         .title = "Label",
                         .help = "purpose of the token",
                         .need = Required,
                         .option = "LABEL"}},
             .columns = {"EndedToken", endedTokenColumns, "state:revoked"},
             .write = revokeToken,
             .answer = Answer::Row,
             .example = "till",
             .oneWay = "You cannot undo this."}};
}

} // namespace

std::vector<Operation> storeOperations()
{
    std::vector<Operation> all = settings();
    for (auto* part : {people, rolesOfPeople, tokens}) {
        std::ranges::move(part(), std::back_inserter(all));
    }
    return all;
}

} // namespace giftbox::operations
