#include "exchange/export.h"
#include "foundation/fold.h"
#include "gifting/edit_recipient.h"
#include "reports/shelf_rows.h"
#include "tests/web/api/api_fixture.h"

namespace giftbox::web::api_test {
namespace {

using access::Action;
using access::Role;
using books::ReadTransaction;

class Api : public ApiFixture {
protected:
    void prepare() override
    {
        ApiFixture::prepare();
        manager_ = tokenOf(Role::Manager);
        director_ = tokenOf(Role::PartsDirector);
    }
    /// The same rows from the command line with `-O json`.
    std::string
    printed(const std::function<void(const ReadTransaction&, foundation::RowWriter&)>& rows)
    {
        return read([&](const ReadTransaction& tx) {
            std::string text;
            rows(tx, *foundation::makeJsonWriter([&](std::string_view bytes) { text += bytes; },
                                                 tx.store().currency));
            return text;
        });
    }
    using ApiFixture::read;
    /// The values of a column, page by page.
    std::vector<std::string> walk(const std::string& path, const std::string& column,
                                  const std::string& token)
    {
        std::vector<std::string> all;
        std::string after;
        for (int pages = 0; pages < 100; ++pages) {
            const Json page = jsonOf(read(path + after, token));
            EXPECT_LE(page["rows"].size(), 2U);
            for (const Json& row : page["rows"]) {
                all.push_back(row[column].is_string() ? row[column].get<std::string>()
                                                      : row[column].dump());
            }
            if (page["next"].is_null()) {
                return all;
            }
            after = "&after=" + encodePercent(page["next"].get<std::string>());
        }
        ADD_FAILURE() << path << " does not end";
        return all;
    }
    static std::string boxFor(const std::string& more = "")
    {
        return R"({"recipient":"C-1","lines":[{"sku":"HAT","units":1}])" + more + "}";
    }
    std::string manager_;
    std::string director_;
};

TEST_P(Api, AnswersTheRowsOfTheCommandLine)
{
    const auto stock = printed([](const auto& tx, auto& out) {
        reports::writeShelf(
            tx, {}, [](const inventory::StockLine&) { return true; }, out);
    });
    EXPECT_EQ(read("/stock", manager_).body, "{\"rows\":" + stock + ",\"next\":null}\n");
    const auto moved =
        printed([](const auto& tx, auto& out) { exchange::exportMovements(tx, {}, out); });
    EXPECT_EQ(read("/movements", tokenFor(Action::Export)).body,
              "{\"rows\":" + moved + ",\"next\":null}\n");
    const auto months = printed([](const auto& tx, auto& out) {
        reports::writeMonthlyCosts(
            reports::monthlyCosts(tx, tests::month("2026-05"), tests::month("2026-06")), out);
    });
    EXPECT_EQ(read("/report?from=2026-05&to=2026-06", manager_).body,
              "{\"rows\":" + months + ",\"next\":null}\n");
}

TEST_P(Api, AnswersHeadAsGet)
{
    const Response head = call({.method = "HEAD", .path = "/stock", .token = manager_});
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.body, read("/stock", manager_).body);
}

TEST_P(Api, GoesThroughListsPageByPage)
{
    std::vector<std::string> skus = {"HAT"};
    std::vector<std::string> codes = {"C-1"};
    std::vector<std::string> boxes = {"1"};
    for (int i = 2; i <= 5; ++i) {
        const std::string number = std::to_string(i);
        skus.push_back("HAT" + number);
        item(skus.back());
        stock(skus.back(), 1, "1.00", "2026-06-01");
        codes.push_back("C-" + number);
        recipient(codes.back());
        pack(codes.back(), {{"HAT", 1}}, "2026-06-03");
        boxes.push_back(number);
    }
    EXPECT_EQ(walk("/stock?limit=2", "sku", manager_), skus);
    EXPECT_EQ(walk("/stock?low=no&limit=2", "sku", manager_), skus);
    EXPECT_EQ(walk("/items?limit=2", "sku", manager_), skus);
    EXPECT_EQ(walk("/recipients?limit=2", "recipient", manager_), codes);
    EXPECT_EQ(walk("/boxes?limit=2", "box", manager_), boxes);
    boxes.erase(boxes.begin());
    EXPECT_EQ(walk("/boxes?state=packed&limit=1", "box", manager_), boxes);
    EXPECT_EQ(walk("/report?from=2026-01&to=2026-06&limit=2", "month", manager_).size(), 6U);
    const std::string books = tokenFor(Action::Audit);
    const auto events = walk("/events?limit=2", "event", books);
    EXPECT_EQ(events.front(), std::to_string(events.size()));
    const auto moved = walk("/movements?limit=2", "seq", tokenFor(Action::Export));
    EXPECT_EQ(moved.size(), 10U);
    EXPECT_EQ(moved.back(), "10");
    const auto ofHat = walk("/items/HAT/movements?limit=2", "seq", manager_);
    EXPECT_EQ(ofHat.size(), 6U);
    EXPECT_EQ(ofHat.back(), "1");
}

TEST_P(Api, PagesWhatIsWantedOfALongCatalog)
{
    std::vector<std::string> wanted;
    write([&](auto& tx) {
        for (int i = 0; i < 2500; ++i) {
            inventory::Item one;
            one.sku = "A-" + std::to_string(10000 + i);
            one.name = "n";
            one.category = i % 1200 == 0 ? "rare" : "common";
            one.unit = "each";
            one.reorderPoint = i % 1200 == 0 ? std::optional<std::int64_t>(1) : std::nullopt;
            inventory::insertItem(tx, one);
            if (i % 1200 == 0) {
                wanted.push_back(one.sku);
            }
        }
        tx.record("item.add", "item N-1000", R"({"name":"Note"})");
        return true;
    });
    EXPECT_EQ(walk("/items?category=rare&limit=2", "sku", manager_), wanted);
    EXPECT_EQ(walk("/items?category=rare&limit=1", "sku", manager_), wanted);
    EXPECT_EQ(walk("/stock?low=yes&limit=2", "sku", manager_), wanted);
    EXPECT_EQ(walk("/stock?low=yes&as_of=2026-06-14&limit=2", "sku", manager_), wanted);
    const Json last = jsonOf(read("/stock?after=A-12499&limit=1", manager_));
    EXPECT_EQ(last["rows"][0]["sku"], "HAT");
    EXPECT_EQ(last["rows"][0]["units"], 8);
    EXPECT_EQ(last["rows"][0]["cost"], "80.00");
    EXPECT_TRUE(last["next"].is_null());
    const Json full = jsonOf(read("/items?limit=1000", manager_));
    EXPECT_EQ(full["rows"].size(), 1000U);
    EXPECT_EQ(full["next"], "A-10999");
}

TEST_P(Api, PagesPlannedBoxesAmongThoseThatArePacked)
{
    std::vector<std::string> numbers = {"1"};
    for (const char* how : {"plan", "pack", "plan", "pack", "pack", "plan", "plan"}) {
        EXPECT_EQ(change(std::string("/boxes/") + how, director_, boxFor()).status, 200);
        numbers.push_back(std::to_string(numbers.size() + 1));
    }
    EXPECT_EQ(walk("/boxes?limit=1", "box", manager_), numbers);
    EXPECT_EQ(walk("/boxes?limit=2", "box", manager_), numbers);
    EXPECT_EQ(walk("/boxes?limit=2&state=planned", "box", manager_),
              (std::vector<std::string>{"2", "4", "7", "8"}));
    EXPECT_EQ(walk("/boxes?limit=2&state=packed", "box", manager_),
              (std::vector<std::string>{"3", "5", "6"}));
}

TEST_P(Api, RefusesAPageThatIsNone)
{
    const std::string before = allRows();
    refused(read("/stock?limit=0", manager_), 422, "field.limit", before);
    refused(read("/stock?limit=1001", manager_), 422, "field.limit", before);
    refused(read("/stock?limit=x", manager_), 422, "number.malformed", before);
    refused(read("/stock?after=NONE", manager_), 404, "item.unknown", before);
    EXPECT_EQ(read("/stock?after=hat", manager_).body, read("/stock?after=HAT", manager_).body);
    refused(read("/boxes?after=x", manager_), 422, "number.malformed", before);
    refused(read("/report?after=x", manager_), 422, "month.malformed", before);
    for (const char* list : {"/boxes", "/items/HAT/movements"}) {
        refused(read(list + std::string("?after=-9223372036854775808"), manager_), 422,
                "number.malformed", before);
    }
    EXPECT_TRUE(rowsOf(read("/recipients?after=ZZZ", manager_)).empty());
    EXPECT_TRUE(rowsOf(read("/report?after=9999-12", manager_)).empty());
    EXPECT_TRUE(rowsOf(read("/boxes?after=9223372036854775807", manager_)).empty());
    EXPECT_TRUE(
        rowsOf(read("/movements?after=9223372036854775807", tokenFor(Action::Export))).empty());
}

TEST_P(Api, DoesAChangeOnceForEachKey)
{
    const Response first = change("/boxes/pack", director_, boxFor(), "shelf-1");
    const Response again = change("/boxes/pack", director_, boxFor(), "shelf-1");
    EXPECT_EQ(first.status, 200) << first.body;
    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(boxes(), 2U);
    const std::string before = allRows();
    refused(change("/boxes/pack", director_, boxFor(",\"minutes\":1"), "shelf-1"), 409,
            "request.reused", before);
    refused(change("/boxes/pack", manager_, boxFor(), "shelf-1"), 409, "request.reused", before);
    refused(change("/boxes/plan", director_, boxFor(), "shelf-1"), 409, "request.reused", before);
    EXPECT_EQ(change("/boxes/pack", director_, boxFor(), "shelf-2").status, 200);
    EXPECT_EQ(boxes(), 3U);
}

TEST_P(Api, TellsAKeyOfOneBoxFromThatOfAnother)
{
    change("/boxes/pack", director_, boxFor());
    change("/boxes/pack", director_, boxFor());
    EXPECT_EQ(change("/boxes/2/give", director_, "{}", "give").status, 200);
    const std::string before = allRows();
    refused(change("/boxes/3/give", director_, "{}", "give"), 409, "request.reused", before);
}

TEST_P(Api, NeedsAKeyForAChange)
{
    const std::string before = allRows();
    Request request;
    request.method = "POST";
    request.path = "/api/v1/boxes/pack";
    request.headers = {{"Authorization", "Bearer " + director_},
                       {"Content-Type", "application/json"}};
    request.body = boxFor();
    refused(ask(request), 422, "request.key_missing", before);
    refused(change("/boxes/pack", director_, boxFor(), std::string(1001, 'k')), 422,
            "text.too_long", before);
    refused(change("/boxes/pack", director_, boxFor(), "\xff"), 422, "text.malformed", before);
    request.query = "dry_run=1";
    EXPECT_EQ(ask(request).status, 200);
    EXPECT_EQ(allRows(), before);
}

TEST_P(Api, RehearsesWithoutChange)
{
    const std::string before = allRows();
    const Response dryRun = change("/boxes/pack?dry_run=1", director_, boxFor(), "k");
    EXPECT_EQ(rowsOf(dryRun)[0]["total_cost"], "10.00");
    EXPECT_EQ(allRows(), before);
    const Response done = change("/boxes/pack?dry_run=0", director_, boxFor(), "k");
    EXPECT_EQ(done.body, dryRun.body);
    EXPECT_EQ(boxes(), 2U);
    const std::string then = allRows();
    refused(change("/boxes/pack?dry_run=yes", director_, boxFor()), 422, "field.unknown", then);
}

TEST_P(Api, RecordsWhoDidItAndThatItWasAProgram)
{
    change("/boxes/pack", director_, boxFor());
    EXPECT_EQ(raw()
                  .column("SELECT actor FROM event WHERE store_id = " + storeId() +
                          " ORDER BY event_seq DESC LIMIT 1")
                  .front(),
              lastLogin() + " (program)");
}

TEST_P(Api, RefusesWhatIsNotDescribed)
{
    const std::string before = allRows();
    const auto pack = [&](const std::string& body) {
        return change("/boxes/pack", director_, body);
    };
    const Response unknown = pack(boxFor(",\"ribbon\":\"x\""));
    refused(unknown, 422, "field.unknown", before);
    EXPECT_NE(unknown.body.find("ribbon"), std::string::npos);
    refused(pack(R"({"recipient":"C-1"})"), 422, "box.empty", before);
    refused(pack(R"({"lines":[]})"), 422, "field.missing", before);
    refused(pack(R"({"recipient":1,"lines":[]})"), 422, "field.type", before);
    refused(pack(R"({"recipient":"C-1","lines":"HAT"})"), 422, "field.type", before);
    refused(pack(R"({"recipient":[],"lines":[]})"), 422, "field.type", before);
    refused(pack(R"({"recipient":"C-1","lines":[{"units":1}]})"), 422, "field.missing", before);
    refused(pack(R"({"recipient":"C-1","lines":[{"sku":"HAT","units":"1"}]})"), 422, "field.type",
            before);
    refused(pack(R"({"recipient":"C-1","lines":[{"sku":"HAT","cost":"1"}]})"), 422, "field.unknown",
            before);
    refused(pack(boxFor(",\"minutes\":\"5\"")), 422, "field.type", before);
    refused(pack("{\"recipient\":"), 400, "body.malformed", before);
    refused(pack(boxFor(",\"minutes\":5.0")), 400, "body.malformed", before);
    refused(change("/items/HAT/receive", director_, R"({"units":1,"cost":1})"), 422, "field.type",
            before);
    refused(read("/stock?lo=yes", manager_), 422, "field.unknown", before);
    refused(read("/stock?low=maybe", manager_), 422, "field.type", before);
    refused(read("/stock?low=yes&low=no", manager_), 422, "field.unknown", before);
    refused(read("/items/HAT?limit=3", manager_), 422, "field.unknown", before);
    refused(read("/stock?low=%ff", manager_), 422, "form.malformed", before);
    refused(change("/boxes/1/give?on=2026-06-15", director_, "{}"), 422, "field.unknown", before);
}

TEST_P(Api, RefusesBodiesOfAnotherType)
{
    const std::string before = allRows();
    for (const char* type : {"", "text/plain", "application/x-www-form-urlencoded",
                             "multipart/form-data; boundary=x", "application/jsonp"}) {
        refused(call({.method = "POST",
                      .path = "/boxes/pack",
                      .token = director_,
                      .body = boxFor(),
                      .type = type}),
                415, "body.type", before);
    }
    EXPECT_EQ(call({.method = "POST",
                    .path = "/boxes/pack",
                    .token = director_,
                    .body = boxFor(),
                    .type = "Application/JSON; charset=utf-8"})
                  .status,
              200);
}

TEST_P(Api, SaysARefusalOfTheRulesWithItsCode)
{
    recipient("C-2");
    const std::string before = allRows();
    refused(change("/boxes/pack", director_,
                   R"({"recipient":"C-1","lines":[{"sku":"HAT","units":99}]})"),
            422, "stock.short", before);
    refused(change("/boxes/pack", director_, R"({"recipient":"NO","lines":[{"sku":"HAT"}]})"), 404,
            "recipient.unknown", before);
    refused(change("/boxes/1/give", director_, "{}"), 409, "box.not_packed", before);
    refused(change("/recipients", director_, R"({"recipient":"C-2","name":"N"})"), 409,
            "recipient.exists", before);
    refused(
        change("/items/HAT/receive", director_, R"({"units":1,"cost":"1.00","on":"2026-06-16"})"),
        422, "date.in_future", before);
    refused(change("/items/HAT/receive", director_, R"({"units":1,"cost":"1,00"})"), 422,
            "money.malformed", before);
    refused(read("/boxes/2", manager_), 404, "box.unknown", before);
    refused(read("/boxes/x", manager_), 404, "page.unknown", before);
    refused(read("/items/NONE", manager_), 404, "item.unknown", before);
}

TEST_P(Api, KnowsItsAddressesAndMethodsOnly)
{
    const std::string before = allRows();
    for (const char* path : {"/", "", "/stocks", "/stock/", "/items//", "/items/HAT/lots/1",
                             "/../login", "/items/%ff", "/items/%00", "/STOCK"}) {
        refused(read(path, manager_), 404, "page.unknown", before);
    }
    const Response wrong = change("/stock", manager_, "{}");
    refused(wrong, 405, "page.method", before);
    EXPECT_EQ(headerOf(wrong, "Allow"), "GET, HEAD");
    EXPECT_EQ(headerOf(read("/boxes/pack", manager_), "Allow"), "POST");
    EXPECT_EQ(headerOf(call({.method = "POST", .path = "/stock", .token = manager_}), "Allow"),
              "GET, HEAD");
}

TEST_P(Api, ReachesAnItemWhoseSkuHasAStroke)
{
    item("CUP/XL");
    EXPECT_EQ(rowsOf(read("/items/CUP%2FXL", manager_))[0]["sku"], "CUP/XL");
    EXPECT_EQ(change("/items/CUP%2FXL/receive", director_, R"({"units":1,"cost":"1.00"})").status,
              200);
}

/// Texts that must come back unchanged and have no effect.
const std::vector<std::string>& hostileTexts()
{
    static const std::vector<std::string> texts = {"'; DROP TABLE item; --",
                                                   "\" OR \"\"=\"",
                                                   "<script>alert(1)</script>",
                                                   "=cmd|' /C calc'!A0",
                                                   "{{#title}}{{{title}}}",
                                                   ":store_id ?1 $1 %s %n",
                                                   "..\\..\\etc/passwd",
                                                   "\\u0000\\n",
                                                   "\t\r\n x",
                                                   "Zoë 贈り物 🎁 \xe2\x80\xae gnp",
                                                   "NULL",
                                                   "`id`$(id)",
                                                   "]]>&amp;&#0;",
                                                   "{\"sku\":\"X\"}"};
    return texts;
}

TEST_P(Api, GivesTextsBackAsTheyWereSaid)
{
    int number = 0;
    for (const std::string& text : hostileTexts()) {
        SCOPED_TRACE(text);
        const std::string sku = "H-" + std::to_string(++number);
        const Json item = {{"sku", sku},       {"kind", "contents"}, {"name", text},
                           {"category", text}, {"unit", text},       {"size", text},
                           {"barcode", text},  {"supplier", text}};
        const Json made = rowsOf(change("/items", director_, item.dump()));
        const Json found = rowsOf(read("/items/" + sku, manager_));
        EXPECT_EQ(made, found);
        const std::string kept = foundation::entered(text); // without spaces at the ends
        for (const char* field : {"name", "category", "unit", "size", "barcode", "supplier"}) {
            EXPECT_EQ(found[0][field], kept) << field;
        }
        const Json lot = {{"units", 2}, {"cost", "4.00"}, {"reference", text}, {"supplier", text}};
        EXPECT_EQ(
            rowsOf(change("/items/" + sku + "/receive", director_, lot.dump()))[0]["reference"],
            kept);
        const Json lost = {{"units", 1}, {"reason", text}};
        (void)rowsOf(change("/items/" + sku + "/write-off", director_, lost.dump()));
        EXPECT_EQ(rowsOf(read("/items/" + sku + "/movements", manager_))[0]["reason"], kept);
        const Json person = {{"recipient", sku}, {"name", text}, {"group", text}, {"note", text}};
        (void)rowsOf(change("/recipients", director_, person.dump()));
        EXPECT_EQ(rowsOf(read("/recipients/" + sku, manager_))[0]["note"], kept);
        const Json why = {{"recipient", sku}, {"reason", text}, {"department", text}};
        EXPECT_EQ(rowsOf(change("/nominations", manager_, why.dump()))[0]["reason"], kept);
        EXPECT_EQ(rowsOf(read("/items?category=" + encodePercent(text), manager_)).size(), 1U);
        EXPECT_LT(read("/items/" + encodePercent(text), manager_).status, 500);
        EXPECT_LT(read("/stock?after=" + encodePercent(text), manager_).status, 500);
    }
}

TEST_P(Api, AsksForNoCatalogWithATextInTheAddress)
{
    const std::string before = allRows();
    for (const std::string& text : hostileTexts()) {
        SCOPED_TRACE(text);
        refused(read("/items/" + encodePercent(text), manager_), 404, "item.unknown", before);
    }
}

GIFTBOX_ON_BOTH_ENGINES(Api);

} // namespace
} // namespace giftbox::web::api_test
