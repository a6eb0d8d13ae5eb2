#pragma once

#include "accounting/back_up.h"

#include <optional>

namespace giftbox::accounting {

/// Of how many days, weeks and months that have a backup the newest is kept; 0 is none. All in UTC, weeks from Monday.
struct KeepRule {
    std::int64_t days = 0;
    std::int64_t weeks = 0;
    std::int64_t months = 0;

    bool operator==(const KeepRule&) const = default;
};

/// What no part of the rule keeps. The newest of all is always kept.
std::vector<foundation::Instant> outlived(std::vector<foundation::Instant> made,
                                          const KeepRule& rule);

/// A backup made in a folder, and what was removed there for it.
struct FolderBackup {
    MadeBackup made;
    std::vector<std::string> removed;
};

/// Makes a backup in the folder under a name with the database's and the moment. Only where it is good, those that the rule does not keep are removed: files that the database
/// notes as its own, and no others; nothing without a rule. One that is not good has `unverified` in its name, and of such only the newest stays.
/// Throws Refusal `backup.no_folder`, `backup.exists`, DatabaseError.
FolderBackup backUpInto(foundation::Database& database, const std::string& folder,
                        const std::optional<KeepRule>& rule, BackupOrder order);

} // namespace giftbox::accounting
