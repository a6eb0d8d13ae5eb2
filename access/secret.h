#pragma once

#include <string>
#include <string_view>

namespace giftbox::access {

/// The stored hash of a password: argon2id with its salt and cost, in libsodium's format.
struct PasswordHash {
    std::string text;

    bool operator==(const PasswordHash&) const = default;
};

/// Takes 64 MiB and about 70 ms of one core, so call it before a transaction, not in it. Throws Refusal
/// `password.length` (not 12 to 1024 bytes).
PasswordHash hashPassword(std::string_view password);
/// As slow as hashPassword for any password.
bool checkPassword(const PasswordHash& hash, std::string_view password);
/// Returns the same for the same password and text, which serves as the salt: recognizes a repeated request that has
/// a password. As slow as hashPassword; any length is allowed.
std::string slowDigest(std::string_view password, std::string_view text);
/// A hash that no password has, as expensive to check as today's hashes.
const PasswordHash& nobodysPassword();
/// Whether a hash should be replaced by one of today's method.
bool isOutdated(const PasswordHash& hash);

/// 32 random bytes as 43 base64url characters: shown once and stored as tokenHash().
std::string newToken();
/// The stored hash of a token.
std::string tokenHash(std::string_view token);
/// Whether two secrets are equal, in a time that does not reveal where they differ.
bool isSame(std::string_view one, std::string_view other);

} // namespace giftbox::access
