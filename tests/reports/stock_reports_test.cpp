#include "accounting/department.h"
#include "reports/box_costs.h"
#include "reports/lot_rows.h"
#include "reports/receipt_sums.h"
#include "reports/year_to_date.h"

#include "gifting/selection/nominate_recipient.h"
#include "gifting/set_recipe.h"
#include "gifting/use_recipe.h"
#include "purchasing/correct_receipt.h"
#include "purchasing/return_receipt.h"
#include "purchasing/reverse_receipt.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::stock_reports_test {
namespace {

class StockReports : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG");
        packagingItem("CARTON");
        recipient("C-1");
        recipient("C-2");
    }
    void got(const std::string& sku, std::int64_t units, Money cost, const std::string& on,
             const std::string& supplier, const std::string& reference)
    {
        receive({.sku = sku,
                 .units = units,
                 .cost = cost,
                 .receivedOn = day(on),
                 .reference = reference,
                 .supplier = supplier});
    }
    std::string lots(const std::string& on, std::int64_t after = 0, std::int64_t most = 100,
                     std::optional<books::ItemNo> item = {})
    {
        return csv([&](const auto& tx, auto& out) {
            const auto last = reports::writeLotsOn(
                tx, {.day = day(on), .after = after, .most = most, .item = item}, out);
            last_ = last ? std::to_string(*last) : "";
        });
    }
    std::string age(const std::string& on, const std::string& after = "", std::int64_t most = 100)
    {
        return csv([&](const auto& tx, auto& out) {
            last_ = reports::writeAgeOn(tx, day(on), after, most, out).value_or("");
        });
    }
    std::string receipts(const std::string& first, const std::string& last)
    {
        return csv([&](const auto& tx, auto& out) {
            reports::writeReceiptSums(tx, month(first), month(last), out);
        });
    }
    std::string costs(const std::string& by, const std::string& first, const std::string& last)
    {
        return csv([&](const auto& tx, auto& out) {
            reports::writeBoxCosts(tx, reports::parseCostBy(by), month(first), month(last), out);
        });
    }
    static constexpr const char* kLots =
        "lot,sku,name,kind,received_on,age_days,source,supplier,reference,units,cost\r\n";
    static constexpr const char* kAge = "sku,name,kind,units,cost,cost_0_30,cost_31_90,cost_91_180,"
                                        "cost_181_365,cost_over_365\r\n";
    static constexpr const char* kReceipts =
        "supplier,source,receipts,units,received_cost,corrected_cost,reversed_cost,returned_cost,"
        "restock_cost\r\n";
    static constexpr const char* kCosts = "name,boxes_given,recipients,contents_cost,"
                                          "packaging_cost,labor_cost,total_cost,cost_per_box\r\n";
    std::string last_; ///< where there are more
};
GIFTBOX_ON_BOTH_ENGINES(StockReports);

TEST_P(StockReports, ShowTheLotsOfAnyDayPageByPage)
{
    got("MUG", 10, Money{10000}, "2026-04-01", "Mug Works", "A-1");
    got("CARTON", 5, Money{500}, "2026-05-01", "", "B-1");
    got("MUG", 2, Money{3000}, "2026-06-01", "Mug Works", "A-2");
    packAndGive("C-1", {{"MUG", 10}, {"CARTON", 1}}, "2026-06-05");
    EXPECT_EQ(lots("2026-06-15"),
              std::string(kLots) +
                  "2,CARTON,Item CARTON,packaging,2026-05-01,45,purchase,,B-1,4,4.00\r\n"
                  "3,MUG,Item MUG,contents,2026-06-01,14,purchase,Mug Works,A-2,2,"
                  "30.00\r\n");
    EXPECT_EQ(lots("2026-05-31"),
              std::string(kLots) +
                  "1,MUG,Item MUG,contents,2026-04-01,60,purchase,Mug Works,A-1,10,100.00\r\n"
                  "2,CARTON,Item CARTON,packaging,2026-05-01,30,purchase,,B-1,5,5.00\r\n");
    EXPECT_EQ(lots("2026-05-31", 0, 1).find("2,CARTON"), std::string::npos);
    EXPECT_EQ(last_, "1");
    EXPECT_EQ(lots("2026-05-31", 1, 1).find("1,MUG"), std::string::npos);
    EXPECT_EQ(last_, "");
    EXPECT_EQ(lots("2026-05-31", 0, 9, books::ItemNo{2}).find("1,MUG"), std::string::npos);
    EXPECT_EQ(lots("2026-03-31"), kLots);
}

