#pragma once

#include "foundation/database/batch.h"
#include "foundation/database/database_error.h"
#include "foundation/database/engine.h"
#include "foundation/database/rows.h"
#include "foundation/database/typed_rows.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::foundation {

struct DatabaseConnection;
struct SqlText;

/// What reads of a connection: its statements give rows and change nothing. A statement is a struct of the build (typed_rows.h).
class Reader {
public:
    /// What the statement's file says: one row, one or none, or many (Found, Many). The rows must be read before the same statement is used again.
    template <IsStatement S>
    auto query(const S& statement)
    {
        static_assert(!S::kWrites, "a reader does not write");
        return rowsOf<S>(query(S::kName, statement.binds()));
    }
    /// As query, for results that do not fit in memory: no other statement may run until the last row is read.
    template <IsStatement S>
    auto stream(const S& statement)
    {
        static_assert(!S::kWrites, "a reader does not write");
        return rowsOf<S>(stream(S::kName, statement.binds()));
    }
    /// Runs the query for every row of the batch, one statement on PostgreSQL, and visits all rows it returns.
    template <IsStatement S, class Visit>
    void queryForEach(const S& statement, const Batch& batch, Visit&& visit)
    {
        static_assert(!S::kWrites, "a reader does not write");
        queryForEach(S::kName, statement.binds(), batch,
                     [&](const Row& row) { visit(typename S::Row(row)); });
    }
    /// As queryForEach, but on PostgreSQL not awaited: the rows are visited with the next statement that is, or by settle().
    template <IsStatement S, class Visit>
    void visitLater(const S& statement, const Batch& batch, Visit visit)
    {
        static_assert(!S::kWrites, "a reader does not write");
        visitLater(S::kName, statement.binds(), batch,
                   [visit = std::move(visit)](const Row& row) { visit(typename S::Row(row)); });
    }
    template <IsStatement S, class Visit>
    void visitLater(const S& statement, Visit visit)
    {
        static_assert(!S::kWrites, "a reader does not write");
        visitLater(S::kName, statement.binds(),
                   [visit = std::move(visit)](const Row& row) { visit(typename S::Row(row)); });
    }
    /// Awaits everything sent so far.
    void settle();
    /// Has the functions that take a name know a statement that no file has. Within the transaction it is for.
    void keep(const SqlText& sql);

    /// By name: a statement that no file has, and rows whose cells are all read in their order.
    Rows query(std::string_view sql, Binds binds);
    Rows query(std::string_view sql, std::initializer_list<Bind> binds)
    {
        return query(sql, Binds(binds.begin(), binds.size()));
    }
    Rows stream(std::string_view sql, Binds binds);
    Rows stream(std::string_view sql, std::initializer_list<Bind> binds)
    {
        return stream(sql, Binds(binds.begin(), binds.size()));
    }
    void queryForEach(std::string_view sql, Binds binds, const Batch& batch,
                      const std::function<void(const Row&)>& visit);
    void queryForEach(std::string_view sql, std::initializer_list<Bind> binds, const Batch& batch,
                      const std::function<void(const Row&)>& visit)
    {
        queryForEach(sql, Binds(binds.begin(), binds.size()), batch, visit);
    }
    void visitLater(std::string_view sql, Binds binds, const Batch& batch,
                    std::function<void(const Row&)> visit);
    void visitLater(std::string_view sql, std::initializer_list<Bind> binds, const Batch& batch,
                    std::function<void(const Row&)> visit)
    {
        visitLater(sql, Binds(binds.begin(), binds.size()), batch, std::move(visit));
    }
    void visitLater(std::string_view sql, Binds binds, std::function<void(const Row&)> visit);
    void visitLater(std::string_view sql, std::initializer_list<Bind> binds,
                    std::function<void(const Row&)> visit)
    {
        visitLater(sql, Binds(binds.begin(), binds.size()), std::move(visit));
    }

protected:
    explicit Reader(std::unique_ptr<DatabaseConnection> impl);
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;
    ~Reader();

    std::unique_ptr<DatabaseConnection> impl_;
};

/// One connection. Statements are named by their file without engine and extension: `inventory/open_lots` is
/// `inventory/sql/open_lots.sql`, or `open_lots.sqlite.sql` / `open_lots.postgresql.sql`. A batch of one row takes
/// the file without engine on PostgreSQL too where there are both. Each is prepared once and kept.
/// Every function throws DatabaseError; a commit also Refusal `database.replaced`. Not for use from two threads.
class Database : public Reader {
public:
    /// `url`: a path, or `postgresql://user@host/name` with optional `:port` and `?host=/socket/folder`. Opens or creates; does not migrate.
    static Database open(const std::string& url);
    /// A SQLite database that is there; the file stays as it is.
    static Database openToRead(const std::string& path);
    /// An empty SQLite database of this process alone: in a temporary file without a name, gone with the object.
    static Database openPrivate();
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    Engine engine() const;
    /// Throws Refusal `database.replaced` where the SQLite file that this process has open is not the one of its name any more. Each commit is
    /// refused then, and so is another connection.
    void requireSameFile() const;
    /// As it was opened.
    const std::string& url() const;
    /// Whether this is PostgreSQL without Citus.
    bool isOnOneServer() const;

