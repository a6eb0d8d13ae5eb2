#include "foundation/database/schema.h"
#include "tests/support/old_schema.h"
#include "tests/support/pictures.h"
#include "tests/support/program.h"
#include "tests/support/server_database.h"
#include "tests/support/store_fixture.h"

#include <filesystem>
#include <optional>
#include <set>

// A small database of every schema, with rows: tests/data/schemas/NNNN.sql.gz. See its README.md.

namespace giftbox::tests::schemas_test {
namespace {

using foundation::Engine;

std::string nameOf(int number)
{
    const std::string digits = std::to_string(number);
    return "schemas/" + std::string(4 - digits.size(), '0') + digits + ".sql.gz";
}

std::string pathOf(int number)
{
    return std::string(GIFTBOX_SOURCE_DIR) + "/tests/data/" + nameOf(number);
}

class Schemas : public ProgramFixture {
protected:
    void SetUp() override
    {
        ProgramFixture::SetUp();
        server_ = url();
        useStore("OLD");
    }

    /// An empty database of its own.
    void useNewDatabase(const std::string& name)
    {
        own_.reset();
        useDatabase(GetParam() == Engine::Postgresql ? own_.emplace(server_).url()
                                                     : file(name + ".db"));
    }

    /// As it was before the program of today opened it.
    void useSchema(int number)
    {
        useNewDatabase("schema-" + std::to_string(number));
        makeSchema(url(), number);
        insertRows(url(), unpacked(nameOf(number)));
    }

