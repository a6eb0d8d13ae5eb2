#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace giftbox::foundation {

enum class Engine { Sqlite, Postgresql };

/// Of a transaction: Read sees one snapshot and cannot write; Write waits for its turn on SQLite.
enum class Access { Read, Write };

/// The database or system failed: a full disk, a lost server, a bug in a statement. `sqlFile` names the statement's file.
class DatabaseError : public std::runtime_error {
public:
    DatabaseError(std::string sqlFile, const std::string& sentence, std::string nativeCode);
    const std::string& sqlFile() const noexcept { return sqlFile_; }
    const std::string& nativeCode() const noexcept { return nativeCode_; }
    /// Whether a SQLite file can be read and not written just now: another writes, its disk is full, it may only be read.
    bool isUnwritable() const;

private:
    std::string sqlFile_;
    std::string nativeCode_;
};

/// What ran took longer than Database::limitTime allows. Its transaction is to be rolled back; the connection serves on.
class TimeIsUp : public DatabaseError {
public:
    explicit TimeIsUp(const std::string& sqlFile);
};

/// A value to bind; text is not copied and must live until the call returns.
using Value = std::variant<std::monostate, std::int64_t, std::string_view>;

struct Bind {
    std::string_view name;
    Value value;
};

/// Rows to bind one after the other (SQLite) or all at once as arrays (PostgreSQL). Text is copied.
class Batch {
public:
    explicit Batch(std::initializer_list<std::string_view> columns);
    explicit Batch(std::vector<std::string> columns) : columns_(std::move(columns)) {}

    Batch& add(std::int64_t value);
    Batch& add(std::string_view value);
    Batch& addNull();
    /// As add, or addNull when there is none.
    template <class T>
    Batch& add(const std::optional<T>& value)
    {
        return value ? add(*value) : addNull();
    }
    std::size_t rows() const { return cells_.size() / columns_.size(); }
    bool empty() const { return cells_.empty(); }
    void clear();

private:
    friend class BatchReader;
    struct Cell {
        enum class Kind : std::uint8_t { Null, Integer, Text } kind = Kind::Null;
        std::int64_t number = 0; // the integer, or where the text begins in text_
        std::size_t size = 0;
    };
    std::vector<std::string> columns_;
    std::vector<Cell> cells_;
    std::string text_;
};

class Statement;

/// One result row, valid until the next.
class Row {
public:
    explicit Row(Statement& statement) : statement_(&statement) {}
    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    std::string_view text(int column) const; ///< valid until the next row
    std::optional<std::int64_t> maybeInteger(int column) const;
    std::string string(int column) const { return std::string(text(column)); }

private:
    Statement* statement_;
};

/// The rows of one query. Resets its statement when it goes out of scope.
class Rows {
public:
    explicit Rows(Statement& statement) : statement_(&statement) {}
    Rows(Rows&& other) noexcept : statement_(other.statement_) { other.statement_ = nullptr; }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    Rows& operator=(Rows&&) = delete;
    ~Rows();
    bool next();
    Row row() const { return Row(*statement_); }

private:
    Statement* statement_;
};

/// One connection. Statements are named by their file without engine and extension: `inventory/open_lots` is
/// `inventory/sql/open_lots.sql`, or `open_lots.sqlite.sql` / `open_lots.postgresql.sql`. A batch of one row takes
/// the file without engine on PostgreSQL too where there are both. Each is prepared once and kept.
/// Every function throws DatabaseError; a commit also Refusal `database.replaced`. Not for use from two threads.
class Database {
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

    /// Binds must name exactly the statement's placeholders. The rows must be read before the same statement is used again.
    Rows query(std::string_view sql, std::initializer_list<Bind> binds);
    /// As query, for results that do not fit in memory: no other statement may run until the last row is read.
    Rows stream(std::string_view sql, std::initializer_list<Bind> binds);
    /// A change whose result nobody waits for: on PostgreSQL it travels with the next statement that is awaited, or with the commit, and
    /// that is where its error is thrown, under its own name.
    void execute(std::string_view sql, std::span<const Bind> binds);
    void execute(std::string_view sql, std::initializer_list<Bind> binds)
    {
        execute(sql, std::span(binds.begin(), binds.size()));
    }
    /// Runs the change for every row of the batch: one statement on PostgreSQL, not awaited. Nothing happens for an empty batch.
    void executeForEach(std::string_view sql, std::initializer_list<Bind> binds,
                        const Batch& batch);
    /// As executeForEach, but awaited: rows changed in all.
    std::int64_t countForEach(std::string_view sql, std::initializer_list<Bind> binds,
                              const Batch& batch);
    /// Runs the query for every row of the batch, one statement on PostgreSQL, and visits all rows it returns.
    void queryForEach(std::string_view sql, std::initializer_list<Bind> binds, const Batch& batch,
                      const std::function<void(const Row&)>& visit);
    /// As queryForEach, but on PostgreSQL not awaited: the rows are visited with the next statement that is, or by settle().
    void visitLater(std::string_view sql, std::initializer_list<Bind> binds, const Batch& batch,
                    std::function<void(const Row&)> visit);
    void visitLater(std::string_view sql, std::initializer_list<Bind> binds,
                    std::function<void(const Row&)> visit);
    /// Awaits everything sent so far.
    void settle();
    /// Runs text that comes from no statement file: transaction control, pragmas, migrations.
    void runText(const std::string& text, const std::string& what);

    /// What the statement binds, in order of first use.
    std::vector<std::string> placeholders(std::string_view sql);

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
    struct Impl;
    explicit Database(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
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
