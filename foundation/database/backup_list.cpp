#include "foundation/database/backup_list.h"

#include "foundation/database/statements.h"

namespace giftbox::foundation {

namespace {

template <class S>
void change(Database& database, const S& statement)
{
    database.begin(Access::Write);
    try {
        database.execute(statement);
        database.commit();
    } catch (...) {
        database.rollback();
        throw;
    }
}

} // namespace

void noteBackup(Database& database, const BackupNote& note)
{
    change(database, sql::InsertBackup{.madeAt = note.madeAt,
                                       .place = note.place,
                                       .isGood = std::int64_t{note.isGood}});
}

std::vector<BackupNote> notedBackups(Database& database)
{
    std::vector<BackupNote> notes;
    for (const auto& row : database.query(sql::Backups{})) {
        notes.push_back(
            {.madeAt = row.madeAt, .place = std::string(row.place), .isGood = row.isGood == 1});
    }
    return notes;
}

void forgetBackup(Database& database, const BackupNote& note)
{
    change(database, sql::DeleteBackup{.madeAt = note.madeAt, .place = note.place});
}

std::optional<BackupNote> lastGoodBackup(Reader& database)
{
    const auto row = database.query(sql::LastBackup{});
    return row ? std::optional(BackupNote{
                     .madeAt = row->madeAt, .place = std::string(row->place), .isGood = true})
               : std::nullopt;
}

} // namespace giftbox::foundation
