#include "tests/support/program.h"

#include "foundation/csv.h"
#include "tests/support/raw_database.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <random>
#include <spawn.h>
#include <sstream>
#include <sys/mman.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

extern char** environ;

namespace giftbox::tests {

using foundation::Engine;

namespace {

constexpr const char* kServer = "GIFTBOX_TEST_POSTGRESQL";

[[noreturn]] void fail(int error, const std::string& what)
{
    throw std::system_error(error, std::generic_category(), what);
}

/// An unnamed file with `text`.
int openText(const std::string& text)
{
    const int file = memfd_create("giftbox-test", MFD_CLOEXEC);
    if (file < 0) {
        fail(errno, "memfd_create");
    }
    if (write(file, text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
        lseek(file, 0, SEEK_SET) != 0) {
        fail(errno, "the input of a command");
    }
    return file;
}

std::string textOf(int file)
{
    std::string text(static_cast<std::size_t>(lseek(file, 0, SEEK_END)), '\0');
    if (pread(file, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size())) {
        fail(errno, "the output of a command");
    }
    close(file);
    return text;
}

/// Variables that the test's environment must not pass on.
bool isForeign(const std::string& variable)
{
    return variable.starts_with("PG") || variable.starts_with("GIFTBOX_DB=") ||
           variable.starts_with("GIFTBOX_STORE=") || variable.starts_with("GIFTBOX_ACTOR=");
}

std::vector<std::string> variablesOf(const CommandLine& line)
{
    std::vector<std::string> all;
    for (char** one = environ; *one != nullptr; ++one) {
        if (!isForeign(*one)) {
            all.emplace_back(*one);
        }
    }
    // Shells and libraries differ on duplicates, so there must be only one.
    for (const std::string& own : line.variables) {
        std::erase_if(all, [name = own.substr(0, own.find('=') + 1)](const std::string& one) {
            return one.starts_with(name);
        });
        all.push_back(own);
    }
    return all;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (std::string& text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

std::string shown(const std::string& word)
{
    const bool plain =
        !word.empty() && word.find_first_of(" \t\r\n'\"$\\*;&|<>") == std::string::npos;
    return plain ? word : "'" + word + "'";
}

} // namespace

bool Ended::isRefused(const std::string& code) const
{
    return status == 1 && err.find("giftbox: " + code + ": ") != std::string::npos;
}

std::ostream& operator<<(std::ostream& out, const Ended& ended)
{
    constexpr std::size_t kMost = 8000;
    out << "\n$";
    for (const std::string& word : ended.line.words) {
        out << " " << shown(word.substr(0, kMost));
    }
    return out << "\nexit status " << ended.status
               << "\nstandard output: " << ended.out.substr(0, kMost)
               << "\nstandard error: " << ended.err.substr(0, kMost);
}

Started::Started(CommandLine line) : line_(std::move(line))
{
    const int input = openText(line_.input);
    out_ = openText("");
    err_ = openText("");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    if (line_.outputTo) {
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, line_.outputTo->c_str(), O_WRONLY,
                                         0);
    } else {
        posix_spawn_file_actions_adddup2(&actions, out_, STDOUT_FILENO);
    }
    posix_spawn_file_actions_adddup2(&actions, err_, STDERR_FILENO);
    if (!line_.folder.empty()) {
        posix_spawn_file_actions_addchdir_np(&actions, line_.folder.c_str());
    }
    // A separate process group, so that its children can be killed with it.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    std::vector<std::string> words = line_.words;
    std::vector<std::string> variables = variablesOf(line_);
    const int error = posix_spawnp(&process_, words.front().c_str(), &actions, &attributes,
                                   pointersTo(words).data(), pointersTo(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    close(input);
    if (error != 0) {
        close(out_);
        close(err_);
        fail(error, line_.words.front());
    }
}

Started::Started(Started&& other) noexcept
    : line_(std::move(other.line_)), process_(std::exchange(other.process_, 0)), out_(other.out_),
      err_(other.err_)
{}

Started::~Started()
{
    if (process_ != 0) {
        killAll();
        (void)wait();
    }
}

Ended Started::wait()
{
    int how = 0;
    while (waitpid(process_, &how, 0) < 0) {
        if (errno != EINTR) {
            fail(errno, "waitpid");
        }
    }
    process_ = 0;
    return {.line = line_,
            .status = WIFEXITED(how) ? WEXITSTATUS(how) : -WTERMSIG(how),
            .out = textOf(out_),
            .err = textOf(err_)};
}

void Started::killAll() const { kill(-process_, SIGKILL); }

Ended run(const CommandLine& line) { return Started(line).wait(); }

std::vector<Ended> runAtOnce(const std::vector<CommandLine>& lines)
{
    std::vector<Started> started;
    started.reserve(lines.size());
    for (const CommandLine& line : lines) {
        started.emplace_back(line);
    }
    std::vector<Ended> ended;
    for (Started& one : started) {
        ended.push_back(one.wait());
    }
    return ended;
}

std::string urlOf(const std::string& url, const std::string& database)
{
    const std::size_t end = std::min(url.find('?'), url.size());
    return url.substr(0, url.rfind('/', end) + 1) + database + url.substr(end);
}

CsvRows rowsOfCsv(const std::string& csv)
{
    std::istringstream in(csv);
    foundation::CsvReader reader(in, "result");
    std::vector<std::string> names;
    CsvRows rows;
    while (reader.next()) {
        EXPECT_FALSE(reader.problem())
            << reader.problem().value_or(foundation::CsvProblem()).sentence << " in line "
            << reader.line();
        for (std::size_t i = 0; i < reader.size() && names.size() <= i && rows.empty(); ++i) {
            names.emplace_back(reader.cell(i));
        }
        if (reader.line() > 1) {
            auto& row = rows.emplace_back();
            for (std::size_t i = 0; i < reader.size(); ++i) {
                row.emplace(names.at(i), reader.cell(i));
            }
        }
    }
    return rows;
}

std::string readFile(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

void writeFile(const std::string& path, const std::string& text)
{
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    if (!out) {
        throw std::runtime_error("cannot write " + path);
    }
}

const char* const kNoServer =
    "GIFTBOX_TEST_POSTGRESQL is not set, so nothing is known about PostgreSQL; scripts/test starts "
    "a server and sets it";

std::string ProgramStore::newStoreCode()
{
    static std::random_device device;
    std::ostringstream code;
    code << "P-" << std::hex << device() << device();
    return code.str().substr(0, 18);
}

ProgramStore::ProgramStore() : store_(newStoreCode())
{
    folder_ = (std::filesystem::temp_directory_path() / "giftbox-test-XXXXXX").string();
    if (mkdtemp(folder_.data()) == nullptr) {
        fail(errno, folder_);
    }
    url_ = file("store.db");
}

ProgramStore::~ProgramStore()
{
    std::error_code left;
    std::filesystem::remove_all(folder_, left);
}

bool ProgramStore::select(Engine engine)
{
    const char* server = std::getenv(kServer);
    if (engine == Engine::Postgresql && server != nullptr) {
        url_ = server;
    }
    return engine == Engine::Sqlite || server != nullptr;
}

CommandLine ProgramStore::giftbox(const std::vector<std::string>& words,
                                  const std::string& input) const
{
    CommandLine line{
        .words = {GIFTBOX_PROGRAM},
        .input = input,
        .variables = {"GIFTBOX_DB=" + url_, "GIFTBOX_STORE=" + store_, "GIFTBOX_ACTOR=tester"},
        .folder = folder_};
    if (!words.empty()) {
        line.words.emplace_back("--confirm"); // stories use dates long past
    }
    line.words.insert(line.words.end(), words.begin(), words.end());
    return line;
}

CommandLine ProgramStore::line(const std::string& words) const
{
    std::istringstream in(words);
    std::vector<std::string> parts;
    for (std::string word; in >> word;) {
        parts.push_back(word);
    }
    return giftbox(parts);
}

std::string ProgramStore::does(const std::string& words) const
{
    const Ended ended = runs(words);
    EXPECT_TRUE(ended.done()) << ended;
    return ended.out;
}

std::string ProgramStore::does(const std::vector<std::string>& words,
                               const std::string& input) const
{
    const Ended ended = runs(words, input);
    EXPECT_TRUE(ended.done()) << ended;
    return ended.out;
}

std::string ProgramStore::everything() const
{
    std::string all;
    for (const char* command :
         {"export movements", "export boxes", "export stock", "export items", "export recipients",
          "export receipts", "export box-lines", "item list -O csv", "budget show --history -O csv",
          "report month -O csv"}) {
        all += std::string("== ") + command + "\n" + does(command);
    }
    return all;
}

std::string ProgramStore::everyRow() const
{
    const RawDatabase database(url_);
    const std::vector<std::string> ids =
        database.column("SELECT store_id FROM store WHERE code = '" + store_ + "'");
    std::string text;
    for (const std::string& table : database.storeTables()) {
        text += table + "\n";
        std::vector<RawDatabase::Cells> rows =
            database.rows("SELECT * FROM " + table + " WHERE store_id = " + ids.at(0));
        std::ranges::sort(rows);
        for (const RawDatabase::Cells& row : rows) {
            for (const std::string& cell : row) {
                text += cell + "|";
            }
            text += "\n";
        }
    }
    return text;
}

void ProgramStore::expectVerified() const
{
    const Ended ended = runs("verify");
    EXPECT_TRUE(ended.done() && ended.out.empty() && ended.err.empty()) << ended;
}

CsvRows ProgramStore::rowsWithout(const std::vector<std::string>& columns,
                                  const std::string& words) const
{
    CsvRows rows = rowsOfCsv(does(words));
    for (auto& row : rows) {
        for (const std::string& column : columns) {
            row.erase(column);
        }
    }
    return rows;
}

void ProgramStore::expectComesBack(const std::string& init)
{
    const auto facts = [this] {
        return std::vector<CsvRows>{
            rowsWithout({"actor", "recorded_at"}, "export movements"),
            rowsWithout({}, "export boxes"), rowsWithout({}, "export stock"),
            rowsWithout({"cap", "rolled_over", "left", "used_percent"}, "report month -O csv")};
    };
    for (const char* what : {"items", "recipients", "movements", "boxes", "stock"}) {
        does(std::string("export ") + what + " -o " + what + ".csv");
    }
    const std::vector<CsvRows> before = facts();
    useStore(newStoreCode());
    does(init);
    does("import items items.csv");
    does("import recipients recipients.csv");
    does("import movements movements.csv --boxes boxes.csv --stock stock.csv");
    EXPECT_EQ(facts(), before);
    expectVerified();
}

void ProgramFixture::SetUp()
{
    if (!select(GetParam())) {
        GTEST_SKIP() << kNoServer;
    }
}

} // namespace giftbox::tests
