#include "accounting/reopen_month.h"
#include "gifting/reverse_adjustment.h"
#include "gifting/take_back_box.h"
#include "purchasing/reverse_receipt.h"
#include "tests/gifting/printed_journal.h"
#include "tests/gifting/program_differences.h"
#include "tests/gifting/receipt_steps.h"
#include "tests/support/explained.h"
#include "tests/support/journals.h"
#include "tests/support/seed.h"

#include <algorithm>
#include <array>
#include <map>
#include <sstream>

namespace giftbox::tests::program_properties_test {
namespace {

constexpr int kToday = 20260615;
constexpr std::int64_t kLaborRate = 1990;

class ProgramProperties : public JournalFixture {
protected:
    /// Plays the steps in a new store and in the naive program; returns the first difference, or an empty text.
    std::string play(const std::vector<Step>& steps);
    /// Plays that many stories; for one that differs, shows the shortest steps.
    void playAll(unsigned stories);
    /// How often each verb was accepted and refused.
    struct Uses {
        int taken = 0;
        int refused = 0;
    };
    std::map<std::string, Uses> uses_;

private:
    /// Whether the program accepts the step.
    template <class Work>
    bool takes(Work work)
    {
        try {
            write([&](auto& tx) { return work(tx), 0; });
            taken_ = true;
        } catch (const Refusal&) {
            taken_ = false;
        }
        return taken_;
    }
    /// Whether the naive program agrees.
    bool agree(const Step& step, NaiveProgram& naive);
    bool agreeOnStock(const Step& step, NaiveProgram& naive);
    bool agreeOnReversal(const Step& step, NaiveProgram& naive);
    bool agreeOnAdjustment(const Step& step, NaiveProgram& naive);
    bool agreeOnPacking(const Step& step, NaiveProgram& naive);
    bool agreeOnPlan(const Step& step, NaiveProgram& naive);
    bool agreeOnBox(const Step& step, NaiveProgram& naive);
    bool agreeOnTakeBack(const Step& step, NaiveProgram& naive);
    bool agreeOnBudget(const Step& step, NaiveProgram& naive);

    std::string difference(const NaiveProgram& naive, int day);

