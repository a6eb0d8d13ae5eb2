#include "gifting/edit_recipient.h"
#include "inventory/edit_item.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web::suggested_test {
namespace {

using access::Role;

/// What forms suggest may be entered as it is shown.
class SiteSuggested : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        openStore("USD", "30.00", 0);
        addItem("CAP-1", "Cap, navy", "");
        addItem("TEE-M", "T-shirt", "M");
        addItem("TEE-L", "T-shirt", "L");
        stock("CAP-1", 5, "10.00", "2026-06-01");
        stock("TEE-L", 5, "10.00", "2026-06-01");
        addPerson("C-1", "Ann Lee", "service");
        addPerson("C-2", "José Ortiz", "");
        director_ = loggedInAs(Role::PartsDirector);
    }
    void addItem(const std::string& sku, const std::string& name, const std::string& size)
    {
        inventory::Item one;
        one.sku = sku;
        one.name = name;
        one.size = size;
        one.category = "wear";
        one.unit = "each";
        add(one);
    }
    void addPerson(const std::string& code, const std::string& name, const std::string& group)
    {
        write([&](auto& tx) {
            gifting::addRecipient(tx, {.code = code, .name = name, .group = group});
            return 0;
        });
    }
    Response received(const std::string& item)
    {
        return post(at("/receive"),
                    {{"sku", item},
                     {"units", "2"},
                     {"cost", "8.00"},
                     {"on", "2026-06-15"},
                     {"source", "purchase"}},
                    director_);
    }
    Response packed(const std::string& recipient, const std::string& item)
    {
        return post(
            at("/boxes/pack"),
            {{"recipient", recipient}, {"on", "2026-06-15"}, {"sku", item}, {"line_units", "1"}},
            director_);
    }
    std::string director_;
};
GIFTBOX_ON_BOTH_ENGINES(SiteSuggested);

TEST_P(SiteSuggested, AnItemIsItsWholeNameInAField)
{
    EXPECT_EQ(received("cap, NAVY").status, 303);
    EXPECT_EQ(onShelf("CAP-1").units, 7);
    EXPECT_EQ(received("T-shirt, size L").status, 303);
    EXPECT_EQ(received("T-shirt, size L (7)").status, 303) << "as rows suggest it";
    EXPECT_EQ(onShelf("TEE-L").units, 9);
    EXPECT_TRUE(parsed(received("Cap")).refuses("sku", "There is no item Cap"))
        << "not a part of the name";
}

TEST_P(SiteSuggested, ANameOfSeveralItemsIsRefusedWithTheirCodes)
{
    const tests::ParsedPage page = parsed(received("t-shirt"));
    EXPECT_TRUE(page.refuses("sku", "Several items are called \"t-shirt\": TEE-L (size L), TEE-M "
                                    "(size M). Enter the SKU of one of them."));
    EXPECT_EQ(page.value("sku"), "t-shirt") << "as it was typed";
    EXPECT_EQ(onShelf("TEE-L").units, 5);
    write([](auto& tx) {
        inventory::retireItem(tx, "TEE-M");
        return 0;
    });
    EXPECT_EQ(received("t-shirt").status, 303) << "the other one is retired";
}

TEST_P(SiteSuggested, ACodeIsMoreThanAName)
{
    addItem("T-shirt", "Another", "");
    EXPECT_EQ(received("T-shirt").status, 303);
    EXPECT_EQ(onShelf("T-shirt").units, 2);
}

TEST_P(SiteSuggested, RowsAndDeliveriesTakeNamesToo)
{
    EXPECT_EQ(packed("C-1", "cap, navy").status, 303);
    EXPECT_EQ(onShelf("CAP-1").units, 4);
    EXPECT_TRUE(parsed(packed("C-1", "T-shirt")).refuses("Items", "Several items are called"));
    EXPECT_EQ(post(at("/deliveries/receive"),
                   {{"supplier", "Cap Works"},
                    {"reference", "INV-1"},
                    {"on", "2026-06-15"},
                    {"source", "purchase"},
                    {"sku", "Cap, navy"},
                    {"line_units", "3"},
                    {"line_cost", "$6.00"}},
                   director_)
                  .status,
              303);
    EXPECT_EQ(onShelf("CAP-1").units, 7);
}

TEST_P(SiteSuggested, ARecipientIsTheFullNameInAField)
{
    EXPECT_EQ(packed("ann lee", "CAP-1").status, 303);
    EXPECT_EQ(packed("Ann Lee, service", "CAP-1").status, 303) << "as it is suggested";
    EXPECT_EQ(packed("jose ORTIZ", "CAP-1").status, 303);
    EXPECT_TRUE(parsed(packed("Ann", "CAP-1")).refuses("recipient", "No recipient has the code"));
    addPerson("C-3", "Ann Lee", "");
    EXPECT_TRUE(parsed(packed("Ann Lee", "CAP-1"))
                    .refuses("recipient",
                             "2 recipients are called \"Ann Lee\": C-1, C-3. Enter the "
                             "customer number of one of them."));
    EXPECT_EQ(onShelf("CAP-1").units, 2);
}

} // namespace
} // namespace giftbox::web::suggested_test
