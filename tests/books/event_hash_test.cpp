#include "books/event_hash.h"

#include "foundation/digest.h"

#include <gtest/gtest.h>

#include <set>

namespace giftbox::books::event_hash_test {
namespace {

Event event()
{
    return {.seq = 7,
            .recordedAt = {1'780'000'000'000},
            .actor = "ann",
            .action = "box.pack",
            .subject = "box 42",
            .detail = "{}"};
}

TEST(EventHash, IsTheDigestOfEveryFieldLedByItsLength)
{
    EXPECT_EQ(eventHash("abc", event()),
              foundation::sha256("3:abc1:713:17800000000003:ann8:box.pack6:box 422:{}"));
}

TEST(EventHash, ChangesWithEveryField)
{
    std::set<std::string> hashes = {eventHash(kChainStart, event())};
    const auto addChanged = [&](auto change) {
        Event changed = event();
        change(changed);
        EXPECT_TRUE(hashes.insert(eventHash(kChainStart, changed)).second);
    };
    addChanged([](Event& e) { e.seq = 8; });
    addChanged([](Event& e) { ++e.recordedAt.unixMs; });
    addChanged([](Event& e) { e.actor = "anne"; });
    addChanged([](Event& e) { e.action = "box.give"; });
    addChanged([](Event& e) { e.subject = "box 43"; });
    addChanged([](Event& e) { e.detail = "{ }"; });
    EXPECT_TRUE(hashes.insert(eventHash(std::string(64, '1'), event())).second);
}

TEST(EventHash, KeepsFieldsApartThatReadTheSameOneAfterTheOther)
{
    Event one = event();
    one.actor = "ann1";
    one.action = ":box";
    Event other = event();
    other.actor = "ann";
    other.action = "1:box";
    EXPECT_NE(eventHash(kChainStart, one), eventHash(kChainStart, other));
}

TEST(EventHash, BeginsAChainWithSixtyFourZeros) { EXPECT_EQ(kChainStart, std::string(64, '0')); }

} // namespace
} // namespace giftbox::books::event_hash_test
