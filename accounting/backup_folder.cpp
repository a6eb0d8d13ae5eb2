#include "accounting/backup_folder.h"

#include "foundation/database/back_up_database.h"
#include "foundation/database/backup_list.h"
#include "foundation/database/database_url.h"
#include "foundation/database/private_file.h"
#include "foundation/refusal.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace giftbox::accounting {

namespace fs = std::filesystem;
using foundation::BackupNote;
using foundation::Database;
using foundation::Instant;
using foundation::Refusal;

namespace {

constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;

std::string dayOf(Instant instant) { return std::to_string(instant.unixMs / kDayMs); }
/// 1970-01-01 was a Thursday.
std::string weekOf(Instant instant) { return std::to_string((instant.unixMs / kDayMs + 3) / 7); }
std::string monthOf(Instant instant) { return toText(instant).substr(0, 7); }

/// The first backup in each of this many spans, from a list sorted newest first.
void keepNewest(const std::vector<Instant>& made, std::int64_t spans,
                std::string (*spanOf)(Instant), std::set<Instant>& kept)
{
    std::set<std::string> seen;
    for (const Instant one : made) {
        if (static_cast<std::int64_t>(seen.size()) < spans && seen.insert(spanOf(one)).second) {
            kept.insert(one);
        }
    }
}

/// The beginning and end of the names of a database's backups.
struct Naming {
    std::string begin;
    std::string end;

    std::string of(Instant instant, const char* mark = "") const
    {
        return begin + stampOf(instant) + mark + end;
    }
};

Naming namingOf(const std::string& url)
{
    const std::string name = fs::path(foundation::databaseNameOf(url)).stem();
    return {(name.empty() ? "giftbox" : name) + "-", foundation::backupEnding(url)};
}

/// The folder's existing backups that still have the names given to them. The database need not remember others.
std::vector<BackupNote> notedIn(Database& database, const fs::path& folder, const Naming& naming)
{
    std::vector<BackupNote> notes;
    for (const BackupNote& note : foundation::notedBackups(database)) {
        const fs::path place = note.place;
        if (place.parent_path() != folder) {
            continue;
        }
        if (!fs::is_regular_file(fs::symlink_status(place))) {
            foundation::forgetBackup(database, note);
        } else if (place.filename() == naming.of(note.madeAt, note.isGood ? "" : ".unverified")) {
            notes.push_back(note);
        }
    }
    return notes;
}

void removeNoted(Database& database, const BackupNote& note, FolderBackup& done)
{
    fs::remove(note.place);
    foundation::forgetBackup(database, note);
    done.removed.push_back(note.place);
}

/// Unfinished backups older than a day.
void removeParts(const fs::path& folder, const Naming& naming, Instant now)
{
    const std::string yesterday = naming.of({now.unixMs - kDayMs}) + ".part";
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename();
        if (name.size() == yesterday.size() && name.starts_with(naming.begin) &&
            name.ends_with(naming.end + ".part") && name < yesterday) {
            fs::remove(entry.path());
        }
    }
}

void removeOutlived(Database& database, const std::vector<BackupNote>& notes,
                    const std::optional<KeepRule>& rule, FolderBackup& done)
{
    std::vector<Instant> good;
    bool isNewestBad = !done.made.differences.empty();
    for (const BackupNote& note : notes) {
        if (note.isGood) {
            good.push_back(note.madeAt);
        } else if (!std::exchange(isNewestBad, false)) {
            removeNoted(database, note, done);
        }
    }
    if (!done.made.differences.empty() || !rule) {
        return;
    }
    const std::vector<Instant> old = outlived(std::move(good), *rule);
    for (const BackupNote& note : notes) {
        if (note.isGood && std::ranges::find(old, note.madeAt) != old.end()) {
            removeNoted(database, note, done);
        }
    }
}

} // namespace

std::vector<Instant> outlived(std::vector<Instant> made, const KeepRule& rule)
{
    std::ranges::sort(made, std::greater{});
    std::set<Instant> kept(made.begin(), made.begin() + (made.empty() ? 0 : 1));
    keepNewest(made, rule.days, dayOf, kept);
    keepNewest(made, rule.weeks, weekOf, kept);
    keepNewest(made, rule.months, monthOf, kept);
    std::erase_if(made, [&](Instant one) { return kept.contains(one); });
    return made;
}

FolderBackup backUpInto(Database& database, const std::string& folder,
                        const std::optional<KeepRule>& rule, BackupOrder order)
{
    std::error_code unknown;
    if (!fs::is_directory(folder, unknown)) {
        throw Refusal("backup.no_folder", {{"folder", folder}});
    }
    const fs::path place = fs::canonical(folder);
    const Naming naming = namingOf(order.url);
    order.path = place / naming.of(order.now);
    order.pathIfBad = place / naming.of(order.now, ".unverified");
    if (fs::exists(order.path)) {
        throw Refusal("backup.exists/second", {{"path", order.path}});
    }
    FolderBackup done{.made = backUp(database, order), .removed = {}};
    removeParts(place, naming, order.now);
    removeOutlived(database, notedIn(database, place, naming), rule, done);
    foundation::syncFolderOf(order.path);
    return done;
}

} // namespace giftbox::accounting
