#include "reports/explain.h"

#include "accounting/account_map.h"
#include "accounting/journal/journal_role.h"
#include "accounting/make_batch.h"
#include "accounting/reopen_month.h"
#include "gifting/take_back_box.h"
#include "purchasing/correct_receipt.h"
#include "tests/support/explained.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::explain_test {
namespace {

using reports::Explanation;
using reports::Term;

class Explain : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG");
        packagingItem("CARTON");
        recipient("C-1");
        recipient("C-2");
        stock("MUG", 10, "100.00", "2026-05-01");
        stock("CARTON", 10, "5.00", "2026-05-01");
    }
    /// `0 figure Contents in 2026-05 20.00` for each row.
    template <class Work>
    std::string told(Work work, reports::ExplainAsked asked = {})
    {
        std::vector<Term> terms;
        next_ = read([&](const auto& tx) {
            Explanation out(asked, [&](const Term& term) { terms.push_back(term); });
            work(tx, out);
            return out.next;
        });
        std::string all;
        for (const Term& term : terms) {
            all += std::to_string(term.level) + " " + std::string(toText(term.kind)) + " " +
                   term.what + (term.subject.empty() ? "" : " [" + term.subject + "]") +
                   (term.count ? " " + std::to_string(*term.count) : "") +
                   (term.amount ? " " + text(*term.amount) : "") + "\n";
        }
        return all;
    }
    std::string column(const std::string& name, reports::ExplainAsked asked = {})
    {
        return told(
            [&](const auto& tx, Explanation& out) {
                reports::explainReport(tx, month("2026-05"), name, out);
            },
            asked);
    }

    std::optional<std::int64_t> next_;
};
GIFTBOX_ON_BOTH_ENGINES(Explain);

TEST_P(Explain, AColumnOfTheReportGoesDownToTheReceipts)
{
    packAndGive("C-1", {{"MUG", 2}, {"CARTON", 1}}, "2026-05-02");
    pack("C-2", {{"MUG", 1}}, "2026-05-03");
    EXPECT_EQ(column("contents_cost"),
              "0 figure Contents in 2026-05 [report 2026-05 contents_cost] 20.00\n"
              "1 term Handed over [box 1] 20.00\n"
              "2 term Taken from lot 1 [lot 1] 2 20.00\n"
              "3 source Purchase [lot 1] 10 100.00\n");
    EXPECT_EQ(column("boxes_given"),
              "0 figure Boxes given in 2026-05 [report 2026-05 boxes_given] 1\n"
              "1 term Handed over [box 1] 1\n");
    EXPECT_EQ(column("recipients"), "0 figure Recipients in 2026-05 [report 2026-05 recipients] 1\n"
                                    "1 term Recipient 1\n"
                                    "2 source Handed over [box 1] 20.50\n");
    EXPECT_EQ(column("committed_cost", {.depth = 1}),
              "0 figure Committed in 2026-05 [report 2026-05 committed_cost] 10.00\n"
              "1 term Packed, not handed over [box 2] 10.00\n");
    EXPECT_EQ(column("cost_per_box"),
              "0 figure Cost per box in 2026-05 [report 2026-05 cost_per_box] 20.50\n"
              "1 term Program cost [report 2026-05 total_cost] 20.50\n"
              "1 divisor Boxes handed over [report 2026-05 boxes_given] 1\n");
    EXPECT_EQ(column("restock_cost"),
              "0 figure Restock in 2026-05 [report 2026-05 restock_cost] 105.00\n"
              "1 term Received [lot 1] 10 100.00\n"
              "1 term Received [lot 2] 10 5.00\n");
}

