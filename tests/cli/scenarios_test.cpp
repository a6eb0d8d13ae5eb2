#include "access/user.h"
#include "tests/support/program.h"
#include "tests/support/store_fixture.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <sstream>

// tests/scenarios/*.txt are stories. Lines without indent are prose. `  $ ` is a command line for bash, continued by
// `  > `. The expected results follow: `  | ` standard output, `  ! ` standard error, `  = ` the exit status if not
// 0. Each story runs on both engines, in its own folder with its own store. Values that differ between runs are in
// angle brackets: see Scenario::settled. GIFTBOX_WRITE_SCENARIOS=1 records the results instead of comparing; review
// the diff before you keep it.

namespace giftbox::tests::scenarios_test {
namespace {

using foundation::Engine;

struct Step {
    std::string prose; ///< the lines before it
    std::string script;
    std::string expected;
};

std::string cut(const std::string& line, std::size_t marks)
{
    return line.substr(std::min(marks, line.size()));
}

/// The last step may have prose only.
std::vector<Step> stepsOf(const std::string& text)
{
    std::vector<Step> steps(1);
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        Step& last = steps.back();
        if (line.starts_with("  $ ")) {
            last.script = cut(line, 4);
            steps.emplace_back();
        } else if (line.starts_with("  >")) {
            steps.at(steps.size() - 2).script += "\n" + cut(line, 4);
        } else if (line.starts_with("  ")) {
            steps.at(steps.size() - 2).expected += line + "\n";
        } else {
            last.prose += line + "\n";
        }
    }
    return steps;
}

std::string asWritten(const Step& step)
{
    std::string text = step.prose;
    const char* mark = "  $ ";
    std::istringstream in(step.script);
    for (std::string line; std::getline(in, line); mark = "  > ") {
        text += mark + line + "\n";
    }
    return text;
}

/// Lines after their mark, with visible control characters, including a CR and a missing final line end.
std::string marked(const std::string& mark, const std::string& text)
{
    std::string out;
    bool begins = true;
    for (const char c : text) {
        out += begins ? mark + (c == '\n' ? "" : " ") : "";
        begins = c == '\n';
        if (c == '\r') {
            out += "\\r";
        } else if (c != '\n' && static_cast<unsigned char>(c) < 0x20) {
            std::ostringstream hex;
            hex << "\\x" << std::hex << int{c};
            out += hex.str();
        } else {
            out += c;
        }
    }
    return out + (begins ? "" : "(no line end)\n");
}

void replaceAll(std::string& text, const std::string& what, const std::string& with)
{
    for (auto at = text.find(what); !what.empty() && at != std::string::npos;
         at = text.find(what, at + with.size())) {
        text.replace(at, what.size(), with);
    }
}

/// In `like`, 0 stands for any digit and f for any hexadecimal digit.
bool isLike(std::string_view text, std::string_view like)
{
    return text.size() >= like.size() &&
           std::equal(like.begin(), like.end(), text.begin(), [](char want, char is) {
               const bool digit = is >= '0' && is <= '9';
               return want == '0'   ? digit
                      : want == 'f' ? digit || (is >= 'a' && is <= 'f')
                                    : want == is;
           });
}

void replaceLike(std::string& text, const std::string& like, const std::string& with)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (isLike(std::string_view(text).substr(at), like)) {
            text.replace(at, like.size(), with);
        }
    }
}

std::string today()
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc{};
    gmtime_r(&now, &utc);
    char text[16];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%d", &utc)};
}

using EngineAndFile = std::tuple<Engine, std::string>;

class Scenario : public testing::TestWithParam<EngineAndFile>, protected ProgramStore {
protected:
    void SetUp() override
    {
        if (!select(std::get<0>(GetParam()))) {
            GTEST_SKIP() << kNoServer;
        }
        std::filesystem::create_directory(file("bin"));
        std::filesystem::create_symlink(GIFTBOX_PROGRAM, file("bin/giftbox-asks"));
        // Stories use dates long past, which `giftbox-asks` would question.
        writeFile(file("bin/giftbox"),
                  "#!/bin/sh\nexec " GIFTBOX_PROGRAM " ${1:+--confirm} \"$@\"\n");
        std::filesystem::permissions(file("bin/giftbox"), std::filesystem::perms::owner_all);
    }

