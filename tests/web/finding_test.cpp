#include "gifting/anonymize_recipient.h"
#include "gifting/recipient.h"
#include "gifting/selection/nominate_recipient.h"
#include "inventory/edit_item.h"
#include "tests/web/site_fixture.h"

#include <nlohmann/json.hpp>

namespace giftbox::web::finding_test {
namespace {

using access::Role;
using Json = nlohmann::json;

/// Finds recipients and items by the data that people know.
class SiteFinds : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        add("K-1", "Ada Quillfeather", "service");
        add("K-2", "Adam Stone", "");
        adviser_ = loggedInAs(Role::Adviser);
    }
    void add(const std::string& code, const std::string& name, const std::string& group)
    {
        write([&](auto& tx) {
            gifting::addRecipient(
                tx, {.code = code, .name = name, .group = group, .note = "drinks tea"});
            return 0;
        });
    }
    Response nominate(Fields fields)
    {
        fields.insert(fields.end(),
                      {{"reason", "cake"}, {"department", "s"}, {"month", "2026-06"}});
        return post(at("/nominations/add"), fields, adviser_);
    }
    std::string nominated()
    {
        std::string codes;
        read([&](const auto& tx) {
            gifting::listNominations(tx, {},
                                     [&](const auto& one) { codes += one.recipientCode + " "; });
            return 0;
        });
        return codes;
    }
    std::string adviser_;
};

TEST_P(SiteFinds, RecipientsByAPartOfTheNameWhileOneTypes)
{
    const auto found = [&](const std::string& words) {
        const Response response = get(at("/recipients.json?q=") + words, adviser_);
        EXPECT_EQ(headerOf(response, "Content-Type"), "application/json");
        return Json::parse(response.body);
    };
    EXPECT_EQ(found("+quill+"),
              Json::parse(R"([{"value":"K-1","text":"Ada Quillfeather, service"}])"))
        << "no more than who it is";
    EXPECT_EQ(found("k-2").at(0).at("text"), "Adam Stone");
    for (const char* const none : {"", "+", "%25", "_", "nobody"}) {
        EXPECT_EQ(found(none), Json::array()) << none;
    }
    write([](auto& tx) { return gifting::anonymizeRecipient(tx, "K-1", "as they wished"); });
    EXPECT_EQ(found("quill"), Json::array());
}

