#include "foundation/database/sql_text.h"

#include "foundation/database/database_error.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cctype>
#include <charconv>

inline void initialiseStatements()
{
    Q_INIT_RESOURCE(sql); // a macro of Qt that must stand outside of any namespace
}

namespace giftbox::foundation {
namespace {

std::optional<std::string> readResource(const std::string& path)
{
    initialiseStatements();
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    return file.readAll().toStdString();
}

std::string_view suffix(Engine engine)
{
    return engine == Engine::Sqlite ? ".sqlite.sql" : ".postgresql.sql";
}

std::string withoutComments(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end);
        const auto first = line.find_first_not_of(" \t");
        if (first == std::string_view::npos || !line.substr(first).starts_with("--")) {
            out += line;
        }
    }
    while (!out.empty() &&
           (std::isspace(static_cast<unsigned char>(out.back())) != 0 || out.back() == ';')) {
        out.pop_back();
    }
    return out;
}

bool isNameChar(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Calls `visit(begin, end)` for each `:name` outside quotes; the colon is at begin.
template <class Visit>
void forEachPlaceholder(std::string_view sql, Visit visit)
{
    bool quoted = false;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        quoted = quoted != (sql[i] == '\'');
        if (quoted || sql[i] != ':' || i + 1 == sql.size() || !isNameChar(sql[i + 1])) {
            continue;
        }
        std::size_t end = i + 1;
        while (end < sql.size() && isNameChar(sql[end])) {
            ++end;
        }
        visit(i, end);
        i = end - 1;
    }
}

std::vector<std::string> placeholdersOf(std::string_view sql)
{
    std::vector<std::string> names;
    forEachPlaceholder(sql, [&](std::size_t begin, std::size_t end) {
        std::string name(sql.substr(begin + 1, end - begin - 1));
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(std::move(name));
        }
    });
    return names;
}

std::string pathOf(std::string_view name)
{
    const auto slash = name.rfind('/');
    return std::string(name.substr(0, slash)) + "/sql/" + std::string(name.substr(slash + 1));
}

std::optional<SqlText> loadFile(std::string_view name, std::string_view end)
{
    const std::string path = pathOf(name) + std::string(end);
    const std::optional<std::string> text = readResource(":/" + path);
    if (!text) {
        return std::nullopt;
    }
    SqlText sql = sqlOf(name, *text);
    sql.file = path;
    return sql;
}

std::vector<std::string> statementsOf(std::string_view file, Engine engine)
{
    constexpr std::string_view kSqliteOption = ") WITHOUT ROWID";
    constexpr std::string_view kServersOrder = " COLLATE \"C\"";
    std::vector<std::string> statements;
    std::string text = withoutComments(file) + ";";
    for (std::size_t end = text.find(';'); end != std::string::npos; end = text.find(';')) {
        std::string one = withoutComments(std::string_view(text).substr(0, end));
        text.erase(0, end + 1);
        for (std::size_t at = 0; engine == Engine::Sqlite && // which compares bytes anyway
                                 (at = one.find(kServersOrder, at)) != std::string::npos;) {
            one.erase(at, kServersOrder.size());
        }
        if (engine == Engine::Postgresql && one.ends_with(kSqliteOption)) {
            one.resize(one.size() - kSqliteOption.size() + 1);
        }
        if (one.find_first_not_of(" \t\r\n") != std::string::npos) {
            statements.push_back(std::move(one));
        }
    }
    return statements;
}

/// Their names, in ascending order.
QStringList migrationFiles()
{
    initialiseStatements();
    return QDir(":/data/migrations").entryList({"*.sql"}, QDir::Files, QDir::Name);
}

int numberOf(const std::string& migration)
{
    int number = 0;
    std::from_chars(migration.data(), migration.data() + migration.size(), number);
    return number;
}

} // namespace

SqlText sqlOf(std::string_view name, std::string_view file)
{
    SqlText sql{.name = std::string(name), .text = withoutComments(file), .placeholders = {}};
    sql.placeholders = placeholdersOf(sql.text);
    return sql;
}

SqlText loadSql(std::string_view name, Engine engine)
{
    std::optional<SqlText> sql = loadFile(name, suffix(engine));
    if (!sql) {
        sql = loadRowSql(name);
    }
    if (!sql) {
        throw DatabaseError(std::string(name), "there is no such statement file", "");
    }
    return std::move(*sql);
}

std::optional<SqlText> loadRowSql(std::string_view name) { return loadFile(name, ".sql"); }

std::string SqlText::numbered() const
{
    std::string out;
    std::size_t copied = 0;
    forEachPlaceholder(text, [&](std::size_t begin, std::size_t end) {
        const auto at = std::find(placeholders.begin(), placeholders.end(),
                                  std::string_view(text).substr(begin + 1, end - begin - 1));
        out += text.substr(copied, begin - copied);
        out += "$" + std::to_string(at - placeholders.begin() + 1);
        copied = end;
    });
    return out + text.substr(copied);
}

int newestMigration() { return numberOf(migrationFiles().last().toStdString()); }

std::vector<Migration> loadMigrations(Engine engine)
{
    std::vector<Migration> migrations;
    for (const QString& file : migrationFiles()) {
        const std::string name = file.toStdString();
        Migration migration{.number = numberOf(name), .name = name, .statements = {}};
        migration.statements =
            statementsOf(readResource(":/data/migrations/" + name).value_or(""), engine);
        migrations.push_back(std::move(migration));
    }
    return migrations;
}

} // namespace giftbox::foundation
