#include "books/movement_kind.h"

#include <gtest/gtest.h>

namespace giftbox::tests::movement_kind_test {
namespace {

using books::MovementRule;

TEST(MovementKinds, AreKnownByTheirWord)
{
    for (const MovementRule& rule : books::kMovementRules) {
        EXPECT_EQ(books::movementKindOf(rule.text), rule.kind) << rule.text;
        EXPECT_FALSE(rule.in.empty() && rule.out.empty()) << rule.text << " moves nothing";
    }
    EXPECT_EQ(books::movementKindOf("gift"), std::nullopt);
    EXPECT_EQ(books::movementKindOf(""), std::nullopt);
    EXPECT_EQ(books::movementKindsText(), "receipt, issue, return, write-off, count or reversal");
}

} // namespace
} // namespace giftbox::tests::movement_kind_test