TEST_P(StockReports, NameTheSupplierAndReferenceOfALotAsCorrected)
{
    got("MUG", 10, Money{10000}, "2026-06-01", "Mug Works", "A-1");
    write([&](auto& tx) {
        return purchasing::correctReceipt(tx, {.lot = books::LotNo{1},
                                               .supplier = "Cup Works",
                                               .reference = "A-7",
                                               .reason = "misread"});
    });
    EXPECT_NE(lots("2026-06-15").find(",Cup Works,A-7,10,100.00"), std::string::npos);
    EXPECT_NE(receipts("2026-06", "2026-06").find("Cup Works,purchase,1,10,100.00"),
              std::string::npos);
}

TEST_P(StockReports, SortStockByAgeUpToTheLastDayOfEachAge)
{
    for (const char* const on :
         {"2026-06-15", "2026-05-16", "2026-05-15", "2026-03-17", "2026-03-16", "2025-12-17",
          "2025-12-16", "2025-06-15", "2025-06-14"}) {
        got("MUG", 1, Money{100}, on, "", std::string("R-") + on);
    }
    got("CARTON", 1, Money{50}, "2026-06-01", "", "C-1");
    EXPECT_EQ(age("2026-06-15"),
              std::string(kAge) + "CARTON,Item CARTON,packaging,1,0.50,0.50,0.00,0.00,0.00,0.00\r\n"
                                  "MUG,Item MUG,contents,9,9.00,2.00,2.00,2.00,2.00,1.00\r\n");
    EXPECT_EQ(age("2025-06-15"),
              std::string(kAge) + "MUG,Item MUG,contents,2,2.00,2.00,0.00,0.00,0.00,0.00\r\n");
    EXPECT_EQ(age("2026-06-15", "", 1).find("MUG"), std::string::npos);
    EXPECT_EQ(last_, "CARTON");
    EXPECT_EQ(age("2026-06-15", "CARTON", 1).find("CARTON"), std::string::npos);
    EXPECT_EQ(last_, "");
}

TEST_P(StockReports, AddUpWhatCameFromEachSupplierToTheRestockCost)
{
    got("MUG", 10, Money{10000}, "2026-05-01", "Mug Works", "A-1");
    got("MUG", 4, Money{4000}, "2026-06-01", "Mug Works", "A-2");
    got("MUG", 3, Money{3000}, "2026-06-01", "Mug Works", "A-3");
    receive({.sku = "MUG",
             .units = 2,
             .cost = Money{600},
             .receivedOn = day("2026-06-01"),
             .reference = "T-9",
             .source = "parts_transfer"});
    write([&](auto& tx) {
        return purchasing::returnToSupplier(
            tx, {.lot = books::LotNo{1}, .units = 1, .on = day("2026-06-06"), .reason = "chipped"});
    });
    write(
        [&](auto& tx) { return purchasing::reverseReceipt(tx, books::LotNo{3}, "entered twice"); });
    write([&](auto& tx) {
        return purchasing::correctReceipt(
            tx, {.lot = books::LotNo{2}, .cost = Money{4400}, .reason = "typed wrong"});
    });
    EXPECT_EQ(receipts("2026-06", "2026-06"),
              std::string(kReceipts) + ",parts_transfer,1,2,6.00,0.00,0.00,0.00,6.00\r\n"
                                       "Mug Works,purchase,2,3,70.00,4.00,-30.00,-10.00,34.00\r\n");
    EXPECT_EQ(total("2026-06").of(books::MonthFigure::Restock), money("40.00"));
}

