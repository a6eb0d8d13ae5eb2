#pragma once

#include "foundation/database/connection.h"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace giftbox::tests {

/// A command line and the world it runs in.
struct CommandLine {
    std::vector<std::string> words; ///< the program first, found in PATH unless it has a slash
    std::string input{};            ///< standard input
    std::vector<std::string> variables{};     ///< `NAME=VALUE`, beside those of the test itself
    std::string folder{};                     ///< where it runs; here when empty
    std::optional<std::string> outputTo = {}; ///< a file or device for standard output
};

/// How a command ended.
struct Ended {
    CommandLine line;
    int status = 0; ///< exit status, or the signal that ended it, negated
    std::string out{};
    std::string err{};

    bool done() const { return status == 0; }
    /// Refused by a rule with this code, and not otherwise.
    bool isRefused(const std::string& code) const;
};
/// The command, its status and everything it said.
std::ostream& operator<<(std::ostream& out, const Ended& ended);

/// A command that has been started.
class Started {
public:
    /// Throws std::system_error when it cannot be started.
    explicit Started(CommandLine line);
    Started(Started&& other) noexcept;
    Started& operator=(Started&&) = delete;
    /// Kills what was not waited for.
    ~Started();

    Ended wait();
    /// Kills the command and everything that it has started.
    void killAll() const;

private:
    CommandLine line_;
    pid_t process_ = 0;
    int out_ = -1;
    int err_ = -1;
};

Ended run(const CommandLine& line);
/// Starts all of them, then waits for all.
std::vector<Ended> runAtOnce(const std::vector<CommandLine>& lines);

/// The URL of another database on the same PostgreSQL server.
std::string urlOf(const std::string& url, const std::string& database);

/// The rows of CSV, each by column name.
using CsvRows = std::vector<std::map<std::string, std::string>>;
CsvRows rowsOfCsv(const std::string& csv);

std::string readFile(const std::string& path);
/// Throws when it cannot be written.
void writeFile(const std::string& path, const std::string& text);

/// Why a test on PostgreSQL is skipped.
extern const char* const kNoServer;

/// The real program over a database with a store of its own, on either engine, and a folder of its own to work in. Variables name the
/// database and the store, so that commands need not.
class ProgramStore {
public:
    ProgramStore();
    ProgramStore(const ProgramStore&) = delete;
    ProgramStore& operator=(const ProgramStore&) = delete;
    ~ProgramStore();

    /// False when GIFTBOX_TEST_POSTGRESQL names no server: the test is to be skipped with kNoServer.
    bool select(foundation::Engine engine);

    const std::string& folder() const { return folder_; }
    std::string file(const std::string& name) const { return folder_ + "/" + name; }
    const std::string& url() const { return url_; }
    const std::string& store() const { return store_; }
    void useStore(const std::string& code) { store_ = code; }
    void useDatabase(const std::string& url) { url_ = url; }
    /// A code that no other test has.
    static std::string newStoreCode();

    /// Far days and months are confirmed, see books::FarDates.
    CommandLine giftbox(const std::vector<std::string>& words, const std::string& input = "") const;
    /// `giftbox` with the words of one line, taken apart at blanks.
    CommandLine line(const std::string& words) const;
    Ended runs(const std::string& words) const { return run(line(words)); }
    Ended runs(const std::vector<std::string>& words, const std::string& input = "") const
    {
        return run(giftbox(words, input));
    }
    /// Runs it and expects exit status 0; returns standard output.
    std::string does(const std::string& words) const;
    std::string does(const std::vector<std::string>& words, const std::string& input = "") const;

    /// Every export, every list and the report: all that the program can tell of the store.
    std::string everything() const;
    /// Every row of every table of the store, past the program: quick, to see that nothing has changed.
    std::string everyRow() const;
    /// The books hold: `verify` is silent and its status is 0.
    void expectVerified() const;
    /// A new store, which `init` makes, is the same when it has imported items, recipients, movements and boxes of this one, but for caps and
    /// who recorded it when. It is the store from then on.
    void expectComesBack(const std::string& init);

private:
    /// The rows that an export or report writes, without those columns.
    CsvRows rowsWithout(const std::vector<std::string>& columns, const std::string& words) const;

    std::string folder_;
    std::string url_;
    std::string store_;
};

/// A test that runs on both engines.
class ProgramFixture : public testing::TestWithParam<foundation::Engine>, protected ProgramStore {
protected:
    void SetUp() override;
};

} // namespace giftbox::tests
