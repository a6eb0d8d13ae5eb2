#include "accounting/upgrade_books.h"

#include "accounting/digest_books.h"
#include "foundation/schema.h"

#include <array>

namespace giftbox::accounting {

namespace {

/// In ascending order of their migrations.
constexpr std::array kSteps = {foundation::MigrationStep{.number = 8, .run = digestBooks}};

} // namespace

void upgradeBooks(foundation::Database& database, const std::function<void()>& before)
{
    foundation::migrate(database, kSteps, before);
}

} // namespace giftbox::accounting
