#include "foundation/digest.h"
#include "tests/tidy/source_tree.h"

#include <gtest/gtest.h>

namespace giftbox::tidy::sql_test {
namespace {

/// `module/sql/name.sqlite.sql` is the statement `module/name` for one engine.
struct Statement {
    std::string name;
    std::string engine; ///< empty for both
};

Statement statementOf(const std::string& path)
{
    const std::string file = path.substr(path.rfind('/') + 1);
    const std::string stem = file.substr(0, file.size() - std::string_view(".sql").size());
    const std::size_t dot = stem.find('.');
    return {moduleOf(path) + "/" + stem.substr(0, dot),
            dot == std::string::npos ? "" : stem.substr(dot + 1)};
}

bool looksLikeStatement(const std::string& literal)
{
    const std::size_t slash = literal.rfind('/');
    return slash != std::string::npos && mayInclude().contains(literal.substr(0, slash)) &&
           slash + 1 < literal.size() &&
           std::all_of(literal.begin() + static_cast<std::ptrdiff_t>(slash) + 1, literal.end(),
                       isWordChar);
}

/// `OpenLots` for `open_lots`: the struct name from the build.
std::string structOf(const std::string& statement)
{
    std::string name;
    bool isUpper = true;
    for (const char c : statement.substr(statement.rfind('/') + 1)) {
        const bool isBreak = c == '_';
        name += isBreak ? "" : std::string(1, isUpper ? static_cast<char>(std::toupper(c)) : c);
        isUpper = isBreak;
    }
    return name;
}

/// Whether the code names `sql::STRUCT`.
bool usesStruct(const std::string& code, const std::string& name)
{
    const std::string whole = "sql::" + name;
    for (std::size_t at = code.find(whole); at != std::string::npos;
         at = code.find(whole, at + 1)) {
        if (at + whole.size() == code.size() || !isWordChar(code[at + whole.size()])) {
            return true;
        }
    }
    return false;
}

/// Every statement file is used, as a struct, by its own module only.
Complaints unmatchedStatements(const std::vector<SourceFile>& code,
                               const std::vector<SourceFile>& sql)
{
    Complaints complaints;
    std::map<std::string, std::string> codeOf; // of each module
    for (const SourceFile& file : code) {
        const std::string module = moduleOf(file.path);
        codeOf[module] += masked(file.text, Keep::Code);
        for (const Literal& literal : literalsOf(file.text)) {
            const std::string header = "/statements.h";
            if (literal.value.ends_with(header) && literal.value != module + header) {
                complaints.push_back(place(file, literal.begin) + ": " + literal.value +
                                     " is another module's; call that module");
            } else if (looksLikeStatement(literal.value)) {
                complaints.push_back(
                    place(file, literal.begin) +
                    ": name the statement as a struct, sql::" + structOf(literal.value));
            }
        }
    }
    for (const SourceFile& file : sql) {
        const std::string name = statementOf(file.path).name;
        if (!usesStruct(codeOf[name.substr(0, name.rfind('/'))], structOf(name))) {
            complaints.push_back(file.path + ": is used nowhere; delete it");
        }
    }
    return complaints;
}

/// The names after colons, outside of comments and quotes, like the loader.
std::set<std::string> placeholdersOf(const std::string& sql)
{
    std::set<std::string> names;
    bool quoted = false;
    for (const std::string& line : linesOf(sql)) {
        if (line.starts_with("--")) {
            continue;
        }
        for (std::size_t at = 0; at < line.size(); ++at) {
            quoted = quoted != (line[at] == '\'');
            if (!quoted && line[at] == ':' && at + 1 < line.size() && isWordChar(line[at + 1])) {
                names.insert(line.substr(at + 1, endOfWord(line, at + 1) - at - 1));
            }
        }
    }
    return names;
}

/// A statement has one file, one per engine, or one for rows and one for PostgreSQL's batches; all have the same
/// placeholders.
Complaints badVariants(const std::vector<SourceFile>& sql, AllowList& ofOneEngine)
{
    std::map<std::string, std::map<std::string, std::set<std::string>>> variants;
    for (const SourceFile& file : sql) {
        const Statement statement = statementOf(file.path);
        variants[statement.name][statement.engine] = placeholdersOf(file.text);
    }
    Complaints complaints;
    for (const auto& [name, engines] : variants) {
        const bool both = engines.size() == 2 && engines.contains("postgresql") &&
                          (engines.contains("sqlite") || engines.contains(""));
        if (!both && (engines.size() != 1 || !engines.contains("")) && !ofOneEngine.allows(name)) {
            complaints.push_back(name +
                                 ": expected one file, or one for each of sqlite and postgresql");
        } else if (both && engines.begin()->second != engines.rbegin()->second) {
            complaints.push_back(name + ": the two files differ in their placeholders");
        }
    }
    return complaints;
}

/// A sum must be an integer: on PostgreSQL, a plain sum of integers is a decimal number.
bool isCast(std::string_view sql, std::size_t sum)
{
    constexpr std::array<std::string_view, 3> kForms = {"CAST(", "CAST(-", "CAST(COALESCE("};
    const std::string_view before = sql.substr(0, sum);
    return std::ranges::any_of(kForms,
                               [before](std::string_view form) { return before.ends_with(form); });
}

void checkText(const SourceFile& file, AllowList& withoutStore, Complaints& complaints)
{
    if (!file.text.starts_with("-- ")) {
        complaints.push_back(file.path + ":1: expected a comment that says what it is for");
    }
    std::string sql;
    for (const std::string& line : linesOf(file.text)) {
        sql += line.starts_with("--") ? "" : line + "\n";
    }
    if (sql.find("--") != std::string::npos) {
        complaints.push_back(file.path + ": a comment stands on lines of its own");
    }
    for (const std::size_t at : placesOf(sql, "SUM")) {
        if (!isCast(sql, at)) {
            complaints.push_back(file.path + ": wrap the sum in CAST(… AS BIGINT)");
        }
    }
    if (!placeholdersOf(file.text).contains("store_id") &&
        !withoutStore.allows(statementOf(file.path).name)) {
        complaints.push_back(file.path + ": does not bind store_id");
    }
}

Complaints badTexts(const std::vector<SourceFile>& sql, AllowList& withoutStore)
{
    Complaints complaints;
    for (const SourceFile& file : sql) {
        checkText(file, withoutStore, complaints);
    }
    return complaints;
}

std::vector<SourceFile> statementFiles()
{
    std::vector<std::string> folders;
    for (const std::string& module : modules()) {
        folders.push_back(module + "/sql");
    }
    return filesUnder(folders, {".sql"});
}

AllowList statementsWithoutStore()
{
    return AllowList{
        {"books/list_stores", "it is the list of stores"},
        {"accounting/stores_to_fold", "a migration goes through all stores"},
        {"accounting/stores_to_digest", "it is the list of stores"},
        {"exchange/sample/find_sample", "it finds the sample store"},
        {"books/store_id", "it finds the store_id by code"},
        {"access/delete_setup_links", "links lead to the first user of all stores"},
        {"access/disable_user", "the stores share their users"},
        {"access/end_lock_out", "the stores share their users"},
        {"access/end_session", "a session is found by its token"},
        {"access/end_tokens_of_user", "a disabled user is so in every store"},
        {"access/find_login", "the stores share their users"},
        {"access/find_session", "a session is found by its token"},
        {"access/find_setup_link", "a link is found by its token"},
        {"access/find_token", "it finds the store_id by token"},
        {"access/find_user", "the stores share their users"},
        {"access/first_user", "the stores share their users"},
        {"access/forget_failures", "somebody who logs in has no store yet"},
        {"access/forget_lock_outs", "the stores share their users"},
        {"access/forget_other_places", "the stores share their users"},
        {"access/forget_places", "the stores share their users"},
        {"access/forget_sessions", "a user's sessions are of all stores"},
        {"access/forget_setup_links", "links lead to the first user of all stores"},
        {"access/forgive_address", "somebody who logs in has no store yet"},
        {"access/forgive_login", "somebody who logs in has no store yet"},
        {"access/insert_session", "a user's sessions are of all stores"},
        {"access/insert_setup_link", "links lead to the first user of all stores"},
        {"access/insert_user", "the stores share their users"},
        {"access/keep_place", "the stores share their users"},
        {"access/known_browser", "people of several stores share a browser"},
        {"access/known_places", "the stores share their users"},
        {"access/lock_failures", "somebody who logs in has no store yet"},
        {"access/next_user", "the stores share their users"},
        {"access/note_lock_out", "the stores share their users"},
        {"access/rehash_password", "the stores share their users"},
        {"access/right_failures", "somebody who logs in has no store yet"},
        {"access/see_session", "a session is found by its token"},
        {"access/own_stores", "it finds the stores of a user"},
        {"access/all_stores", "it finds the stores of a user"},
        {"access/stores_of_entity", "it finds the stores of a user"},
        {"access/groups_of_user", "the stores share their users"},
        {"access/group_roles", "the stores share their users"},
        {"access/insert_group_role", "the stores share their users"},
        {"access/delete_group_role", "the stores share their users"},
        {"access/find_group_role", "the stores share their users"},
        {"access/end_tokens_of_group_role", "a role in a group is in many stores"},
        {"access/store_out_of_reach", "it finds a store of an entity"},
        {"accounting/entity_accounts", "the stores share their entities"},
        {"accounting/set_entity_account", "the stores share their entities"},
        {"books/find_entity", "the stores share their entities"},
        {"books/insert_entity", "the stores share their entities"},
        {"books/list_entities", "the stores share their entities"},
        {"books/lock_entity", "the stores share their entities"},
        {"books/set_entity_settings", "the stores share their entities"},
        {"books/count_stores", "it counts the stores"},
        {"books/last_store", "it finds the highest store_id"},
        {"books/stores_alike", "it finds stores by code"},
        {"exchange/accounts_of_entity", "the stores share their entities"},
        {"exchange/insert_account_of_entity", "the stores share their entities"},
        {"access/update_failures", "somebody who logs in has no store yet"},
        {"access/update_password", "the stores share their users"},
        {"access/use_setup_link", "a link is found by its token"},
        {"access/use_token", "it finds the store_id by token"},
        {"accounting/event_of_store", "books of any schema are looked at by code"},
        {"accounting/last_event_of_store", "books of any schema are looked at by code"},
        {"foundation/database/backups", "a backup is of all stores"},
        {"foundation/database/insert_backup", "a backup is of all stores"},
        {"foundation/database/delete_backup", "a backup is of all stores"},
        {"foundation/database/last_backup", "a backup is of all stores"},
        {"foundation/database/create_schema_version", "the schema is of all stores"},
        {"foundation/database/count_objects", "the schema is of all stores"},
        {"foundation/database/has_schema", "a schema is of all stores"},
        {"foundation/database/other_sessions", "a session is of all stores"},
        {"foundation/database/copy_table_to_nodes", "the schema is of all stores"},
        {"foundation/database/is_coordinator", "a cluster is of all stores"},
        {"foundation/database/is_distributed", "the schema is of all stores"},
        {"foundation/database/keep_table_here", "the schema is of all stores"},
        {"foundation/database/spread_table", "the schema is of all stores"},
        {"foundation/database/tables_to_place", "the schema is of all stores"},
        {"foundation/database/export_snapshot", "a snapshot is of all stores"},
        {"foundation/database/has_schema_version", "the schema is of all stores"},
        {"foundation/database/schema_version", "the schema is of all stores"},
        {"foundation/database/table_columns", "the schema is of all stores"},
        {"foundation/database/table_text", "the schema is of all stores"},
        {"foundation/database/insert_schema_version", "the schema is of all stores"}};
}

TEST(TidySql, EveryStatementHasItsFileAndEveryFileItsUse)
{
    EXPECT_EQ(listed(unmatchedStatements(moduleFiles(), statementFiles())), "");
}

TEST(TidySql, AnUnusedAndABorrowedStatementAndOneByNameAreFound)
{
    const SourceFile code{"books/a.cpp", "#include \"budget/statements.h\"\n"
                                         "run(\"books/idle\"); run(sql::IdleToo{});\n"
                                         "#include \"books/statements.h\"\n// sql::Idle\n"};
    const std::vector<SourceFile> sql = {{"books/sql/idle.sqlite.sql", ""},
                                         {"books/sql/idle_too.sql", ""}};
    EXPECT_EQ(listed(unmatchedStatements({code}, sql)),
              "books/a.cpp:1: budget/statements.h is another module's; call that module\n"
              "books/a.cpp:2: name the statement as a struct, sql::Idle\n"
              "books/sql/idle.sqlite.sql: is used nowhere; delete it\n");
}

/// Whether the object before the point is a writer, which has functions of the same names.
bool isWriter(const std::string& code, std::size_t point)
{
    std::size_t begin = point;
    while (begin > 0 && isWordChar(code[begin - 1])) {
        --begin;
    }
    return code.substr(begin, point - begin) == "out";
}

/// Reads of a row's cell by position.
Complaints readsByPosition(const std::vector<SourceFile>& files)
{
    Complaints complaints;
    for (const SourceFile& file : files) {
        const std::string code = masked(file.text, Keep::Code);
        for (const char* const read : {"integer", "text", "string", "maybeInteger", "isNull"}) {
            for (const std::size_t at : placesOf(code, read)) {
                const std::size_t end = at + std::string_view(read).size();
                if (at > 0 && code[at - 1] == '.' && !isWriter(code, at - 1) && code[end] == '(' &&
                    std::isdigit(static_cast<unsigned char>(code[end + 1])) != 0) {
                    complaints.push_back(place(file, at) +
                                         ": read the row by name, as its struct has it");
                }
            }
        }
    }
    return complaints;
}

TEST(TidySql, NoRowIsReadByPosition) { EXPECT_EQ(listed(readsByPosition(moduleFiles())), ""); }

TEST(TidySql, AReadByPositionIsFound)
{
    const SourceFile bad{"books/a.cpp",
                         "a = row.integer(0);\nb = row.text(column);\n"
                         "c = writer.text(name) + body.string(10);\nout.integer(0);\n"};
    EXPECT_EQ(listed(readsByPosition({bad})),
              "books/a.cpp:1: read the row by name, as its struct has it\n"
              "books/a.cpp:3: read the row by name, as its struct has it\n");
}

/// Compares lines of `sha256sum` with the files: listed files must not change, and only the newest may be unlisted.
Complaints thawed(const std::string& sums, const std::vector<SourceFile>& migrations)
{
    std::map<std::string, std::string> listed;
    for (const std::string& line : linesOf(sums)) {
        listed[line.substr(line.rfind(' ') + 1)] = line.substr(0, line.find(' '));
    }
    Complaints complaints;
    for (const SourceFile& file : migrations) {
        const std::string name = file.path.substr(file.path.rfind('/') + 1);
        const auto found = listed.find(name);
        if (found == listed.end()) {
            if (&file != &migrations.back()) {
                complaints.push_back(file.path + ": is not in SHA256SUMS");
            }
        } else if (found->second != foundation::sha256(file.text)) {
            complaints.push_back(file.path + ": is frozen; add another migration");
        }
    }
    return complaints;
}

TEST(TidySql, MigrationsAreFrozen)
{
    EXPECT_EQ(listed(thawed(readFile(root() / "data/migrations/SHA256SUMS"),
                            filesUnder({"data/migrations"}, {".sql"}))),
              "");
}

TEST(TidySql, AMigrationThatWasChangedIsFound)
{
    const std::vector<SourceFile> files = {{"data/migrations/1.sql", "a"},
                                           {"data/migrations/2.sql", "b"},
                                           {"data/migrations/3.sql", "c"}};
    EXPECT_EQ(listed(thawed(foundation::sha256("x") + "  1.sql\n", files)),
              "data/migrations/1.sql: is frozen; add another migration\n"
              "data/migrations/2.sql: is not in SHA256SUMS\n");
}

TEST(TidySql, StatementsOfOneEngineHaveTheirSibling)
{
    AllowList ofOneEngine{
        {"books/append_event", "SQLite and Citus take it as two statements"},
        {"foundation/database/has_schema", "a file has no schemas"},
        {"foundation/database/copy_table_to_nodes", "a file has no nodes"},
        {"foundation/database/is_coordinator", "a file has no nodes"},
        {"foundation/database/is_distributed", "a file has no nodes"},
        {"foundation/database/keep_table_here", "a file has no nodes"},
        {"foundation/database/node_of_store", "a file has no nodes"},
        {"foundation/database/other_sessions", "a file has no sessions"},
        {"foundation/database/spread_table", "a file has no nodes"},
        {"foundation/database/tables_to_place", "a file has no nodes"},
        {"foundation/database/export_snapshot", "a file is copied in one transaction"},
        {"foundation/database/table_text", "a server has many writers"}};
    EXPECT_EQ(listed(badVariants(statementFiles(), ofOneEngine)), "");
    EXPECT_EQ(listed(ofOneEngine.stale()), "");
}

TEST(TidySql, AMissingSiblingAndOtherPlaceholdersAreFound)
{
    AllowList none{};
    EXPECT_EQ(listed(badVariants({{"a/sql/one.sqlite.sql", ""},
                                  {"a/sql/three.sql", "SELECT :x"},
                                  {"a/sql/two.postgresql.sql", "-- :c\nSELECT ':b', :a"},
                                  {"a/sql/two.sqlite.sql", "SELECT :a, :b"}},
                                 none)),
              "a/one: expected one file, or one for each of sqlite and postgresql\n"
              "a/two: the two files differ in their placeholders\n");
}

TEST(TidySql, FilesSayWhatTheyDoAndBindTheirStore)
{
    AllowList withoutStore = statementsWithoutStore();
    EXPECT_EQ(listed(badTexts(statementFiles(), withoutStore)), "");
    EXPECT_EQ(listed(withoutStore.stale()), "");
}

TEST(TidySql, ATextThatBreaksTheRulesIsFound)
{
    AllowList none{};
    const SourceFile good{
        "a/sql/good.sql",
        "-- Sums: all.\nSELECT CAST(SUM(x) AS BIGINT) FROM t WHERE store_id = :store_id\n"};
    const SourceFile bad{"a/sql/bad.sql", "SELECT * -- all\n, SUM(x) FROM t\n"};
    EXPECT_EQ(listed(badTexts({good, bad}, none)),
              "a/sql/bad.sql:1: expected a comment that says what it is for\n"
              "a/sql/bad.sql: a comment stands on lines of its own\n"
              "a/sql/bad.sql: wrap the sum in CAST(… AS BIGINT)\n"
              "a/sql/bad.sql: does not bind store_id\n");
}

} // namespace
} // namespace giftbox::tidy::sql_test
