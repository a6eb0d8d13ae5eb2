#include "access/find_session.h"
#include "foundation/digest.h"
#include "tests/web/site_fixture.h"
#include "web/uploads/bad_rows.h"
#include "web/uploads/uploaded_file.h"

namespace giftbox::web::import_test {
namespace {

using access::Role;

/// A file sent by a browser.
struct SentBy {
    std::string kind = "items";
    std::string content;
    std::string fileName = "items.csv";
    std::string key = access::newToken();
    std::string ignored = {};
    std::string more = {}; ///< more parts of the form
};

class SiteImport : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        director_ = loggedInAs(Role::PartsDirector);
    }
    static std::string field(const std::string& name, const std::string& value)
    {
        return "--X\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value +
               "\r\n";
    }
    static std::string file(const std::string& name, const std::string& fileName,
                            const std::string& content)
    {
        return "--X\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" +
               fileName + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n";
    }
    Response send(const SentBy& sent, const std::string& token)
    {
        Spool spool;
        spool.append(field("form_token", access::formToken(token)) +
                     field("request_key", sent.key) + field("kind", sent.kind) +
                     field("ignored", sent.ignored) + sent.more +
                     file("file", sent.fileName, sent.content) + "--X--\r\n");
        Request request;
        request.method = "POST";
        request.path = at("/import");
        request.headers = {{"Origin", "http://giftbox.test"},
                           {"Cookie", "giftbox=" + token},
                           {"Content-Type", "multipart/form-data; boundary=X"}};
        request.file = &spool;
        return ask(std::move(request));
    }
    /// The address of the file's page, after the check.
    std::string checked(const SentBy& sent)
    {
        const Response response = send(sent, director_);
        EXPECT_EQ(response.status, 303) << response.body;
        imports().waitUntilIdle();
        return headerOf(response, "Location");
    }
    Response import(const std::string& address)
    {
        const std::string sha256 = fieldOf(get(address, director_), "sha256");
        Response response = post(address, {{"sha256", sha256}}, director_);
        imports().waitUntilIdle();
        return response;
    }
    std::string director_;
};

constexpr const char* kTwoItems = "sku,name,kind,category,unit\nHAT,Hat,contents,hat,each\n"
                                  "MUG,Mug,contents,mug,each\n";

TEST_P(SiteImport, ChecksFirstAndImportsWhatWasChecked)
{
    const std::string before = allRows();
    const std::string address = checked({.content = kTwoItems});
    EXPECT_EQ(allRows(), before) << "a check changes nothing";
    const tests::ParsedPage clean = parsed(get(address, director_));
    EXPECT_TRUE(clean.says("items.csv is ready to import"));
    EXPECT_TRUE(clean.says("2 items to add"));
    const Response done = import(address);
    EXPECT_EQ(done.status, 303);
    EXPECT_EQ(headerOf(done, "Location"), address);
    EXPECT_TRUE(parsed(get(address, director_)).says("Added 2 items."));
    EXPECT_TRUE(parsed(get(at("/stock"), director_)).says("MUG"));
    EXPECT_EQ(lastDetail(), R"({"added":2,"unchanged":0})");
    const std::string again = checked({.content = kTwoItems});
    EXPECT_TRUE(parsed(get(again, director_))
                    .says("The file has nothing new. Already in the books: 2 items"));
}

TEST_P(SiteImport, ShowsEveryBadRowWithItsPlaceAndReason)
{
    const std::string before = allRows();
    const std::string address =
        checked({.content = "sku,name,kind,category,unit\nHAT,Hat,contents,hat,each\n"
                            "MUG,,contents,mug,each\nTEE,Tee,<b>,tee,each\nCUP,Cup\n"});
    const tests::ParsedPage page = parsed(get(address, director_));
    EXPECT_TRUE(page.says("items.csv has 3 bad rows. Nothing was imported"));
    EXPECT_EQ(page.cell("3", "Column"), "name");
    EXPECT_EQ(page.cell("4", "Column"), "kind");
    EXPECT_TRUE(page.says("\"<b>\""));
    EXPECT_EQ(page.cell("5", "Column"), "row");
    EXPECT_FALSE(page.says("to add")) << "it cannot be imported";
    EXPECT_EQ(post(address, {{"sha256", foundation::sha256("")}}, director_).status, 422);
    EXPECT_EQ(allRows(), before);
    const Response csv = get(address + "/bad-rows.csv", director_);
    ASSERT_NE(csv.spool, nullptr);
    EXPECT_TRUE(csv.spool->read(0, 1000).starts_with("\xEF\xBB\xBFline,column,reason\r\n3,name,"));
}

