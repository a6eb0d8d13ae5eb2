#include "purchasing/reverse_receipt.h"
#include "tests/gifting/counting/count_fixture.h"
#include "tests/gifting/program_differences.h"
#include "tests/gifting/program_steps.h"
#include "tests/support/seed.h"

#include <map>
#include <random>
#include <sstream>

namespace giftbox::tests::count_properties_test {
namespace {

using gifting::CountNo;

constexpr int kToday = 20260615;
constexpr int kSteps = 40;

/// A count of all items, by the rules written plainly.
struct NaiveCount {
    struct Entry {
        std::int64_t units = 0;
        std::int64_t books = 0;
        std::size_t at = 0; ///< movements so far
    };
    int on = 0;
    std::size_t start = 0;
    bool isOpen = true;
    std::vector<std::int64_t> expected = {};
    std::map<int, Entry> entries = {};
};

std::int64_t unitsBy(const NaiveProgram& naive, int item, int day)
{
    std::int64_t units = 0;
    for (const NaiveProgram::Movement& one : naive.movements()) {
        units += one.item == item && one.day <= day ? one.units : 0;
    }
    return units;
}

/// Whether the books of an item were corrected since, or units of it moved by the day.
struct Since {
    bool corrected = false;
    std::int64_t moved = 0;
};
Since since(const NaiveProgram& naive, int item, const NaiveCount& count,
            const NaiveCount::Entry& entry)
{
    Since all;
    for (std::size_t i = entry.at; i < naive.movements().size(); ++i) {
        const NaiveProgram::Movement& one = naive.movements()[i];
        if (one.item == item) {
            all.corrected = all.corrected || one.kind == 'c' || one.kind == 'x';
            all.moved += one.day <= count.on ? one.units : 0;
        }
    }
    return all;
}

bool postNaively(NaiveProgram& naive, NaiveCount& count, bool adjusts)
{
    NaiveProgram after = naive;
    for (const auto& [item, entry] : count.entries) {
        const Since moved = since(naive, item, count, entry);
        if (moved.corrected || (moved.moved != 0 && !adjusts) ||
            !after.count(item, entry.units + unitsBy(naive, item, count.on) - entry.books, count.on,
                         std::nullopt)) {
            return false;
        }
    }
    if (!count.isOpen || count.entries.empty()) {
        return false;
    }
    count.isOpen = false;
    naive = after;
    return true;
}

class CountProperties : public CountFixture {
protected:
    void prepare() override {}

    /// Plays a story in both; returns the first difference, or an empty text.
    std::string play(unsigned seed);
    std::map<std::string, std::pair<int, int>> uses_; ///< taken and refused

private:
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
    bool agree(const Step& step, NaiveProgram& naive);
    bool agreeOnStart(int on, const NaiveProgram& naive);
    bool agreeOnLine(const Step& step, const NaiveProgram& naive);
    bool agreeOnPosting(const Step& step, NaiveProgram& naive);
    bool agreeOnStock(const Step& step, NaiveProgram& naive);

    /// Mostly one of the last; 0 for none.
    std::size_t countAsked(int number) const
    {
        return counts_.size() - std::min(counts_.size(), static_cast<std::size_t>(number % 3));
    }

