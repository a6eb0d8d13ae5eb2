#include "exchange/import_suppliers.h"
#include "purchasing/set_supplier.h"
#include "tests/support/store_fixture.h"

#include <sstream>

namespace giftbox::tests::import_suppliers_test {
namespace {

using exchange::Changes;

const char* const kFile = "supplier,name,email,terms,minimum_order,lead_time_days\r\n"
                          "CAPS,Cap Works,orders@example.com,net 30,100.00,10\r\n"
                          "MUGS,Mug House,,,,\r\n";

class ImportSuppliers : public StoreFixture {
protected:
    exchange::ImportSummary import(const std::string& file, Changes changes = Changes::Add)
    {
        std::istringstream in(file);
        return write([&](auto& tx) {
            return exchange::importSuppliers(tx, {.in = in,
                                                  .fileName = "suppliers.csv",
                                                  .ignored = {},
                                                  .progress = [](std::int64_t) {},
                                                  .changes = changes});
        });
    }
    std::string exported()
    {
        return csv([](const auto& tx, auto& out) { exchange::exportSuppliers(tx, out); });
    }
    std::string badRows(const std::string& file, Changes changes = Changes::Add)
    {
        std::string rows;
        const Refusal refused = EXPECT_REFUSAL("import.rejected", import(file, changes));
        for (const auto& row : refused.badRows()) {
            rows += row.file + ":" + std::to_string(row.line) + ": " + row.column + ": " +
                    row.sentence + "\n";
        }
        return rows;
    }
};
GIFTBOX_ON_BOTH_ENGINES(ImportSuppliers);

TEST_P(ImportSuppliers, GivesTheSameFileAgainAndAddsNothingTwice)
{
    EXPECT_EQ(import(kFile).added, 2);
    EXPECT_EQ(exported(), kFile);
    EXPECT_EQ(import(kFile).unchanged, 2);
    const std::string first = store();
    openStore("USD", "0.00", 0);
    EXPECT_EQ(import(kFile).added, 2);
    EXPECT_EQ(exported(), kFile);
}

TEST_P(ImportSuppliers, ChangesOnlyWhereItMayAndKeepsWhatHasNoColumn)
{
    import(kFile);
    const std::string change = "supplier,name\nmugs,Mug Works\nPENS,Pen Shop\n";
    EXPECT_NE(badRows(change).find("Supplier MUGS is already there with other values"),
              std::string::npos);
    EXPECT_NE(badRows(change, Changes::UpdateOnly).find("There is no supplier PENS to change."),
              std::string::npos);
    const auto summary = import(change, Changes::Both);
    EXPECT_EQ(summary.added, 1);
    EXPECT_EQ(summary.changed, 1);
    import("supplier,name,terms\nCAPS,Cap Works,net 10\n", Changes::UpdateOnly);
    EXPECT_NE(exported().find("CAPS,Cap Works,orders@example.com,net 10,100.00,10"),
              std::string::npos);
    EXPECT_NE(exported().find("MUGS,Mug Works"), std::string::npos);
}

TEST_P(ImportSuppliers, NamesEveryBadRow)
{
    const std::string bad = badRows("supplier,name,email,minimum_order\n"
                                    "A,Alpha,nobody,1.00\n"
                                    "B,,b@example.com,many\n"
                                    "C,Gamma,,\n"
                                    "c,Gamma,,\n"
                                    "D,gamma,,\n");
    for (const char* words :
         {"suppliers.csv:2: email", "suppliers.csv:3: name", "suppliers.csv:3: minimum_order",
          "suppliers.csv:5: supplier", "suppliers.csv:6: supplier"}) {
        EXPECT_NE(bad.find(words), std::string::npos) << words << "\n" << bad;
    }
}

} // namespace
} // namespace giftbox::tests::import_suppliers_test