TEST_P(SiteImport, ShowsManyBadRowsPageByPage)
{
    std::string content = "sku,name,kind,category,unit\n";
    for (int i = 0; i < 450; ++i) {
        content += "HAT,Hat,wrong,hat,each\n";
    }
    const std::string address = checked({.content = content});
    EXPECT_TRUE(parsed(get(address, director_)).says("Page 1 of 3"));
    const tests::ParsedPage last = parsed(get(address + "?page=3", director_));
    EXPECT_EQ(last.column("Line").front(), "402");
    EXPECT_EQ(last.column("Line").back(), "451");
    EXPECT_EQ(get(address + "?page=99", director_).status, 200);
    EXPECT_EQ(get(address + "?page=x", director_).status, 422);
}

TEST_P(SiteImport, ShowsTheFirstTwoThousandMistakesAndHowManyThereAre)
{
    std::string content = "sku,name,kind,category,unit\n";
    for (int i = 0; i < 2200; ++i) {
        content += "HAT,Hat,wrong,hat,each\n";
    }
    const std::string address = checked({.content = content});
    const tests::ParsedPage page = parsed(get(address, director_));
    EXPECT_TRUE(page.says("at least 2200 mistakes, and 2000 of them are listed"));
    EXPECT_TRUE(page.says("Page 1 of 10"));
    const Response csv = get(address + "/bad-rows.csv", director_);
    const std::string text = csv.spool->read(0, csv.spool->size());
    EXPECT_EQ(std::ranges::count(text, '\n'), 2002);
    EXPECT_NE(text.find("\n,,\"items.csv has at least 2200 mistakes"), std::string::npos)
        << text.substr(text.size() - 300);
}

TEST_P(SiteImport, SentTwiceIsOneFileAndImportedTwiceIsOneImport)
{
    const SentBy sent{.content = kTwoItems};
    const std::string address = checked(sent);
    EXPECT_EQ(checked(sent), address);
    SentBy other = sent;
    other.content += "TEE,Tee,contents,tee,each\n";
    EXPECT_NE(checked(other), address) << "the back button, and another file";
    const Fields form = {{"sha256", foundation::sha256(kTwoItems)}};
    EXPECT_EQ(post(address, form, director_).status, 303);
    EXPECT_EQ(post(address, form, director_).status, 303);
    imports().waitUntilIdle();
    EXPECT_EQ(post(address, form, director_).status, 303);
    imports().waitUntilIdle();
    EXPECT_TRUE(parsed(get(address, director_)).says("Added 2 items")) << "and not 0";
}

TEST_P(SiteImport, IsOfWhoeverSentItInTheirStore)
{
    const std::string address = checked({.content = kTwoItems});
    const std::string colleague = loggedInAs(Role::PartsDirector);
    EXPECT_EQ(get(address, colleague).status, 404);
    EXPECT_EQ(post(address, {{"sha256", foundation::sha256(kTwoItems)}}, colleague).status, 404);
    EXPECT_EQ(get(address + "/bad-rows.csv", colleague).status, 404);
    EXPECT_EQ(post(address, {{"sha256", foundation::sha256("other")}}, director_).status, 422);
    EXPECT_TRUE(parsed(get(address, director_)).says("is ready to import"));
}

TEST_P(SiteImport, RefusesFilesThatAreNotWhatTheySay)
{
    using namespace std::string_literals;
    const std::vector<std::pair<std::string, std::string>> lies = {
        {"PK\x03\x04 xlsx", "a spreadsheet workbook"},
        {"\x1F\x8B gzip", "compressed"},
        {"\x89PNG\r\n", "a picture"},
        {"%PDF-1.7", "a PDF"},
        {"\xFF\xFEs\0k\0u\0"s, "UTF-16"},
        {"s\0k\0u\0"s, "UTF-16"},
        {"\0s\0k\0u"s, "UTF-16"},
        {"SQLite format 3\0"s, "a database"},
        {"", "empty"}};
    for (const auto& [content, said] : lies) {
        const Response page = send({.kind = "boxes", .content = content}, director_);
        EXPECT_EQ(page.status, 422) << said;
        EXPECT_TRUE(parsed(page).refuses("file", said));
    }
    EXPECT_EQ(send({.content = "", .fileName = ""}, director_).status, 422);
    EXPECT_EQ(send({.kind = "store", .content = kTwoItems}, director_).status, 422);
    EXPECT_EQ(send({.content = kTwoItems, .key = ""}, director_).status, 422);
    EXPECT_EQ(post(at("/import"), {{"kind", "items"}}, director_).status, 422);
    const tests::ParsedPage two =
        parsed(send({.content = kTwoItems, .more = file("file", "other.csv", "x")}, director_));
    EXPECT_TRUE(two.says("two files with the same name"));
}

