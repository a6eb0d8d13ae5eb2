#include "foundation/database/open_file.h"
#include "foundation/database/statement.h"

#include <sqlite3.h>

namespace giftbox::foundation {
namespace {

class SqliteStatement final : public Statement {
public:
    SqliteStatement(sqlite3* connection, SqlText sql)
        : Statement(std::move(sql)), connection_(connection)
    {
        const std::string& text = this->sql().text;
        check(sqlite3_prepare_v3(connection_, text.data(), static_cast<int>(text.size()),
                                 SQLITE_PREPARE_PERSISTENT, &statement_, nullptr));
        for (const std::string& name : this->sql().placeholders) {
            index_.push_back(sqlite3_bind_parameter_index(statement_, (":" + name).c_str()));
        }
    }
    ~SqliteStatement() override { sqlite3_finalize(statement_); }

    void bind(std::size_t placeholder, const Value& value) override
    {
        const int at = index_[placeholder];
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            check(sqlite3_bind_int64(statement_, at, *number));
        } else if (const auto* text = std::get_if<std::string_view>(&value)) {
            check(sqlite3_bind_text64(statement_, at, text->data() == nullptr ? "" : text->data(),
                                      text->size(), SQLITE_TRANSIENT, SQLITE_UTF8));
        } else {
            check(sqlite3_bind_null(statement_, at));
        }
    }

    std::int64_t run() override
    {
        const int before = sqlite3_total_changes(connection_);
        step();
        return sqlite3_total_changes(connection_) - before;
    }

    bool next() override
    {
        if (!fetched_) {
            step();
        }
        fetched_ = false;
        return hasRow_;
    }

    bool isNull(int column) const override
    {
        return sqlite3_column_type(statement_, column) == SQLITE_NULL;
    }
    std::int64_t integer(int column) const override
    {
        return sqlite3_column_int64(statement_, column);
    }
    std::string_view text(int column) const override
    {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return bytes == nullptr
                   ? std::string_view()
                   : std::string_view(
                         bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
    }
    void reset() override
    {
        sqlite3_reset(statement_);
        fetched_ = false;
        hasRow_ = false;
    }

private:
    void step()
    {
        const int result = sqlite3_step(statement_);
        if (result != SQLITE_ROW && result != SQLITE_DONE) {
            fail();
        }
        hasRow_ = result == SQLITE_ROW;
        fetched_ = true;
    }
    void check(int result) const
    {
        if (result != SQLITE_OK) {
            fail();
        }
    }
    [[noreturn]] void fail() const
    {
        const DatabaseError error(sql().name, sqlite3_errmsg(connection_),
                                  std::to_string(sqlite3_extended_errcode(connection_)));
        const int code = sqlite3_extended_errcode(connection_);
        sqlite3_reset(statement_);
        if (code == SQLITE_CONSTRAINT_COMMITHOOK) {
            OpenFile::refuse(sqlite3_db_filename(connection_, "main"));
        }
        if (code == SQLITE_INTERRUPT) {
            throw TimeIsUp(sql().name);
        }
        throw error;
    }

    sqlite3* connection_;
    sqlite3_stmt* statement_ = nullptr;
    std::vector<int> index_;
    bool fetched_ = false;
    bool hasRow_ = false;
};

} // namespace

std::unique_ptr<Statement> makeSqliteStatement(sqlite3* connection, SqlText sql)
{
    return std::make_unique<SqliteStatement>(connection, std::move(sql));
}

} // namespace giftbox::foundation
