#include "tests/support/program.h"
#include "tests/support/store_fixture.h"

#include <cstdlib>
#include <filesystem>

// Files as shops, suppliers and other inventory programs write them, each imported with at most one answer.

namespace giftbox::tests::other_programs_test {
namespace {

class OtherPrograms : public ProgramFixture {
protected:
    void SetUp() override
    {
        const char* shared = std::getenv("GIFTBOX_SHARED");
        folder_ = (shared == nullptr ? std::string(GIFTBOX_SOURCE_DIR "/../shared")
                                     : std::string(shared)) +
                  "/cases/files/";
        if (!std::filesystem::exists(folder_)) {
            GTEST_SKIP() << "there is no " << folder_
                         << ", so nothing is known about files of other programs; GIFTBOX_SHARED "
                            "names the folder that has it";
        }
        ProgramFixture::SetUp();
        if (!IsSkipped()) {
            does("init --name Shop --currency USD --labor-rate 24.00 --labor-minutes 15");
        }
    }
    std::string added(const std::string& what, const std::string& file,
                      std::vector<std::string> answers = {})
    {
        std::vector<std::string> words = {"import", what, folder_ + file, "-O", "csv"};
        words.insert(words.end(), answers.begin(), answers.end());
        const CsvRows summary = rowsOfCsv(does(words));
        return summary.size() == 1 ? summary.front().at("added") : "no summary";
    }
    std::string folder_;
};
GIFTBOX_ON_BOTH_ENGINES(OtherPrograms);

TEST_P(OtherPrograms, AreImportedAfterOneAnswer)
{
    const std::vector<std::string> contents = {"--set", "kind=contents"};
    EXPECT_EQ(added("items", "german-catalog.csv", contents), "2");
    EXPECT_EQ(added("items", "homebox-items.csv", contents), "3");
    EXPECT_EQ(added("items", "odoo-product-template.csv", contents), "3");
    EXPECT_EQ(added("items", "qbo-products-services.csv", contents), "3");
    EXPECT_EQ(added("items", "shopify-products-export.csv", contents), "6");
    EXPECT_EQ(added("items", "snipeit-consumables.csv", contents), "3");
    EXPECT_EQ(added("items", "square-item-library.csv", contents), "2");
    EXPECT_EQ(added("items", "vendor-quote-with-totals.csv", contents), "3");
    // One of them has the code of an item of another file.
    EXPECT_EQ(added("items", "woocommerce-products.csv", {"--set", "kind=contents", "--update"}),
              "4");
    EXPECT_EQ(added("recipients", "google-contacts.csv"), "2");
    EXPECT_EQ(added("recipients", "shopify-customers.csv", {"--update"}), "1");
    EXPECT_EQ(added("receipts", "vendor-quote-with-totals.csv",
                    {"--set", "received_on=2026-03-02", "--set", "reference=Q-1"}),
              "3");
    EXPECT_EQ(added("receipts", "snipeit-consumables.csv"), "3");
    expectVerified();
    const std::string all = everything();
    EXPECT_NE(all.find("M\xC3\xBCslischale"), std::string::npos);
    EXPECT_NE(all.find("CAP NAVY Orange"), std::string::npos);
    // 50 units at 35.20, and what 100 units cost together.
    EXPECT_NE(all.find("1760.00"), std::string::npos);
    EXPECT_NE(all.find("250.00"), std::string::npos);
}

} // namespace
} // namespace giftbox::tests::other_programs_test
