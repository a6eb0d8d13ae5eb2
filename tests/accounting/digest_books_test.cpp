#include "accounting/cap_words.h"
#include "accounting/digest_books.h"
#include "books/event_hash.h"
#include "gifting/anonymize_recipient.h"
#include "reports/exceptions.h"
#include "tests/gifting/selection/month_fixture.h"
#include "tests/support/details.h"

namespace giftbox::tests::digest_books_test {
namespace {

using Sentences = std::vector<std::string>;

/// Books from before events kept digests, upgraded.
class DigestBooks : public MonthFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        item("HAT-01");
        recipient("C-1");
        recipient("C-2");
        recipient("C-3");
        edit("HAT-01", {{"name", "Cap"}, {"lead_time_days", "9"}});
        cap("month.program", "90.00", budget::CapAction::Stop, "2026-03");
        cap("month.program", "1.00", budget::CapAction::Stop, "2026-04");
        cap("box.total", "12.00", budget::CapAction::Warn, "2026-03");
        cap("box.contents", "11.00", budget::CapAction::Warn, "2026-03");
        cap("month.restock", "120.00", budget::CapAction::Warn, "2026-03");
        stock("MUG-01", 20, "100.00", "2026-03-01");
        stock("HAT-01", 5, "50.00", "2026-03-02");
        packAndGive("C-1", {{"MUG-01", 1}}, "2026-03-05");
        carried_ = pack("C-2", {{"MUG-01", 2}, {"HAT-01", 1}}, "2026-03-07");
        late_ = pack("C-1", {{"MUG-01", 1}}, "2026-03-31");
        give(late_, "2026-04-01", "promised");
        close("2026-03");
        planned_ = write([&](auto& tx) {
                       return gifting::planBox(tx, {.recipient = "C-2",
                                                    .lines = {{"HAT-01", 1}, {"MUG-01", 1}},
                                                    .minutes = {},
                                                    .month = month("2026-06"),
                                                    .override = "a wedding",
                                                    .recipe = {}});
                   }).number;
        nominate("C-1", "2026-06");
        nominate("C-3", "2026-06");
        select("C-3", "2026-06");
        report_ = monthlyReport("2026-01", "2026-06");
        exceptions_ = exceptions();
        ASSERT_EQ(verify(), Sentences{});
        forgetDigests();
        database().begin(foundation::Access::Write);
        accounting::digestBooks(database());
        accounting::keepCapExceptions(database());
        database().commit();
    }
    bool needsOwnDatabase() const override { return true; }

    /// Events and closed months from an earlier program.
    void forgetDigests()
    {
        std::string hash = books::kChainStart;
        for (const auto& row :
             raw().rows("SELECT event_seq, recorded_at, actor, action, subject, detail FROM event "
                        "WHERE store_id = " +
                        storeId() + " ORDER BY event_seq")) {
            std::string detail = withoutDigests(row[5]);
            if (row[3] == "month.close") {
                detail = R"({"carried_boxes":1,"carried":"20.00"})";
            }
            hash = books::eventHash(hash, {.seq = std::stoll(row[0]),
                                           .recordedAt = {std::stoll(row[1])},
                                           .actor = row[2],
                                           .action = row[3],
                                           .subject = row[4],
                                           .detail = detail});
            raw().execute("UPDATE event SET detail = '" + detail + "', hash = '" + hash +
                          "' WHERE store_id = " + storeId() + " AND event_seq = " + row[0]);
        }
        raw().execute("UPDATE store_books SET chain_hash = '" + hash +
                      "' WHERE store_id = " + storeId());
        raw().execute("DELETE FROM cap_exception WHERE store_id = " + storeId());
        raw().execute("UPDATE closed_month SET carried_boxes = 0, carried_contents_minor = 0 "
                      "WHERE store_id = " +
                      storeId());
    }

