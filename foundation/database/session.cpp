#include "foundation/database/session.h"

#include "foundation/database/connection.h"
#include "foundation/database/database_url.h"

#include <QSqlDatabase>

#ifdef GIFTBOX_NOTES_STATEMENTS
#include <cstdlib>
#include <fstream>
#endif

namespace giftbox::foundation {
namespace {

/// Only where tests are built: `scripts/test` compares the files that ran with all there are.
void noteStatement([[maybe_unused]] const std::string& file)
{
#ifdef GIFTBOX_NOTES_STATEMENTS
    const char* const notes = getenv("GIFTBOX_TEST_STATEMENTS");
    if (notes != nullptr && !file.empty()) {
        std::ofstream(notes, std::ios::app) << file + "\n";
    }
#endif
}

} // namespace

Session::Session(const std::string& url, Access access)
    : connection_(std::make_unique<QSqlDatabase>(access == Access::Read ? openFileToRead(url)
                                                 : url.empty()          ? openPrivateFile()
                                                                        : openConnection(url)))
{
    if (access == Access::Write && engineOf(url) == Engine::Postgresql) {
        const PostgresKind kind = setUpPostgresql(*connection_);
        postgres_.emplace(postgresHandle(*connection_), kind);
    }
}

Session::~Session()
{
    statements_.clear();
    ofOneRow_.clear();
    postgres_.reset();
    const QString name = connection_->connectionName();
    connection_->close();
    connection_.reset();
    QSqlDatabase::removeDatabase(name);
}

sqlite3* Session::sqlite() const { return sqliteHandle(*connection_); }

std::unique_ptr<Statement> Session::make(SqlText sql)
{
    noteStatement(sql.file);
    if (postgres_) {
        return std::make_unique<PostgresStatement>(*postgres_, std::move(sql));
    }
    return makeSqliteStatement(sqlite(), std::move(sql));
}

Statement& Session::prepared(std::string_view name)
{
    auto at = statements_.find(name);
    if (at == statements_.end()) {
        const Engine engine = postgres_ ? Engine::Postgresql : Engine::Sqlite;
        at = statements_.emplace(std::string(name), make(loadSql(name, engine))).first;
    }
    return *at->second;
}

void Session::keep(const SqlText& sql)
{
    if (!statements_.contains(sql.name)) {
        statements_.emplace(sql.name, make(sql));
    }
}

Statement* Session::preparedForOneRow(std::string_view name)
{
    auto at = ofOneRow_.find(name);
    if (at == ofOneRow_.end()) {
        std::optional<SqlText> sql = loadRowSql(name);
        at = ofOneRow_.emplace(std::string(name), sql ? make(std::move(*sql)) : nullptr).first;
    }
    return at->second.get();
}

} // namespace giftbox::foundation
