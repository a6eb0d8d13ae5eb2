#include "access/group_role.h"
#include "books/set_store.h"
#include "operations/account_fields.h"
#include "operations/pages_by_key.h"
#include "operations/table.h"
#include "reports/entity_rows.h"

namespace giftbox::operations {

namespace {

constexpr FieldInfo kEntity{.name = "entity",
                            .title = "Entity",
                            .help = "code of the legal entity",
                            .need = Required,
                            .option = "ENTITY"};

/// Those that an entity has, as a store has them.
std::vector<FieldInfo> withSettings(std::vector<FieldInfo> fields)
{
    for (const books::Setting setting : books::kEntitySettings) {
        fields.push_back(books::storeField(toText(setting)).info);
    }
    return fields;
}

constexpr RowShape kEntityRow{"Entity", reports::entityColumns, "",
                              [] { return withSettings({kEntity}); }};
constexpr RowShape kEntityAccountRow{"EntityAccount", reports::entityAccountColumns, kRoleChoices};

void writeEntityNow(const books::Entity& entity, foundation::Month month, RowWriter& out)
{
    writeRow(out, reports::entityColumns(), [&] { reports::writeEntity(entity, month, out); });
}

void readEntities(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const auto entities = pageByKey(
        call, true,
        [&](const std::string& after, std::int64_t most) {
            return books::listEntities(tx.database(), after, most);
        },
        [](const books::Entity& entity) { return entity.code; },
        [](const books::Entity&) { return true; });
    out.begin(reports::entityColumns());
    for (const books::Entity& entity : entities) {
        reports::writeEntity(entity, call.today.month(), out);
    }
    out.end();
}

void addOneEntity(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeEntityNow(books::addEntity(tx,
                                    {.code = call.text("entity"),
                                     .name = call.text("name"),
                                     .country = call.text("country")},
                                    books::datedIn({}, call.said())),
                   call.today.month(), out);
}

void editOneEntity(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const std::string code = books::requireEntity(tx.database(), call.text("entity")).code;
    access::requireEntityReach(tx, call.caller.login, code);
    writeEntityNow(books::editEntity(tx, code, call.maybeText("name"),
                                     books::datedIn({}, call.said()), call.month("from")),
                   call.month("from"), out);
}

void readEntityFrom(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    writeEntityNow(books::requireEntity(tx.database(), call.text("entity")), call.month("from"),
                   out);
}

void readEntityAccounts(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    out.begin(reports::entityAccountColumns());
    for (const auto& account : accounting::listEntityAccounts(tx, call.text("entity"))) {
        reports::writeEntityAccount(account, out);
    }
    out.end();
}

void setOneEntityAccount(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const std::string code = books::requireEntity(tx.database(), call.text("entity")).code;
    access::requireEntityReach(tx, call.caller.login, code);
    const auto account =
        accounting::setEntityAccount(tx, code,
                                     {.role = accounting::parseJournalRole(call.text("role")),
                                      .mapped = {.account = call.text("account"),
                                                 .from = call.maybeMonth("from").value(),
                                                 .department = call.text("department")}});
    writeRow(out, reports::entityAccountColumns(),
             [&] { reports::writeEntityAccount(account, out); });
}

std::vector<FieldInfo> accountFieldsOfEntity()
{
    std::vector<FieldInfo> fields = {kEntity};
    fields.insert(fields.end(), kAccountFields.begin(), kAccountFields.end());
    return fields;
}

std::vector<Operation> accountsOfEntities()
{
    return {{.command = "entity accounts",
             .address = "/entities/{entity}/accounts",
             .summary = "accounts of a legal entity's ledger, for stores that map none themselves",
             .action = Action::ViewJournal,
             .fields = {kEntity},
             .columns = kEntityAccountRow,
             .read = readEntityAccounts,
             .example = "HARBOR-US"},
            {.command = "entity account",
             .address = "/entities/{entity}/accounts",
             .summary = "map a role of the journal to an account of a legal entity's ledger",
             .effect = "It applies in each store of the entity that maps none itself. Batches keep "
                       "the accounts that they were made with.",
             .action = Action::EditSettings,
             .fields = accountFieldsOfEntity(),
             .columns = kEntityAccountRow,
             .write = setOneEntityAccount,
             .answer = Answer::Row,
             .example = "HARBOR-US gift-stock 1480 --from 2026-11",
             .oneWay = "A role that is mapped can be mapped to another account, not to none."}};
}

} // namespace

std::vector<Operation> entityOperations()
{
    std::vector<Operation> all = {
        {.command = "entity list",
         .address = "/entities",
         .summary = "legal entities, with what applies in their stores this month",
         .columns = kEntityRow,
         .read = readEntities,
         .isPaged = true},
        {.command = "entity add",
         .address = "/entities",
         .summary = "add a legal entity, a company that owns stores",
         .effect = "Its gift limits and the start of its tax year apply, from the beginning, in "
                   "each of its stores that set none themselves.",
         .action = Action::EditSettings,
         .fields = withSettings(
             {kEntity,
              {.name = "name", .title = "Name", .help = "the company's name", .need = Required},
              {.name = "country",
               .title = "Country",
               .help = "two letters, such as US or GB; you cannot change it "
                       "later",
               .need = Required}}),
         .columns = kEntityRow,
         .write = addOneEntity,
         .answer = Answer::Row,
         .example = "HARBOR-US --name \"Harbor Motors Inc.\" --country US --limit-us-gift warn",
         .oneWay = "An entity cannot be removed, and its country cannot be changed."},
        {.command = "entity edit",
         .address = "/entities/{entity}/edit",
         .summary = "change a legal entity; what is left out stays",
         .effect = "Whoever changes it administers all of its stores.",
         .action = Action::EditSettings,
         .fields = withSettings({kEntity,
                                 {.name = "name", .title = "Name", .help = "the company's name"},
                                 {.name = "from",
                                  .type = Month,
                                  .title = "From",
                                  .help = "the first month with the new limits and tax year; "
                                          "default: this month"}}),
         .columns = kEntityRow,
         .write = editOneEntity,
         .answer = Answer::Row,
         .example = "HARBOR-US --tax-year-start 07-01 --from 2027-07",
         .inverse = {"entity edit", "entity", readEntityFrom, "", "from"}}};
    for (Operation& one : accountsOfEntities()) {
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace giftbox::operations
