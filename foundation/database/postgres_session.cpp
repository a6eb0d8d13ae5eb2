#include "foundation/database/postgres_session.h"

#include "foundation/check.h"
#include "foundation/loaded_function.h"
#include "foundation/text.h"

#include <QString>

#include <algorithm>
#include <charconv>
#include <libpq-fe.h>

namespace giftbox::foundation {
namespace {

/// The functions of libpq, which Qt's driver has loaded before any session.
struct Libpq {
// NOLINTBEGIN(bugprone-macro-parentheses): the name of a member
#define GIFTBOX_PQ(name)                                                                           \
    decltype(&PQ##name) name =                                                                     \
        reinterpret_cast<decltype(&PQ##name)>(loadedFunction("pq", 5, "PQ" #name))
    // NOLINTEND(bugprone-macro-parentheses)
    GIFTBOX_PQ(clear);
    GIFTBOX_PQ(cmdStatus);
    GIFTBOX_PQ(cmdTuples);
    GIFTBOX_PQ(enterPipelineMode);
    GIFTBOX_PQ(errorMessage);
    GIFTBOX_PQ(getResult);
    GIFTBOX_PQ(getisnull);
    GIFTBOX_PQ(getlength);
    GIFTBOX_PQ(getvalue);
    GIFTBOX_PQ(ntuples);
    GIFTBOX_PQ(pipelineSync);
    GIFTBOX_PQ(resultErrorField);
    GIFTBOX_PQ(resultErrorMessage);
    GIFTBOX_PQ(resultStatus);
    GIFTBOX_PQ(sendPrepare);
    GIFTBOX_PQ(sendQueryParams);
    GIFTBOX_PQ(sendQueryPrepared);
    GIFTBOX_PQ(setSingleRowMode);
#undef GIFTBOX_PQ
};

const Libpq& pq()
{
    static const Libpq libpq;
    return libpq;
}

/// A transaction that writes only a mark to the log and is committed as the server is set to: once that is on disk,
/// so is everything committed before it.
constexpr const char* kSync =
    "SELECT set_config('synchronous_commit', current_setting('giftbox.synchronous_commit'), true),"
    " pg_logical_emit_message(true, 'giftbox', '')";

std::string inOneLine(const char* sentence)
{
    return QString::fromUtf8(sentence).simplified().toStdString();
}

bool isGood(const PostgresResult& result)
{
    const ExecStatusType status = pq().resultStatus(result.get());
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_SINGLE_TUPLE;
}

/// The SQLSTATE of a statement that the server stopped for its time limit.
[[noreturn]] void raise(const DatabaseError& error)
{
    if (error.nativeCode() == "57014") {
        throw TimeIsUp(error.sqlFile());
    }
    throw DatabaseError(error);
}

/// Text that is not UTF-8 or has a NUL is in no row, and the server would fail the whole transaction for it. With
/// U+FFFD in place of each such byte, a look-up finds nothing. Text to be stored has been checked before.
std::string sendable(std::string_view text)
{
    std::string sent;
    while (!text.empty()) {
        const std::size_t bad =
            std::min(firstInvalidUtf8(text).value_or(text.size()), text.find('\0'));
        sent += text.substr(0, bad);
        sent += bad < text.size() ? "\xEF\xBF\xBD" : "";
        text.remove_prefix(std::min(bad + 1, text.size()));
    }
    return sent;
}

} // namespace

void FreePostgresResult::operator()(pg_result* result) const { pq().clear(result); }

PostgresSession::PostgresSession(pg_conn* connection, PostgresKind kind)
    : connection_(connection), kind_(kind), begin_{"BEGIN READ WRITE", "begin", {}},
      beginReading_{"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "begin", {}},
      commit_{"COMMIT", "commit", {}}, sync_{kSync, "commit", {}}, rollback_{
                                                                       "ROLLBACK", "rollback", {}}
{
    require(pq().enterPipelineMode(connection_) == 1, "open");
}

void PostgresSession::queue(PostgresText& text, Arguments arguments, Take take)
{
    queue_.push_back({&text, std::move(arguments), std::move(take)});
}

void PostgresSession::flush()
{
    GIFTBOX_CHECK(streaming_ == nullptr && "a stream is read to its end before anything else runs");
    const std::vector<Queued> sent = std::exchange(queue_, {});
    if (sent.empty()) {
        return;
    }
    std::vector<bool> prepares;
    for (const Queued& one : sent) {
        prepares.push_back(prepare(*one.text));
        call(*one.text, one.arguments);
    }
    require(pq().pipelineSync(connection_) == 1, sent.back().text->file);

    // All results are taken from the connection before any is used, even if a visitor throws.
    std::vector<PostgresResult> results;
    std::optional<DatabaseError> error;
    for (std::size_t i = 0; i < sent.size(); ++i) {
        if (prepares[i] && !await(sent[i].text->file, error)) {
            sent[i].text->preparedAs.clear();
        }
        results.push_back(await(sent[i].text->file, error));
    }
    // A statement outside BEGIN and COMMIT is committed here, not when its rows came.
    const PostgresResult synced(pq().getResult(connection_));
    if (!error && pq().resultStatus(synced.get()) != PGRES_PIPELINE_SYNC) {
        error = errorOf(synced, sent.back().text->file);
    }
    if (error) {
        raise(*error);
    }
    for (std::size_t i = 0; i < sent.size(); ++i) {
        if (sent[i].take) {
            sent[i].take(std::move(results[i]));
        }
    }
}

void PostgresSession::begin(Access access)
{
    access_ = access;
    queue(access == Access::Write ? begin_ : beginReading_);
}

void PostgresSession::commit()
{
    bool committed = false;
    queue(commit_, {}, [&committed](const PostgresResult& result) {
        committed = pq().cmdStatus(result.get()) == std::string_view("COMMIT");
    });
    if (access_ == Access::Write && kind_ == PostgresKind::OneServer) {
        queue(sync_);
    }
    flush();
    // The server answers COMMIT of a failed transaction with a silent ROLLBACK.
    if (!committed) {
        throw DatabaseError("commit", "a statement of the transaction failed", "25P02");
    }
}

void PostgresSession::rollback()
{
    endStream();
    queue_.clear();
    queue(rollback_);
    flush();
}

void PostgresSession::stream(PostgresText& text, const Arguments& arguments)
{
    flush();
    std::optional<DatabaseError> error;
    if (prepare(text)) {
        require(pq().pipelineSync(connection_) == 1, text.file);
        if (!await(text.file, error)) {
            text.preparedAs.clear();
        }
        PostgresResult(pq().getResult(connection_)); // the sync's
    }
    if (error) {
        raise(*error);
    }
    call(text, arguments);
    require(pq().pipelineSync(connection_) == 1 && pq().setSingleRowMode(connection_) == 1,
            text.file);
    streaming_ = &text;
}

PostgresResult PostgresSession::nextOfStream()
{
    PostgresResult row(pq().getResult(connection_));
    if (pq().resultStatus(row.get()) == PGRES_SINGLE_TUPLE) {
        return row;
    }
    const std::string& file = streaming_->file;
    const PostgresResult nothing(pq().getResult(connection_)); // after the last
    PostgresResult synced(pq().getResult(connection_));
    streaming_ = nullptr;
    if (!isGood(row)) {
        raise(errorOf(row, file));
    }
    return nullptr;
}

void PostgresSession::endStream() noexcept
{
    while (streaming_ != nullptr) {
        try {
            (void)nextOfStream();
        } catch (const DatabaseError&) {
            // Nobody reads on, so nobody misses the rows. A failed transaction cannot be committed.
        }
    }
}

/// Sends the text for preparation unless it is prepared. If it was sent, an answer must be awaited.
bool PostgresSession::prepare(PostgresText& text)
{
    if (!text.isKept || !text.preparedAs.empty()) {
        return false;
    }
    text.preparedAs = "giftbox_" + std::to_string(++names_);
    require(pq().sendPrepare(connection_, text.preparedAs.c_str(), text.text.c_str(), 0, nullptr) ==
                1,
            text.file);
    return true;
}

void PostgresSession::call(const PostgresText& text, const Arguments& arguments)
{
    std::vector<const char*> values;
    for (const std::optional<std::string>& one : arguments) {
        values.push_back(one ? one->c_str() : nullptr);
    }
    const int count = static_cast<int>(values.size());
    const int done = text.isKept
                         ? pq().sendQueryPrepared(connection_, text.preparedAs.c_str(), count,
                                                  values.data(), nullptr, nullptr, 0)
                         : pq().sendQueryParams(connection_, text.text.c_str(), count, nullptr,
                                                values.data(), nullptr, nullptr, 0);
    require(done == 1, text.file);
    ++sent_;
}

/// The next statement's result; nothing if it failed, and then the first error is kept.
PostgresResult PostgresSession::await(const std::string& file, std::optional<DatabaseError>& error)
{
    PostgresResult result(pq().getResult(connection_));
    if (result) {
        PostgresResult(pq().getResult(connection_)); // nothing, after each result
    }
    if (isGood(result)) {
        return result;
    }
    if (!error) {
        error = errorOf(result, file);
    }
    return nullptr;
}

DatabaseError PostgresSession::errorOf(const PostgresResult& result, const std::string& file) const
{
    const char* code = pq().resultErrorField(result.get(), PG_DIAG_SQLSTATE);
    return {
        file,
        inOneLine(result ? pq().resultErrorMessage(result.get()) : pq().errorMessage(connection_)),
        code == nullptr ? "08006" : code}; // only a lost connection has none
}

void PostgresSession::require(bool done, const std::string& file) const
{
    if (!done) {
        throw errorOf(nullptr, file);
    }
}

PostgresStatement::PostgresStatement(PostgresSession& session, SqlText sql)
    : Statement(std::move(sql)),
      session_(session), text_{this->sql().numbered(), this->sql().name, {}},
      arguments_(this->sql().placeholders.size())
{}

void PostgresStatement::bind(std::size_t placeholder, const Value& value)
{
    std::optional<std::string>& argument = arguments_[placeholder];
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        argument = std::to_string(*number);
    } else if (const auto* text = std::get_if<std::string_view>(&value)) {
        argument = sendable(*text);
    } else {
        argument.reset();
    }
}

std::int64_t PostgresStatement::run()
{
    session_.queue(text_, arguments_, [this](PostgresResult result) { take(std::move(result)); });
    session_.flush();
    std::int64_t changed = 0;
    const std::string_view said = pq().cmdTuples(result_.get());
    std::from_chars(said.data(), said.data() + said.size(), changed);
    return changed;
}

void PostgresStatement::runLater(const std::function<void(const Row&)>& visit)
{
    PostgresSession::Take visitRows;
    if (visit) {
        visitRows = [this, visit](PostgresResult result) {
            take(std::move(result));
            while (next()) {
                visit(Row(*this));
            }
            result_.reset();
        };
    }
    session_.queue(text_, arguments_, std::move(visitRows));
}

void PostgresStatement::stream()
{
    session_.stream(text_, arguments_);
    streams_ = true;
}

void PostgresStatement::take(PostgresResult result)
{
    result_ = std::move(result);
    row_ = -1;
}

bool PostgresStatement::next()
{
    if (streams_) {
        row_ = 0;
        result_ = session_.nextOfStream();
        streams_ = result_ != nullptr;
        return streams_;
    }
    return ++row_ < pq().ntuples(result_.get());
}

bool PostgresStatement::isNull(int column) const
{
    return pq().getisnull(result_.get(), row_, column) == 1;
}

std::int64_t PostgresStatement::integer(int column) const
{
    const std::string_view digits = text(column);
    std::int64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

std::string_view PostgresStatement::text(int column) const
{
    return {pq().getvalue(result_.get(), row_, column),
            static_cast<std::size_t>(pq().getlength(result_.get(), row_, column))};
}

void PostgresStatement::reset()
{
    if (streams_) {
        session_.endStream();
        streams_ = false;
    }
    result_.reset();
}

} // namespace giftbox::foundation
