#pragma once

#include <string>
#include <string_view>

namespace giftbox::access {

/// What is kept of a password: argon2id with its salt and cost, as libsodium writes it.
struct PasswordHash {
    std::string text;

    bool operator==(const PasswordHash&) const = default;
};

/// Takes 64 MiB and some 70 ms of one core, so it is called before a transaction, not in it. Throws Refusal `password.length` (not 12 to 1024 bytes).
PasswordHash hashPassword(std::string_view password);
/// As slow as hashPassword, whatever the password.
bool checkPassword(const PasswordHash& hash, std::string_view password);
/// The same for the same password and text, which stands in the place of a salt: to know a request again that holds a password. As slow as
/// hashPassword; any length will do.
std::string slowDigest(std::string_view password, std::string_view text);
/// A hash that no password has, as dear to check as those that are made today.
const PasswordHash& nobodysPassword();
/// True when a hash is made in another way today.
bool isOutdated(const PasswordHash& hash);

/// 32 random bytes as 43 characters of base64url: to be shown once and kept as tokenHash().
std::string newToken();
/// What is kept of a token.
std::string tokenHash(std::string_view token);
/// Whether two secrets are the same, in a time that says nothing about where they differ.
bool isSame(std::string_view one, std::string_view other);

} // namespace giftbox::access