    void tellOfTheShelf() const;
    void tellOfTheProgram() const;
    void tellOfPeopleAndSettings() const;
    void tellOfWhatWasUndone() const;
    void tellOfWhatWasTakenBack() const;
    void tellOfPurchasing() const;
    void tellOfCounts() const;
    void tellOfWhatCameTogether() const;
    void tellOfTheJournal() const;
    void tellOfCapsAndGifts() const;
    void tellOfUndoneFiles() const;

private:
    std::string server_;
    std::optional<ServerDatabase> own_;
};
GIFTBOX_ON_BOTH_ENGINES(Schemas);

/// A change that a new schema knows is told at the end of these, so that its rows are kept.
void Schemas::tellOfTheShelf() const
{
    does({"init", "--name", "Old Motors (invented)", "--currency", "USD", "--labor-rate", "30.00",
          "--labor-minutes", "20"});
    does("budget set month.program 500.00 --from 2026-03 --action stop --reason agreed");
    does("budget set box.total 25.00 --from 2026-03 --action warn --reason agreed");
    does({"item", "add", "HAT", "--kind", "contents", "--name", "Cap, navy", "--category", "hats",
          "--par-level", "12", "--bin", "A-1"});
    does("item add MUG --kind contents --name Mug --category mugs --barcode 4006381333931");
    does("item add BOX --kind packaging --name Carton");
    does({"recipient", "add", "C-1", "--name", "Ana Example", "--note", "likes blue"});
    does("recipient add C-2 --name Bo --kind business");
    does({"receive", "HAT", "10", "--cost", "71.00", "--on", "2026-03-02", "--reference", "INV-7",
          "--supplier", "Cap Works"});
    does("receive MUG 6 --cost 27.50 --on 2026-03-02 --source parts_transfer");
    does("receive BOX 8 --cost 12.00 --on 2026-03-03 --request-key nightly");
    does("box pack --for C-1 --item HAT --item MUG --item BOX --on 2026-03-05");
    does("box give 1 --on 2026-03-06");
    does("box pack --for C-2 --item HAT:2 --item MUG --item BOX --on 2026-03-07");
    does("box unpack 2 --reason mistake --on 2026-03-08");
    does("write-off MUG 1 --reason dropped --on 2026-03-09");
    does("count HAT 8 --reason stock-take --on 2026-03-10");
    does("box pack --for C-2 --item HAT --item BOX --on 2026-03-20");
    does("item edit HAT --name Cap");
    does("close 2026-03");
}

void Schemas::tellOfTheProgram() const
{
    does("recipient edit C-1 --household oakroad --sizes hats=M --preferences hats,mugs");
    does("recipient add C-3 --name Gone");
    does("recipient anonymize C-3 --reason asked");
    does("recipient add C-4 --name Di");
    does("nominate C-4 --month 2026-05 --by Bo --department service --reason cake");
    does("nominate C-2 --month 2026-05 --by Kim --department parts --reason early");
    does("nomination decline 2 --reason later");
    does("nomination reopen 2");
    does("nomination decline 2 --reason later");
    does("select add C-4 --month 2026-05");
    does("select approve 2026-05");
    does("recipe set Thanks --item BOX --item HAT --any mugs --minutes 15");
    does("plan 2026-05 --recipe Thanks");
    does("box plan --for C-2 --recipe Thanks --item MUG --month 2026-04");
    does("box plan --for C-2 --item HAT --item BOX --month 2026-06");
    does("box cancel 5 --reason moved");
    does({"template", "set", "-", "--signer", "Ann Example"},
         "Dear {recipient},\n\nthank you. {store}, {month}\n\n{signers}\n");
    does("template approve 1");
    does("note write --month 2026-04");
    does({"template", "set", "-", "--signer", "Ann Example"}, "Dear {recipient}, thank you.\n");
    does("template approve 2");
    does("note rewrite 3");
    does({"note", "sign", "3", "--signer", "Ann Example"});
    does("nominate --new-name Pat --note neighbor --month 2026-05 --by Bo --department service "
         "--reason helps");
    does("nominate --new-name Sam --month 2026-05 --by Bo --department service --reason sings");
    does("recipient confirm NEW-6 --same-as C-2");
}

void Schemas::tellOfPeopleAndSettings() const
{
    does({"user", "add", "ada", "--name", "Ada", "--role", "administrator", "--password-stdin"},
         "a sentence that is long enough\n");
    does("token create till --user ada --role administrator");
    does("backup copy.db");
    does("store set --time-zone America/New_York --locale de-DE");
    does("store set --labor-rate 31.00 --from 2026-04 --reason wages");
    does({"item", "picture", "HAT", "-"}, png());
}

void Schemas::tellOfWhatWasUndone() const
{
    const std::string twice = does("receive HAT 2 --cost 14.20 --on 2026-04-03 -O csv");
    const auto row = twice.find('\n') + 1; // it begins with the lot
    does("receipt reverse " + twice.substr(row, twice.find(',', row) - row) + " --reason twice");
    does({"import", "items", "-"}, "sku,name,kind\nCUP,Cup,contents\n");
    does({"import", "items", "-", "--update-only"}, "sku,name,kind\nCUP,Big cup,contents\n");
    does({"import", "recipients", "-"}, "recipient,name,group\nC-9,Wrong,\n");
    does("import undo 3 --reason wrong");
    does("receipt correct 1 --units 12 --cost 80.00 --reference INV-70 --reason misread");
}

void Schemas::tellOfWhatCameTogether() const
{
    // The cell of the first row with so many others before it.
    const auto cell = [](const std::string& answer, int before) {
        auto begin = answer.find('\n') + 1;
        for (; before > 0; --before) {
            begin = answer.find(',', begin) + 1;
        }
        return answer.substr(begin, answer.find(',', begin) - begin);
    };
    const std::string received =
        does({"delivery", "receive", "--line", "HAT:6:43.20", "--line", "MUG:2x6@4.50", "--on",
              "2026-04-05", "--supplier", "Cap Works", "--reference", "INV-9", "--total", "97.20",
              "-O", "csv"});
    does("delivery receive --line BOX:4:6.00 --on 2026-04-05 --source parts_transfer --reference "
         "T-5 --authorized-by Dana");
    does("delivery freight 3 7.00 --reference F-1 --supplier Speedy --by units");
    const std::string sent =
        does("receipt return " + cell(received, 1) + " 2 --reason bent --on 2026-04-06 -O csv");
    does({"bill", "record", "98.00", "--supplier", "Cap Works", "--reference", "B-88", "--delivery",
          "3", "--on", "2026-04-20"});
    does("return credit " + cell(sent, 0) + " 14.00 --reference CN-1 --on 2026-04-07");
    does({"bill", "reverse", "1", "--reason", "not ours"});
    does({"reason", "add", "given to a club"});
    does({"reason", "retire", "found"});
    does({"freight", "reverse", "1", "--reason", "charged twice"});
}

void Schemas::tellOfWhatWasTakenBack() const
{
    const auto reverse = [](const std::string& what, const std::string& answer) {
        const auto last = answer.rfind(',') + 1; // the movement
        return what + " reverse " + answer.substr(last, answer.find('\r', last) - last);
    };
    does(reverse("write-off", does("write-off HAT 1 --reason lost --on 2026-04-04 -O csv")) +
         " --reason found");
    does(reverse("count", does("count MUG 9 --reason shelf --on 2026-04-04 -O csv")) +
         " --reason miscounted");
    does("budget end box.total --from 2026-05 --reason enough");
    does("box give 3 --on 2026-04-05");
    does("box take-back 3 --reason mistaken");
    does("item rename MUG MUG-1");
    does("recipient rename C-1 C-1001");
    does("recipient rename C-1001 C-1");
}

void Schemas::tellOfPurchasing() const
{
    does({"supplier", "add", "MUGS", "--name", "Mug Works", "--email", "orders@example.com",
          "--terms", "net 30", "--minimum-order", "10.00", "--lead-time-days", "7"});
    does("supplier edit MUGS --lead-time-days 9");
    does("item supplier MUG MUGS --part-number M-1 --pack-size 6 --preferred");
    does({"order", "add", "MUGS", "--item", "MUG:4", "--ship-to", "1 Main St"});
    does("order approve 1");
    does("order place 1");
    does("delivery receive --order 1 --line MUG:3");
    does("budget set month.restock 1.00 --from 2026-05 --action warn --reason agreed");
    does("order add MUGS --item MUG:2");
    does("order approve 2");
    does("delivery receive --line MUG:1:4.50 --on 2026-04-06");
    does("delivery reverse 2 --reason twice");
}

void Schemas::tellOfCounts() const
{
    does("count start --bin A-1 --as-of 2026-04-04");
    does("count line 1 HAT 9");
    does("count post 1 --reason monthly --adjust");
    does("count start --category mugs");
    does("count line 2 MUG 3");
    does("count line 2 MUG 4 --cost 9.00");
    does("count cancel 2 --reason later");
}

void Schemas::tellOfTheJournal() const
{
    for (const char* role :
         {"gift-stock", "packaging-stock", "boxes-packed", "grni", "payables", "parts-inventory",
          "gift-expense", "packaging-expense", "price-variance", "shrinkage", "write-off"}) {
        does(std::string("account set ") + role + " 1" + role + " --from 2026-01");
    }
    does("account set gift-expense 6310-P --from 2026-01 --department parts");
    does("account department sales --from 2026-01");
    does("box department 1 parts --reason counter");
    does("journal batch 2026-03");
    does("journal posted 1 --as JE-1");
    does("journal void 1 --reason mistaken");
    does({"account", "chart", "-"}, "1480,Gift stock\n2110,Payables\n");
    does("month reopen 2026-03 --reason late");
    does("close 2026-03");
    does("store set --recognition receipt");
}

void Schemas::tellOfCapsAndGifts() const
{
    does("month reopen 2026-03 --reason caps");
    does("budget set month.program 500.00 --from 2026-03 --action stop --roll-over both "
         "--roll-over-most 90.00 --warn-percent 80 --reason agreed");
    does("close 2026-03");
    does("box tax 3 --tax-class promotion --purpose fair");
    does("limit set-defaults --from 2026-04 --purpose retention --relationship customer");
}

void Schemas::tellOfUndoneFiles() const
{
    does(
        "entity add HARBOR --name Harbor --country US --limit-us-gift warn --tax-year-start 07-01");
    does("entity account HARBOR gift-stock 1480 --from 2026-01");
    does("store set --entity HARBOR");
    does("user grant ada group-manager --entity HARBOR");
    does({"import", "suppliers", "-"}, "supplier,name\nTINS,Tin Shop\n");
    does("import undo 4 --reason wrong");
    does({"import", "orders", "-"},
         "order,supplier,expected_on,state,approved_on,approved_by,ordered_on,sku,units\n"
         "90,MUGS,2026-05-01,ordered,2026-04-01,Ray,2026-04-02,HAT,2\n");
    does("import undo 5 --reason wrong");
    does({"import", "deliveries", "-"},
         "delivery,received_on,sku,units,total_cost,document,freight\n"
         "90,2026-04-06,HAT,2,15.40,D-90,1.00\n");
    does({"import", "freight", "-"},
         "supplier,freight,receipt,sku,amount,by\nSpeedy,F-90,D-90,HAT,1.00,units\n");
    does({"import", "boxes", "-"}, "box,recipient,packed_on,given_on,sku,units\n"
                                   "K-1,C-1,2026-04-06,2026-04-06,HAT,1\n");
    does("import undo 8 --reason wrong");
}

TEST_P(Schemas, OfEveryNumberIsUpgradedAndItsBooksHold)
{
    std::set<std::string> reports;
    for (int number = 1; number <= foundation::programSchemaVersion(); ++number) {
        SCOPED_TRACE("schema " + std::to_string(number));
        ASSERT_TRUE(std::filesystem::exists(pathOf(number)))
            << "GIFTBOX_WRITE_SCHEMAS=1 scripts/test -R Schema makes it";
        useSchema(number);
        const std::string events = "SELECT event_seq, actor, action, subject, detail, hash FROM "
                                   "event ORDER BY event_seq";
        const auto before = RawDatabase(url()).rows(events);
        ASSERT_FALSE(before.empty());

        CommandLine verify = line("verify");
        verify.variables.push_back("XDG_DATA_HOME=" + folder()); // where a server's backup is made
        const Ended upgraded = run(verify);
        EXPECT_TRUE(upgraded.done()) << upgraded;
        expectVerified();
        auto now = RawDatabase(url()).rows(events);
        ASSERT_GE(now.size(), before.size());
        now.resize(before.size());
        EXPECT_EQ(now, before);

        reports.insert(does("report month --from 2026-03 --to 2026-03 -O csv"));
        does("receive HAT 1 --cost 7.10 --on 2026-04-02");
        does("close 2026-04");
        expectVerified();
    }
    EXPECT_EQ(reports.size(), 1U) << "the same month is told in each of them";
}

/// Whose rows are kept for both engines.
class NewestSchema : public Schemas {};
INSTANTIATE_TEST_SUITE_P(, NewestSchema, testing::Values(Engine::Sqlite), engineName);

TEST_P(NewestSchema, HasRowsInEveryTableThatTheCommandLineFills)
{
    const int newest = foundation::programSchemaVersion();
    if (std::getenv("GIFTBOX_WRITE_SCHEMAS") != nullptr) {
        useNewDatabase("told");
        tellOfTheShelf();
        tellOfTheProgram();
        tellOfPeopleAndSettings();
        tellOfWhatWasUndone();
        tellOfWhatWasTakenBack();
        tellOfPurchasing();
        tellOfCounts();
        tellOfWhatCameTogether();
        tellOfTheJournal();
        tellOfCapsAndGifts();
        tellOfUndoneFiles();
        RawDatabase told(url());
        told.execute("UPDATE backup SET place = '/srv/backup/copy.db'");
        const Ended packed = run({.words = {"gzip", "-9n"}, .input = rowsAsSql(told)});
        ASSERT_TRUE(packed.done()) << packed.err;
        writeFile(pathOf(newest), packed.out);
    }
    useSchema(newest);
    std::set<std::string> empty;
    const RawDatabase database(url());
    for (const std::string& table :
         database.column("SELECT name FROM sqlite_master WHERE type = 'table'")) {
        if (database.rows("SELECT 1 FROM " + table + " LIMIT 1").empty()) {
            empty.insert(table);
        }
    }
    const std::set<std::string> ofTheWeb = {"import_mapping", "known_place", "lock_out",
                                            "login_failure",  "saved_view",  "setup_link",
                                            "user_session"};
    EXPECT_EQ(empty, ofTheWeb);
}

} // namespace
} // namespace giftbox::tests::schemas_test
