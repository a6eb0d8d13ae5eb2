#include "gifting/reverse_adjustment.h"
#include "gifting/take_back_box.h"
#include "purchasing/return_receipt.h"
#include "tests/support/at_once.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::at_once_test {
namespace {

/// Several people at once, each with their own connection. A mug costs 10.00.
class AtOnce : public StoreFixture {
protected:
    static constexpr int kPeople = 6;
    static constexpr int kRounds = 200; ///< of two people

    void prepare() override
    {
        item("MUG-01");
        recipient("C-1");
    }

    Outcomes outcomes(const std::function<void(foundation::Database&, int)>& work)
    {
        return atOnce(url(), kPeople, work);
    }

    books::Actor person(int number) const
    {
        return {.name = "person " + std::to_string(number),
                .now = {1'781'500'000'000},
                .machineZone = "UTC",
                .requestKey = ""};
    }
    void packOne(foundation::Database& own, int number) const
    {
        const gifting::BoxRequest request{
            .recipient = "C-1", .lines = {{"MUG-01", 1}}, .packedOn = day("2026-03-05")};
        if (number % 2 == 0) {
            books::write(own, store(), person(number),
                         [&](auto& tx) { return gifting::packBox(tx, request); });
        } else {
            gifting::packBox(own, books::findStore(own, store()), person(number), request);
        }
    }
};
GIFTBOX_ON_BOTH_ENGINES(AtOnce);

TEST_P(AtOnce, OnlyOneGetsTheLastUnit)
{
    stock("MUG-01", 1, "10.00", "2026-03-01");
    EXPECT_EQ(outcomes([&](auto& own, int number) { packOne(own, number); }),
              (Outcomes{{"done", 1}, {"stock.short", kPeople - 1}}));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{0, "0.00"}));
}

TEST_P(AtOnce, OnlyOnePacksAPlannedBox)
{
    stock("MUG-01", 5, "50.00", "2026-03-01");
    const auto plan = write([&](auto& tx) {
        return gifting::planBox(
            tx, {.recipient = "C-1", .lines = {{"MUG-01", 2}}, .month = month("2026-06")});
    });
    EXPECT_EQ(outcomes([&](auto& own, int number) {
                  books::write(own, store(), person(number), [&](auto& tx) {
                      return gifting::packPlannedBox(
                          tx, {.number = plan.number, .packedOn = day("2026-06-01")});
                  });
              }),
              (Outcomes{{"done", 1}, {"box.not_planned", kPeople - 1}}));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{3, "30.00"}));
}

TEST_P(AtOnce, NobodyReservesTheLastUnitsTwice)
{
    stock("MUG-01", 5, "50.00", "2026-03-01");
    EXPECT_EQ(outcomes([&](auto& own, int number) {
                  books::write(own, store(), person(number), [&](auto& tx) {
                      return gifting::planBox(tx, {.recipient = "C-1",
                                                   .lines = {{"MUG-01", 2}},
                                                   .month = month("2026-06")});
                  });
              }),
              (Outcomes{{"done", 2}, {"stock.short", kPeople - 2}}));
}

TEST_P(AtOnce, NobodyGetsPastACap)
{
    stock("MUG-01", 100, "1000.00", "2026-03-01");
    cap("month.program", "30.00", budget::CapAction::Stop);
    EXPECT_EQ(outcomes([&](auto& own, int number) { packOne(own, number); }),
              (Outcomes{{"done", 3}, {"budget.month_program_exceeded", kPeople - 3}}));
    EXPECT_EQ(total("2026-03").committed, money("30.00"));
}

TEST_P(AtOnce, ABoxIsGivenOrUnpackedButNotBoth)
{
    stock("MUG-01", 1, "10.00", "2026-03-01");
    const auto packed = pack("C-1", {{"MUG-01", 1}}, "2026-03-05");
    const auto ends = outcomes([&](auto& own, int number) {
        books::write(own, store(), person(number), [&](auto& tx) {
            if (number % 2 == 0) {
                gifting::giveBox(tx, packed.number, day("2026-03-06"), std::nullopt);
            } else {
                gifting::unpackBox(tx, packed.number, day("2026-03-06"), "by mistake");
            }
            return 0;
        });
    });
    EXPECT_EQ(ends, (Outcomes{{"done", 1}, {"box.not_packed", kPeople - 1}}));
}