TEST_P(SiteImport, ShowsAFileNameAndUsesItForNothing)
{
    for (const auto& [name, shown] : std::vector<std::pair<std::string, std::string>>{
             {"../../etc/passwd", "passwd"},
             {"C:\\files\\items.csv", "items.csv"},
             {"<img src=x onerror=alert(1)>.csv", "<img src=x onerror=alert(1)>.csv"},
             {"{{sha256}}.csv", "{{sha256}}.csv"},
             {std::string(900, 'n'), std::string(80, 'n') + "…"},
             {"..", ".."}}) {
        const tests::ParsedPage page =
            parsed(get(checked({.content = kTwoItems, .fileName = name}), director_));
        EXPECT_EQ(page.heading(), shown + " is ready to import");
        EXPECT_EQ(page.complaints(), "") << "nothing of it runs";
    }
}

TEST_P(SiteImport, IgnoresColumnsThatAreNamed)
{
    const std::string content = "sku,name,kind,category,unit,color,weight\n"
                                "HAT,Hat,contents,hat,each,red,1\n";
    EXPECT_TRUE(parsed(get(checked({.content = content}), director_))
                    .says("Giftbox does not know this column"));
    const std::string address = checked({.content = content, .ignored = " color ,weight"});
    EXPECT_TRUE(parsed(get(address, director_)).says("1 item to add"));
}

TEST_P(SiteImport, SaysWhatHasChangedSinceTheCheck)
{
    const std::string address = checked({.content = kTwoItems});
    item("HAT"); // under another name
    import(address);
    const tests::ParsedPage page = parsed(get(address, director_));
    EXPECT_TRUE(page.says("Item HAT is already in the catalog with other values"));
    EXPECT_FALSE(parsed(get(at("/stock"), director_)).mentions("MUG")) << "nothing half done";
}

TEST_P(SiteImport, ReadsEveryKind)
{
    item("HAT");
    stock("HAT", 9, "90.00", "2026-06-01");
    const std::vector<std::pair<std::string, std::string>> files = {
        {"recipients", "recipient,name,group\nC-1,One,service\n"},
        {"receipts", "received_on,sku,units,total_cost,reference\n2026-06-02,HAT,1,9.00,R1\n"},
        {"boxes", "box,recipient,packed_on,given_on,sku,units\nB1,C-1,2026-06-03,,HAT,1\n"}};
    for (const auto& [kind, content] : files) {
        const std::string address = checked({.kind = kind, .content = content});
        import(address);
        const std::string one = kind == "boxes" ? "box" : kind.substr(0, kind.size() - 1);
        EXPECT_TRUE(parsed(get(address, director_)).says("Added 1 " + one + ".")) << kind;
    }
    EXPECT_EQ(onShelf("HAT").units, 9);
}

TEST_P(SiteImport, LeadsToTheMonthOfWhatWasImported)
{
    item("HAT");
    recipient("C-1");
    const std::vector<std::array<std::string, 3>> files = {
        {"receipts",
         "received_on,sku,units,total_cost,reference\n2026-02-02,HAT,5,9.00,R1\n"
         "2026-03-02,HAT,5,9.00,R2\n",
         "/movements?kind=received&month=2026-03"},
        {"boxes",
         "box,recipient,packed_on,given_on,sku,units\nB1,C-1,2026-03-03,,HAT,1\n"
         "B2,C-1,2026-04-03,2026-05-03,HAT,1\n",
         "/boxes?month=2026-05"}};
    for (const auto& [kind, content, page] : files) {
        const std::string address = checked({.kind = kind, .content = content});
        import(address);
        EXPECT_EQ(parsed(get(address, director_)).link("View them"), at(page));
    }
}

TEST_P(SiteImport, BeginsAStoreWithStock)
{
    const std::string before = allRows();
    const SentBy sent{.kind = "stock",
                      .content = "sku,name,kind,units,cost\nHAT,Hat,contents,3,30.00\n",
                      .fileName = "stock.csv"};
    SentBy dated = sent;
    dated.more = field("on", "2026-02-31");
    const Response wrong = send(dated, director_);
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(parsed(wrong).refuses("on"));
    dated.more = field("on", "2026-02-28");
    const std::string address = checked(dated);
    EXPECT_TRUE(parsed(get(address, director_)).says("1 lot to add"));
    EXPECT_EQ(allRows(), before);
    import(address);
    EXPECT_EQ(onShelf("HAT").units, 3);
    EXPECT_TRUE(parsed(get(at("/movements?month=2026-02"), director_)).says("opening"));
    dated.key = access::newToken();
    const std::string again = checked(dated);
    EXPECT_TRUE(parsed(get(again, director_)).says("into a new, empty store"));
}

