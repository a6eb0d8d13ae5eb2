#include "access/find_session.h"
#include "tests/support/program.h"
#include "tests/web/site_fixture.h"

#include <cstdlib>
#include <filesystem>

namespace giftbox::web::reading_page_test {
namespace {

using access::Role;
using tests::readFile;

/// The form as the page shows it.
Fields shownFields(const Response& page)
{
    Fields fields;
    for (const tests::PageForm& form : parsed(page).forms()) {
        for (const tests::PageField& field : form.fields) {
            if (field.name != "form_token" && field.name != "step" && field.name != "q") {
                fields.emplace_back(field.name, field.value);
            }
        }
    }
    return fields;
}

void set(Fields& fields, const std::string& name, const std::string& value)
{
    std::erase_if(fields, [&](const auto& field) { return field.first == name; });
    fields.emplace_back(name, value);
}

class ReadingPage : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        director_ = loggedInAs(Role::PartsDirector);
    }
    static std::string part(const std::string& head, const std::string& value)
    {
        return "--X\r\nContent-Disposition: form-data; name=\"" + head + "\r\n\r\n" + value +
               "\r\n";
    }
    Response send(const std::string& kind, const std::string& content, bool isPasted = false)
    {
        Spool spool;
        spool.append(part("form_token\"", access::formToken(director_)) +
                     part("request_key\"", access::newToken()) + part("kind\"", kind) +
                     part("pasted\"", isPasted ? content : "") +
                     part("file\"; filename=\"" + std::string(isPasted ? "" : "stock.csv") +
                              "\"\r\nContent-Type: text/csv",
                          isPasted ? "" : content) +
                     "--X--\r\n");
        Request request;
        request.method = "POST";
        request.path = at("/import");
        request.headers = {{"Origin", "http://giftbox.test"},
                           {"Cookie", "giftbox=" + director_},
                           {"Content-Type", "multipart/form-data; boundary=X"}};
        request.file = &spool;
        return ask(std::move(request));
    }
    /// The page of a file.
    std::string sent(const std::string& kind, const std::string& content, bool isPasted = false)
    {
        const Response response = send(kind, content, isPasted);
        EXPECT_EQ(response.status, 303) << response.body;
        imports().waitUntilIdle();
        return headerOf(response, "Location");
    }
    Response answer(const std::string& address, Fields fields, const std::string& step = "check")
    {
        set(fields, "step", step);
        Response response = post(address, fields, director_);
        imports().waitUntilIdle();
        return response;
    }
    Response page(const std::string& address) { return get(address, director_); }
    Response import(const std::string& address)
    {
        const Response response =
            post(address, {{"sha256", fieldOf(page(address), "sha256")}}, director_);
        EXPECT_EQ(response.status, 303) << response.body;
        imports().waitUntilIdle();
        return page(address);
    }
    /// Imports the file with the answers that the page shows, and these.
    void brings(const std::string& kind, const std::string& content, const Fields& answers,
                const std::string& added)
    {
        const std::string address = sent(kind, content);
        Fields fields = shownFields(page(address));
        for (const auto& [name, value] : answers) {
            set(fields, name, value);
        }
        const Response answered = answer(address, fields);
        ASSERT_EQ(answered.status, 303) << answered.body;
        EXPECT_TRUE(parsed(page(address)).says(added + " to add"));
        EXPECT_TRUE(parsed(import(address)).says("Added " + added + "."));
    }
    std::string director_;
};

GIFTBOX_ON_BOTH_ENGINES(ReadingPage);

const std::string kGerman =
    "Artikelnummer;Bezeichnung;Preis;Lagerort\r\nT-1;Kaffeetasse;12,50;A\r\n"
    "T-2;M\xFCslischale;1.234,99;B\r\n";

