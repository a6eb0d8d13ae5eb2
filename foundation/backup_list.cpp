#include "foundation/backup_list.h"

namespace giftbox::foundation {

namespace {

void change(Database& database, std::string_view sql, std::initializer_list<Bind> binds)
{
    database.begin(Access::Write);
    try {
        database.execute(sql, binds);
        database.commit();
    } catch (...) {
        database.rollback();
        throw;
    }
}

} // namespace

void noteBackup(Database& database, const BackupNote& note)
{
    change(
        database, "foundation/insert_backup",
        {{"made_at", note.madeAt.unixMs}, {"place", note.place}, {"is_good", note.isGood ? 1 : 0}});
}

std::vector<BackupNote> notedBackups(Database& database)
{
    std::vector<BackupNote> notes;
    for (Rows rows = database.query("foundation/backups", {}); rows.next();) {
        const Row row = rows.row();
        notes.push_back(
            {.madeAt = {row.integer(0)}, .place = row.string(1), .isGood = row.integer(2) == 1});
    }
    return notes;
}

void forgetBackup(Database& database, const BackupNote& note)
{
    change(database, "foundation/delete_backup",
           {{"made_at", note.madeAt.unixMs}, {"place", note.place}});
}

std::optional<BackupNote> lastGoodBackup(Database& database)
{
    Rows rows = database.query("foundation/last_backup", {});
    if (!rows.next()) {
        return std::nullopt;
    }
    return BackupNote{
        .madeAt = {rows.row().integer(0)}, .place = rows.row().string(1), .isGood = true};
}

} // namespace giftbox::foundation