TEST_P(SiteImport, MakesTheBooksAnewFromMovementsAndBoxes)
{
    item("HAT");
    recipient("C-1");
    stock("HAT", 9, "90.00", "2026-05-01");
    give(pack("C-1", {{"HAT", 2}}, "2026-05-02"), "2026-05-03");
    const auto out = [&](auto write) {
        return csv([&](const auto& tx, auto& rows) { write(tx, rows); });
    };
    const std::string items = out([](auto& tx, auto& rows) { exchange::exportItems(tx, rows); });
    const std::string movements =
        out([](auto& tx, auto& rows) { exchange::exportMovements(tx, {}, rows); });
    const std::string boxes =
        out([](auto& tx, auto& rows) { exchange::exportBoxes(tx, {}, rows); });
    const std::string left = out([](auto& tx, auto& rows) { exchange::exportStock(tx, {}, rows); });
    const std::string recipients =
        out([](auto& tx, auto& rows) { exchange::exportRecipients(tx, rows); });
    openStore("USD", "20.00", 0);
    importItems(items);
    importRecipients(recipients);
    director_ = loggedInAs(Role::PartsDirector);
    const std::string before = allRows();

    const SentBy sent{.kind = "movements", .content = movements, .fileName = "all.csv"};
    const Response alone = send(sent, director_);
    EXPECT_EQ(alone.status, 422);
    EXPECT_TRUE(parsed(alone).refuses("boxes"));

    SentBy wrong = sent;
    std::string cheaper = boxes;
    cheaper.replace(cheaper.find("20.00"), 5, "19.00");
    wrong.more = file("boxes", "all.csv", cheaper);
    const std::string bad = checked(wrong);
    const tests::ParsedPage refused = parsed(get(bad, director_));
    EXPECT_EQ(refused.column("File").front(), "all.csv (boxes)");
    const Response rows = get(bad + "/bad-rows.csv", director_);
    ASSERT_NE(rows.spool, nullptr);
    EXPECT_TRUE(
        rows.spool->read(0, 1000).starts_with("\xEF\xBB\xBF"
                                              "file,line,column,reason\r\nall.csv (boxes),2"))
        << rows.spool->read(0, 1000);
    EXPECT_EQ(allRows(), before);

    SentBy whole = sent;
    whole.more = file("boxes", "boxes.csv", boxes) + file("stock", "stock.csv", left);
    const std::string address = checked(whole);
    EXPECT_TRUE(parsed(get(address, director_)).says("2 movements to add"));
    import(address);
    EXPECT_TRUE(parsed(get(address, director_)).says("Added 2 movements"));
    EXPECT_EQ(onShelf("HAT").units, 7);
    EXPECT_EQ(out([](auto& tx, auto& to) { exchange::exportBoxes(tx, {}, to); }), boxes);
}

TEST_P(SiteImport, MayBeSentOnlyByWhoMayImport)
{
    Request announced;
    announced.method = "POST";
    announced.path = at("/import");
    announced.isAnnounced = true;
    announced.headers = {{"Origin", "http://giftbox.test"},
                         {"Content-Type", "multipart/form-data; boundary=X"}};
    EXPECT_EQ(ask(announced).status, 303) << "nobody";
    Request adviser = announced;
    adviser.headers.push_back({"Cookie", "giftbox=" + loggedInAs(Role::Adviser)});
    EXPECT_EQ(ask(adviser).status, 403);
    Request director = announced;
    director.headers.push_back({"Cookie", "giftbox=" + director_});
    EXPECT_EQ(ask(director).status, 100);
    director.headers[0].value = "http://evil";
    EXPECT_EQ(ask(director).status, 403);
}

GIFTBOX_ON_BOTH_ENGINES(SiteImport);

TEST(ShownReason, IsCut)
{
    const auto shown = [](std::string sentence) {
        return shownReason({.sentence = std::move(sentence)});
    };
    EXPECT_EQ(shown("There is no item HUT."), "There is no item HUT.");
    EXPECT_EQ(shown(std::string(4095, 'a') + "öb"), std::string(4095, 'a') + "…");
}

TEST(BadRows, ComeBackAsTheyWere)
{
    const std::vector<BadRow> rows = {{"a: 1,\".csv", 12, "\"a: b\"", "unknown\r\ncolumn"},
                                      {"f:1", 7, "2", "a \"quote\""}};
    std::vector<BadRow> seen;
    BadRows(rows).visitPage(0, [&](const BadRow& row) { seen.push_back(row); });
    EXPECT_EQ(seen, rows);
}

TEST(ShownFileName, IsNoPath)
{
    EXPECT_EQ(shownFileName("a/b\\c.csv"), "c.csv");
    EXPECT_EQ(shownFileName("a/"), "file");
    EXPECT_EQ(shownFileName(std::string(79, 'a') + "éé"), std::string(79, 'a') + "…");
}

} // namespace
} // namespace giftbox::web::import_test