TEST_P(AtOnce, ABoxIsTakenBackOnce)
{
    stock("MUG-01", 1, "10.00", "2026-03-01");
    const auto packed = packAndGive("C-1", {{"MUG-01", 1}}, "2026-03-05");
    EXPECT_EQ(outcomes([&](auto& own, int number) {
                  books::write(own, store(), person(number), [&](auto& tx) {
                      return gifting::takeBackBox(tx, packed.number, "by mistake");
                  });
              }),
              (Outcomes{{"done", 1}, {"box.not_given", kPeople - 1}}));
    EXPECT_EQ(total("2026-03").committed, money("10.00"));
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(AtOnce, AWriteOffIsReversedOnce)
{
    stock("MUG-01", 3, "30.00", "2026-03-01");
    const auto done = writeOff("MUG-01", 2, "2026-03-05");
    EXPECT_EQ(outcomes([&](auto& own, int number) {
                  books::write(own, store(), person(number), [&](auto& tx) {
                      return gifting::reverseWriteOff(tx, *done.movement, "found again");
                  });
              }),
              (Outcomes{{"done", 1}, {"movement.reversed", kPeople - 1}}));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{3, "30.00"}));
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(AtOnce, OneReturnsWhatAnotherPacksAndNoUnitGoesTwice)
{
    for (int round = 0; round < 10; ++round) {
        const auto lot = stock("MUG-01", 2, "20.00", "2026-03-01").lot;
        const Outcomes all = outcomes([&](auto& own, int number) {
            if (number % 2 == 0) {
                return packOne(own, number);
            }
            books::write(own, store(), person(number), [&](auto& tx) {
                return purchasing::returnToSupplier(
                    tx, {.lot = lot, .units = 1, .on = day("2026-03-05"), .reason = "bent"});
            });
        });
        ASSERT_EQ(all.at("done"), 2);
        ASSERT_EQ(onShelf("MUG-01"), (OnShelf{0, "0.00"}));
    }
}

TEST_P(AtOnce, OneReturnsUnitByUnitWhatAnotherPacks)
{
    stock("MUG-01", kRounds, "400.00", "2026-03-01");
    const Outcomes all = atOnce(url(), 2, [&](auto& own, int number) {
        for (int round = 0; round < kRounds; ++round) {
            try {
                if (number == 0) {
                    books::write(own, store(), person(0), [](auto& tx) {
                        return purchasing::returnToSupplier(tx, {.lot = books::LotNo{1},
                                                                 .units = 1,
                                                                 .on = day("2026-03-05"),
                                                                 .reason = "bent"});
                    });
                } else {
                    packOne(own, 2);
                }
            } catch (const Refusal& refusal) {
                const bool isGone =
                    refusal.code() == "stock.short" || refusal.code() == "return.units_gone";
                ASSERT_TRUE(isGone) << refusal.code();
            }
        }
    });
    EXPECT_EQ(all, (Outcomes{{"done", 2}}));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{0, "0.00"})) << "each unit went once";
    EXPECT_EQ(total("2026-03").of(books::MonthFigure::Restock), total("2026-03").committed)
        << "what was not returned is in boxes";
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(AtOnce, OneCountsWhatAnotherGives)
{
    stock("MUG-01", 2 * kRounds, "800.00", "2026-03-01");
    const Outcomes all = atOnce(url(), 2, [&](auto& own, int number) {
        for (int round = 0; round < kRounds; ++round) {
            if (number == 0) {
                const std::int64_t seen = books::read(own, store(), [](const auto& tx) {
                    return inventory::openLots(tx, "MUG-01").front().unitsLeft;
                });
                books::write(own, store(), person(0), [&](auto& tx) {
                    return gifting::countStock(tx, {.sku = "MUG-01",
                                                    .units = seen,
                                                    .on = day("2026-06-15"),
                                                    .reason = "stock-take",
                                                    .expected = seen,
                                                    .adjusts = true});
                });
            } else {
                books::write(own, store(), person(1), [](auto& tx) {
                    return gifting::packBox(tx, {.recipient = "C-1",
                                                 .lines = {{"MUG-01", 1}},
                                                 .packedOn = day("2026-03-05"),
                                                 .givenOn = day("2026-03-05")});
                });
            }
        }
    });
    EXPECT_EQ(all, (Outcomes{{"done", 2}}));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{kRounds, "400.00"})) << "no count took a unit off again";
    EXPECT_EQ(total("2026-06").of(books::MonthFigure::WriteOff), Money{});
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(AtOnce, EveryBoxGetsANumberOfItsOwn)
{
    constexpr int kBoxes = 5;
    stock("MUG-01", 100, "1000.00", "2026-03-01");
    EXPECT_EQ(outcomes([&](auto& own, int number) {
                  for (int i = 0; i < kBoxes; ++i) {
                      packOne(own, number);
                  }
              }),
              (Outcomes{{"done", kPeople}}));
    std::vector<std::int64_t> numbers;
    read([&](const auto& tx) {
        gifting::listBoxes(tx, {}, [&](const auto& box) { numbers.push_back(box.number.value); });
        return 0;
    });
    ASSERT_EQ(numbers.size(), std::size_t{kPeople * kBoxes});
    EXPECT_EQ(numbers.back(), kPeople * kBoxes);
    EXPECT_EQ(total("2026-03").committed, money("300.00"));
}

/// PostgreSQL only: SQLite has a single writer.
class StoresAtOnce : public AtOnce {};
INSTANTIATE_TEST_SUITE_P(, StoresAtOnce, testing::Values(Engine::Postgresql), engineName);

TEST_P(StoresAtOnce, DoNotWaitForEachOther)
{
    foundation::Database other = foundation::Database::open(url());
    books::WriteScope held(other, store(), actor());
    openStore("USD", "0.00", 0);
    item("MUG-01");
    EXPECT_EQ(stock("MUG-01", 1, "10.00", "2026-03-01").lot.value, 1);
}

} // namespace
} // namespace giftbox::tests::at_once_test
