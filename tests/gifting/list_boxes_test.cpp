#include "tests/support/store_fixture.h"

namespace giftbox::tests::list_boxes_test {
namespace {

using gifting::BoxState;

/// Boxes 1 to 5 count in March: 1 and 3 are given, 2, 4 and 5 packed; box 6 counts in April.
class ListNewestBoxes : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        recipient("C-1");
        stock("MUG-01", 100, "1000.00", "2026-03-01");
        for (int number = 1; number <= 5; ++number) {
            const auto packed = pack("C-1", {{"MUG-01", 1}}, "2026-03-05");
            if (number == 1 || number == 3) {
                give(packed, "2026-03-06");
            }
        }
        pack("C-1", {{"MUG-01", 1}}, "2026-04-05");
    }

    std::vector<std::int64_t> numbers(std::optional<BoxState> state, std::int64_t before,
                                      std::int64_t most)
    {
        return read([&](const auto& tx) {
            std::vector<std::int64_t> found;
            gifting::listNewestBoxes(
                tx,
                {.month = month("2026-03"),
                 .state = state,
                 .before = books::BoxNo{before},
                 .most = most},
                [&](const gifting::Box& box) { found.push_back(box.number.value); });
            return found;
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(ListNewestBoxes);

using Numbers = std::vector<std::int64_t>;

TEST_P(ListNewestBoxes, BeginsWithTheNewestAndGoesOnBeforeTheLast)
{
    EXPECT_EQ(numbers({}, 1000, 2), (Numbers{5, 4}));
    EXPECT_EQ(numbers({}, 4, 2), (Numbers{3, 2}));
    EXPECT_EQ(numbers({}, 2, 2), (Numbers{1}));
    EXPECT_EQ(numbers({}, 1, 2), Numbers{});
}

TEST_P(ListNewestBoxes, OfOneStateAreThatManyOfIt)
{
    EXPECT_EQ(numbers(BoxState::Given, 1000, 2), (Numbers{3, 1}));
    EXPECT_EQ(numbers(BoxState::Packed, 1000, 2), (Numbers{5, 4}));
    EXPECT_EQ(numbers(BoxState::Unpacked, 1000, 2), Numbers{});
}

} // namespace
} // namespace giftbox::tests::list_boxes_test
