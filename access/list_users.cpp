#include "access/list_users.h"

#include "access/statements.h"

#include <algorithm>

namespace giftbox::access {

namespace {

std::optional<LockOut> lockOutOf(const sql::ListUsers::Row& row)
{
    if (!row.beganAt) {
        return std::nullopt;
    }
    return LockOut{.beganAt = *row.beganAt,
                   .untilAt = *row.untilAt,
                   .failures = *row.failures,
                   .address = std::string(*row.address)};
}

} // namespace

std::string patternOf(std::string_view words)
{
    // Longer than any name; SQLite fails for a pattern of 50,000 bytes.
    constexpr std::size_t kLongestWords = 1000;
    if (words.size() > kLongestWords) {
        return ""; // which nothing is like
    }
    std::string pattern = "%";
    for (const char c : words) {
        pattern += c == '%' || c == '_' || c == '!' ? std::string{'!', c} : std::string(1, c);
    }
    return words.empty() ? pattern : pattern + "%";
}

std::vector<UserLine> listUsers(const books::ReadTransaction& tx, const UsersAsked& asked)
{
    const std::string words = patternOf(asked.words);
    std::vector<UserLine> users;
    for (const auto& row : tx.database().query(sql::ListUsers{.storeId = tx.storeId(),
                           .entity = tx.store().entity,
                           .after = asked.after,
                           .words = words,
                           .most = asked.most})) {
        if (users.empty() || users.back().login != row.login) {
            users.push_back({.login = std::string(row.login),
                             .displayName = std::string(row.displayName),
                             .roles = {},
                             .isDisabled = row.disabled != 0,
                             .lockOut = lockOutOf(row)});
        }
        users.back().roles.push_back(parseRole(row.role));
    }
    for (UserLine& user : users) {
        std::sort(user.roles.begin(), user.roles.end());
    }
    return users;
}

} // namespace giftbox::access