TEST_P(Explain, TermsComeInPages)
{
    for (int i = 0; i < 5; ++i) {
        packAndGive("C-1", {{"MUG", 1}, {"CARTON", 1}}, "2026-05-02");
    }
    std::string all;
    reports::ExplainAsked asked{.most = 2};
    do {
        all += column("total_cost", asked);
        asked.after = next_.value_or(0);
    } while (next_);
    EXPECT_EQ(all, column("total_cost"));
    EXPECT_EQ(column("packed_cost", {.most = 1}),
              "0 figure Packed cost in 2026-05 [report 2026-05 packed_cost] 0.00\n");
}

TEST_P(Explain, ABoxIsItsLotsAndItsLabor)
{
    openStore("USD", "20.00", 15);
    prepare();
    stock("MUG", 1, "12.00", "2026-05-02");
    pack("C-1", {{"MUG", 11}, {"CARTON", 1}}, "2026-05-03");
    EXPECT_EQ(told([](const auto& tx, Explanation& out) {
                  reports::explainBox(tx, books::BoxNo{1}, out);
              }),
              "0 figure Cost of box 1 [box 1] 117.50\n"
              "1 term Contents 112.00\n"
              "2 term Taken from lot 1 [lot 1] 10 100.00\n"
              "3 source Purchase [lot 1] 10 100.00\n"
              "2 term Taken from lot 3 [lot 3] 1 12.00\n"
              "3 source Purchase [lot 3] 1 12.00\n"
              "1 term Packaging 0.50\n"
              "2 term Taken from lot 2 [lot 2] 1 0.50\n"
              "3 source Purchase [lot 2] 10 5.00\n"
              "1 term Labor 15 5.00\n"
              "2 factor Minutes 15\n"
              "2 factor Labor rate per hour in 2026-05 20.00\n");
}

TEST_P(Explain, ALotIsItsReceiptLessWhatWasTaken)
{
    packAndGive("C-1", {{"MUG", 1}}, "2026-05-02");
    write([&](auto& tx) {
        return purchasing::correctReceipt(
            tx, {.lot = books::LotNo{1}, .cost = Money{20000}, .reason = "typed wrong"});
    });
    EXPECT_EQ(told([](const auto& tx, Explanation& out) {
                  reports::explainLot(tx, books::LotNo{1}, out);
              }),
              "0 figure Left of lot 1: Item MUG [lot 1] 9 180.00\n"
              "1 term Purchase 10 100.00\n"
              "1 term Issued to box 1 [box 1] -1 -10.00\n"
              "1 term Correction 0 100.00\n"
              "1 term Variance 0 -10.00\n");
    EXPECT_REFUSAL("lot.unknown", told([](const auto& tx, Explanation& out) {
                       reports::explainLot(tx, books::LotNo{99}, out);
                   }));
}

TEST_P(Explain, ACapIsWhatWasSetLessWhatWasSpent)
{
    cap("month.program", "50.00", budget::CapAction::Stop);
    packAndGive("C-1", {{"MUG", 2}, {"CARTON", 1}}, "2026-05-02");
    const auto cap = [&](const std::string& name) {
        return told([&](const auto& tx, Explanation& out) {
            reports::explainCap(tx, month("2026-05"), name, out);
        });
    };
    const std::string program = cap("month.program");
    EXPECT_EQ(
        program.substr(0, program.find('\n')),
        "0 figure Remaining under month.program in 2026-05 [cap 2026-05 month.program] 29.50");
    EXPECT_NE(program.find("1 term Spent [report 2026-05 total_cost] -20.50\n"), std::string::npos)
        << program;
    EXPECT_EQ(cap("box.total"), "0 figure Limit box.total in 2026-05 [cap 2026-05 box.total]\n");
    EXPECT_REFUSAL("cap.unknown", cap("box.weight"));
}