    /// As Reader's, also of a statement that changes something and returns what it has changed.
    template <IsStatement S>
    auto query(const S& statement)
    {
        return rowsOf<S>(Reader::query(S::kName, statement.binds()));
    }
    using Reader::query;
    /// A change whose result nobody waits for: on PostgreSQL it travels with the next statement that is awaited, or with the commit, and
    /// that is where its error is thrown, under its own name.
    template <IsStatement S>
    void execute(const S& statement)
    {
        static_assert(S::kReturns == Returns::Nothing);
        execute(S::kName, statement.binds());
    }
    /// Two changes as the one statement that does both, for PostgreSQL alone, and that binds what each of them binds.
    template <IsStatement First, IsStatement Second>
    void executeAtOnce(std::string_view sql, const First& first, const Second& second)
    {
        std::vector<Bind> all;
        for (const Bind& bind : first.binds()) {
            all.push_back(bind);
        }
        for (const Bind& bind : second.binds()) {
            if (std::ranges::find(all, bind.name, &Bind::name) == all.end()) {
                all.push_back(bind);
            }
        }
        execute(sql, all);
    }
    void execute(std::string_view sql, Binds binds);
    void execute(std::string_view sql, std::initializer_list<Bind> binds)
    {
        execute(sql, Binds(binds.begin(), binds.size()));
    }
    /// Runs the change for every row of the batch: one statement on PostgreSQL, not awaited. Nothing happens for an empty batch.
    template <IsStatement S>
    void executeForEach(const S& statement, const Batch& batch)
    {
        executeForEach(S::kName, statement.binds(), batch);
    }
    void executeForEach(std::string_view sql, Binds binds, const Batch& batch);
    void executeForEach(std::string_view sql, std::initializer_list<Bind> binds, const Batch& batch)
    {
        executeForEach(sql, Binds(binds.begin(), binds.size()), batch);
    }
    /// As executeForEach, but awaited: rows changed in all.
    template <IsStatement S>
    std::int64_t countForEach(const S& statement, const Batch& batch)
    {
        return countForEach(S::kName, statement.binds(), batch);
    }
    std::int64_t countForEach(std::string_view sql, Binds binds, const Batch& batch);
    std::int64_t countForEach(std::string_view sql, std::initializer_list<Bind> binds,
                              const Batch& batch)
    {
        return countForEach(sql, Binds(binds.begin(), binds.size()), batch);
    }
    /// Runs text that comes from no statement file: transaction control, pragmas, migrations.
    void runText(const std::string& text, const std::string& what);

    /// Statements sent since opening, for tests of round trips.
    std::int64_t statementsSent() const;

    /// Writes a SQLite database anew, so that neither its file nor its log holds what rows said before; nothing on PostgreSQL, which clears that
    /// away by itself in time. Takes as long as reading and writing the whole file. Requires that no transaction is open.
    void forgetRemoved();
    /// So that a SQLite database is one file with nothing beside it, also while it is read. Requires that nobody else has it open.
    void endLog();
    /// A consistent copy of the whole database into a new file while others work, then synced. Requires engine() == Sqlite.
    /// `progress` gets pages done and pages in all. Throws DatabaseError.
    void backupTo(const std::string& path,
                  const std::function<void(std::int64_t, std::int64_t)>& progress);

    /// From now on everything together may take so long, waiting for locks included; what runs then is ended with TimeIsUp. 0: as long as it
    /// takes. On PostgreSQL one statement may take so long by itself. Requires that no transaction is open.
    void limitTime(std::chrono::milliseconds most);

    /// All that is in a SQLite database just now, in a private one. It waits for nobody and nobody for it. Requires engine() == Sqlite.
    Database privateCopy();

    void begin(Access access);
    /// How long begin() waits for other writers of a SQLite file from now on. Returns how long it was.
    std::chrono::milliseconds waitForWriters(std::chrono::milliseconds longest);
    void commit();
    /// Never throws: it runs while an error is on its way.
    void rollback() noexcept;

    /// From now on what this connection writes to these tables of a SQLite database is kept beside it, where nobody else sees it and no lock is needed.
    /// Nothing else may be written. Requires that no transaction is open.
    void setAside(std::span<const std::string_view> tables);
    /// Looks anew at the rows that others have written to such a table, and forgets its own.
    void takeAnew(std::string_view table);
    /// Writes the rows that were kept of these tables where they belong, in the place of those that are there, and ends what setAside() has begun.
    /// Throws as begin(), and then goes on as before.
    void bringBack(std::span<const std::string_view> tables);

private:
    explicit Database(std::unique_ptr<DatabaseConnection> impl);
};

/// While it lives, the connection waits for other writers no longer than this.
class Impatience {
public:
    Impatience(Database& database, std::chrono::milliseconds longest)
        : database_(database), before_(database.waitForWriters(longest))
    {}
    Impatience(const Impatience&) = delete;
    Impatience& operator=(const Impatience&) = delete;
    ~Impatience() { database_.waitForWriters(before_); }

private:
    Database& database_;
    std::chrono::milliseconds before_;
};

} // namespace giftbox::foundation
