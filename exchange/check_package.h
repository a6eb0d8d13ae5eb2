#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace giftbox::exchange {

/// What a month's package says of itself, and where it is wrong.
struct CheckedPackage {
    std::string subject;  ///< `NORTH, 2026-11, closed`
    std::string auditLog; ///< `event 812, HASH`: the head of the audit log that it stands on
    std::vector<std::string> differences = {};
};

/// Checks a package without a database: each file against its digest, each table against its control totals, the
/// month's row of the report against the boxes given, and that each entry of the journal balances. Whoever changes the
/// files can change their digests too: compare the head of the audit log with the store's. Throws Refusal
/// `package.unreadable`.
CheckedPackage checkPackage(const std::string& path);

} // namespace giftbox::exchange