    std::string exceptions()
    {
        std::string all;
        for (const char* of : {"2026-03", "2026-04", "2026-06"}) {
            all += csv([&](const auto& tx, foundation::RowWriter& out) {
                reports::writeExceptions(tx, month(of), month(of), out);
            });
        }
        return all;
    }

    gifting::PackedBox carried_;
    gifting::PackedBox late_;
    books::BoxNo planned_;
    std::string report_;
    std::string exceptions_;
};
GIFTBOX_ON_BOTH_ENGINES(DigestBooks);

TEST_P(DigestBooks, GivesAnEarlierStoreOneEventThatSaysSo)
{
    EXPECT_EQ(verify(), Sentences{});
    EXPECT_NE(lastEvent().find("facts.digest facts {\"events\":"), std::string::npos);
    EXPECT_EQ(monthlyReport("2026-01", "2026-06"), report_);
    EXPECT_EQ(exceptions(), exceptions_);
    for (const char* one : {"warning,box", "warning,item HAT-01", "override,box", "promised"}) {
        EXPECT_NE(exceptions_.find(one), std::string::npos) << exceptions_;
    }
}

TEST_P(DigestBooks, FindsWhereACapIsNotKeptAsItsEventSays)
{
    booksAreFalsified();
    const std::string where = " WHERE store_id = " + storeId() + " AND ";
    const std::string one =
        "event_seq = (SELECT MIN(event_seq) FROM cap_exception WHERE store_id = " + storeId() + ")";
    for (const char* column : {"month", "amount_minor", "would_be_minor", "lot_no", "line_no"}) {
        const std::string set = std::string("UPDATE cap_exception SET ") + column + " = " + column;
        EXPECT_EQ(raw().execute(set + " + 1" + where + one), 1);
        EXPECT_EQ(verify().size(), 1U) << column;
        raw().execute(set + " - 1" + where + one);
    }
    EXPECT_EQ(verify(), Sentences{});
    raw().execute("DELETE FROM cap_exception" + where + one);
    ASSERT_EQ(verify().size(), 1U);
    EXPECT_NE(verify().front().find("the caps stored as passed differ from those that it names"),
              std::string::npos);
}

TEST_P(DigestBooks, FindsWhatIsFalsifiedOfBefore)
{
    booksAreFalsified();
    const std::string where = " WHERE store_id = " + storeId() + " AND ";
    raw().execute("UPDATE lot SET supplier = 'other'" + where + "lot_no = 1");
    EXPECT_EQ(verify().size(), 1U);
    raw().execute("UPDATE lot SET supplier = ''" + where + "lot_no = 1");
    raw().execute("UPDATE item SET lead_time_days = 8" + where + "sku = 'HAT-01'");
    EXPECT_EQ(verify().size(), 1U);
    raw().execute("UPDATE item SET lead_time_days = 9" + where + "sku = 'HAT-01'");
    raw().execute("UPDATE planned_line SET units = 2" + where + "item_no = 1");
    EXPECT_FALSE(verify().empty());
    raw().execute("UPDATE planned_line SET units = 1" + where + "item_no = 1");
    EXPECT_EQ(verify(), Sentences{});
}

TEST_P(DigestBooks, StaySilentWhateverHappensToItLater)
{
    give(carried_, "2026-04-02", "promised");
    edit("HAT-01", {{"name", "Hat"}, {"supplier", "Acme"}});
    retire("HAT-01");
    remove("C-3", "2026-06");
    select("C-1", "2026-06", "a wedding");
    approve("2026-06");
    recipient("C-4");
    write([&](auto& tx) {
        return gifting::packPlannedBox(tx, {.number = planned_, .packedOn = day("2026-06-02")});
    });
    write([&](auto& tx) { return gifting::anonymizeRecipient(tx, "C-2", "asked for it"); });
    close("2026-04");
    EXPECT_EQ(verify(), Sentences{});
}

} // namespace
} // namespace giftbox::tests::digest_books_test
