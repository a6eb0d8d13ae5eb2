#include "access/secret.h"
#include "tests/support/store_fixture.h"

#include <set>

namespace giftbox::access::secret_test {
namespace {

TEST(HashPassword, IsArgon2idWithItsCostAndASaltOfItsOwn)
{
    const PasswordHash one = hashPassword("correct horse battery");
    const PasswordHash other = hashPassword("correct horse battery");
    EXPECT_TRUE(one.text.starts_with("$argon2id$v=19$m=65536,t=2,p=1$")) << one.text;
    EXPECT_NE(one, other);
    EXPECT_TRUE(checkPassword(one, "correct horse battery"));
    EXPECT_FALSE(checkPassword(one, "correct horse batterz"));
    EXPECT_FALSE(checkPassword(one, ""));
}

TEST(HashPassword, TakesAnyBytesFrom12To1024)
{
    for (const std::string& good : {std::string(12, 'x'), std::string(1024, ' '),
                                    std::string("\0\xff\0"
                                                "123456789",
                                                12)}) {
        const PasswordHash hash = hashPassword(good);
        EXPECT_TRUE(checkPassword(hash, good));
        EXPECT_FALSE(checkPassword(hash, good.substr(1)));
    }
    for (const std::size_t size : {0U, 11U, 1025U}) {
        EXPECT_EQ(tests::codeOf([&] { hashPassword(std::string(size, 'x')); }), "password.length");
    }
}

TEST(SlowDigest, IsTheSameForTheSamePasswordAndTextOnly)
{
    const std::string digest = slowDigest("correct horse battery", "key");
    EXPECT_EQ(slowDigest("correct horse battery", "key"), digest);
    EXPECT_NE(slowDigest("correct horse batterz", "key"), digest);
    EXPECT_NE(slowDigest("correct horse battery", "kez"), digest);
    EXPECT_NE(slowDigest("", "key"), digest);
}

TEST(NobodysPassword, CostsAsMuchToCheckAsOneOfToday)
{
    EXPECT_FALSE(isOutdated(nobodysPassword()));
    EXPECT_FALSE(checkPassword(nobodysPassword(), ""));
}

TEST(IsOutdated, SaysSoOfAnotherCost)
{
    EXPECT_FALSE(isOutdated(hashPassword("correct horse battery")));
    EXPECT_TRUE(isOutdated({"$argon2id$v=19$m=8192,t=1,p=1$"
                            "g0xctB1nIUDqvUFDGh6SOA$M7mPGO1ZYqC79ARORfx9dmqxACtG0XeLlzxawj9Sxt8"}));
}

TEST(NewToken, IsLongFitForAnAddressAndNeverTheSame)
{
    std::set<std::string> tokens;
    for (int i = 0; i < 1000; ++i) {
        const std::string token = newToken();
        EXPECT_EQ(token.size(), 43U);
        EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                          "0123456789-_"),
                  std::string::npos)
            << token;
        EXPECT_TRUE(tokens.insert(token).second);
    }
}

TEST(IsSame, ComparesEveryByte)
{
    EXPECT_TRUE(isSame("", ""));
    EXPECT_TRUE(isSame("abc", "abc"));
    EXPECT_FALSE(isSame("abc", "abd"));
    EXPECT_FALSE(isSame("abc", "ab"));
    EXPECT_FALSE(isSame("", "a"));
}

} // namespace
} // namespace giftbox::access::secret_test
