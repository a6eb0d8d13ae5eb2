#include "exchange/check_package.h"
#include "exchange/month_package.h"
#include "exchange/workbook/workbook.h"
#include "foundation/digest.h"
#include "foundation/zip_file.h"
#include "reports/month_paper.h"
#include "tests/support/printed.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::month_package_test {
namespace {

using budget::CapAction;
using exchange::CheckedPackage;
using foundation::OwnFile;
using foundation::ZipReader;
using foundation::ZipWriter;

std::string bytesOf(const OwnFile& file)
{
    std::string bytes;
    file.passOn([&](std::string_view piece) { bytes += piece; });
    return bytes;
}

std::string fileIn(const OwnFile& package, const std::string& name)
{
    std::string bytes;
    ZipReader(package.path()).read(name, [&](std::string_view piece) { bytes += piece; });
    return bytes;
}

/// The package with another text in one of its files; its digests are made anew where `isSmart`.
OwnFile changed(const OwnFile& package, const std::string& name, const std::string& from,
                const std::string& to, bool isSmart = false)
{
    const std::vector<std::string> names = ZipReader(package.path()).names();
    std::vector<OwnFile> files(names.size());
    ZipWriter out;
    std::string old;
    std::string now;
    const auto replaced = [](std::string text, const std::string& was, const std::string& is) {
        const std::size_t at = text.find(was);
        EXPECT_NE(at, std::string::npos) << was;
        return at == std::string::npos ? text : text.replace(at, was.size(), is);
    };
    for (std::size_t i = 0; i < files.size(); ++i) {
        const std::string& one = names[i];
        std::string bytes = fileIn(package, one);
        if (one == name) {
            old = foundation::sha256(bytes);
            bytes = replaced(bytes, from, to);
            now = foundation::sha256(bytes);
        }
        if (one == "digest.txt" && isSmart) {
            bytes = replaced(bytes, old, now);
        }
        files[i].append(bytes);
        out.add(one, files[i]);
    }
    return out.finish();
}

class MonthPackage : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        packagingItem("CARTON");
        recipient("C-1");
        recipient("C-2");
        cap("month.program", "100.00", CapAction::Warn, "2026-03");
        stock("MUG-01", 8, "40.00", "2026-03-01");
        stock("CARTON", 4, "4.00", "2026-03-01");
        packAndGive("C-1", {{"MUG-01", 2}, {"CARTON", 1}}, "2026-03-10");
        packAndGive("C-2", {{"MUG-01", 1}, {"CARTON", 1}}, "2026-03-11");
        pack("C-1", {{"MUG-01", 1}}, "2026-03-12");
        writeOff("MUG-01", 1, "2026-03-20");
    }
    OwnFile package(const std::string& of = "2026-03")
    {
        return read([&](const auto& tx) {
            return exchange::writeMonthPackage(
                tx, month(of), [](const books::ReadTransaction& reader, foundation::Month one) {
                    return reports::printMonth(reader, one, day("2026-06-15"));
                });
        });
    }
    static std::vector<std::string> differencesOf(const OwnFile& file)
    {
        return exchange::checkPackage(file.path()).differences;
    }
};
GIFTBOX_ON_BOTH_ENGINES(MonthPackage);

TEST_P(MonthPackage, HasAPageAWorkbookTheTablesAndTheirDigests)
{
    const OwnFile made = package();
    EXPECT_EQ(
        ZipReader(made.path()).names(),
        (std::vector<std::string>{"report.pdf", "report.csv", "boxes.csv", "movements.csv",
                                  "stock.csv", "roll-forward.csv", "exceptions.csv", "journal.csv",
                                  "control-totals.csv", "month.xlsx", "digest.txt"}));
    EXPECT_NE(fileIn(made, "control-totals.csv").find("boxes.csv,total_cost,3,"),
              std::string::npos);
    const std::string workbook = exchange::csvOfWorkbook(fileIn(made, "month.xlsx"));
    EXPECT_NE(workbook.find("2026-03"), std::string::npos);
    const CheckedPackage checked = exchange::checkPackage(made.path());
    EXPECT_EQ(checked.differences, std::vector<std::string>());
    EXPECT_EQ(checked.subject, store() + ", 2026-03, open");
}

