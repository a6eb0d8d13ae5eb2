#include "accounting/upgrade_books.h"

#include "accounting/cap_words.h"
#include "accounting/digest_books.h"
#include "accounting/folded_words.h"
#include "accounting/keep_suppliers.h"
#include "accounting/table_places.h"
#include "foundation/database/schema.h"

#include <array>

namespace giftbox::accounting {

namespace {

/// In ascending order of their migrations.
constexpr std::array kSteps = {foundation::MigrationStep{.number = 8, .run = digestBooks},
                               foundation::MigrationStep{.number = 10, .run = foldWords},
                               foundation::MigrationStep{.number = 13, .run = keepCapExceptions},
                               foundation::MigrationStep{.number = 18, .run = keepSuppliers}};

} // namespace

std::vector<std::string> upgradeBooks(foundation::Database& database,
                                      const std::function<void()>& before)
{
    constexpr int kFoldedSince = 10;
    const std::optional<int> version = foundation::databaseSchemaVersion(database);
    foundation::migrate(database, kSteps, before, tablePlaces());
    return version.value_or(kFoldedSince) < kFoldedSince ? twinNotes(database)
                                                         : std::vector<std::string>();
}

} // namespace giftbox::accounting
