#include "books/entity.h"
#include "books/set_store.h"
#include "reports/gift_report.h"

#include "gifting/selection/nominate_recipient.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::gift_report_test {
namespace {

using books::Setting;
using foundation::Date;
using reports::GivenGift;

const budget::GiftLimit kCap{.name = "cap", .kind = budget::LimitKind::Cap};
const budget::GiftLimit kCliff{.name = "cliff", .kind = budget::LimitKind::Cliff};

GivenGift gift(std::int64_t cost, std::int64_t counted)
{
    return {.relationship = "fleet",
            .description = "1 Mug",
            .purpose = "ten years",
            .cost = {cost},
            .counted = {counted}};
}

TEST(DeductibleOf, LosesWhatIsAboveACapAndEverythingAboveACliff)
{
    const auto under = [](const budget::GiftLimit& limit, std::int64_t before, std::int64_t whole) {
        return reports::deductibleOf(limit, {2500}, gift(1200, 1000), {before}, {whole}).minor;
    };
    EXPECT_EQ(under(kCap, 0, 1000), 1200);
    EXPECT_EQ(under(kCap, 1500, 2500), 1200);
    EXPECT_EQ(under(kCap, 1840, 2840), 200 + 660) << "what does not count is not lost";
    EXPECT_EQ(under(kCap, 2500, 3500), 200);
    EXPECT_EQ(under(kCap, 9900, 10900), 200);
    EXPECT_EQ(under(kCliff, 1500, 2500), 1200);
    EXPECT_EQ(under(kCliff, 0, 2501), 0) << "what comes later counts, too";
    GivenGift incomplete = gift(1200, 1000);
    incomplete.purpose.clear();
    EXPECT_EQ(reports::deductibleOf(kCap, {2500}, incomplete, {}, {1000}), Money{});
    EXPECT_EQ(incomplete.missing(), "purpose");
    incomplete.relationship.clear();
    EXPECT_EQ(incomplete.missing(), "relationship, purpose");
}

/// A mug costs 10.00, a pen with the store's name 2.00, a carton 1.00.
class GiftReport : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG");
        packagingItem("CARTON");
        inventory::Item pen{.sku = "PEN", .name = "Pen"};
        pen.imprinted = true;
        add(pen);
        known("C-1", "fleet");
        known("C-2", "service");
        stock("MUG", 100, "1000.00", "2025-01-01");
        stock("PEN", 100, "200.00", "2025-01-01");
        stock("CARTON", 100, "100.00", "2025-01-01");
    }
    void known(const std::string& code, const std::string& group)
    {
        write([&](auto& tx) {
            gifting::addRecipient(tx, {.code = code, .name = "Name of " + code, .group = group});
            return 0;
        });
    }
    void nominated(const std::string& code, const std::string& in, const std::string& reason,
                   const std::string& by = "Ana")
    {
        write([&](auto& tx) {
            return gifting::nominateRecipient(tx, {.recipient = code,
                                                   .month = month(in),
                                                   .adviser = by,
                                                   .department = "service",
                                                   .reason = reason});
        });
    }
    std::string report(const reports::GiftsWanted& wanted)
    {
        return csv([&](const auto& tx, auto& out) { reports::writeGifts(tx, wanted, out); });
    }
    static constexpr const char* kHead = "recipient,name,relationship,box,given_on,description,"
                                         "purpose,tax_class,cost,counted,deductible,"
                                         "not_deductible,missing\r\n";
};
GIFTBOX_ON_BOTH_ENGINES(GiftReport);

TEST_P(GiftReport, HasEveryElementAndThoseWithOneMissingFirst)
{
    nominated("C-2", "2026-02", "ten years");
    nominated("C-2", "2026-02", "brings friends", "Ben");
    packAndGive("C-2", {{"MUG", 2}, {"PEN", 1}, {"CARTON", 1}}, "2026-02-03");
    packAndGive("C-2", {{"MUG", 1}}, "2026-03-04");
    packAndGive("C-1", {{"MUG", 1}}, "2026-02-05");
    packAndGive("C-1", {{"MUG", 1}}, "2025-12-31");
    pack("C-1", {{"MUG", 1}}, "2026-02-06");
    EXPECT_EQ(
        report({.year = 2026}),
        std::string(kHead) +
            "C-1,Name of C-1,fleet,3,2026-02-05,1 Item MUG,,gift,10.00,10.00,0.00,10.00,purpose\r\n"
            "C-2,Name of C-2,service,1,2026-02-03,\"2 Item MUG, 1 Pen\",ten years; brings friends,"
            "gift,23.00,20.00,23.00,0.00,\r\n"
            "C-2,Name of C-2,service,2,2026-03-04,1 Item MUG,ten years; brings friends,"
            "gift,10.00,10.00,5.00,5.00,\r\n");
    EXPECT_EQ(report({.year = 2026, .recipient = "C-2", .onlyMissing = true}), kHead);
    EXPECT_NE(report({.year = 2025, .recipient = "C-1"}).find("2025-12-31"), std::string::npos);
}

TEST_P(GiftReport, IsOfTheTaxYearOfTheStore)
{
    packAndGive("C-1", {{"MUG", 1}}, "2026-04-05");
    packAndGive("C-1", {{"MUG", 1}}, "2026-04-06");
    setFrom(Setting::TaxYearStart, 406, "2025-01");
    EXPECT_NE(report({.year = 2025}).find("2026-04-05"), std::string::npos);
    EXPECT_EQ(report({.year = 2025}).find("2026-04-06"), std::string::npos);
    EXPECT_NE(report({.year = 2026}).find("2026-04-06"), std::string::npos);
}

TEST_P(GiftReport, IsOfTheTaxYearOfTheEntityOfAStoreWithoutOne)
{
    packAndGive("C-1", {{"MUG", 1}}, "2026-04-05");
    packAndGive("C-1", {{"MUG", 1}}, "2026-04-06");
    write([&](auto& tx) {
        return books::addEntity(tx, {.code = "E" + store(), .name = "Harbor", .country = "GB"},
                                {{Setting::TaxYearStart, 406}});
    });
    write([&](auto& tx) { return books::setStore(tx, {.entity = "E" + store()}), 0; });
    EXPECT_NE(report({.year = 2025}).find("2026-04-05"), std::string::npos);
    EXPECT_EQ(report({.year = 2025}).find("2026-04-06"), std::string::npos);
    EXPECT_NE(report({.year = 2026}).find("2026-04-06"), std::string::npos);
}

} // namespace
} // namespace giftbox::tests::gift_report_test