TEST_P(ReadingPage, ShowsHowATableIsReadAndImportsIt)
{
    const std::string before = allRows();
    const std::string address = sent("items", kGerman);
    const Response shown = page(address);
    const tests::ParsedPage look = parsed(shown);
    EXPECT_EQ(look.chosen("encoding"), "Windows-1252");
    EXPECT_EQ(look.chosen("separator"), "semicolon");
    EXPECT_EQ(look.chosen("decimal"), "comma");
    EXPECT_EQ(look.label("c0"), "Artikelnummer");
    EXPECT_EQ(look.chosen("c0"), "sku");
    EXPECT_EQ(look.chosen("c1"), "name");
    EXPECT_EQ(look.chosen("c3"), "bin");
    EXPECT_TRUE(look.says("M\xC3\xBCslischale"));
    EXPECT_TRUE(look.hasField("v-kind"));
    EXPECT_EQ(allRows(), before);
    // A value that is needed is missing.
    const Response missing = answer(address, shownFields(shown));
    EXPECT_TRUE(parsed(missing).says("has no column for kind"));
    brings("items", kGerman, {{"v-kind", "contents"}}, "2 items");
    EXPECT_TRUE(parsed(page(at("/stock"))).says("M\xC3\xBCslischale"));
}

TEST_P(ReadingPage, TakesPastedRows)
{
    const std::string address =
        sent("recipients", "Customer Number\tFull Name\r\n7\tAnn Lee\r\n", true);
    const Response shown = page(address);
    EXPECT_TRUE(parsed(shown).chosen("separator") == "tab");
    EXPECT_EQ(answer(address, shownFields(shown)).status, 303);
    EXPECT_TRUE(parsed(import(address)).says("Added 1 recipient."));
}

TEST_P(ReadingPage, ReadsAgainAsIsSaid)
{
    const std::string address = sent("items", "SKU,Name,Colour\nA,Cap,blue\n");
    Fields fields = shownFields(page(address));
    set(fields, "c2", "size");
    const Response again = answer(address, fields, "read");
    EXPECT_EQ(again.status, 200);
    EXPECT_TRUE(parsed(again).chosen("c2") == "size");
    set(fields, "separator", "semicolon");
    EXPECT_EQ(parsed(answer(address, fields, "read")).label("c0"), "SKU,Name,Colour");
}

TEST_P(ReadingPage, NeverTakesInWhatPeopleSpent)
{
    const std::string file = "Email,Name,Total Spent\na@example.com,Ann,1200.00\n";
    const std::string address = sent("recipients", file);
    const Response shown = page(address);
    EXPECT_TRUE(parsed(shown).says("Never imported: Total Spent"));
    Fields fields = shownFields(shown);
    set(fields, "c2", "note");
    EXPECT_TRUE(parsed(answer(address, fields)).says("says what people spent"));
    brings("recipients", file, {}, "1 recipient");
    EXPECT_EQ(allRows().find("1200.00"), std::string::npos);
}

TEST_P(ReadingPage, RemembersHowAFileWithTheseColumnsWasRead)
{
    const std::string file = "SKU,Name,Colour\nA,Cap,blue\n";
    brings("items", file, {{"v-kind", "packaging"}, {"c2", "size"}, {"mapping", "Cap Works"}},
           "1 item");
    const Response again = page(sent("items", "SKU,Name,Colour\nB,Box,brown\n"));
    EXPECT_TRUE(parsed(again).says("Read as last time: Cap Works"));
    EXPECT_TRUE(parsed(again).chosen("v-kind") == "packaging");
    EXPECT_TRUE(parsed(again).chosen("c2") == "size");
    EXPECT_FALSE(
        parsed(page(sent("items", "SKU,Name,Color\nB,Box,brown\n"))).says("Read as last time"));
}

