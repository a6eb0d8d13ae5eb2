#include "operations/seen.h"

#include "gifting/selection/nominate_recipient.h"
#include "gifting/selection/select_recipient.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web::seen_test {
namespace {

using access::Role;
using operations::changesSince;
using operations::SeenRows;
using operations::seenRowsOf;
using operations::seenText;

TEST(Seen, SaysOfOneThingWhatWasAnotherValue)
{
    const SeenRows seen = {{{"name", "Hat"}, {"size", ""}, {"par", "6"}}};
    EXPECT_EQ(changesSince(seen, {{{"name", "Hat"}, {"size", ""}, {"par", "6"}, {"more", "x"}}}),
              "");
    EXPECT_EQ(changesSince(seen, {{{"name", "Cap"}, {"size", "L"}, {"par", ""}}}, {{"par", "Par"}}),
              "name was \"Hat\" and is \"Cap\"; Par was \"6\" and is empty; size was empty and is "
              "\"L\"");
}

TEST(Seen, SaysOfAListWhatIsGoneAndWhatIsNew)
{
    const SeenRows seen = {{{"who", "Ann"}, {"state", "selected"}},
                           {{"who", "Bo"}, {"state", ""}},
                           {{"who", "Bo"}, {"state", ""}}};
    EXPECT_EQ(changesSince(seen, {seen[1], seen[0], seen[2]}), "") << "in whatever order";
    EXPECT_EQ(changesSince(seen, {seen[0], seen[1], {{"who", "Cy"}, {"state", "approved"}}}),
              "removed: who \"Bo\"; added: state \"approved\", who \"Cy\"");
    EXPECT_EQ(changesSince({}, {seen[0]}), "added: state \"selected\", who \"Ann\"");
    EXPECT_EQ(changesSince({}, {}), "");
}

TEST(Seen, IsKeptByAForm)
{
    const SeenRows rows = {{{"a", "\"<ü>\"\n"}, {"b", ""}}, {{"a", "2"}}};
    EXPECT_EQ(seenRowsOf(seenText(rows)), rows);
    EXPECT_EQ(seenRowsOf(seenText({})), SeenRows{});
    for (const char* wrong : {"", "x", "{}", "{\"rows\":1}"}) {
        EXPECT_EQ(tests::codeOf([&] { (void)seenRowsOf(wrong); }), "form.malformed") << wrong;
    }
}

/// Two people who edit the same data.
class SiteSeen : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        item("HAT");
        recipient("C-1");
        recipient("C-2");
        stock("HAT", 10, "30.00", "2026-06-01");
        director_ = loggedInAs(Role::PartsDirector);
        manager_ = loggedInAs(Role::Manager);
    }
    Fields counting(const std::string& units, const Response& shown, const std::string& then = {})
    {
        Fields fields = {{"sku", "HAT"},
                         {"units", units},
                         {"on", "2026-06-15"},
                         {"reason", "weekly count"},
                         {"seen", fieldOf(shown, "seen")}};
        if (parsed(shown).hasField("told")) {
            fields.emplace_back("told", fieldOf(shown, "told"));
            fields.emplace_back("then", then);
        }
        return fields;
    }
    Response count(const Fields& fields) { return post(at("/count?sku=HAT"), fields, director_); }
    inventory::Item hat()
    {
        return read([](const auto& tx) { return inventory::requireItem(tx, "HAT").item; });
    }
    void select(const std::string& code)
    {
        const foundation::Month june = foundation::parseMonth("2026-06");
        write([&](auto& tx) {
            return gifting::nominateRecipient(tx, {.recipient = code,
                                                   .month = june,
                                                   .adviser = "Bo",
                                                   .department = "service",
                                                   .reason = "sings"});
        });
        write([&](auto& tx) {
            return gifting::selectRecipient(
                tx, {.recipient = code, .month = june, .exceptionReason = {}});
        });
    }

    std::string director_;
    std::string manager_;
};

