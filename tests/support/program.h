#pragma once

#include "foundation/database/connection.h"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace giftbox::tests {

/// A command line and its environment.
struct CommandLine {
    std::vector<std::string>
        words;           ///< starting with the program, found in PATH unless it has a slash
    std::string input{}; ///< standard input
    std::vector<std::string> variables{};     ///< `NAME=VALUE`, beside those of the test itself
    std::string folder{};                     ///< where it runs; here when empty
    std::optional<std::string> outputTo = {}; ///< a file or device for standard output
};

/// The result of a command.
struct Ended {
    CommandLine line;
    int status = 0; ///< exit status, or the signal that ended it, negated
    std::string out{};
    std::string err{};

    bool done() const { return status == 0; }
    /// Whether a rule refused it with this code.
    bool isRefused(const std::string& code) const;
};
/// Prints the command, its status, and all output.
std::ostream& operator<<(std::ostream& out, const Ended& ended);

/// A running command.
class Started {
public:
    /// Throws std::system_error when it cannot be started.
    explicit Started(CommandLine line);
    Started(Started&& other) noexcept;
    Started& operator=(Started&&) = delete;
    /// Kills the command unless it was waited for.
    ~Started();

    Ended wait();
    /// Kills the command and its children.
    void killAll() const;

private:
    CommandLine line_;
    pid_t process_ = 0;
    int out_ = -1;
    int err_ = -1;
};

Ended run(const CommandLine& line);
/// Starts all commands, then waits for all.
std::vector<Ended> runAtOnce(const std::vector<CommandLine>& lines);

/// The URL of another database on the same PostgreSQL server.
std::string urlOf(const std::string& url, const std::string& database);

/// The rows of CSV, each by column name.
using CsvRows = std::vector<std::map<std::string, std::string>>;
CsvRows rowsOfCsv(const std::string& csv);

std::string readFile(const std::string& path);
/// Throws when it cannot be written.
void writeFile(const std::string& path, const std::string& text);

/// The reason to skip a test on PostgreSQL.
extern const char* const kNoServer;

/// The real program with its own store on either engine and its own working folder. Environment variables set the
/// database and the store for the commands.
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
    /// A code that is unique to this test.
    static std::string newStoreCode();

    /// Confirms distant days and months, see books::FarDates.
    CommandLine giftbox(const std::vector<std::string>& words, const std::string& input = "") const;
    /// `giftbox` with the arguments in one line, separated by spaces.
    CommandLine line(const std::string& words) const;
    Ended runs(const std::string& words) const { return run(line(words)); }
    Ended runs(const std::vector<std::string>& words, const std::string& input = "") const
    {
        return run(giftbox(words, input));
    }
    /// Runs the command, expects exit status 0, and returns standard output.
    std::string does(const std::string& words) const;
    std::string does(const std::vector<std::string>& words, const std::string& input = "") const;

    /// All exports, lists, and the report: all output about the store.
    std::string everything() const;
    /// All rows of the store, read without the program; a fast check that nothing changed.
    std::string everyRow() const;
    /// Expects that `verify` is silent with status 0.
    void expectVerified() const;
    /// Creates a new store with `init` and imports items, recipients, movements, and boxes of this one; expects the
    /// same store, except for caps and for who recorded what when. Continues with the new store.
    void expectComesBack(const std::string& init);

private:
    /// The rows of an export or report, without those columns.
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
