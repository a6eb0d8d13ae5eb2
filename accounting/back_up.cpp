#include "accounting/back_up.h"

#include "accounting/verify_books.h"
#include "books/create_store.h"
#include "foundation/database/back_up_database.h"
#include "foundation/database/backup_list.h"
#include "foundation/database/locked_file.h"
#include "foundation/database/private_file.h"

#include <filesystem>

namespace giftbox::accounting {

using foundation::Database;
using foundation::LockedFile;

std::vector<std::string> verifyStores(Database& database)
{
    std::vector<std::string> all;
    for (const std::string& code : books::listStores(database)) {
        const books::ReadTransaction tx(database, books::loadStore(database, code));
        for (const std::string& difference : verifyBooks(tx, [](std::int64_t, std::int64_t) {})) {
            all.push_back(code + ": " + difference);
        }
    }
    return all;
}

MadeBackup backUp(Database& database, const BackupOrder& order)
{
    LockedFile part(order.path + ".part");
    MadeBackup made{.path = order.path, .differences = {}};
    const auto nothing = [](std::int64_t, std::int64_t) {};
    const std::string damage =
        foundation::backUpDatabase(database, part.path(), order.progress ? order.progress : nothing,
                                   [&](Database& copy) { made.differences = verifyStores(copy); });
    if (!damage.empty()) {
        made.differences.push_back("the file: " + damage);
    }
    if (!made.differences.empty()) {
        made.path = order.pathIfBad;
    }
    part.rename(made.path);
    if (foundation::mayWriteDatabase(order.url)) {
        foundation::noteBackup(database,
                               {.madeAt = order.now,
                                .place = std::filesystem::absolute(made.path).lexically_normal(),
                                .isGood = made.differences.empty()});
    }
    return made;
}

std::string stampOf(foundation::Instant instant)
{
    std::string stamp = toText(instant);
    std::erase_if(stamp, [](char c) { return c == '-' || c == ':'; });
    return stamp;
}

} // namespace giftbox::accounting