TEST_P(SiteSeen, ACountThatWasOvertakenIsStoppedOrAdjusted)
{
    const Response form = get(at("/count?sku=HAT"), director_);
    EXPECT_TRUE(parsed(form).says("The books have 10"));
    pack("C-1", {{"HAT", 2}}, "2026-06-15");
    const Response refused = count(counting("10", form));
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("2 issued to box 1 on 2026-06-15 by ann"));
    EXPECT_TRUE(parsed(refused)
                    .option("then", "10")
                    .text.starts_with("8: the earlier count of 10, adjusted"));
    EXPECT_EQ(count(counting("10", refused)).status, 422) << "nothing was selected";
    EXPECT_EQ(onShelf("HAT").units, 8);
    const Response adjusted = count(counting("3", refused, "10"));
    EXPECT_TRUE(parsed(follow(adjusted, director_)).says("The count matches the books."));
    EXPECT_EQ(onShelf("HAT").units, 8);
}

TEST_P(SiteSeen, ACountThatWasOvertakenIsCountedAgain)
{
    const Response form = get(at("/count?sku=HAT"), director_);
    pack("C-1", {{"HAT", 2}}, "2026-06-15");
    const Response refused = count(counting("10", form));
    pack("C-1", {{"HAT", 1}}, "2026-06-15");
    const Response once_more = count(counting("8", refused, "again"));
    EXPECT_TRUE(parsed(once_more).says("1 issued to box 2"));
    EXPECT_FALSE(parsed(once_more).mentions("issued to box 1"));
    EXPECT_EQ(count(counting("6", once_more, "again")).status, 303);
    EXPECT_EQ(onShelf("HAT").units, 6);
    EXPECT_EQ(count({{"sku", "HAT"}, {"units", "6"}, {"on", "2026-06-15"}, {"reason", "x"}}).status,
              422)
        << "a form that does not say when it was opened";
}

TEST_P(SiteSeen, AnItemThatSomebodyElseChangedKeepsBothChanges)
{
    const std::string address = at("/item/edit?sku=HAT");
    const std::string seen = fieldOf(get(address, director_), "seen");
    edit("HAT", {{"supplier", "Harbor"}, {"par_level", "12"}});
    const inventory::Item before = hat();
    const Fields typed = {{"name", "Warm hat"},  {"category", before.category},
                          {"size", before.size}, {"barcode", before.barcode},
                          {"supplier", ""},      {"reorder_point", ""},
                          {"par_level", "24"},   {"pack_size", "1"},
                          {"lead_time_days", ""}};
    Fields late = typed;
    late.emplace_back("seen", seen);
    const Response refused = post(address, late, director_);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("Supplier was empty and is \"Harbor\""));
    EXPECT_TRUE(parsed(refused).says("Par level was empty and is \"12\""));
    EXPECT_EQ(parsed(refused).value("name"), "Warm hat") << "what was typed is kept";
    EXPECT_EQ(parsed(refused).value("par_level"), "24") << "where both changed it, too";
    EXPECT_EQ(parsed(refused).value("supplier"), "Harbor") << "and the rest is as it is now";
    EXPECT_EQ(hat(), before);
    late = typed;
    late[4].second = "Harbor";
    late.emplace_back("seen", fieldOf(refused, "seen"));
    EXPECT_EQ(post(address, late, director_).status, 303);
    EXPECT_EQ(hat().name, "Warm hat");
    EXPECT_EQ(hat().supplier, "Harbor");
    EXPECT_EQ(hat().parLevel, 24);
}

TEST_P(SiteSeen, AFieldIsEmptiedAndOneThatIsNotSentStays)
{
    const std::string address = at("/item/edit?sku=HAT");
    edit("HAT", {{"supplier", "Harbor"},
                 {"reorder_point", "3"},
                 {"par_level", "12"},
                 {"pack_size", "6"},
                 {"lead_time_days", "9"}});
    EXPECT_EQ(postSeen(address, {{"reorder_point", ""}, {"lead_time_days", ""}, {"pack_size", ""}},
                       director_)
                  .status,
              303);
    EXPECT_EQ(hat().reorderPoint, std::nullopt);
    EXPECT_EQ(hat().leadTimeDays, std::nullopt);
    EXPECT_EQ(hat().packSize, 1);
    EXPECT_EQ(hat().parLevel, 12);
    EXPECT_EQ(hat().supplier, "Harbor");
    const tests::ParsedPage nameless = parsed(postSeen(address, {{"name", ""}}, director_));
    EXPECT_TRUE(nameless.refuses("name"));
}

