// Makes a struct from each statement file: its binds and its rows' columns, as SQLite reports them on this schema.
//   statement_types SOURCE OUT    writes OUT/FOLDER/statements.h, and for a test OUT/statement_shapes.h
// Marks in a header add what the text cannot say. `-- @one`, `-- @optional`, `-- @many`: the rows it returns. `-- @null
// a, b`: columns that may be null although no table column is. `-- @text a`, `-- @integer a`: the type of an
// expression. `-- @each a, b`: placeholders with a value per row of a batch. `-- @columns a, b`: for PostgreSQL only.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sqlite3.h>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

struct Column {
    std::string name;
    bool isText = false;
    bool mayBeNull = false;
};

struct Statement {
    fs::path file;      ///< relative to the source
    std::string folder; ///< `gifting/selection`
    std::string name;   ///< `open_lots`
    std::string about;  ///< the header's own words
    std::map<std::string, Names> marks;
    Names binds;
    std::vector<Column> columns;
    bool writes = false;
};

[[noreturn]] void fail(const Statement& statement, const std::string& sentence)
{
    throw std::runtime_error(statement.file.string() + ": " + sentence);
}

std::string readFile(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

Names wordsOf(std::string text)
{
    std::replace(text.begin(), text.end(), ',', ' ');
    std::istringstream in(text);
    Names words;
    for (std::string word; in >> word;) {
        words.push_back(word);
    }
    return words;
}

bool holds(const Statement& statement, const std::string& mark, const std::string& name)
{
    const auto found = statement.marks.find(mark);
    return found != statement.marks.end() &&
           std::find(found->second.begin(), found->second.end(), name) != found->second.end();
}

/// Splits the header from the statement.
std::string readHeader(Statement& statement, const std::string& text)
{
    static const std::set<std::string> known = {"one",     "optional", "many", "null",
                                                "integer", "text",     "each", "columns"};
    std::istringstream in(text);
    std::string sql;
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with("--")) {
            sql += line + "\n";
        } else if (line.starts_with("-- @")) {
            Names words = wordsOf(line.substr(4));
            const std::string mark = words.front();
            if (!known.contains(mark)) {
                fail(statement, "@" + mark + " is not a mark");
            }
            words.erase(words.begin());
            Names& all = statement.marks[mark];
            all.insert(all.end(), words.begin(), words.end());
        } else {
            statement.about += (statement.about.empty() ? "" : " ") +
                               line.substr(std::min<std::size_t>(3, line.size()));
        }
    }
    return sql;
}

class Schema {
public:
    explicit Schema(const fs::path& source)
    {
        sqlite3_open(":memory:", &database_);
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(source / "data/migrations")) {
            if (entry.path().extension() == ".sql") {
                files.push_back(entry.path());
            }
        }
        std::sort(files.begin(), files.end());
        files.insert(files.begin(), source / "foundation/database/sql/create_schema_version.sql");
        for (const fs::path& file : files) {
            if (sqlite3_exec(database_, readFile(file).c_str(), nullptr, nullptr, nullptr) !=
                SQLITE_OK) {
                throw std::runtime_error(file.string() + ": " + sqlite3_errmsg(database_));
            }
        }
    }
    Schema(const Schema&) = delete;
    Schema& operator=(const Schema&) = delete;
    ~Schema() { sqlite3_close(database_); }

    void describe(Statement& statement, const std::string& sql) const
    {
        sqlite3_stmt* prepared = nullptr;
        if (sqlite3_prepare_v2(database_, sql.c_str(), -1, &prepared, nullptr) != SQLITE_OK) {
            fail(statement, sqlite3_errmsg(database_));
        }
        for (int i = 1; i <= sqlite3_bind_parameter_count(prepared); ++i) {
            statement.binds.emplace_back(sqlite3_bind_parameter_name(prepared, i) + 1);
        }
        for (int i = 0; i < sqlite3_column_count(prepared); ++i) {
            statement.columns.push_back(columnOf(statement, prepared, i));
        }
        statement.writes = sqlite3_stmt_readonly(prepared) == 0;
        sqlite3_finalize(prepared);
    }

