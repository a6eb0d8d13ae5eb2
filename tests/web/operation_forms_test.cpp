#include "inventory/item.h"
#include "operations/call.h"
#include "tests/web/site_fixture.h"
#include "web/pages/operation_forms.h"
#include "web/pages/slots.h"

#include <set>

namespace giftbox::web::operation_forms_test {
namespace {

using access::Role;
using operations::Call;
using operations::Operation;

const std::vector<foundation::Column>& polishedColumns()
{
    static const std::vector<foundation::Column> columns = {
        {"sku", "SKU", foundation::ColumnType::Code}};
    return columns;
}

void polish(Call& call, books::WriteTransaction& tx, foundation::RowWriter& out)
{
    EXPECT_EQ(call.text("reason"), "dull");
    EXPECT_EQ(call.integer("times"), 3);
    inventory::retireItem(tx, call.text("sku"));
    operations::writeRow(out, polishedColumns(), [&] {
        out.code(call.text("sku"));
        out.endRow();
    });
}

/// An operation of which only the operation itself is declared.
const Operation& polishing()
{
    static const Operation one{.command = "item polish",
                               .summary = "polish an item; it then shines",
                               .action = access::Action::EditCatalog,
                               .fields = {{.name = "sku",
                                           .title = "SKU",
                                           .help = "item SKU",
                                           .need = foundation::Need::Required},
                                          operations::kReason,
                                          {.name = "times",
                                           .type = foundation::FieldType::Integer,
                                           .title = "Times",
                                           .help = "how often"}},
                               .columns = {"Polished", polishedColumns},
                               .write = polish,
                               .answer = operations::Answer::Row};
    return one;
}

TEST(OperationForms, AreThereForEveryChangeWithACommand)
{
    for (const Operation& one : operations::operations()) {
        const bool has = std::ranges::find(operationForms(), &one, &OperationForm::operation) !=
                         operationForms().end();
        EXPECT_EQ(has, one.isChange() && !one.command.empty()) << one.command;
    }
    std::set<std::string> patterns;
    for (const Route& route : routes()) {
        EXPECT_TRUE(patterns.insert(route.pattern).second) << route.pattern;
    }
    for (const OperationForm& form : operationForms()) {
        const auto found = findRoute("/s/N/" + filled(form.path, {{"no", "1"}}));
        ASSERT_TRUE(found) << form.path;
        EXPECT_EQ(found->route->pattern, "/s/{store}/" + form.path);
        EXPECT_EQ(found->route->action, form.operation->action);
    }
}

TEST(OperationForms, NeedNoRow)
{
    const OperationForm form = completed({.command = "item polish"}, polishing());
    EXPECT_EQ(form.path, "item/polish");
    EXPECT_EQ(form.title, "Polish an item");
    EXPECT_EQ(form.button, "Polish");
    EXPECT_EQ(form.submit, "Polish");
    EXPECT_EQ(form.intro, "Polish an item; it then shines.");
    EXPECT_EQ(form.back, "item?sku={sku}");
    EXPECT_EQ(form.done, "Done.");
    const Operation freeze{.command = "freeze"};
    EXPECT_EQ(completed({.command = "freeze"}, freeze).path, "freeze");
    EXPECT_EQ(completed({.command = "freeze"}, freeze).title, "Freeze");
    const Operation shake{.command = "box shake",
                          .fields = {{.name = "no", .title = "Box", .help = "box number"}}};
    EXPECT_EQ(completed({.command = "box shake"}, shake).path, "boxes/{no}/shake");
    const Operation* const anonymize = operations::operationOf("recipient anonymize");
    EXPECT_EQ(completed({.command = "recipient anonymize"}, *anonymize).title,
              "Anonymize a recipient");
}

TEST(OperationForms, FillTheSlotsOfTheirTexts)
{
    const foundation::Said values = {{"units", "1"}, {"sku", "A&B"}};
    EXPECT_EQ(filled("{sku}: {units} {units|unit|units}{none}", values), "A&B: 1 unit");
    EXPECT_EQ(filled("{sku|one|many}", values), "many");
    EXPECT_EQ(filledAddress("item?sku={sku}", values), "item?sku=A%26B");
}

class DeclaredForms : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        item("HAT");
        stock("HAT", 9, "90.00", "2026-06-01");
        director_ = loggedInAs(Role::PartsDirector);
    }
    /// What the form of polishing() answers.
    Response answer(const Request& request)
    {
        const Now now{.instant = {1'781'524'800'000}, .machineZone = "UTC"};
        RequestContext context(request, database(), now);
        context.query = parseUrlEncoded(request.query);
        context.form = context.isForm() ? formOf(request) : Form();
        context.sessionToken = director_;
        context.session = access::findSession(database(), director_, now.instant, store());
        context.open(store());
        return web::formOf(context, completed({.command = "item polish"}, polishing()));
    }
    std::string director_;
};