TEST_P(MonthPackage, PrintsOnePageThatNamesNobody)
{
    const Printed page(fileIn(package(), "report.pdf"));
    EXPECT_EQ(page.count(), 1U);
    for (const char* word :
         {"remaining budget", "program cost", "cost per recipient", "Boxes given",
          "Why the cost changed", "Open: these figures are as of 2026-06-15"}) {
        EXPECT_NE(page.words().find(word), std::string::npos) << word << page.words();
    }
}

TEST_P(MonthPackage, OfAClosedMonthIsTheSameBytesWhateverComesLater)
{
    close("2026-03");
    const OwnFile first = package();
    stock("MUG-01", 5, "60.00", "2026-04-02");
    packAndGive("C-2", {{"MUG-01", 1}}, "2026-04-03");
    cap("month.program", "200.00", CapAction::Warn, "2026-04");
    itIs("2026-07-20");
    const OwnFile second = package();
    EXPECT_EQ(fileIn(first, "digest.txt"), fileIn(second, "digest.txt"));
    EXPECT_EQ(bytesOf(first), bytesOf(second));
    EXPECT_EQ(exchange::checkPackage(second.path()).subject, store() + ", 2026-03, closed");
    EXPECT_NE(bytesOf(package("2026-04")), bytesOf(first));
}

TEST_P(MonthPackage, NamesNoRecipient)
{
    const OwnFile made = package();
    for (const std::string& name : ZipReader(made.path()).names()) {
        EXPECT_EQ(fileIn(made, name).find("C-1"), std::string::npos) << name;
    }
}

TEST_P(MonthPackage, IsCheckedWithoutADatabase)
{
    const OwnFile made = package();
    const std::string row = ",given,2026-03,";
    EXPECT_EQ(differencesOf(changed(made, "boxes.csv", row, ",unpacked,2026-03,")).size(), 1U);
    // Who makes the digest anew is found by what the tables say of each other.
    EXPECT_EQ(differencesOf(changed(made, "boxes.csv", row, ",unpacked,2026-03,", true)),
              std::vector<std::string>{"the report of the month differs from the 1 boxes given"});
    EXPECT_EQ(
        differencesOf(changed(made, "movements.csv", "40.00", "41.00", true)),
        std::vector<std::string>{"movements.csv, cost: the control totals differ from its 8 rows"});
    EXPECT_EQ(
        differencesOf(changed(made, "digest.txt", "report.pdf", "other.pdf")),
        (std::vector<std::string>{"report.pdf is not in digest.txt", "other.pdf is missing"}));
}

TEST_P(MonthPackage, IsRefusedWhereItIsNone)
{
    EXPECT_REFUSAL("package.unreadable", exchange::checkPackage("/nowhere.zip"));
    OwnFile text;
    text.append("month,boxes\r\n");
    EXPECT_REFUSAL("package.unreadable", exchange::checkPackage(text.path()));
    ZipWriter out;
    out.add("boxes.csv", text);
    const OwnFile other = out.finish();
    EXPECT_REFUSAL("package.unreadable", exchange::checkPackage(other.path()));
    OwnFile endless;
    endless.append(std::string(std::size_t{128} * 1024, '#'));
    ZipWriter bomb;
    bomb.add("digest.txt", endless);
    const OwnFile tooLong = bomb.finish();
    EXPECT_REFUSAL("package.unreadable", exchange::checkPackage(tooLong.path()));
    const std::string bytes = bytesOf(package());
    OwnFile cut;
    cut.append(bytes.substr(0, bytes.size() / 2));
    EXPECT_REFUSAL("package.unreadable", exchange::checkPackage(cut.path()));
}

} // namespace
} // namespace giftbox::tests::month_package_test