private:
    Column columnOf(const Statement& statement, sqlite3_stmt* prepared, int at) const
    {
        Column column{
            .name = sqlite3_column_name(prepared, at), .isText = false, .mayBeNull = false};
        const char* const declared = sqlite3_column_decltype(prepared, at);
        column.isText = holds(statement, "text", column.name) ||
                        (declared != nullptr && std::string(declared) == "TEXT" &&
                         !holds(statement, "integer", column.name));
        const char* const table = sqlite3_column_table_name(prepared, at);
        int notNull = 1;
        int isKey = 0;
        if (table != nullptr) {
            sqlite3_table_column_metadata(database_, nullptr, table,
                                          sqlite3_column_origin_name(prepared, at), nullptr,
                                          nullptr, &notNull, &isKey, nullptr);
        }
        column.mayBeNull = holds(statement, "null", column.name) || (notNull == 0 && isKey == 0);
        return column;
    }

    sqlite3* database_ = nullptr;
};

/// `received_on` is `receivedOn`, and ReceivedOn where it names a type.
std::string camel(const std::string& name, bool isType = false)
{
    std::string out;
    bool isUpper = isType;
    for (const char c : name) {
        if (c == '_') {
            isUpper = !out.empty();
        } else {
            out += isUpper ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
            isUpper = false;
        }
    }
    static const std::set<std::string> words = {"default", "register", "union", "operator", "new"};
    return words.contains(out) ? out + "_" : out;
}

/// A column's name gives the type of its numbers (docs/ARCHITECTURE.md, "Engines and schema").
std::string typeOf(const Statement& statement, const Column& column)
{
    const std::string& name = column.name;
    const bool isPlain = holds(statement, "integer", name);
    const std::string type = column.isText                                 ? "std::string_view"
                             : isPlain                                     ? "std::int64_t"
                             : name.ends_with("_minor")                    ? "foundation::Money"
                             : name.ends_with("_on")                       ? "foundation::Date"
                             : name == "month" || name.ends_with("_month") ? "foundation::Month"
                             : name.ends_with("_at")                       ? "foundation::Instant"
                                                                           : "std::int64_t";
    return column.mayBeNull ? "std::optional<" + type + ">" : type;
}

std::string memberOf(const Column& column)
{
    constexpr std::string_view kMinor = "_minor";
    return camel(column.name.ends_with(kMinor)
                     ? column.name.substr(0, column.name.size() - kMinor.size())
                     : column.name);
}

bool isName(const std::string& text)
{
    return !text.empty() && std::isdigit(static_cast<unsigned char>(text.front())) == 0 &&
           std::all_of(text.begin(), text.end(), [](unsigned char c) {
               return std::islower(c) != 0 || std::isdigit(c) != 0 || c == '_';
           });
}

void requireNames(const Statement& statement)
{
    std::set<std::string> names;
    for (const Column& column : statement.columns) {
        if (!isName(column.name)) {
            fail(statement, "the column " + column.name + " needs a name (AS)");
        }
        if (!names.insert(memberOf(column)).second) {
            fail(statement, "there are two columns " + column.name);
        }
    }
    for (const auto& [mark, marked] : statement.marks) {
        for (const std::string& name : mark == "each" ? Names() : marked) {
            if (std::none_of(statement.columns.begin(), statement.columns.end(),
                             [&](const Column& column) { return column.name == name; })) {
                fail(statement, "@" + mark + " names no column: " + name);
            }
        }
    }
}

std::string returnsOf(const Statement& statement)
{
    const bool one = statement.marks.contains("one");
    const bool optional = statement.marks.contains("optional");
    const bool many = statement.marks.contains("many");
    if (one + optional + many != (statement.columns.empty() ? 0 : 1)) {
        fail(statement, statement.columns.empty()
                            ? "returns nothing, so there is no @one, @optional or @many"
                            : "expected one of @one, @optional and @many");
    }
    return one ? "One" : optional ? "Optional" : many ? "Many" : "Nothing";
}