TEST_P(DeclaredForms, WorkForAnOperationWithoutARow)
{
    Request request;
    request.method = "GET";
    request.path = at("/item/polish");
    request.query = "sku=HAT";
    const Response page = answer(request);
    EXPECT_EQ(parsed(page).heading(), "Polish an item");
    EXPECT_EQ(parsed(page).value("sku"), "HAT");
    EXPECT_TRUE(parsed(page).hasField("times"));
    const std::string to = at("/item/polish?sku=HAT");
    const Fields without = {{"sku", "HAT"}};
    const Response refused = answer(formRequest(to, without, director_));
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).refuses("reason"));
    const Fields filledIn = {{"sku", "HAT"}, {"reason", "dull"}, {"times", "3"}};
    const Response done = answer(formRequest(to, filledIn, director_));
    EXPECT_EQ(done.status, 303) << done.body;
    EXPECT_EQ(headerOf(done, "Location"), at("/item?sku=HAT"));
    EXPECT_TRUE(parsed(follow(done, director_)).says("Done."));
}

TEST_P(DeclaredForms, HaveAButtonWhereTheyArePossibleAndAllowed)
{
    const auto asks = [&](const std::string& page, const std::string& token) {
        return parsed(get(at(page), token));
    };
    tests::ParsedPage page = asks("/item?sku=HAT", director_);
    EXPECT_EQ(page.link("Retire"), at("/item/retire?sku=HAT"));
    EXPECT_FALSE(page.mentions("Reactivate"));
    EXPECT_FALSE(asks("/item?sku=HAT", loggedInAs(Role::Accounting)).mentions("item/retire"));
    EXPECT_EQ(post(at("/item/retire?sku=HAT"), {{"sku", "HAT"}}, director_).status, 303);
    page = asks("/item?sku=HAT", director_);
    EXPECT_EQ(page.link("Reactivate"), at("/item/unretire?sku=HAT"));
    EXPECT_FALSE(page.mentions("item/retire"));
    EXPECT_FALSE(page.mentions("receive?sku"));
    recipient("C-1");
    EXPECT_EQ(asks("/recipients/show?code=C-1", director_).link("Anonymize"),
              at("/recipients/anonymize?code=C-1"));
}

TEST_P(DeclaredForms, AskAgainForWhatIsRemovedForGood)
{
    recipient("C-1");
    const std::string address = at("/recipients/anonymize?code=C-1");
    const Response refused =
        post(address, {{"recipient", "C-2"}, {"reason", "asked for it"}}, director_);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("You typed another code or name"));
    const Response done =
        post(address, {{"recipient", "C-1"}, {"reason", "asked for it"}}, director_);
    EXPECT_EQ(headerOf(done, "Location"), at("/recipients"));
    EXPECT_TRUE(parsed(follow(done, director_)).says("Recipient anonymized."));
}

GIFTBOX_ON_BOTH_ENGINES(DeclaredForms);

} // namespace
} // namespace giftbox::web::operation_forms_test