    /// The results of the step, with values that change between runs replaced by names.
    std::string settled(std::string text, const std::string& day) const
    {
        replaceAll(text, url(), "<DB>");
        replaceAll(text, store(), "<STORE>");
        replaceAll(text, access::foldLogin(store()), "<store>");
        replaceAll(text, otherStore_, "<STORE2>");
        replaceAll(text, folder(), "<FOLDER>");
        replaceLike(text, "0000-00-00T00:00:00Z", "<INSTANT>");
        replaceLike(text, "00000000T000000Z", "<STAMP>");
        replaceLike(text, std::string(64, 'f'), "<HASH>");
        replaceAll(text, day, "<TODAY>");
        replaceAll(text, day.substr(0, 7), "<MONTH>");
        return text;
    }

    Ended play(const std::string& script) const
    {
        const char* path = std::getenv("PATH");
        return run({.words = {"bash", "-c", script},
                    .variables = {"GIFTBOX_DB=" + url(), "GIFTBOX_STORE=" + store(),
                                  "STORE2=" + otherStore_, "GIFTBOX_ACTOR=ann",
                                  "PATH=" + file("bin") + ":" + (path == nullptr ? "" : path),
                                  "HOME=" + folder(), "XDG_DATA_HOME=" + file("data"),
                                  "LC_ALL=C.UTF-8", "TZ=UTC"},
                    .folder = folder()});
    }

    std::string said(const Ended& ended, const std::string& day) const
    {
        return settled(marked("  |", ended.out) + marked("  !", ended.err) +
                           (ended.status == 0 ? "" : "  = " + std::to_string(ended.status) + "\n"),
                       day);
    }

private:
    std::string otherStore_ = newStoreCode();
};

TEST_P(Scenario, HappensAsItIsWritten)
{
    const std::string path =
        std::string(GIFTBOX_SOURCE_DIR) + "/tests/scenarios/" + std::get<1>(GetParam()) + ".txt";
    const bool writes = std::getenv("GIFTBOX_WRITE_SCENARIOS") != nullptr;
    std::string written;
    int played = 0;
    for (const Step& step : stepsOf(readFile(path))) {
        written += asWritten(step);
        if (step.script.empty()) {
            continue;
        }
        ++played;
        const std::string before = today();
        const Ended ended = play(step.script);
        // Midnight may have passed meanwhile.
        const std::string now = said(ended, today());
        const std::string happened = now == step.expected ? now : said(ended, before);
        written += happened;
        EXPECT_TRUE(writes || happened == step.expected)
            << path << "\nexpected:\n"
            << asWritten({"", step.script, ""}) << step.expected << "happened:\n"
            << happened;
    }
    EXPECT_GT(played, 0) << path << " has no command";
    if (writes) {
        writeFile(path, written);
    }
}

std::vector<std::string> stories()
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(GIFTBOX_SOURCE_DIR) +
                                                                 "/tests/scenarios")) {
        if (entry.path().extension() == ".txt") {
            names.push_back(entry.path().stem().string());
        }
    }
    std::ranges::sort(names);
    return names;
}

INSTANTIATE_TEST_SUITE_P(, Scenario,
                         testing::Combine(testing::Values(Engine::Sqlite, Engine::Postgresql),
                                          testing::ValuesIn(stories())),
                         [](const testing::TestParamInfo<EngineAndFile>& one) {
                             return std::string(std::get<0>(one.param) == Engine::Sqlite
                                                    ? "Sqlite_"
                                                    : "Postgresql_") +
                                    std::get<1>(one.param);
                         });

} // namespace
} // namespace giftbox::tests::scenarios_test
