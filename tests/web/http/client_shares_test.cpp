#include "web/http/client_shares.h"
#include "web/http/http_server.h"

#include <gtest/gtest.h>

namespace giftbox::web::client_shares_test {
namespace {

const Network kAnn = shareOf(*parseAddress("192.0.2.1"));
const Network kBen = shareOf(*parseAddress("192.0.2.2"));
const Network kKim = shareOf(*parseAddress("2001:db8:0:7::1"));

Limits fewConnections()
{
    Limits limits;
    limits.connections = 6;
    limits.connectionsAClient = 4;
    return limits;
}

Room roomAmong(const std::vector<Held>& all, const std::optional<Network>& newcomer)
{
    return roomFor(newcomer, all, fewConnections());
}

constexpr Room kTaken{.isThere = true};
constexpr Room kRefused{.isThere = false};

Room instead(std::size_t which) { return {.isThere = true, .ends = which}; }

TEST(RoomFor, IsThereWhileNobodyHoldsTooMany)
{
    EXPECT_EQ(roomAmong({}, kAnn), kTaken);
    EXPECT_EQ(roomAmong({{Stage::Head, kBen}, {Stage::Head, kBen}, {Stage::Head, kBen}}, kBen),
              kTaken);
}

TEST(RoomFor, AClientOverItsShareIsMadeByItsOldestIdleOne)
{
    const std::vector<Held> all = {{Stage::Idle, kBen},
                                   {Stage::Head, kAnn},
                                   {Stage::Idle, kAnn},
                                   {Stage::Idle, kAnn},
                                   {Stage::Transfer, kAnn}};
    EXPECT_EQ(roomAmong(all, kAnn), instead(2));
    EXPECT_EQ(roomAmong(all, kBen), kTaken);
}

TEST(RoomFor, AClientOverItsShareIsMadeByItsOldestThatHasAskedForNothing)
{
    const std::vector<Held> all = {
        {Stage::Transfer, kAnn}, {Stage::Head, kAnn}, {Stage::Head, kAnn}, {Stage::Worker, kAnn}};
    EXPECT_EQ(roomAmong(all, kAnn), instead(1));
}

TEST(RoomFor, AClientWhoseRequestsAreAllRunningIsRefused)
{
    const std::vector<Held> all = {{Stage::Transfer, kAnn},
                                   {Stage::Worker, kAnn},
                                   {Stage::Worker, kAnn},
                                   {Stage::Transfer, kAnn}};
    EXPECT_EQ(roomAmong(all, kAnn), kRefused);
    EXPECT_EQ(roomAmong(all, kBen), kTaken);
}

TEST(RoomFor, ANewcomerIsMadeByWhoeverHoldsMost)
{
    std::vector<Held> all = {{Stage::Transfer, kAnn}, {Stage::Transfer, kBen},
                             {Stage::Transfer, kBen}, {Stage::Head, kBen},
                             {Stage::Transfer, kBen}, {Stage::Transfer, kAnn}};
    EXPECT_EQ(roomAmong(all, kKim), instead(3)) << "what is furthest goes last";
    all[0].stage = Stage::Idle;
    EXPECT_EQ(roomAmong(all, kKim), instead(0)) << "what is idle goes first";
    all[0].stage = Stage::Closing;
    EXPECT_EQ(roomAmong(all, kKim), instead(0));
    EXPECT_EQ(roomAmong(all, {}), instead(0)) << "a proxy, which may bring anybody";
}

TEST(RoomFor, ANewcomerTakesNothingFromWhoHoldsNoMore)
{
    std::vector<Held> all(6, {Stage::Transfer, kAnn});
    all[0].client = all[1].client = all[2].client = kBen;
    EXPECT_EQ(roomAmong(all, kKim), instead(0));
    all[0].client = all[3].client = kKim;
    EXPECT_EQ(roomAmong(all, kKim), kRefused);
    EXPECT_EQ(roomAmong(std::vector<Held>(6, {Stage::Worker, kAnn}), kKim), kRefused);
}

TEST(RoomFor, WhatIsCutCountsNoMore)
{
    std::vector<Held> all(6, {Stage::Head, kAnn});
    all[0].stage = all[1].stage = all[2].stage = Stage::Cut;
    EXPECT_EQ(roomAmong(all, kAnn), kTaken);
    EXPECT_EQ(roomAmong(all, kBen), kTaken);
}

TEST(RoomFor, WhatAProxyHoldsReadyIsNobodys)
{
    const std::vector<Held> all(5, {Stage::Head, std::nullopt});
    EXPECT_EQ(roomAmong(all, {}), kTaken);
    EXPECT_EQ(roomAmong(std::vector<Held>(6, {Stage::Head, std::nullopt}), {}), kRefused);
}

} // namespace
} // namespace giftbox::web::client_shares_test
