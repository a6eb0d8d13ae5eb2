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
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::foundation {

struct DatabaseConnection;
struct SqlText;

/// The reading side of a connection: its statements return rows and change nothing. A statement is a struct generated
/// by the build (typed_rows.h).
class Reader {
public:
    /// Returns one row, an optional row, or many (Found, Many), as the statement's file specifies. Read the rows
    /// before you use the same statement again.
    template <IsStatement S>
    auto query(const S& statement)
    {
        static_assert(!S::kWrites, "a reader does not write");
        return rowsOf<S>(query(S::kName, statement.binds()));
    }
    /// Like query, for results too large for memory: no other statement may run until the last row is read.
    template <IsStatement S>
    auto stream(const S& statement)
    {
        static_assert(!S::kWrites, "a reader does not write");
        return rowsOf<S>(stream(S::kName, statement.binds()));
    }
    /// Runs the query for every row of the batch (one statement on PostgreSQL) and visits all rows returned.
    template <IsStatement S, class Visit>
    void queryForEach(const S& statement, const Batch& batch, Visit&& visit)
    {
        static_assert(!S::kWrites, "a reader does not write");
        queryForEach(S::kName, statement.binds(), batch,
                     [&](const Row& row) { visit(typename S::Row(row)); });
    }
    /// Like queryForEach, but PostgreSQL does not wait: the rows are visited with the next awaited statement, or by
    /// settle().
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
    /// Waits for everything sent so far.
    void settle();
    /// Registers a statement without a file for the functions that take a name. Call it inside its transaction.
    void keep(const SqlText& sql);
    /// Whether a statement of this name is registered or was run in the open transaction.
    bool keeps(std::string_view name) const;
    /// A number that this connection was told under a name, such as the id of a store. Who asks checks it.
    std::optional<std::int64_t> known(const std::string& name) const;
    void know(const std::string& name, std::int64_t number);

    /// By name: a statement without a file, whose rows are read cell by cell in order.
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

/// One connection. A statement's name is its file without engine and extension: `inventory/open_lots` is
/// `inventory/sql/open_lots.sql`, or `open_lots.sqlite.sql` / `open_lots.postgresql.sql`. If both exist, a batch of
/// one row uses the file without engine on PostgreSQL too. Each is prepared once and kept. Every function throws
/// DatabaseError; a commit also throws Refusal `database.replaced`. Not for use from two threads.
class Database : public Reader {
public:
    /// `url`: a path, or `postgresql://user@host/name` with optional `:port` and `?host=/socket/folder`. Opens or
    /// creates it; does not migrate.
    static Database open(const std::string& url);
    /// An existing SQLite database, whose file must not change.
    static Database openToRead(const std::string& path);
    /// An empty SQLite database for this process alone, in an unnamed temporary file that goes with the object.
    static Database openPrivate();
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    /// Throws Refusal `database.replaced` if the SQLite file open in this process no longer has its name. Every
    /// commit and every new connection is refused then too.
    void requireSameFile() const;
    /// The URL it was opened with.
    const std::string& url() const;
    /// Whether this is PostgreSQL without Citus; for the files of this folder.
    bool isOnOneServer() const;
    /// Whether a batch goes as one statement: then fewer statements are better than fewer rows.
    bool sendsBatchesWhole() const;

    /// Like the functions of Reader, also for a statement that changes rows and returns them.
    template <IsStatement S>
    auto query(const S& statement)
    {
        return rowsOf<S>(Reader::query(S::kName, statement.binds()));
    }
    using Reader::query;
    /// A change without a result to wait for. On PostgreSQL it is sent with the next awaited statement or with the
    /// commit, and its error is thrown there, under its own name.
    template <IsStatement S>
    void execute(const S& statement)
    {
        static_assert(S::kReturns == Returns::Nothing);
        execute(S::kName, statement.binds());
    }
    /// Two changes, on a server without Citus as the one statement that does both and binds what each of them binds:
    /// others wait less long. Citus takes no INSERT beside another change.
    template <IsStatement First, IsStatement Second>
    void executeAtOnce(std::string_view sql, const First& first, const Second& second)
    {
        if (!isOnOneServer()) {
            execute(first);
            execute(second);
            return;
        }
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
    /// Runs the change for every row of the batch: on PostgreSQL one statement, not awaited. Does nothing for an
    /// empty batch.
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
    /// Like executeForEach, but awaited. Returns the number of rows changed.
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
    /// Runs text without a statement file: transaction control, pragmas, migrations.
    void runText(const std::string& text, const std::string& what);

    /// The number of statements sent since opening, for tests of round trips.
    std::int64_t statementsSent() const;

    /// Rewrites a SQLite database, so that neither its file nor its log keeps deleted text. Does nothing on
    /// PostgreSQL, which clears it in time. Takes as long as reading and writing the whole file. Requires that no
    /// transaction is open.
    void forgetRemoved();
    /// Makes a SQLite database a single file, also while it is read. Requires that nobody else has it open.
    void endLog();
    /// A consistent copy of a whole SQLite database into a new file while others work, then synced; back_up_database.h
    /// does it on every engine. `progress` gets pages done and pages in all. Throws DatabaseError.
    void backupTo(const std::string& path,
                  const std::function<void(std::int64_t, std::int64_t)>& progress);

    /// Limits the total time from now on, including waits for locks; statements that run over are ended with
    /// TimeIsUp. 0: no limit. On PostgreSQL the limit applies to each statement. Requires that no transaction is
    /// open.
    void limitTime(std::chrono::milliseconds most);

    /// All that is in a SQLite database just now, in a private one. It waits for nobody and nobody for it. None of a
    /// server's, where a change can be rehearsed beside others.
    std::optional<Database> privateCopy();

    void begin(Access access);
    /// Begins a transaction on the rows of one store. On a Citus cluster it runs on the node that holds the store's
    /// rows of `table`, and through the node of the URL where that one cannot be reached.
    void beginIn(std::string_view table, std::int64_t store, Access access);
    /// Sets how long begin() waits for other writers of a SQLite file. Returns the earlier wait.
    std::chrono::milliseconds waitForWriters(std::chrono::milliseconds longest);
    void commit();
    /// Never throws: it runs while an error propagates.
    void rollback() noexcept;

    /// From now on, this connection's changes to these tables of a SQLite file are kept beside the file, invisible to
    /// others and without locks. Nothing else may be written. Requires that no transaction is open.
    void setAside(std::span<const std::string_view> tables);
    /// Rereads the rows that others have written to such a table, and drops its own.
    void takeAnew(std::string_view table);
    /// Writes the kept rows of these tables in place of the existing ones, and ends setAside(). Throws like begin(),
    /// and then continues as before.
    void bringBack(std::span<const std::string_view> tables);

private:
    explicit Database(std::unique_ptr<DatabaseConnection> impl);
};

/// Limits how long the connection waits for other writers during its lifetime.
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