    std::vector<NaiveCount> counts_;
    bool taken_ = false;
};
GIFTBOX_ON_BOTH_ENGINES(CountProperties);

bool CountProperties::agreeOnStart(int on, const NaiveProgram& naive)
{
    const bool taken =
        takes([&](auto& tx) { gifting::startCount(tx, {.on = foundation::Date(on)}); });
    if (taken) {
        NaiveCount count{.on = on, .start = naive.movements().size()};
        for (int item = 0; item < NaiveProgram::kItems; ++item) {
            count.expected.push_back(unitsBy(naive, item, on));
        }
        counts_.push_back(count);
    }
    return taken == (on <= kToday);
}

bool CountProperties::agreeOnLine(const Step& step, const NaiveProgram& naive)
{
    const auto& n = step.numbers;
    const std::size_t asked = countAsked(n[1]);
    const int item = n[2] % NaiveProgram::kItems;
    const bool isFromStart = n[4] % 3 == 0;
    NaiveCount* count = asked > 0 && counts_[asked - 1].isOpen ? &counts_[asked - 1] : nullptr;
    const std::int64_t there = unitsBy(naive, item, kToday);
    const std::int64_t units =
        n[5] % 3 == 0 ? there : std::max<std::int64_t>(0, there + n[3] % 5 - 2);
    const bool taken = takes([&](auto& tx) {
        gifting::recordCount(tx, CountNo{static_cast<std::int64_t>(asked)},
                             {.sku = sku(item), .units = units, .isFromStart = isFromStart});
    });
    if (count != nullptr) {
        count->entries[item] =
            isFromStart ? NaiveCount::Entry{units, count->expected[static_cast<std::size_t>(item)],
                                            count->start}
                        : NaiveCount::Entry{units, unitsBy(naive, item, count->on),
                                            naive.movements().size()};
        if (!isFromStart && count->on == kToday) {
            count->entries[item].books = there;
        }
    }
    return taken == (count != nullptr);
}

bool CountProperties::agreeOnPosting(const Step& step, NaiveProgram& naive)
{
    const auto& n = step.numbers;
    const std::size_t asked = countAsked(n[1]);
    const CountNo number{static_cast<std::int64_t>(asked)};
    if (step.verb == "cancel") {
        const bool was = asked > 0 && counts_[asked - 1].isOpen;
        const bool taken = takes([&](auto& tx) { gifting::cancelCount(tx, number, "later"); });
        if (was) {
            counts_[asked - 1].isOpen = false;
        }
        return taken == was;
    }
    const bool adjusts = n[3] % 3 != 0;
    return takes([&](auto& tx) {
               gifting::postCount(tx, {.number = number,
                                       .reason = "counted",
                                       .leavesUncounted = true,
                                       .adjusts = adjusts});
           }) == (asked > 0 && postNaively(naive, counts_[asked - 1], adjusts));
}

bool CountProperties::agreeOnStock(const Step& step, NaiveProgram& naive)
{
    const auto& n = step.numbers;
    const int day = dayAfter(n[0]);
    const int item = n[1] % NaiveProgram::kItems;
    if (step.verb == "receive") {
        const purchasing::Receipt receipt{.sku = sku(item),
                                          .units = 1 + n[2] % 20,
                                          .cost = {n[3] * 2},
                                          .receivedOn = foundation::Date(day),
                                          .reason = "as agreed"};
        return takes([&](auto& tx) { purchasing::receiveStock(tx, receipt); }) ==
               naive.receive(item, receipt.units, receipt.cost.minor, day);
    }
    if (step.verb == "reverse") {
        const std::size_t lot = static_cast<std::size_t>(n[1]) % (naive.lots().size() + 1);
        return takes([&](auto& tx) {
                   purchasing::reverseReceipt(tx, books::LotNo{static_cast<std::int64_t>(lot)},
                                              "entered twice");
               }) == naive.reverse(lot);
    }
    if (step.verb == "count") {
        return takes([&](auto& tx) {
                   gifting::countStock(tx, {.sku = sku(item),
                                            .units = n[2] % 15,
                                            .on = foundation::Date(day),
                                            .reason = "counted"});
               }) == naive.count(item, n[2] % 15, day, std::nullopt);
    }
    return takes([&](auto& tx) {
               gifting::writeOffStock(tx, {.sku = sku(item),
                                           .units = 1 + n[2] % 4,
                                           .on = foundation::Date(day),
                                           .reason = "broken"});
           }) == naive.writeOff(item, 1 + n[2] % 4, day);
}

bool CountProperties::agree(const Step& step, NaiveProgram& naive)
{
    if (step.verb == "start") {
        return agreeOnStart(step.numbers[1] % 2 == 0 ? kToday : dayAfter(step.numbers[0]), naive);
    }
    if (step.verb == "line") {
        return agreeOnLine(step, naive);
    }
    return step.verb == "post" || step.verb == "cancel" ? agreeOnPosting(step, naive)
                                                        : agreeOnStock(step, naive);
}

std::string CountProperties::play(unsigned seed)
{
    static const std::vector<std::string> verbs = {
        "receive", "receive", "receive", "writeOff", "writeOff", "count", "reverse",
        "start",   "start",   "line",    "line",     "line",     "line",  "line",
        "line",    "post",    "post",    "post",     "cancel"};
    openStore("USD", "19.90", 0);
    for (int one = 0; one < NaiveProgram::kItems; ++one) {
        one == NaiveProgram::kItems - 1 ? packagingItem(sku(one)) : item(sku(one));
    }
    counts_.clear();
    NaiveProgram naive(kToday, 1990);
    std::mt19937 random(seed);
    for (int i = 0; i < kSteps; ++i) {
        Step step{.verb = verbs[random() % verbs.size()]};
        step.numbers[0] = i * 165 / kSteps + static_cast<int>(random() % 10);
        for (std::size_t n = 1; n < step.numbers.size(); ++n) {
            step.numbers[n] = static_cast<int>(random() % 1000);
        }
        std::ostringstream where;
        where << "step " << i << " (" << step << "): ";
        if (!agree(step, naive)) {
            return where.str() + "one takes it, the other does not";
        }
        auto& [taken, refused] = uses_[step.verb];
        ++(taken_ ? taken : refused);
        const std::string different =
            read([&](const auto& tx) { return differences(tx, naive, kToday); });
        if (!different.empty()) {
            return where.str() + different;
        }
    }
    return "";
}

TEST_P(CountProperties, KeepTheSameBooksAsTheRulesWrittenPlainly)
{
    const bool areMany = GetParam() == Engine::Sqlite;
    for (unsigned story = 0; story < (areMany ? 100U : 15U); ++story) {
        ASSERT_EQ(play(storySeed(story)), "") << storyName(story);
    }
    for (const auto& [verb, uses] : uses_) {
        EXPECT_TRUE(!areMany || uses.first * 15 > uses.second) << verb << " is rarely taken";
    }
}

} // namespace
} // namespace giftbox::tests::count_properties_test
