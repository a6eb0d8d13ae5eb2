#include "tests/support/store_fixture.h"

#include <stdexcept>

namespace giftbox::tests::books_test {
namespace {

class Books : public StoreFixture {
protected:
    std::vector<std::string> actions()
    {
        return raw().column("SELECT action FROM event WHERE store_id = " + storeId() +
                            " ORDER BY event_seq");
    }
};
GIFTBOX_ON_BOTH_ENGINES(Books);

TEST_P(Books, AreUnknownOfAStoreThatIsNotThere)
{
    useStore("NOWHERE");
    EXPECT_EQ(codeOf([&] { read([](const auto&) { return 0; }); }), "store.unknown");
    EXPECT_EQ(codeOf([&] { write([](auto&) { return 0; }); }), "store.unknown");
    useStore(openStore("USD", "0.00", 0));
    EXPECT_NO_THROW(item("MUG-01")) << "the connection goes on";
}

TEST_P(Books, KeepNothingOfWorkThatThrows)
{
    const std::string before = allRows();
    EXPECT_THROW(write([](auto& tx) -> int {
                     inventory::insertItem(tx, {.sku = "MUG-01", .name = "Mug"});
                     tx.record("item.add", "item MUG-01", "{}");
                     throw std::runtime_error("power");
                 }),
                 std::runtime_error);
    EXPECT_EQ(allRows(), before);
    item("MUG-01");
    EXPECT_EQ(actions(), (std::vector<std::string>{"store.create", "item.add"}));
}

TEST_P(Books, KeepNothingOfARehearsal)
{
    const std::string before = allRows();
    const auto number = books::dryRun(database(), store(), actor(), [](auto& tx) {
        inventory::insertItem(tx, {.sku = "MUG-01", .name = "Mug"});
        tx.record("item.add", "item MUG-01", "{}");
        return tx.event().value;
    });
    EXPECT_EQ(number, 3);
    EXPECT_EQ(allRows(), before);
}

TEST_P(Books, SayWhoDidWhatAndWhen)
{
    actsAs("Ben O'Neil, \"parts\" ünïcödé");
    item("MUG-01");
    const auto last = raw().rows("SELECT event_seq, actor, action, subject, recorded_at FROM event "
                                 "WHERE store_id = " +
                                 storeId() + " ORDER BY event_seq DESC LIMIT 1");
    ASSERT_EQ(last.size(), 1U);
    EXPECT_EQ(last.front()[0], "2");
    EXPECT_EQ(last.front()[1], "Ben O'Neil, \"parts\" ünïcödé");
    EXPECT_EQ(last.front()[2], "item.add");
    EXPECT_EQ(last.front()[3], "item MUG-01");
    EXPECT_GT(last.front()[4], "1780000000000");
}

TEST_P(Books, GiveEveryKindOfThingItsOwnNumbersFromOneInEveryStore)
{
    item("MUG-01");
    recipient("C-1");
    EXPECT_EQ(stock("MUG-01", 2, "1.00", "2026-03-01").lot.value, 1);
    EXPECT_EQ(pack("C-1", {{"MUG-01", 1}}, "2026-03-05").number.value, 1);
    EXPECT_EQ(pack("C-1", {{"MUG-01", 1}}, "2026-03-05").number.value, 2);
    openStore("USD", "0.00", 0);
    item("MUG-01");
    recipient("C-1");
    EXPECT_EQ(stock("MUG-01", 2, "1.00", "2026-03-01").lot.value, 1);
    EXPECT_EQ(pack("C-1", {{"MUG-01", 1}}, "2026-03-05").number.value, 1);
}

TEST_P(Books, GiveARefusedBoxesNumberToTheNext)
{
    item("MUG-01");
    recipient("C-1");
    stock("MUG-01", 2, "1.00", "2026-03-01");
    EXPECT_REFUSAL("stock.short", pack("C-1", {{"MUG-01", 3}}, "2026-03-05"));
    EXPECT_EQ(pack("C-1", {{"MUG-01", 1}}, "2026-03-05").number.value, 1);
}

TEST_P(Books, ShowAReaderOneMomentWhileOthersWrite)
{
    item("MUG-01");
    recipient("C-1");
    foundation::Database other = foundation::Database::open(url());
    const auto [first, second] = books::read(other, store(), [&](const auto& tx) {
        const auto before = budget::loadMonth(tx, month("2026-03")).totals;
        stock("MUG-01", 2, "1.00", "2026-03-01");
        return std::pair(before, budget::loadMonth(tx, month("2026-03")).totals);
    });
    EXPECT_EQ(first, second);
    EXPECT_EQ(total("2026-03").of(books::MonthFigure::Restock), money("1.00"));
}

TEST_P(Books, AreOpenFromTheDayAfterTheLastClosedMonthUntilToday)
{
    const auto codeOn = [&](const std::string& date) {
        return codeOf([&] {
            books::dryRun(database(), store(), actor(),
                          [&](auto& tx) { return tx.requireOpen(day(date)), 0; });
        });
    };
    EXPECT_EQ(codeOn("1999-12-31"), "");
    EXPECT_EQ(codeOn("2026-06-15"), "");
    EXPECT_EQ(codeOn("2026-06-16"), "date.in_future");
    close("2026-03");
    EXPECT_EQ(codeOn("2026-03-31"), "month.closed");
    EXPECT_EQ(codeOn("1999-12-31"), "month.closed");
    EXPECT_EQ(codeOn("2026-04-01"), "");
}

} // namespace
} // namespace giftbox::tests::books_test
