#pragma once

#include "access/add_user.h"
#include "access/find_session.h"
#include "access/log_in.h"
#include "tests/support/at_once.h"
#include "tests/support/store_fixture.h"

#include <atomic>

namespace giftbox::tests {

using access::Action;
using access::PasswordHash;
using access::Reach;
using access::Role;
using foundation::Instant;

/// A store with its own users. All tests share one PostgreSQL database, so logins and addresses are unique per store.
/// Time moves only on request; checking a password takes none, and every password is `kRight` unless it was hashed.
class AccessFixture : public StoreFixture {
protected:
    static constexpr const char* kRight = "the right password";
    static constexpr std::int64_t kSecond = 1000;
    static constexpr std::int64_t kMinute = 60 * kSecond;

    /// The login and the address of this test only.
    std::string own(const std::string& word) { return access::foldLogin(word + "-" + store()); }

    access::UserId user(const std::string& word, Role role)
    {
        return write([&](auto& tx) {
            return access::addUser(tx, {.login = own(word),
                                        .displayName = "Somebody",
                                        .password = access::nobodysPassword(),
                                        .role = role});
        });
    }

    Instant now() const { return {1'790'000'000'000 + passedMs_}; }
    void wait(std::int64_t ms) { passedMs_ += ms; }

    access::LoginAttempt attempt(const std::string& word, const std::string& password,
                                 const std::string& address = "desk",
                                 const std::string& browser = {})
    {
        return {
            .login = own(word), .password = password, .address = own(address), .browser = browser};
    }
    access::LoggedIn logIn(const access::LoginAttempt& attempt)
    {
        return access::logIn(database(), attempt, now(),
                             [&](const PasswordHash&, std::string_view password) {
                                 ++checks_;
                                 return password == kRight;
                             });
    }
    std::string logIn(const std::string& word) { return logIn(attempt(word, kRight)).token; }
    std::optional<access::Session> session(const std::string& token)
    {
        return access::findSession(database(), token, now(), store());
    }
    int checks() const { return checks_; }

    /// The user's row, to check that it has not changed.
    std::string rowOf(const std::string& word)
    {
        std::string text;
        for (const auto& row :
             raw().rows("SELECT * FROM app_user WHERE login = '" + own(word) + "'")) {
            for (const std::string& cell : row) {
                text += cell + "|";
            }
        }
        return text;
    }

    /// The last event: `action subject detail`.
    std::string lastEvent()
    {
        const auto row =
            raw()
                .rows("SELECT action, subject, detail FROM event WHERE store_id = " + storeId() +
                      " ORDER BY event_seq DESC LIMIT 1")
                .front();
        return row[0] + " " + row[1] + " " + row[2];
    }

private:
    std::int64_t passedMs_ = 0;
    int checks_ = 0;
};

} // namespace giftbox::tests
