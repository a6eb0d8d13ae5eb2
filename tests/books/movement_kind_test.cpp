#include "books/movement_kind.h"

#include <gtest/gtest.h>

namespace giftbox::tests::movement_kind_test {
namespace {

using books::MovementKind;
using books::MovementRule;

TEST(MovementKinds, AreKnownByTheirWord)
{
    for (const MovementRule& rule : books::kMovementRules) {
        EXPECT_EQ(books::movementKindOf(rule.text), rule.kind) << rule.text;
        EXPECT_EQ(rule.in.empty() && rule.out.empty(),
                  rule.kind == MovementKind::Variance || rule.kind == MovementKind::Credit)
            << rule.text;
    }
    EXPECT_EQ(books::movementKindOf("gift"), std::nullopt);
    EXPECT_EQ(books::movementKindOf(""), std::nullopt);
    EXPECT_EQ(books::movementKindsText(),
              "receipt, issue, return, write-off, count, reversal, write-off-reversal, "
              "count-reversal, correction, variance, supplier-return, supplier-return-reversal or "
              "credit");
}

TEST(MovementKinds, KnowTheKindThatTheyReverse)
{
    EXPECT_EQ(ruleOf(MovementKind::Reversal).reverses, MovementKind::Receipt);
    for (const MovementRule& rule : books::kMovementRules) {
        EXPECT_EQ(rule.reverses.has_value(), rule.corrects() && !rule.changesLot() &&
                                                 rule.kind != MovementKind::SupplierReturn)
            << rule.text;
        if (rule.reverses) {
            const MovementRule& other = ruleOf(*rule.reverses);
            EXPECT_EQ(rule.figure, other.figure) << rule.text;
            EXPECT_EQ(rule.in.empty(), other.out.empty()) << rule.text;
            EXPECT_EQ(rule.out.empty(), other.in.empty()) << rule.text;
        }
    }
}

} // namespace
} // namespace giftbox::tests::movement_kind_test