TEST_P(SiteFinds, ThoseItMightBeWithoutScript)
{
    const Response page = nominate({{"recipient", "ada"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(parsed(page).says("Select one"));
    EXPECT_EQ(parsed(page).option("picked", "K-1").text, "Ada Quillfeather, service · K-1");
    EXPECT_EQ(parsed(page).option("picked", "K-2").text, "Adam Stone · K-2");
    const std::string words = fieldOf(page, "found_by");
    EXPECT_EQ(nominate({{"recipient", words}, {"picked", "K-1"}, {"found_by", words}}).status, 303);
    EXPECT_EQ(nominated(), "K-1 ");
}

TEST_P(SiteFinds, NobodyWhoWasNotPicked)
{
    EXPECT_EQ(parsed(nominate({{"recipient", "quill"}})).chosen("picked"), "K-1")
        << "the only one is picked, and still to be sent";
    EXPECT_EQ(nominated(), "");
    // Text typed after a selection takes precedence.
    EXPECT_EQ(nominate({{"recipient", "K-2"}, {"picked", "K-1"}, {"found_by", "ada"}}).status, 303);
    EXPECT_EQ(nominated(), "K-2 ");
    EXPECT_FALSE(parsed(nominate({{"recipient", "nobody"}})).mentions("Select one"));
    EXPECT_TRUE(parsed(get(at("/nominations/add?recipient=K-1"), adviser_))
                    .found("recipient")
                    .starts_with("Ada Quillfeather"));
}

TEST_P(SiteFinds, ItemsOfABoxByTheirBarcode)
{
    item("HAT");
    stock("HAT", 9, "90.00", "2026-06-01");
    write([](auto& tx) {
        inventory::editItem(tx, "HAT", {{"barcode", "40123"}});
        return 0;
    });
    const std::string director = loggedInAs(Role::PartsDirector);
    const tests::ParsedPage form = parsed(get(at("/boxes/pack?recipient=K-1"), director));
    EXPECT_EQ(form.option("sku", "HAT").barcode, "40123");
    const Fields box = {
        {"recipient", "K-1"}, {"on", "2026-06-15"}, {"sku", "40123"}, {"line_units", "2"}};
    EXPECT_EQ(post(at("/boxes/pack"), box, director).status, 303);
    EXPECT_EQ(onShelf("HAT").units, 7);
    Fields unknown = box;
    unknown[2].second = "40124";
    EXPECT_TRUE(parsed(post(at("/boxes/pack"), unknown, director)).says("There is no item 40124."));
}

TEST_P(SiteFinds, ItemsOfTheCatalogWhateverIsOnTheShelf)
{
    item("HAT");
    item("OLD");
    write([](auto& tx) {
        return inventory::editItem(
            tx, "HAT", {{"size", "L"}, {"barcode", "40123"}, {"supplier", "Quarry & Sons"}});
    });
    write([](auto& tx) {
        inventory::retireItem(tx, "OLD");
        return 0;
    });
    const std::string director = loggedInAs(Role::PartsDirector);
    for (const char* const page : {"/receive?sku=HAT", "/count?sku=HAT", "/write-off?sku=HAT"}) {
        const tests::ParsedPage form = parsed(get(at(page), director));
        const tests::PageOption hat = form.option("sku", "HAT");
        EXPECT_TRUE(hat.text.starts_with("Item HAT, size L")) << page << hat.text;
        EXPECT_EQ(hat.barcode, "40123") << page;
        EXPECT_EQ(form.found("sku"), "Item HAT, size L") << page << ": what it is called";
        EXPECT_TRUE(form.option("sku", "OLD").text.ends_with("(retired)"))
            << page << ": it may lie there still";
    }
    EXPECT_EQ(parsed(get(at("/receive?sku=HAT"), director)).value("supplier"), "Quarry & Sons");
}

TEST_P(SiteFinds, ItemsByTheBarcodeThatIsTheirsAlone)
{
    const auto mark = [&](const std::string& sku) {
        item(sku);
        write([&](auto& tx) {
            inventory::editItem(tx, sku, {{"barcode", "40123"}});
            return 0;
        });
    };
    mark("HAT");
    const std::string director = loggedInAs(Role::PartsDirector);
    const auto receive = [&] {
        return post(at("/receive"),
                    {{"sku", "40123"},
                     {"units", "5"},
                     {"cost", "50.00"},
                     {"on", "2026-06-15"},
                     {"source", "purchase"}},
                    director);
    };
    EXPECT_EQ(receive().status, 303);
    EXPECT_EQ(onShelf("HAT").units, 5);
    EXPECT_EQ(
        postSeen(at("/count"),
                 {{"sku", "40123"}, {"units", "4"}, {"on", "2026-06-15"}, {"reason", "month end"}},
                 director)
            .status,
        303);
    EXPECT_EQ(post(at("/write-off"),
                   {{"sku", "40123"}, {"units", "1"}, {"on", "2026-06-15"}, {"reason", "torn"}},
                   director)
                  .status,
              303);
    EXPECT_EQ(onShelf("HAT").units, 3);
    EXPECT_EQ(headerOf(get(at("/stock?q=hat"), director), "Location"), at("/item?sku=HAT"))
        << "an SKU in whatever case";
    mark("CAP");
    const std::string both = parsed(receive()).fault("sku");
    EXPECT_NE(both.find("HAT"), std::string::npos) << "it could be either: " << both;
    EXPECT_NE(both.find("CAP"), std::string::npos) << "it could be either: " << both;
    EXPECT_EQ(onShelf("HAT").units, 3);
}

GIFTBOX_ON_BOTH_ENGINES(SiteFinds);

} // namespace
} // namespace giftbox::web::finding_test
