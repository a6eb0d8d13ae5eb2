#include "foundation/database/restore_database.h"

#include "foundation/database/database_url.h"
#include "foundation/database/schema.h"
#include "foundation/database/whole_database.h"
#include "foundation/refusal.h"

#include <array>
#include <filesystem>
#include <fstream>

namespace giftbox::foundation {
namespace {

std::string firstBytes(const std::string& file)
{
    std::array<char, 16> bytes{};
    std::ifstream in(file, std::ios::binary);
    if (!in || !std::filesystem::is_regular_file(file)) {
        throw Refusal("file.unreadable", {{"file", file}});
    }
    in.read(bytes.data(), bytes.size());
    return {bytes.data(), static_cast<std::size_t>(in.gcount())};
}

} // namespace

void requireGiftbox(Database& there, const std::string& url)
{
    if (countObjects(there) > 0 && !databaseSchemaVersion(there)) {
        throw Refusal("restore.not_giftbox", {{"database", withoutPassword(url)}});
    }
}

RestoredDatabase restoreDatabase(const DatabaseRestore& restore)
{
    const std::string bytes = firstBytes(restore.file);
    const bool isDump = bytes.starts_with("PGDMP");
    if (!isDump && bytes != std::string("SQLite format 3\0", 16)) {
        throw Refusal("restore.not_a_backup", {{"file", restore.file}});
    }
    if (isDump == fileOf(restore.url).has_value()) {
        throw Refusal(isDump ? "restore.not_a_backup/dump" : "restore.not_a_backup/file",
                      {{"file", restore.file}});
    }
    return isDump ? restoreServer(restore) : restoreFile(restore);
}

} // namespace giftbox::foundation
