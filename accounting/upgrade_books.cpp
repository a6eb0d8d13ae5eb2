#include "accounting/upgrade_books.h"

#include "accounting/folded_words.h"
#include "foundation/schema.h"

#include <array>

namespace giftbox::accounting {

namespace {

/// In ascending order of their migrations.
constexpr std::array kSteps = {foundation::MigrationStep{10, foldWords}};

} // namespace

std::vector<std::string> upgradeBooks(foundation::Database& database)
{
    constexpr int kFoldedSince = 10;
    const std::optional<int> before = foundation::databaseSchemaVersion(database);
    foundation::migrate(database, kSteps);
    return before.value_or(kFoldedSince) < kFoldedSince ? twinNotes(database)
                                                        : std::vector<std::string>();
}

} // namespace giftbox::accounting
