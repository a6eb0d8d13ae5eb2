#include "foundation/database/database.h"

#include "foundation/database/connection.h"
#include "foundation/database/database_url.h"
#include "foundation/database/postgres_connection.h"
#include "foundation/database/sqlite_connection.h"
#include "foundation/database/statements.h"

namespace giftbox::foundation {

Reader::Reader(std::unique_ptr<DatabaseConnection> impl) : impl_(std::move(impl)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Database::Database(std::unique_ptr<DatabaseConnection> impl) : Reader(std::move(impl)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Database Database::open(const std::string& url)
{
    if (engineOf(url) == Engine::Postgresql) {
        return Database(std::make_unique<PostgresConnection>(url));
    }
    OpenFile::requireSame(url);
    auto impl = std::make_unique<SqliteConnection>(url, Access::Write);
    impl->file.emplace(url, *impl->own);
    impl->limit.watch(impl->own->sqlite());
    return Database(std::move(impl));
}

Database Database::openToRead(const std::string& path)
{
    return Database(std::make_unique<SqliteConnection>(path, Access::Read));
}

void Database::requireSameFile() const
{
    const SqliteConnection* const sqlite = sqliteOf(*impl_);
    if (sqlite != nullptr && sqlite->file) {
        sqlite->file->requireSame();
    }
}

const std::string& Database::url() const { return impl_->url; }

bool Database::isOnOneServer() const { return impl_->isOnOneServer(); }

bool Database::sendsBatchesWhole() const { return impl_->sendsBatchesWhole(); }

std::int64_t Database::statementsSent() const { return impl_->statementsSent(); }

Rows Reader::query(std::string_view sql, Binds binds)
{
    Statement& statement = impl_->prepared(sql);
    statement.bindAll(binds);
    impl_->run(statement);
    return Rows(statement);
}

Rows Reader::stream(std::string_view sql, Binds binds)
{
    Statement& statement = impl_->prepared(sql);
    statement.bindAll(binds);
    impl_->stream(statement);
    return Rows(statement);
}

void Database::execute(std::string_view sql, Binds binds)
{
    Statement& statement = impl_->prepared(sql);
    statement.bindAll(binds);
    impl_->runLater(statement);
}

void Database::executeForEach(std::string_view sql, Binds binds, const Batch& batch)
{
    impl_->runBatch(
        sql, binds, batch,
        [this](Statement& statement) {
            impl_->runLater(statement);
            return 0;
        },
        [](Statement&) {});
}

std::int64_t Database::countForEach(std::string_view sql, Binds binds, const Batch& batch)
{
    return impl_->runBatch(
        sql, binds, batch, [this](Statement& statement) { return impl_->run(statement); },
        [](Statement&) {});
}

void Reader::queryForEach(std::string_view sql, Binds binds, const Batch& batch,
                          const std::function<void(const Row&)>& visit)
{
    impl_->runBatch(
        sql, binds, batch, [this](Statement& statement) { return impl_->run(statement); },
        [&](Statement& statement) {
            while (statement.next()) {
                visit(Row(statement));
            }
        });
}

void Reader::visitLater(std::string_view sql, Binds binds, const Batch& batch,
                        std::function<void(const Row&)> visit)
{
    impl_->runBatch(
        sql, binds, batch,
        [&](Statement& statement) {
            impl_->visitLater(statement, visit);
            return 0;
        },
        [](Statement&) {});
}

// NOLINTNEXTLINE(performance-unnecessary-value-param): it is there until the server answers
void Reader::visitLater(std::string_view sql, Binds binds, std::function<void(const Row&)> visit)
{
    Statement& statement = impl_->prepared(sql);
    statement.bindAll(binds);
    impl_->visitLater(statement, visit);
}

void Reader::keep(const SqlText& sql) { impl_->active->keep(sql); }

std::optional<std::int64_t> Reader::known(const std::string& name) const
{
    const auto found = impl_->known.find(name);
    return found == impl_->known.end() ? std::nullopt : std::optional(found->second);
}

void Reader::know(const std::string& name, std::int64_t number) { impl_->known[name] = number; }

bool Reader::keeps(std::string_view name) const { return impl_->active->keeps(name); }

void Reader::settle() { impl_->settle(); }

void Database::runText(const std::string& text, const std::string& what)
{
    impl_->runText(text, what);
}

void Database::limitTime(std::chrono::milliseconds most) { impl_->limitTime(most); }

std::chrono::milliseconds Database::waitForWriters(std::chrono::milliseconds longest)
{
    return impl_->limit.waitAtMost(longest);
}

void Database::begin(Access access)
{
    impl_->limit.require("begin");
    impl_->begin(access);
}

void Database::beginIn(std::string_view table, std::int64_t store, Access access)
{
    impl_->limit.require("begin");
    if (impl_->asksForNode(store)) {
        const auto node =
            query(sql::NodeOfStore{.storeId = store, .tableName = std::string(table)});
        impl_->nodeIs(store, node ? urlAt(url(), std::string(node->host), node->port) : "");
    }
    impl_->beginIn(store, access);
}

void Database::commit() { impl_->commit(); }

void Database::rollback() noexcept { impl_->rollback(); }

void Database::endLog()
{
    runText("PRAGMA journal_mode=DELETE", "log");
    sqliteOf(*impl_)->file->forgetLog();
}

} // namespace giftbox::foundation
