#include "books/facts.h"

#include <gtest/gtest.h>

namespace giftbox::books::facts_test {
namespace {

using Columns = std::vector<std::string_view>;

TEST(Facts, FindTheirColumnsByNameWhereverTheseStand)
{
    EXPECT_EQ(factPlaces(facts::kBoxEnd, Columns{"event_seq", "give_override", "unpacked_on",
                                                 "given_on", "state", "box_no"}),
              (std::vector<int>{5, 4, 3, 2, 1}));
    EXPECT_EQ(
        factPlaces(facts::kCap, Columns{"warn_percent", "roll_over_most", "roll_over", "reason",
                                        "action", "amount_minor", "from_month", "cap", "cap_no"}),
        (std::vector<int>{8, 7, 6, 5, 4, 3, 2, 1, 0}));
}

TEST(Facts, NeedEveryColumn)
{
    EXPECT_THROW(factPlaces(facts::kNote, Columns{"box_no", "version_minority"}), std::logic_error);
}

/// What is here was recorded once and is compared for ever: it may not change.
TEST(Facts, HaveTheDigestsThatEarlierRowsHave)
{
    const std::vector<foundation::Bind> box = {{"box_no", 7},
                                               {"recipient_no", 3},
                                               {"packed_on", 20260602},
                                               {"labor_minutes", 12},
                                               {"contents", 1250},
                                               {"packaging", 80},
                                               {"labor", 400},
                                               {"first_movement", 41},
                                               {"last_movement", 44},
                                               {"reference", ""},
                                               {"pack_override", "she asked"}};
    EXPECT_EQ(factText(facts::kBox, box),
              "1:7,1:3,8:20260602,2:12,4:1250,2:80,3:400,2:41,2:44,-,1:1,");
    const std::vector<foundation::Bind> movement = {
        {"seq", 41},     {"moved_on", 20260602}, {"kind", "issue"},
        {"item_no", 1},  {"lot_no", 2},          {"units", -1},
        {"cost", -1250}, {"box_no", 7},          {"reason", "of the box"}};
    EXPECT_EQ(factText(facts::kMovement, movement),
              "2:41,8:20260602,5:issue,1:1,1:2,2:-1,5:-1250,1:7,");
    FactDigest digest;
    digest.add(facts::kBox, box);
    digest.add(facts::kMovement, movement);
    EXPECT_EQ(digest.text(), "ba0b598530ab66372d5295d9bf5a3088b73216e4599a7774b5ac3f97f8de53bf");
}

} // namespace
} // namespace giftbox::books::facts_test