TEST_P(SiteSeen, WordsThatAreOlderThanTheirRuleAreNoChange)
{
    booksAreFalsified(); // by the spelling alone
    // With two spaces, and a separate accent character.
    ASSERT_EQ(
        raw().execute("UPDATE item SET name = 'Warm  hat', supplier = 'Zoe\u0308' WHERE "
                      "sku = 'HAT' AND store_id = " +
                      std::to_string(read([](const auto& tx) { return tx.store().id.value; }))),
        1);
    EXPECT_EQ(postSeen(at("/item/edit?sku=HAT"), {{"reorder_point", "4"}}, director_).status, 303);
    EXPECT_EQ(hat().reorderPoint, 4);
    for (const char* wording :
         {"Thanks,  {recipient}.  Yours\n{signers}", "Thank  you!\n{signers}"}) {
        const Response kept = postSeen(
            at("/notes/set"), {{"wording", wording}, {"signers", "Ann \r\n Bo\r\n"}}, director_);
        EXPECT_EQ(kept.status, 303) << kept.body;
    }
    EXPECT_TRUE(parsed(get(at("/notes/template?version=2"), director_)).says("Signed by Ann, Bo."));
}

TEST_P(SiteSeen, ACapThatSomebodyElseSetIsNotOverwritten)
{
    const std::string seen = fieldOf(get(at("/budget/set"), manager_), "seen");
    const auto set = [&](const std::string& name, const std::string& shown) {
        return post(at("/budget/set"),
                    {{"cap", name},
                     {"amount", "300.00"},
                     {"action", "stop"},
                     {"from", "2026-06"},
                     {"reason", "agreed"},
                     {"seen", shown}},
                    manager_);
    };
    cap("month.program", "200.00", budget::CapAction::Warn, "2026-06");
    const Response refused = set("month.program", seen);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("200.00 USD"));
    EXPECT_EQ(parsed(refused).value("amount"), "300.00");
    EXPECT_EQ(set("box.total", seen).status, 303) << "another cap";
    EXPECT_EQ(set("month.program", fieldOf(refused, "seen")).status, 303) << "now it is known";
}

TEST_P(SiteSeen, AListThatHasChangedIsNotApproved)
{
    const std::string address = at("/select/approve?month=2026-06");
    select("C-1");
    const Response form = get(address, manager_);
    EXPECT_TRUE(parsed(form).says("(C-1)"));
    select("C-2");
    const auto approve = [&](const std::string& seen) {
        return post(address, {{"month", "2026-06"}, {"seen", seen}}, manager_);
    };
    const Response refused = approve(fieldOf(form, "seen"));
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("added: Recipient"));
    EXPECT_TRUE(parsed(refused).says("(C-2)")) << "the list as it is now";
    EXPECT_EQ(approve(fieldOf(refused, "seen")).status, 303);
}

TEST_P(SiteSeen, ATemplateThatSomebodyElseWordedIsNotOverwritten)
{
    const auto keep = [&](const std::string& wording, const std::string& seen) {
        return post(at("/notes/set"),
                    {{"wording", wording}, {"signers", "Ann\r\nBo"}, {"seen", seen}}, director_);
    };
    const std::string first = fieldOf(get(at("/notes/set"), director_), "seen");
    EXPECT_EQ(keep("Dear {recipient},\r\n\r\nthanks.", first).status, 303);
    const Response refused = keep("Hello {recipient}.", first);
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(parsed(refused).value("wording"), "Hello {recipient}.");
    const std::string now = fieldOf(refused, "seen");
    EXPECT_TRUE(parsed(follow(keep("Dear {recipient},\r\n\r\nthanks.", now), director_))
                    .says("No changes were made"));
    EXPECT_EQ(keep("Hello {recipient}.", now).status, 303);
}

TEST_P(SiteSeen, ARestockListOfItemsNeverBoughtHasNoSum)
{
    const auto low = [&](const std::string& sku) {
        edit(sku, {{"reorder_point", "20"}, {"par_level", "30"}});
    };
    item("CAP");
    low("CAP");
    const tests::ParsedPage page = parsed(get(at("/restock"), director_));
    EXPECT_TRUE(page.says("Estimated total Not known: 1 item was never bought"));
    EXPECT_FALSE(page.mentions("0.00"));
    low("HAT");
    EXPECT_TRUE(parsed(get(at("/restock"), director_))
                    .says("Estimated total 60.00 USD, without 1 item that was never bought"));
}

GIFTBOX_ON_BOTH_ENGINES(SiteSeen);

} // namespace
} // namespace giftbox::web::seen_test