void writeRow(std::ostream& out, const Statement& statement)
{
    out << "    struct Row {\n";
    for (const Column& column : statement.columns) {
        const std::string type = typeOf(statement, column);
        out << "        " << type << " " << memberOf(column)
            << (type == "std::int64_t" ? " = 0" : "{}") << ";\n";
    }
    out << "        Row() = default;\n        explicit Row(const foundation::Row& row)\n           "
           " : ";
    for (std::size_t i = 0; i < statement.columns.size(); ++i) {
        out << (i == 0 ? "" : ",\n              ") << memberOf(statement.columns[i])
            << "(foundation::cell<" << typeOf(statement, statement.columns[i]) << ">(row, " << i
            << "))";
    }
    std::string names;
    std::string visits;
    for (const Column& column : statement.columns) {
        names += (names.empty() ? "\"" : ", \"") + column.name + "\"";
        visits += " visit(" + memberOf(column) + ");";
    }
    out << "\n        {}\n        static constexpr std::array<std::string_view, "
        << statement.columns.size() << "> kColumns = {" << names
        << "};\n        template <class Visit>\n"
        << "        void each(Visit&& visit) const {" << visits << " }\n    };\n";
}

void writeStatement(std::ostream& out, const Statement& statement)
{
    Names constants;
    std::copy_if(statement.binds.begin(), statement.binds.end(), std::back_inserter(constants),
                 [&](const std::string& name) { return !holds(statement, "each", name); });
    std::stable_partition(constants.begin(), constants.end(),
                          [](const std::string& name) { return name == "store_id"; });
    const std::string full = statement.folder + "/" + statement.name;
    out << "\n/// " << statement.file.string() << ": " << statement.about << "\nstruct "
        << camel(statement.name, true) << " {\n    static constexpr std::string_view kName = \""
        << full
        << "\";\n    static constexpr auto kReturns = foundation::Returns::" << returnsOf(statement)
        << ";\n    static constexpr bool kWrites = " << (statement.writes ? "true" : "false")
        << ";\n";
    for (const std::string& bind : constants) {
        out << "    foundation::Bound " << camel(bind) << ";\n";
    }
    if (!statement.columns.empty()) {
        writeRow(out, statement);
    }
    out << "    std::array<foundation::Bind, " << constants.size()
        << "> binds() const\n    {\n        return {";
    for (std::size_t i = 0; i < constants.size(); ++i) {
        out << (i == 0 ? "{" : ", ") << "{\"" << constants[i] << "\", " << camel(constants[i])
            << ".value()}" << (i + 1 == constants.size() ? "}" : "");
    }
    out << "};\n    }\n";
    const auto each = statement.marks.find("each");
    if (each != statement.marks.end()) {
        out << "    /// Rows for it, a value for each of these in this order.\n"
               "    static foundation::Batch batch() { return foundation::Batch{";
        for (std::size_t i = 0; i < each->second.size(); ++i) {
            out << (i == 0 ? "" : ", ") << "\"" << each->second[i] << "\"";
        }
        out << "}; }\n";
    }
    out << "};\n";
}

void writeIfChanged(const fs::path& path, const std::string& text)
{
    fs::create_directories(path.parent_path());
    if (!fs::exists(path) || readFile(path) != text)
        std::ofstream(path, std::ios::binary) << text;
}

void writeFolder(const fs::path& out, const std::string& folder,
                 const std::vector<const Statement*>& statements)
{
    const std::string outer = folder.substr(0, folder.find('/'));
    std::ostringstream text;
    text << "// Made from " << folder
         << "/sql by scripts/build.d/statement_types.cpp.\n#pragma once\n\n"
            "#include \"foundation/database/typed_rows.h\"\n\n#include <array>\n\nnamespace "
            "giftbox::"
         << outer << "::sql {\n";
    for (const Statement* statement : statements) {
        writeStatement(text, *statement);
    }
    text << "\n} // namespace giftbox::" << outer << "::sql\n";
    writeIfChanged(out / folder / "statements.h", text.str());
}