TEST_P(ReadingPage, ShowsWhatWouldChange)
{
    brings("items", kGerman, {{"v-kind", "contents"}}, "2 items");
    const std::string address = sent("items", "SKU;Name\nT-1;Tasse\nT-9;Neu\n");
    Fields fields = shownFields(page(address));
    set(fields, "v-kind", "contents");
    EXPECT_EQ(answer(address, fields).status, 303);
    EXPECT_TRUE(parsed(page(address)).says("already in the catalog with other values"));
    set(fields, "changes", "both");
    EXPECT_EQ(answer(address, fields).status, 303);
    const Response clean = page(address);
    EXPECT_TRUE(parsed(clean).says("1 item to add, 1 to change"));
    EXPECT_TRUE(parsed(clean).says("\"Kaffeetasse\" there, \"Tasse\" here"));
    EXPECT_TRUE(parsed(import(address)).says("Changed 1."));
    EXPECT_TRUE(parsed(page(at("/stock"))).says("Tasse"));
}

TEST_P(ReadingPage, LeavesRowsWithErrorsOutAndGivesThemToMend)
{
    const std::string address =
        sent("items", "SKU,Name,Reorder Level\nA,Cap,5\nB,Mug,5.5\nC,Pen,7\n");
    Fields fields = shownFields(page(address));
    set(fields, "v-kind", "contents");
    set(fields, "c2", "reorder_point");
    EXPECT_EQ(answer(address, fields).status, 303);
    const Response refused = page(address);
    EXPECT_TRUE(parsed(refused).says("is not a whole number"));
    EXPECT_EQ(page(address + "/bad-rows.csv?rows=1").body,
              "\xEF\xBB\xBFSKU,Name,Reorder Level\r\nB,Mug,5.5\r\n");
    EXPECT_EQ(answer(address, {{"sha256", fieldOf(refused, "sha256")}}, "leave_out").status, 303);
    EXPECT_TRUE(parsed(page(address)).says("2 items to add"));
    EXPECT_EQ(page(address + "/bad-rows.csv?rows=1").body,
              "\xEF\xBB\xBFSKU,Name,Reorder Level\r\nB,Mug,5.5\r\n");
    EXPECT_TRUE(parsed(import(address)).says("Added 2 items."));
}

TEST_P(ReadingPage, RefusesAnArchiveThatIsNoWorkbook)
{
    const Response refused = send("items", "PK\x03\x04rest");
    EXPECT_TRUE(parsed(refused).says("is a workbook that cannot be read"));
}

/// The eleven files beside the source, each as another program saved it, after one page of answers.
TEST_P(ReadingPage, ImportsTheFilesOfOtherPrograms)
{
    const char* shared = std::getenv("GIFTBOX_SHARED");
    const std::string folder =
        (shared == nullptr ? std::string(GIFTBOX_SOURCE_DIR "/../shared") : std::string(shared)) +
        "/cases/files/";
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP() << "there is no " << folder << "; GIFTBOX_SHARED names the folder that has it";
    }
    const Fields contents = {{"v-kind", "contents"}};
    brings("items", readFile(folder + "german-catalog.csv"), contents, "2 items");
    brings("items", readFile(folder + "homebox-items.csv"), contents, "3 items");
    brings("items", readFile(folder + "odoo-product-template.csv"), contents, "3 items");
    brings("items", readFile(folder + "qbo-products-services.csv"), contents, "3 items");
    brings("items", readFile(folder + "shopify-products-export.csv"), contents, "6 items");
    brings("items", readFile(folder + "snipeit-consumables.csv"), contents, "3 items");
    brings("items", readFile(folder + "square-item-library.csv"), contents, "2 items");
    brings("items", readFile(folder + "vendor-quote-with-totals.csv"), contents, "3 items");
    // One of them has the code of an item of another file.
    brings("items", readFile(folder + "woocommerce-products.csv"),
           {{"v-kind", "contents"}, {"changes", "both"}}, "4 items");
    brings("recipients", readFile(folder + "google-contacts.csv"), {}, "2 recipients");
    // One of them is there from the file before.
    brings("recipients", readFile(folder + "shopify-customers.csv"), {{"changes", "both"}},
           "1 recipient");
    brings("receipts", readFile(folder + "vendor-quote-with-totals.csv"),
           {{"v-received_on", "2026-06-01"}, {"v-reference", "Q-1"}}, "3 receipts");
}

} // namespace
} // namespace giftbox::web::reading_page_test
