#include "tests/web/api/api_fixture.h"
#include "web/api/api.h"
#include "web/router.h"

namespace giftbox::web::api_import_test {
namespace {

using access::Action;
using access::Role;

constexpr const char* kTwoItems = "sku,name,kind,category,unit\nCUP,Cup,contents,cups,each\n"
                                  "MUG,Mug,contents,mugs,each\n";

class ApiImport : public ApiFixture {
protected:
    void prepare() override
    {
        ApiFixture::prepare();
        director_ = tokenOf(Role::PartsDirector);
    }
    Response send(const std::string& path, const std::string& content, const std::string& key = {})
    {
        return call({.method = "POST",
                     .path = "/imports/" + path,
                     .token = director_,
                     .body = content,
                     .key = key,
                     .type = "text/csv; charset=utf-8"});
    }
    std::size_t items() { return rowsOf(read("/items", director_)).size(); }
    /// The answer about a file before its first byte is read.
    Response announced(const std::string& path, std::vector<Header> more)
    {
        Request request;
        request.method = "POST";
        request.path = "/api/v1" + path;
        request.headers = std::move(more);
        request.isAnnounced = true;
        return ask(std::move(request));
    }
    std::string director_;
};

TEST_P(ApiImport, IsCheckedFirstAndDoneOnce)
{
    const std::string before = allRows();
    const Json checked = rowsOf(send("items?dry_run=1", kTwoItems));
    EXPECT_EQ(
        checked.dump(),
        R"([{"kind":"items","added":2,"changed":0,"unchanged":0,"mapping":null,"reading":null}])");
    EXPECT_EQ(allRows(), before) << "a check changes nothing";
    const Response done = send("items", kTwoItems, "catalog 1");
    EXPECT_EQ(rowsOf(done), checked);
    EXPECT_EQ(items(), 3U);
    EXPECT_EQ(send("items", kTwoItems, "catalog 1").body, done.body);
    const std::string then = allRows();
    refused(send("items", "sku,name\nX,Y\n", "catalog 1"), 409, "request.reused", then);
    refused(send("items?ignored=color", kTwoItems, "catalog 1"), 409, "request.reused", then);
    refused(send("recipients", kTwoItems, "catalog 1"), 409, "request.reused", then);
    EXPECT_EQ(rowsOf(send("items", kTwoItems))[0]["unchanged"], 2);
}

TEST_P(ApiImport, SaysEveryBadRowWithItsPlace)
{
    const std::string before = allRows();
    const Response response = send("items", "sku,name,kind,category,unit\nMUG,,contents,mug,each\n"
                                            "TEE,Tee,<b>,tee,each\nCUP,Cup\n");
    refused(response, 422, "import.rejected", before);
    const Json bad = jsonOf(response)["bad_rows"];
    ASSERT_EQ(bad.size(), 3U) << response.body;
    EXPECT_EQ(bad[0]["line"], 2);
    EXPECT_EQ(bad[0]["column"], "name");
    EXPECT_FALSE(bad[0]["sentence"].get<std::string>().empty());
    EXPECT_EQ(bad[1]["column"], "kind");
    EXPECT_NE(bad[1]["sentence"].get<std::string>().find("\"<b>\""), std::string::npos);
    EXPECT_EQ(bad[2]["line"], 4);
    EXPECT_EQ(bad[2]["column"], "row");
    const Response empty = send("items?dry_run=1", "sku,name\n");
    refused(empty, 422, "import.unmapped", before);
    EXPECT_NE(empty.body.find("has no column for kind."), std::string::npos) << empty.body;
}

TEST_P(ApiImport, SaysTheFirstTwoThousandMistakesAndHowManyThereAre)
{
    std::string content = "sku,name,kind,category,unit\n";
    for (int i = 0; i < 2200; ++i) {
        content += "HAT,Hat,wrong,hat,each\n";
    }
    const Json checked = jsonOf(send("items?dry_run=1", content));
    EXPECT_EQ(checked["bad_rows"].size(), 2000U);
    EXPECT_NE(checked["sentence"].get<std::string>().find("at least 2200 mistakes"),
              std::string::npos)
        << checked["sentence"];
    const Json imported = jsonOf(send("items", content));
    EXPECT_EQ(imported["bad_rows"].size(), 2000U);
    EXPECT_NE(imported["sentence"].get<std::string>().find("more than 2000 mistakes"),
              std::string::npos)
        << imported["sentence"];
}

TEST_P(ApiImport, ReadsEveryKind)
{
    const std::vector<std::pair<std::string, std::string>> files = {
        {"items", kTwoItems},
        {"recipients", "recipient,name,group\nC-9,Nine,service\n"},
        {"receipts", "received_on,sku,units,total_cost,reference\n2026-06-02,HAT,1,9.00,R1\n"},
        {"counts", "sku,units,reason\nHAT,8,year end\n"},
        {"boxes", "box,recipient,packed_on,given_on,sku,units\nB1,C-1,2026-06-03,,HAT,1\n"}};
    for (const auto& [kind, content] : files) {
        EXPECT_GT(rowsOf(send(kind, content))[0]["added"], 0) << kind;
    }
}

TEST_P(ApiImport, ReadsTablesOfOtherPrograms)
{
    const std::string german = "Artikelnummer;Bezeichnung;Lager\r\nT-1;M\xFCslischale;A\r\n";
    const std::string before = allRows();
    refused(send("items", german), 422, "import.unmapped", before);
    const Json read =
        rowsOf(send("items?set=kind%3Dcontents&map=Lager%3Dbin&mapping=Till", german))[0];
    EXPECT_EQ(read["added"], 1);
    EXPECT_TRUE(read["mapping"].is_null());
    EXPECT_NE(read["reading"].get<std::string>().find("Windows-1252, separated by semicolons"),
              std::string::npos)
        << read;
    // The next table with these columns is read like it.
    const Json again = rowsOf(send("items", "Artikelnummer;Bezeichnung;Lager\nT-2;Tasse;B\n"))[0];
    EXPECT_EQ(again["added"], 1);
    EXPECT_EQ(again["mapping"], "Till");
    EXPECT_EQ(rowsOf(send("items?ignored=Lager",
                          "sku,Lager,name,kind\nT-3,x,Hut,contents\n"))[0]["added"],
              1);
}

TEST_P(ApiImport, ChangesWhatIsThereAndTakesCodesAsIsSaid)
{
    rowsOf(send("items", "sku,name,kind\n007,Cap,contents\n"));
    const std::string file = "sku,name,kind\n7,Hat,contents\n";
    const std::string before = allRows();
    refused(send("items", file), 422, "import.rejected", before);
    refused(send("items?zero_codes=same", file), 422, "import.rejected", before);
    const Json changed = rowsOf(send("items?zero_codes=same&update=yes", file))[0];
    EXPECT_EQ(changed["changed"], 1);
    EXPECT_EQ(changed["added"], 0);
    EXPECT_EQ(rowsOf(send("items?zero_codes=new&update_only=no", file))[0]["added"], 1);
}

TEST_P(ApiImport, SaysAllThatIsWrongWithTheAnswers)
{
    const std::string before = allRows();
    const Response wrong = send("items?zero_codes=maybe&separator=dot&map=Name", kTwoItems);
    refused(wrong, 422, "import.answer", before);
    EXPECT_EQ(jsonOf(wrong)["faults"].size(), 3U) << wrong.body;
    refused(send("boxes?decimal=comma", kTwoItems), 422, "import.table_only", before);
    refused(send("items?map=Colour%3Dsize", kTwoItems), 422, "import.no_column", before);
}

TEST_P(ApiImport, ReceivesStockOnTheDayThatIsSaid)
{
    openStore("USD", "30.00", 0);
    item("HAT");
    director_ = tokenOf(Role::PartsDirector);
    const std::string file = "sku,units,cost\nHAT,2,18.00\n";
    EXPECT_EQ(rowsOf(send("stock?on=2026-06-03", file))[0]["added"], 1);
    const Json lots = rowsOf(read("/items/HAT/lots", director_));
    EXPECT_TRUE(std::ranges::any_of(lots, [](const Json& lot) {
        return lot["received_on"] == "2026-06-03" && lot["units_left"] == 2;
    })) << lots;
}

TEST_P(ApiImport, RefusesWhatIsNoSuchFile)
{
    const std::string before = allRows();
    refused(send("stores", kTwoItems), 422, "import.kind", before);
    refused(send("movements", kTwoItems), 422, "import.kind", before);
    refused(send("items", "PK\x03\x04 workbook"), 422, "import.not_csv", before);
    refused(send("items", ""), 422, "import.not_csv", before);
    refused(send("items?color=red", kTwoItems), 422, "field.unknown", before);
    refused(change("/imports/items", director_, "{}"), 415, "body.type", before);
}

TEST_P(ApiImport, MayBeSentOnlyByWhoMayImport)
{
    EXPECT_TRUE(takesFile("/api/v1/imports/items"));
    EXPECT_FALSE(takesFile("/api/v1/items"));
    EXPECT_FALSE(takesFile("/api/v2/imports/items"));
    const std::string adviser = tokenOf(Role::Adviser);
    const std::string before = allRows();
    const Header type{"Content-Type", "text/csv"};
    const Header key{"Idempotency-Key", "k"};
    const auto bearer = [](const std::string& token) {
        return Header{"Authorization", "Bearer " + token};
    };
    EXPECT_EQ(announced("/imports/items", {type, key}).status, 401);
    EXPECT_EQ(announced("/imports/items", {type, key, bearer("forged")}).status, 401);
    EXPECT_EQ(announced("/imports/items", {type, key, bearer(adviser)}).status, 403);
    EXPECT_EQ(announced("/imports/items", {key, bearer(director_)}).status, 415);
    EXPECT_EQ(announced("/imports/items", {type, bearer(director_)}).status, 422) << "no key";
    EXPECT_EQ(announced("/imports/items", {type, key, bearer(director_)}).status, 100);
    EXPECT_EQ(allRows(), before);
}

GIFTBOX_ON_BOTH_ENGINES(ApiImport);

} // namespace
} // namespace giftbox::web::api_import_test
