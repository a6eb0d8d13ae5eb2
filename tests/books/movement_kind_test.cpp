#include "books/movement_kind.h"

#include <gtest/gtest.h>

namespace giftbox::tests::movement_kind_test {
namespace {

using books::MovementRule;

TEST(MovementKinds, AreKnownByTheirWord)
{
    for (const MovementRule& rule : books::kMovementRules) {
        EXPECT_EQ(books::movementKindOf(rule.text), rule.kind) << rule.text;
        EXPECT_EQ(rule.in.empty() && rule.out.empty(), rule.kind == books::MovementKind::Variance)
            << rule.text;
    }
    EXPECT_EQ(books::movementKindOf("gift"), std::nullopt);
    EXPECT_EQ(books::movementKindOf(""), std::nullopt);
    EXPECT_EQ(books::movementKindsText(),
              "receipt, issue, return, write-off, count, reversal, correction or "
              "variance");
}

} // namespace
} // namespace giftbox::tests::movement_kind_test
