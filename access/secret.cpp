#include "access/secret.h"

#include "foundation/digest.h"
#include "foundation/refusal.h"

#include <array>
#include <sodium.h>
#include <stdexcept>

namespace giftbox::access {

namespace {

constexpr std::size_t kShortestPassword = 12;
constexpr std::size_t kLongestPassword = 1024;
constexpr unsigned long long kPasses = crypto_pwhash_OPSLIMIT_INTERACTIVE; // 2
constexpr std::size_t kMemory = crypto_pwhash_MEMLIMIT_INTERACTIVE;        // 64 MiB
constexpr const char* kNoMemory =
    "hashing a password needs 64 MiB of memory, and there is not enough";

void startSodium()
{
    if (sodium_init() < 0) {
        throw std::runtime_error("libsodium cannot start: the system provides no random numbers");
    }
}

} // namespace

PasswordHash hashPassword(std::string_view password)
{
    if (password.size() < kShortestPassword || password.size() > kLongestPassword) {
        throw foundation::Refusal("password.length", {{"bytes", password.size()}});
    }
    startSodium();
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str(text.data(), password.data(), password.size(), kPasses, kMemory) != 0) {
        throw std::runtime_error(kNoMemory);
    }
    return {text.data()};
}

bool checkPassword(const PasswordHash& hash, std::string_view password)
{
    startSodium();
    return crypto_pwhash_str_verify(hash.text.c_str(), password.data(), password.size()) == 0;
}

std::string slowDigest(std::string_view password, std::string_view text)
{
    startSodium();
    const std::string salt = foundation::sha256(text);
    static_assert(crypto_pwhash_SALTBYTES <= 64); // the digits of a SHA-256
    std::array<unsigned char, crypto_pwhash_BYTES_MIN> digest{};
    if (crypto_pwhash(digest.data(), digest.size(), password.data(), password.size(),
                      reinterpret_cast<const unsigned char*>(salt.data()), kPasses, kMemory,
                      crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::runtime_error(kNoMemory);
    }
    return {digest.begin(), digest.end()};
}

const PasswordHash& nobodysPassword()
{
    // The hash of a discarded token.
    static const PasswordHash hash{"$argon2id$v=19$m=65536,t=2,p=1$+rNjq6ccsARg+60e90r/"
                                   "Ug$RbdjuENO36cPXDPe+1Tn0Ew02L/Yodv2C0F0I0VnXXY"};
    return hash;
}

bool isOutdated(const PasswordHash& hash)
{
    startSodium();
    return crypto_pwhash_str_needs_rehash(hash.text.c_str(), kPasses, kMemory) != 0;
}

std::string newToken()
{
    startSodium();
    constexpr std::size_t kBytes = 32;
    constexpr int kForm = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::array<unsigned char, kBytes> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::array<char, sodium_base64_ENCODED_LEN(kBytes, kForm)> text{};
    return sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kForm);
}

std::string tokenHash(std::string_view token) { return foundation::sha256(token); }

bool isSame(std::string_view one, std::string_view other)
{
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

} // namespace giftbox::access
