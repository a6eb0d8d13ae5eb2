#pragma once

#include "accounting/back_up.h"

#include <optional>

namespace giftbox::accounting {

/// The number of days, weeks and months whose newest backup is kept; 0 is none. All in UTC, weeks from Monday.
struct KeepRule {
    std::int64_t days = 0;
    std::int64_t weeks = 0;
    std::int64_t months = 0;

    bool operator==(const KeepRule&) const = default;
};

/// The backups that no part of the rule keeps. The newest of all is always kept.
std::vector<foundation::Instant> outlived(std::vector<foundation::Instant> made,
                                          const KeepRule& rule);

/// A backup made in a folder, and the backups removed for it.
struct FolderBackup {
    MadeBackup made;
    std::vector<std::string> removed;
};

/// Makes a backup in the folder, named after the database and the moment. If it is good, removes the backups that the
/// rule does not keep, but only files recorded in the database; without a rule, removes nothing. A bad one has
/// `unverified` in its name, and only the newest of these stays. Throws Refusal `backup.no_folder`, `backup.exists`,
/// DatabaseError.
FolderBackup backUpInto(foundation::Database& database, const std::string& folder,
                        const std::optional<KeepRule>& rule, BackupOrder order);

} // namespace giftbox::accounting