/// `"name", "a b", "code:text, units:bigint"` a statement.
void writeShapes(const fs::path& out, const std::vector<Statement>& all)
{
    std::ostringstream text;
    text << "// Made by scripts/build.d/statement_types.cpp.\n#pragma once\n\nstruct "
            "StatementShape {\n"
            "    const char* name;\n    const char* binds;\n    const char* columns;\n};\n"
            "inline constexpr StatementShape kStatementShapes[] = {\n";
    for (const Statement& statement : all) {
        text << "    {\"" << statement.folder << "/" << statement.name << "\", \"";
        for (const std::string& bind : statement.binds) {
            text << bind << " ";
        }
        text << "\", \"";
        for (const Column& column : statement.columns) {
            text << column.name << (column.isText ? ":text " : ":bigint ");
        }
        text << "\"},\n";
    }
    text << "};\n";
    writeIfChanged(out / "statement_shapes.h", text.str());
}

/// For a statement that SQLite cannot prepare.
Names placeholdersOf(const std::string& sql)
{
    Names names;
    bool isQuoted = false;
    for (std::size_t i = 0; i + 1 < sql.size(); ++i) {
        isQuoted = isQuoted != (sql[i] == '\'');
        if (isQuoted || sql[i] != ':' || (i > 0 && sql[i - 1] == ':')) {
            continue;
        }
        std::size_t end = i + 1;
        while (end < sql.size() &&
               (std::isalnum(static_cast<unsigned char>(sql[end])) != 0 || sql[end] == '_')) {
            ++end;
        }
        const std::string name = sql.substr(i + 1, end - i - 1);
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }
    return names;
}

/// One per name; SQLite's if each engine has a file.
std::map<std::string, fs::path> statementFiles(const fs::path& source)
{
    std::map<std::string, fs::path> files;
    for (auto at = fs::recursive_directory_iterator(source);
         at != fs::recursive_directory_iterator(); ++at) {
        const std::string name = at->path().filename().string();
        if (at->is_directory() && (name == "build" || name == ".git" || name == "tests")) {
            at.disable_recursion_pending();
        }
        if (at->path().extension() != ".sql" || at->path().parent_path().filename() != "sql") {
            continue;
        }
        const fs::path path = at->path().lexically_relative(source);
        const std::string stem = name.substr(0, name.find('.'));
        const std::string key = path.parent_path().parent_path().generic_string() + "/" + stem;
        if (!name.ends_with(".postgresql.sql") || !files.contains(key)) {
            files[key] = path;
        }
    }
    return files;
}

void run(const fs::path& source, const fs::path& out)
{
    const Schema schema(source);
    const std::map<std::string, fs::path> files = statementFiles(source);
    std::vector<Statement> all;
    for (const auto& [key, path] : files) {
        Statement statement;
        statement.file = path;
        statement.folder = key.substr(0, key.rfind('/'));
        statement.name = key.substr(key.rfind('/') + 1);
        const std::string sql = readHeader(statement, readFile(source / path));
        if (path.string().ends_with(".postgresql.sql")) {
            statement.binds = placeholdersOf(sql);
            for (const std::string& name : statement.marks["columns"]) {
                statement.columns.push_back({.name = name,
                                             .isText = holds(statement, "text", name),
                                             .mayBeNull = holds(statement, "null", name)});
            }
        } else {
            schema.describe(statement, sql);
        }
        requireNames(statement);
        all.push_back(std::move(statement));
    }
    std::map<std::string, std::vector<const Statement*>> folders;
    for (const Statement& statement : all) {
        folders[statement.folder].push_back(&statement);
    }
    for (const auto& [folder, statements] : folders) {
        writeFolder(out, folder, statements);
    }
    writeShapes(out, all);
}

} // namespace

int main(int argc, char** argv)
{
    try {
        const Names words(argv + 1, argv + argc);
        run(words.at(0), words.at(1));
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "statement_types: " << error.what() << '\n';
        return 1;
    }
}