TEST_P(Explain, ALineOfTheRollForwardIsWhatMoved)
{
    packAndGive("C-1", {{"MUG", 2}, {"CARTON", 1}}, "2026-05-02");
    pack("C-2", {{"MUG", 1}}, "2026-05-03");
    const auto line = [&](const std::string& part, const std::string& name) {
        return told([&](const auto& tx, Explanation& out) {
            reports::explainRollForward(tx, month("2026-05"), part, name, out);
        });
    };
    EXPECT_EQ(line("shelf", "issued"),
              "0 figure Issued to boxes in 2026-05 [roll-forward 2026-05 issued] -4 -30.50\n"
              "1 term Issued to box 1 [lot 1] -2 -20.00\n"
              "1 term Issued to box 1 [lot 2] -1 -0.50\n"
              "1 term Issued to box 2 [lot 1] -1 -10.00\n");
    EXPECT_EQ(line("boxes", "closing"),
              "0 figure Packed, not handed over: closing in 2026-05 [roll-forward 2026-05 closing "
              "boxes] 1 10.00\n"
              "1 term Packed, not handed over [box 2] 10.00\n");
    EXPECT_REFUSAL("explain.unknown", line("shelf", "melted"));
    EXPECT_REFUSAL("explain.unknown", line("attic", "issued"));
}

TEST_P(Explain, ABatchIsItsAccountsAnAccountItsLinesAnEntryItsLots)
{
    packAndGive("C-1", {{"MUG", 2}, {"CARTON", 1}}, "2026-05-02");
    for (const accounting::JournalRoleRule& rule : accounting::kJournalRoles) {
        write([&](auto& tx) {
            accounting::setAccount(tx, rule.role, month("2026-01"), std::string(rule.text));
            return 0;
        });
    }
    write([&](auto& tx) { return accounting::makeBatch(tx, month("2026-05")); });
    const std::string batch =
        told([](const auto& tx, Explanation& out) { reports::explainBatch(tx, 1, out); });
    EXPECT_NE(batch.find("1 term gift-stock, gift-stock [journal 1 gift-stock] 100.00\n"),
              std::string::npos)
        << batch;
    EXPECT_EQ(told([](const auto& tx, Explanation& out) {
                  reports::explainAccount(tx, 1, "gift-stock", out);
              }),
              "0 figure Debits less credits of gift-stock in batch GBT2605-1 [journal 1 "
              "gift-stock] 2 80.00\n"
              "1 term Receipt: R-1 [entry 1 1] 100.00\n"
              "1 term Box packed: BOX-1 [entry 1 3] -20.00\n");
    EXPECT_REFUSAL("explain.unknown", told([](const auto& tx, Explanation& out) {
                       reports::explainAccount(tx, 1, "9999", out);
                   }));
    EXPECT_REFUSAL("journal.no_entry", told([](const auto& tx, Explanation& out) {
                       reports::explainEntry(tx, 1, 99, out);
                   }));
    EXPECT_REFUSAL("journal.unknown", told([](const auto& tx, Explanation& out) {
                       reports::explainBatch(tx, 2, out);
                   }));
}

TEST_P(Explain, AClosedMonthExplainsToTheSameNumbers)
{
    packAndGive("C-1", {{"MUG", 2}, {"CARTON", 1}}, "2026-05-02");
    const auto packed = pack("C-2", {{"MUG", 1}}, "2026-05-03");
    writeOff("MUG", 1, "2026-05-07");
    close("2026-04");
    const std::string before = read([](const auto& tx) { return explainedDifferences(tx); });
    EXPECT_EQ(before, "");
    const std::string contents = column("contents_cost");
    const std::string atEnd = column("packed_cost");
    close("2026-05");
    const auto given = give(packed, "2026-06-02");
    write([&](auto& tx) { return gifting::takeBackBox(tx, books::BoxNo{2}, "not yet"); });
    EXPECT_EQ(column("contents_cost"), contents);
    EXPECT_EQ(column("packed_cost"), atEnd);
    EXPECT_EQ(read([](const auto& tx) { return explainedDifferences(tx); }), "");
    EXPECT_REFUSAL("explain.unknown", column("happiness"));
}

} // namespace
} // namespace giftbox::tests::explain_test
