#include "accounting/entity_accounts.h"
#include "books/entity.h"
#include "reports/entity_rows.h"
#include "web/pages/operation_forms.h"
#include "web/pages/pages.h"
#include "web/ui/list.h"
#include "web/ui/operation_form.h"

namespace giftbox::web {

using books::ReadTransaction;

namespace {

std::string entityAddress(const RequestContext& context, const std::string& code)
{
    return context.address("entities/show?entity=") + encodePercent(code);
}

/// What the entity has this month.
std::vector<View> factsOfEntity(const RequestContext& context, const books::Entity& entity)
{
    const AnsweredRow now = shownRow(context.format, [&](foundation::RowWriter& out) {
        out.begin(reports::entityColumns());
        reports::writeEntity(entity, context.today().month(), out);
        out.end();
    });
    std::vector<View> facts;
    for (const foundation::Column& column : reports::entityColumns()) {
        addFact(facts, column.title, now.at(column.name));
    }
    return facts;
}

Table accountsOfEntity(const RequestContext& context, const ReadTransaction& tx,
                       const std::string& code)
{
    Table table({{"Role"}, {"Department"}, {"Account"}, {"From"}}, context.format);
    for (const auto& [role, mapped] : accounting::listEntityAccounts(tx, code)) {
        table.text(std::string(accounting::ruleOf(role).title))
            .text(mapped.department)
            .text(mapped.account)
            .month(mapped.from)
            .endRow();
    }
    return table;
}

} // namespace

Response entitiesPage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        Table table({{"Name"}, {"Country"}}, context.format);
        for (const books::Entity& entity : books::listEntities(tx.database(), {}, kRowsOfList)) {
            table.named(entity.name, entity.code, entityAddress(context, entity.code))
                .text(entity.country)
                .endRow();
        }
        View view;
        view.list("table", listOf(context, tx, std::move(table),
                                  {.place = "entities",
                                   .one = "entity",
                                   .many = "entities",
                                   .empty = "There are no legal entities."}))
            .flag("may_edit", context.may(access::Action::EditSettings))
            .text("add", context.address("entities/add"));
        return context.page("entities", "Legal entities", view);
    });
}

Response entityPage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        const books::Entity entity =
            books::requireEntity(tx.database(), context.query.text("entity"));
        View view;
        view.text("name", entity.name)
            .text("code", entity.code)
            .list("facts", factsOfEntity(context, entity))
            .flag("is_own", tx.store().entity == entity.code)
            .list("table",
                  accountsOfEntity(context, tx, entity.code).views("No role is mapped yet."))
            .list("acts", actsOf(actionsOn(context, "entity", entity.code)));
        return context.page("entity", entity.name, view);
    });
}

} // namespace giftbox::web
