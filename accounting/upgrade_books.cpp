#include "accounting/upgrade_books.h"

#include "foundation/schema.h"

#include <array>

namespace giftbox::accounting {

namespace {

/// In ascending order of their migrations.
constexpr std::array<foundation::MigrationStep, 0> kSteps = {};

} // namespace

void upgradeBooks(foundation::Database& database, std::function<void()> before)
{
    foundation::migrate(database, kSteps, std::move(before));
}

} // namespace giftbox::accounting
