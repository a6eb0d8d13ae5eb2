#include "tests/tidy/source_tree.h"

#include <gtest/gtest.h>

namespace giftbox::tidy::banned_test {
namespace {

/// Words that module code must not use. Paths are prefixes: an empty `within` means all modules; `home` may use the
/// word.
struct Ban {
    std::vector<std::string> words;
    std::string instead;
    std::vector<std::string> within{};
    std::vector<std::string> home{};
};

const std::vector<Ban>& bans()
{
    static const std::vector<Ban> all = {
        {{"stod", "stof", "stold", "strtod", "strtof", "strtold", "atof"},
         "foundation::parseMoney; no floating point"},
        {{"stoi", "stol", "stoll", "stoul", "stoull", "strtol", "strtoll", "strtoul", "strtoull",
          "atoi", "atol", "atoll", "sscanf"},
         "std::from_chars, which knows no locale and reports what it leaves"},
        {{"std::regex", "std::wregex", "<regex>"}, "a loop over the characters"},
        {{"std::rand", "std::srand", "std::random_device"}, "nothing; books know no chance"},
        {{"std::time", "system_clock::now"},
         "the Actor; only main() asks the clock",
         {},
         {"cli/main.cpp", "web/main.cpp"}},
        {{"getenv", "std::getenv", "qgetenv", "qEnvironmentVariable", "getpwuid"},
         "an argument; only main() asks the environment",
         {},
         {"cli/main.cpp", "web/main.cpp"}},
        {{"localtime", "localtime_r", "gmtime", "gmtime_r", "strftime", "mktime", "QDateTime",
          "QDate"},
         "foundation::Date and foundation::Instant",
         {},
         {"cli/main.cpp", "web/main.cpp"}},
        {{"setlocale", "std::locale", "QLocale", "std::put_money", "std::get_money"},
         "foundation::toText; data has no locale, and pages have foundation::Locale"},
        {{"double", "float", "toDouble", "toFloat"},
         "foundation::Money, foundation::portion",
         {"foundation/money", "books/", "inventory/", "budget/", "gifting/", "accounting/",
          "purchasing/", "reports/", "exchange/"}},
        {{"QSqlDatabase", "QSqlQuery", "QString", "QVariant", "sqlite3"},
         "foundation::Database",
         {},
         {"foundation/", "typeset/"}},
        {{"Engine", "engineOf", "isOnOneServer", "PostgresKind", "isServer", "isSqlite",
          "isPostgresql"},
         "a property or an operation of the connection; only foundation/database knows its engine",
         {},
         {"foundation/database/"}},
        {{"lastInsertId"}, "a number from the store's counters"},
        {{"assert", "Q_ASSERT", "NDEBUG"}, "GIFTBOX_CHECK, which released programs ask too"},
        {{"std::shared_ptr", "std::make_shared"}, "a value, or std::unique_ptr"},
        {{"std::cout", "printf"},
         "a RowWriter, which the edge points somewhere",
         {},
         {"cli/", "exchange/workbook/main.cpp", "typeset/main.cpp"}},
        {{"std::cerr"},
         "a Refusal or DatabaseError, which the edge prints",
         {},
         {"cli/", "exchange/workbook/main.cpp", "gifting/solver/main.cpp", "typeset/main.cpp",
          "web/main.cpp"}}};
    return all;
}

bool isUnder(const std::string& path, const std::vector<std::string>& prefixes)
{
    return std::ranges::any_of(prefixes,
                               [&](const std::string& prefix) { return path.starts_with(prefix); });
}

Complaints bannedWords(const std::vector<SourceFile>& files, AllowList& exceptions)
{
    Complaints complaints;
    for (const SourceFile& file : files) {
        const std::string code = masked(file.text, Keep::Code);
        for (const Ban& ban : bans()) {
            if ((!ban.within.empty() && !isUnder(file.path, ban.within)) ||
                isUnder(file.path, ban.home)) {
                continue;
            }
            for (const std::string& word : ban.words) {
                for (const std::size_t at : placesOf(code, word)) {
                    if (!exceptions.allows(file.path + " " + word)) {
                        complaints.push_back(place(file, at) + ": " + word + " is banned; use " +
                                             ban.instead);
                    }
                }
            }
        }
    }
    return complaints;
}

/// `path word` and the reason.
AllowList exceptions()
{
    return {{"foundation/database/session.cpp getenv", "only where tests are built"},
            {"gifting/solver/main.cpp double", "the solver computes in floating point"},
            {"exchange/workbook/sheet.cpp double", "workbooks keep numbers in floating point"},
            {"exchange/workbook/sheet.cpp strtod", "workbooks keep numbers in floating point"},
            {"foundation/locale.cpp QLocale", "how people write is looked up, for pages alone"},
            {"foundation/locale.cpp QDate", "QLocale writes no other day"},
            {"foundation/time_zone.cpp QDateTime", "QTimeZone takes no other moment"}};
}

TEST(TidyBans, NoModuleUsesABannedWord)
{
    AllowList allowed = exceptions();
    EXPECT_EQ(listed(bannedWords(moduleFiles(), allowed)), "");
    EXPECT_EQ(listed(allowed.stale()), "");
}

TEST(TidyBans, ABannedWordIsFoundWithWhatToUseInstead)
{
    AllowList none{};
    const SourceFile bad{"budget/bad.cpp", "int n = std::stoi(text);\n"
                                           "double rate = 1;\n"
                                           "const auto now = std::time(nullptr);\n"};
    EXPECT_EQ(listed(bannedWords({bad}, none)),
              "budget/bad.cpp:1: stoi is banned; use std::from_chars, which knows no locale and "
              "reports what it leaves\n"
              "budget/bad.cpp:3: std::time is banned; use the Actor; only main() asks the clock\n"
              "budget/bad.cpp:2: double is banned; use foundation::Money, foundation::portion\n");
}

TEST(TidyBans, WordsInCommentsLiteralsAndLongerNamesAreLeftAlone)
{
    AllowList none{};
    const SourceFile good{"budget/good.cpp",
                          "// a double\n/* std::regex */\n"
                          "const char* a = \"atoi \\\" double\";\n"
                          "const char* b = R\"(float \" double)\";\n"
                          "const std::int64_t c = 1'000'000; int doubled = '\"';\n"
                          "std::time_t d = 0;\n"};
    EXPECT_EQ(listed(bannedWords({good}, none)), "");
}

TEST(TidyBans, AWordIsAllowedAtHomeAndWhereItIsExcepted)
{
    AllowList allowed{{"reports/x.cpp double", "a chart"}, {"reports/y.cpp double", "gone"}};
    const SourceFile home{"cli/main.cpp", "std::getenv(\"HOME\");\n"};
    const SourceFile excepted{"reports/x.cpp", "double height = 0;\n"};
    EXPECT_EQ(listed(bannedWords({home, excepted}, allowed)), "");
    EXPECT_EQ(
        listed(allowed.stale()),
        "reports/y.cpp double: is excepted (gone) but keeps the rule; take it off the list\n");
}

/// Literals by which a module tells one engine from the other: the beginning of a URL or of a dump, a driver, a
/// setting.
Complaints namesOfEngines(const std::vector<SourceFile>& files, AllowList& exceptions)
{
    Complaints complaints;
    for (const SourceFile& file : files) {
        if (file.path.starts_with("foundation/database/")) {
            continue;
        }
        for (const Literal& literal : literalsOf(file.text)) {
            const bool isName = std::ranges::any_of(
                std::array{"postgres", "sqlite", "PGDMP", "QSQLITE", "QPSQL", "PRAGMA ", "VACUUM"},
                [&](const char* begin) { return literal.value.starts_with(begin); });
            if ((isName || literal.value == "://") && !exceptions.allows(file.path)) {
                complaints.push_back(place(file, literal.begin) +
                                     ": asks for the engine; foundation/database knows it");
            }
        }
    }
    return complaints;
}

TEST(TidyBans, OnlyTheDatabaseKnowsItsEngine)
{
    AllowList allowed{
        {"cli/main.cpp", "a word with a password is hidden, whatever server it is of"}};
    EXPECT_EQ(listed(namesOfEngines(moduleFiles(), allowed)), "");
    EXPECT_EQ(listed(allowed.stale()), "");
}

TEST(TidyBans, AQuestionForTheEngineIsFound)
{
    AllowList none{};
    const std::vector<SourceFile> bad = {
        {"foundation/database/a.cpp", "url.starts_with(\"postgresql://\");\n"},
        {"web/b.cpp", "a(\"https://\");\nurl.find(\"://\");\nif (driver == \"QSQLITE\") {}\n"
                      "if (engineOf(url) == Engine::Sqlite) {}\n"}};
    EXPECT_EQ(listed(namesOfEngines(bad, none)),
              "web/b.cpp:2: asks for the engine; foundation/database knows it\n"
              "web/b.cpp:3: asks for the engine; foundation/database knows it\n");
    EXPECT_EQ(bannedWords(bad, none).size(), 2U);
}

TEST(TidyBans, HomesExist)
{
    for (const Ban& ban : bans()) {
        for (const std::string& home : ban.home) {
            EXPECT_TRUE(std::filesystem::exists(root() / home)) << home;
        }
    }
}

} // namespace
} // namespace giftbox::tidy::banned_test