TEST_P(StockReports, AddUpTheCostOfBoxesByWhoNominatedByGroupAndByRecipe)
{
    got("MUG", 10, Money{10000}, "2026-05-01", "", "A-1");
    const auto nominate = [&](const std::string& adviser, const std::string& department) {
        write([&](auto& tx) {
            return gifting::nominateRecipient(tx, {.recipient = "C-1",
                                                   .month = month("2026-06"),
                                                   .adviser = adviser,
                                                   .department = department,
                                                   .reason = "loves coming in"});
        });
    };
    nominate("Ann", "Service");
    nominate("Bob", "Parts");
    packAndGive("C-1", {{"MUG", 1}}, "2026-06-02");
    packAndGive("C-2", {{"MUG", 2}}, "2026-06-03");
    pack("C-2", {{"MUG", 1}}, "2026-06-04");
    EXPECT_EQ(costs("adviser", "2026-06", "2026-06"),
              std::string(kCosts) + ",1,1,20.00,0.00,0.00,20.00,20.00\r\n"
                                    "Ann,1,1,10.00,0.00,0.00,10.00,10.00\r\n");
    // The department is the one of the journal: that of the nomination, else the group, unless the box has its own.
    EXPECT_EQ(costs("department", "2026-06", "2026-06"),
              std::string(kCosts) + "Service,2,2,30.00,0.00,0.00,30.00,15.00\r\n");
    write([](auto& tx) {
        return accounting::setBoxDepartment(tx, books::BoxNo{2}, "Sales", "a gift of sales");
    });
    EXPECT_EQ(costs("department", "2026-06", "2026-06"),
              std::string(kCosts) + "Sales,1,1,20.00,0.00,0.00,20.00,20.00\r\n"
                                    "Service,1,1,10.00,0.00,0.00,10.00,10.00\r\n");
    EXPECT_EQ(costs("group", "2026-05", "2026-06"),
              std::string(kCosts) + "service,2,2,30.00,0.00,0.00,30.00,15.00\r\n");
    EXPECT_EQ(costs("recipe", "2026-05", "2026-05"), kCosts);
    EXPECT_REFUSAL("report.by_unknown", costs("color", "2026-06", "2026-06"));
}

TEST_P(StockReports, NameTheRecipeThatABoxWasPackedBy)
{
    got("MUG", 10, Money{10000}, "2026-05-01", "", "A-1");
    write([&](auto& tx) {
        return gifting::setRecipe(tx, {.name = "Small", .items = {{"MUG", 1}}});
    });
    write([&](auto& tx) {
        const gifting::BoxRequest asked{
            .recipient = "C-1", .packedOn = day("2026-06-02"), .givenOn = day("2026-06-02")};
        return gifting::packBox(tx, gifting::useRecipe(tx, asked, {.name = "small"}));
    });
    packAndGive("C-2", {{"MUG", 2}}, "2026-06-03");
    EXPECT_EQ(costs("recipe", "2026-06", "2026-06"),
              std::string(kCosts) + ",1,1,20.00,0.00,0.00,20.00,20.00\r\n"
                                    "Small,1,1,10.00,0.00,0.00,10.00,10.00\r\n");
}

TEST_P(StockReports, SetTheYearBesideTheYearBefore)
{
    got("MUG", 10, Money{10000}, "2025-01-01", "", "A-1");
    packAndGive("C-1", {{"MUG", 1}}, "2025-06-30");
    packAndGive("C-1", {{"MUG", 1}}, "2025-07-01");
    packAndGive("C-1", {{"MUG", 1}}, "2026-01-02");
    packAndGive("C-1", {{"MUG", 2}}, "2026-06-02");
    EXPECT_EQ(
        csv([&](const auto& tx, auto& out) { reports::writeYears(tx, month("2026-06"), out); }),
        "period,from,to,boxes_given,recipients,contents_cost,packaging_cost,labor_cost,"
        "total_cost,cost_per_recipient,cost_per_box,restock_cost,write_off_cost,"
        "variance_cost,overrides\r\n"
        "this_year,2026-01,2026-06,2,1,30.00,0.00,0.00,30.00,30.00,15.00,0.00,0.00,0.00,0\r\n"
        "last_year,2025-01,2025-06,1,1,10.00,0.00,0.00,10.00,10.00,10.00,100.00,0.00,0.00,0\r\n"
        "change,,,1,0,20.00,0.00,0.00,20.00,,,-100.00,0.00,0.00,0\r\n");
}

} // namespace
} // namespace giftbox::tests::stock_reports_test