    std::vector<Step> withoutNeedless(std::vector<Step> steps);
    bool taken_ = false; ///< whether the program accepted the last step
};
GIFTBOX_ON_BOTH_ENGINES(ProgramProperties);

bool ProgramProperties::agreeOnStock(const Step& step, NaiveProgram& naive)
{
    const auto& n = step.numbers;
    const int day = dayAfter(n[0]);
    const int item = n[1] % NaiveProgram::kItems;
    if (step.verb == "receive") {
        const purchasing::Receipt receipt{.sku = sku(item),
                                          .units = n[2] % 30,
                                          .cost = {n[3] * (1 + n[4] % 5)},
                                          .receivedOn = foundation::Date(day),
                                          .reason = "as agreed"};
        return takes([&](auto& tx) { purchasing::receiveStock(tx, receipt); }) ==
               naive.receive(item, receipt.units, receipt.cost.minor, day);
    }
    if (step.verb == "reverse") {
        return agreeOnReversal(step, naive);
    }
    if (step.verb == "reverseWriteOff" || step.verb == "reverseCount") {
        return agreeOnAdjustment(step, naive);
    }
    if (isReceiptStep(step)) {
        return agreeOnReceipt(step, naive, [this](const auto& work) { return takes(work); });
    }
    if (step.verb == "writeOff") {
        const gifting::WriteOff writeOff{
            .sku = sku(item), .units = n[2] % 6, .on = foundation::Date(day), .reason = "broken"};
        return takes([&](auto& tx) { gifting::writeOffStock(tx, writeOff); }) ==
               naive.writeOff(item, writeOff.units, day);
    }
    gifting::ShelfCount count{
        .sku = sku(item), .units = n[2] % 15, .on = foundation::Date(day), .reason = "counted"};
    std::optional<std::int64_t> cost;
    if (n[3] % 4 == 0) {
        cost = n[4];
        count.foundCost = Money{n[4]};
    }
    return takes([&](auto& tx) { gifting::countStock(tx, count); }) ==
           naive.count(item, count.units, day, cost);
}

bool ProgramProperties::agreeOnReversal(const Step& step, NaiveProgram& naive)
{
    const auto& n = step.numbers;
    std::size_t lot = static_cast<std::size_t>(n[1]) % (naive.lots().size() + 2);
    for (std::size_t i = 0; i < naive.lots().size() && n[3] % 4 != 0; ++i) {
        // Mostly a lot of which nothing was taken.
        const std::size_t other = (lot + i) % naive.lots().size();
        if (naive.lots()[other].bought &&
            naive.lots()[other].unitsLeft == naive.lots()[other].units) {
            lot = other + 1;
            break;
        }
    }
    return takes([&](auto& tx) {
               purchasing::reverseReceipt(tx, books::LotNo{static_cast<std::int64_t>(lot)},
                                          "entered twice");
           }) == naive.reverse(lot);
}

bool ProgramProperties::agreeOnAdjustment(const Step& step, NaiveProgram& naive)
{
    const auto& n = step.numbers;
    const bool isWriteOff = step.verb == "reverseWriteOff";
    const char kind = isWriteOff ? 'w' : 'c';
    const auto& movements = naive.movements();
    std::size_t asked = static_cast<std::size_t>(n[1]) % (movements.size() + 2);
    for (std::size_t i = 0; i < movements.size() && n[3] % 4 != 0; ++i) {
        // Mostly one that stands.
        const std::size_t other = (asked + i) % movements.size();
        if (movements[other].kind == kind && !movements[other].reversed) {
            asked = other + 1;
            break;
        }
    }
    const auto number = static_cast<std::int64_t>(asked);
    return takes([&](auto& tx) {
               isWriteOff ? gifting::reverseWriteOff(tx, number, "found again")
                          : gifting::reverseCount(tx, number, "another bin");
           }) == naive.reverseAdjustment(asked, kind);
}

bool ProgramProperties::agreeOnPacking(const Step& step, NaiveProgram& naive)
{
    const auto& n = step.numbers;
    NaiveProgram::Packing packing{.recipient = n[1] % NaiveProgram::kRecipients,
                                  .minutes = n[2] % 30,
                                  .packedOn = dayAfter(n[0]),
                                  .givenOn = n[3] % 3 == 0 ? dayAfter(n[0] + n[3] % 35 - 2) : 0,
                                  .override = n[4] % 5 == 0};
    gifting::BoxRequest request{.recipient = code(packing.recipient),
                                .minutes = packing.minutes,
                                .packedOn = foundation::Date(packing.packedOn)};
    if (packing.givenOn != 0) {
        request.givenOn = foundation::Date(packing.givenOn);
    }
    if (packing.override) {
        request.override = "a wedding";
    }
    for (int line = 0; line < (n[5] % 10 == 0 ? 0 : 1 + n[5] % 3); ++line) {
        const int number = n[6] / (1 + 3 * line);
        const NaiveProgram::Line one{.item = number % NaiveProgram::kItems, .units = 1 + n[7] % 3};
        packing.lines.push_back(one);
        request.lines.push_back({.sku = sku(one.item), .units = one.units});
    }
    return takes([&](auto& tx) { gifting::packBox(tx, request); }) == naive.pack(packing);
}

bool ProgramProperties::agreeOnPlan(const Step& step, NaiveProgram& naive)
{
    const auto& n = step.numbers;
    if (step.verb == "plan") {
        NaiveProgram::Packing packing{.recipient = n[1] % NaiveProgram::kRecipients,
                                      .minutes = n[2] % 30,
                                      .override = n[4] % 5 == 0};
        const int month = dayAfter(n[0] + n[3] % 40) / 100;
        gifting::PlanRequest request{.recipient = code(packing.recipient),
                                     .minutes = packing.minutes,
                                     .month = foundation::Month(month)};
        if (packing.override) {
            request.override = "a wedding";
        }
        for (int line = 0; line < (n[5] % 10 == 0 ? 0 : 1 + n[5] % 3); ++line) {
            const NaiveProgram::Line one{.item = n[6] / (1 + 3 * line) % NaiveProgram::kItems,
                                         .units = 1 + n[7] % 3};
            packing.lines.push_back(one);
            request.lines.push_back({.sku = sku(one.item), .units = one.units});
        }
        return takes([&](auto& tx) { gifting::planBox(tx, request); }) ==
               naive.plan(packing, month);
    }
    std::size_t box = static_cast<std::size_t>(n[1]) % (naive.boxes().size() + 2);
    for (std::size_t i = 0; i < naive.boxes().size() && n[3] % 4 != 0; ++i) {
        const std::size_t other = (box + i) % naive.boxes().size();
        if (naive.boxes()[other].state == 'P') {
            box = other + 1;
            break;
        }
    }
    const books::BoxNo number{static_cast<std::int64_t>(box)};
    if (step.verb == "cancel") {
        return takes([&](auto& tx) { gifting::cancelBox(tx, number, "not now"); }) ==
               naive.cancel(box);
    }
    const int day = dayAfter(n[0]);
    const bool override = n[2] % 4 == 0;
    const gifting::PlannedPacking packing{
        .number = number,
        .packedOn = foundation::Date(day),
        .override = override ? std::optional<std::string>("a wedding") : std::nullopt};
    return takes([&](auto& tx) { gifting::packPlannedBox(tx, packing); }) ==
           naive.packPlanned(box, day, override);
}

bool ProgramProperties::agreeOnBox(const Step& step, NaiveProgram& naive)
{
    const auto& n = step.numbers;
    int day = dayAfter(n[0]);
    std::size_t box = static_cast<std::size_t>(n[1]) % (naive.boxes().size() + 2);
    for (std::size_t i = 0; i < naive.boxes().size() && n[3] % 4 != 0; ++i) {
        // Mostly a waiting box, on a day when it can be given.
        const std::size_t other = (box + i) % naive.boxes().size();
        if (naive.boxes()[other].state == 'p') {
            box = other + 1;
            day = n[4] % 3 == 0 ? day : std::max(day, naive.boxes()[other].packedOn);
            break;
        }
    }
    const books::BoxNo number{static_cast<std::int64_t>(box)};
    if (step.verb == "unpack") {
        return takes([&](auto& tx) {
                   gifting::unpackBox(tx, number, foundation::Date(day), "by mistake");
               }) == naive.unpack(box, day);
    }
    const bool override = n[2] % 4 == 0;
    return takes([&](auto& tx) {
               gifting::giveBox(tx, number, foundation::Date(day),
                                override ? std::optional<std::string>("a wedding") : std::nullopt);
           }) == naive.give(box, day, override);
}

bool ProgramProperties::agreeOnTakeBack(const Step& step, NaiveProgram& naive)
{
    const auto& n = step.numbers;
    // Mostly one that was just given, if there is any to give.
    Step give = step;
    give.verb = "give";
    if (n[3] % 4 != 0 && !agreeOnBox(give, naive)) {
        return false;
    }
    std::size_t box = static_cast<std::size_t>(n[1]) % (naive.boxes().size() + 2);
    int latest = 0;
    for (std::size_t i = 0; i < naive.boxes().size() && n[3] % 4 != 0; ++i) {
        const NaiveProgram::Box& one = naive.boxes()[i];
        if (one.state == 'g' && one.month > latest) {
            latest = one.month;
            box = i + 1;
        }
    }
    return takes([&](auto& tx) {
               gifting::takeBackBox(tx, books::BoxNo{static_cast<std::int64_t>(box)}, "mistake");
           }) == naive.takeBack(box);
}

bool ProgramProperties::agreeOnBudget(const Step& step, NaiveProgram& naive)
{
    const auto& n = step.numbers;
    if (step.verb == "close") {
        const int closed = dayAfter(n[0] - 30 * (n[1] % 2)) / 100;
        return takes([&](auto& tx) { accounting::closeMonth(tx, foundation::Month(closed)); }) ==
               naive.close(closed);
    }
    if (step.verb == "reopen") {
        // Mostly the last closed one.
        const int month =
            n[1] % 4 != 0 && naive.closed() != 0 ? naive.closed() : dayAfter(n[0] - 30) / 100;
        return takes([&](auto& tx) {
                   accounting::reopenMonth(tx, foundation::Month(month), "a late invoice");
               }) == naive.reopen(month);
    }
    if (step.verb == "rate") {
        const NaiveProgram::Rate rate{.from = dayAfter(n[0] - 60 + n[2] % 100) / 100,
                                      .amount = n[4] % 10 == 0 ? -1 : 1500 + n[3]};
        const books::StoreSettings same{.dated = {{books::Setting::LaborRate, rate.amount}},
                                        .from = foundation::Month(rate.from),
                                        .reason = "wages"};
        return takes([&](auto& tx) { books::setStore(tx, same); }) == naive.setRate(rate);
    }
    constexpr std::array<std::int64_t, 4> kScale = {150, 100, 400, 500}; // for box.total and so on
    const std::size_t name = static_cast<std::size_t>(n[1] % 4);
    const NaiveProgram::Cap cap{.name = static_cast<NaiveProgram::CapName>(name),
                                .from = dayAfter(n[0] - 60 + n[2] % 100) / 100,
                                .amount = n[4] % 10 == 0 ? -1 : n[3] * kScale[name] / 10,
                                .stops = n[4] % 3 != 0};
    if (n[5] % 5 == 0) {
        return takes([&](auto& tx) {
                   budget::endCap(tx, budget::kCapNames[name], foundation::Month(cap.from),
                                  "enough");
               }) == naive.endCap(cap.name, cap.from);
    }
    const budget::Cap same{.name = budget::kCapNames[name],
                           .from = foundation::Month(cap.from),
                           .amount = {cap.amount},
                           .action = cap.stops ? budget::CapAction::Stop : budget::CapAction::Warn};
    return takes([&](auto& tx) { budget::setCap(tx, same, "as agreed"); }) == naive.setCap(cap);
}

bool ProgramProperties::agree(const Step& step, NaiveProgram& naive)
{
    if (step.verb == "pack") {
        return agreeOnPacking(step, naive);
    }
    if (step.verb == "plan" || step.verb == "packPlanned" || step.verb == "cancel") {
        return agreeOnPlan(step, naive);
    }
    if (step.verb == "takeBack") {
        return agreeOnTakeBack(step, naive);
    }
    if (step.verb == "give" || step.verb == "unpack") {
        return agreeOnBox(step, naive);
    }
    if (step.verb == "cap" || step.verb == "close" || step.verb == "reopen" ||
        step.verb == "rate") {
        return agreeOnBudget(step, naive);
    }
    return agreeOnStock(step, naive);
}

std::string ProgramProperties::difference(const NaiveProgram& naive, int day)
{
    return read([&](const auto& tx) { return differences(tx, naive, day); });
}

std::string ProgramProperties::play(const std::vector<Step>& steps)
{
    openStore("USD", "19.90", 0);
    for (int one = 0; one < NaiveProgram::kItems; ++one) {
        one == NaiveProgram::kItems - 1 ? packagingItem(sku(one)) : item(sku(one));
    }
    for (int one = 0; one < NaiveProgram::kRecipients; ++one) {
        recipient(code(one));
    }
    NaiveProgram naive(kToday, kLaborRate);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        std::ostringstream where;
        where << "step " << i << " (" << steps[i] << "): ";
        if (!agree(steps[i], naive)) {
            return where.str() + "one takes it, the other does not\n";
        }
        ++(taken_ ? uses_[steps[i].verb].taken : uses_[steps[i].verb].refused);
        const std::string different = difference(naive, dayAfter(steps[i].numbers[0]));
        if (!different.empty()) {
            return where.str() + different;
        }
    }
    return "";
}

std::vector<Step> ProgramProperties::withoutNeedless(std::vector<Step> steps)
{
    for (std::size_t i = steps.size(); i-- > 0;) {
        std::vector<Step> fewer = steps;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        if (!play(fewer).empty()) {
            steps = fewer;
        }
    }
    return steps;
}

void ProgramProperties::playAll(unsigned stories)
{
    for (unsigned number = 0; number < stories; ++number) {
        const std::vector<Step> steps = randomSteps(storySeed(number));
        if (!play(steps).empty()) {
            std::ostringstream story;
            const std::vector<Step> fewer = withoutNeedless(steps);
            for (const Step& step : fewer) {
                story << step << '\n';
            }
            FAIL() << storyName(number) << "\n" << story.str() << play(fewer);
        }
    }
}

TEST_P(ProgramProperties, KeepsTheSameBooksAsTheRulesWrittenPlainly)
{
    const bool areMany =
        GetParam() == Engine::Sqlite; // 50 are too few to judge by how they are made
    playAll(areMany ? 500 : 50);
    for (const auto& [verb, uses] : uses_) {
        EXPECT_TRUE(!areMany || uses.taken * 15 > uses.refused) << verb << " is rarely taken";
        EXPECT_TRUE(!areMany || uses.refused * 20 > uses.taken) << verb << " is rarely refused";
    }
}

// Explained by terms that add up; printed with both recognitions in every layout.
TEST_P(ProgramProperties, ExplainEachFigureAndPrintEachEntry)
{
    for (unsigned story = 0; story < (GetParam() == Engine::Sqlite ? 30 : 5); ++story) {
        SCOPED_TRACE(storyName(story));
        ASSERT_EQ(play(randomSteps(storySeed(story))), "");
        EXPECT_EQ(read([](const auto& tx) { return explainedDifferences(tx); }), "");
        read([&](const auto& tx) { return expectPrinted(tx, story == 0), 0; });
    }
}

// Planned boxes are not in the exports, so they are canceled first.
TEST_P(ProgramProperties, ComeBackFromWhatAccountingTakesOut)
{
    for (unsigned story = 0; story < (GetParam() == Engine::Sqlite ? 150 : 15); ++story) {
        SCOPED_TRACE(storyName(story));
        ASSERT_EQ(play(randomSteps(storySeed(story))), "");
        std::vector<books::BoxNo> planned;
        read([&](const auto& tx) {
            gifting::listPlannedBoxes(tx, {}, [&](const gifting::PlannedBox& box) {
                if (box.state == gifting::PlanState::Planned) {
                    planned.push_back(box.number);
                }
            });
            return 0;
        });
        for (const books::BoxNo number : planned) {
            write([&](auto& tx) { return gifting::cancelBox(tx, number, "not now"); });
        }
        const Journals before = journals();
        const auto limits = caps();
        const auto rates = read([](const auto& tx) { return tx.store().settings.rows(); });
        openStore("USD", "19.90", 0);
        for (const auto& rate : rates) {
            setFrom(rate.setting, rate.value, toText(rate.from));
        }
        importJournals(before);
        setCaps(limits);
        ASSERT_EQ(journals(), before);
        ASSERT_EQ(verify(), std::vector<std::string>());
    }
}

} // namespace
} // namespace giftbox::tests::program_properties_test
