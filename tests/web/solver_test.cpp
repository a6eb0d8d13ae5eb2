#include "tests/support/program.h"
#include "tests/support/store_fixture.h"
#include "tests/web/http/raw_client.h"
#include "tests/web/served_program.h"

#include <filesystem>

namespace giftbox::web::solver_test {
namespace {

constexpr const char* kMonth = "2025-03";

/// Giftbox in a folder of its own, beside a solver that the test puts there, and two on the approved list of March.
class Solver : public testing::TestWithParam<foundation::Engine>, protected tests::ProgramStore {
protected:
    void SetUp() override
    {
        if (!select(GetParam())) {
            GTEST_SKIP() << tests::kNoServer;
        }
        const auto built = std::filesystem::path(GIFTBOX_PROGRAM).parent_path();
        for (const char* program : {"giftbox", "giftbox-serve"}) {
            std::filesystem::copy_file(built / program, file(program));
        }
        does(R"(init --name North --currency USD)");
        for (const std::string sku : {"CAP", "CUP", "PEN"}) {
            does("item add " + sku + " --name Thing --kind contents --category " + sku);
            does("receive " + sku + " 2 --cost 8.00 --on 2025-01-02");
        }
        for (const std::string who : {"ANA", "BEN"}) {
            does("recipient add " + who + " --name " + who);
            does("nominate " + who + " --month 2025-03 --by Bo --department service --reason joy");
            does("select add " + who + " --month 2025-03");
        }
        does("select approve 2025-03");
    }

    void useSolver(const std::string& script)
    {
        std::filesystem::remove(file("giftbox-solve"));
        if (script.empty()) {
            const auto built = std::filesystem::path(GIFTBOX_PROGRAM).parent_path();
            std::filesystem::create_symlink(built / "giftbox-solve", file("giftbox-solve"));
        } else {
            tests::writeFile(file("giftbox-solve"), "#!/bin/sh\n" + script + "\n");
            std::filesystem::permissions(file("giftbox-solve"), std::filesystem::perms::owner_all);
        }
    }
    tests::Ended plan()
    {
        tests::CommandLine line = giftbox({"plan", kMonth});
        line.words.front() = file("giftbox");
        return run(line);
    }
    std::string token()
    {
        const std::string login = "mia-" + store();
        does({"user", "add", login, "--name", "Mia", "--role", "manager", "--password-stdin"},
             "a long enough password\n");
        const auto rows = tests::rowsOfCsv(
            does({"token", "create", "t", "--user", login, "--role", "manager", "-O", "csv"}));
        return rows.front().at("token");
    }
};

TEST_P(Solver, ThatBreaksOffIsARefusalAndChangesNothing)
{
    const std::string before = everyRow();
    const std::map<std::string, std::string> said = {
        {"kill -ABRT $$", "giftbox-solve broke off"},
        {"exec sleep 1 & kill -SEGV $$", "giftbox-solve broke off"},
        {"echo no such library >&2; exit 127", "giftbox-solve: no such library"},
        {R"(echo '{"bound":0,"found":0,"objective":0,"values":[1]}')",
         "giftbox-solve has solved something else"},
        {"exit 0", "giftbox-solve gives no solution"}};
    for (const auto& [script, what] : said) {
        useSolver(script);
        const tests::Ended ended = plan();
        EXPECT_EQ(ended.status, 3) << script << ended;
        EXPECT_NE(ended.err.find("plan.solver_failed: The planner could not propose boxes, and "
                                 "nothing was changed: " +
                                 what),
                  std::string::npos)
            << ended;
    }
    std::filesystem::remove(file("giftbox-solve"));
    EXPECT_NE(plan().err.find("giftbox-solve is not in " + folder()), std::string::npos);
    EXPECT_EQ(everyRow(), before);
    useSolver("");
    EXPECT_TRUE(plan().done());
}

TEST_P(Solver, ThatAbortsEndsNoServer)
{
    const std::string token = this->token();
    ServedProgram server(url(), {}, file("giftbox"));
    const auto ask = [&](const std::string& key) {
        RawClient client(server.port());
        const std::string body = R"({"month":"2025-03"})";
        client.send("POST /api/v1/plan?confirm=1 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " +
                    token + "\r\nIdempotency-Key: " + key +
                    "\r\nContent-Type: application/json\r\nContent-Length: " +
                    std::to_string(body.size()) + "\r\n\r\n" + body);
        return client.receive();
    };
    useSolver("kill -ABRT $$");
    for (int i = 0; i < 3; ++i) {
        const std::string answer = ask("one");
        EXPECT_EQ(statusOf(answer), 500) << answer;
        EXPECT_NE(answer.find("\"plan.solver_failed\""), std::string::npos) << answer;
    }
    useSolver("");
    const std::string answer = ask("one");
    EXPECT_EQ(statusOf(answer), 200) << answer;
    EXPECT_NE(answer.find("\"items\":\"CAP, CUP, PEN\""), std::string::npos) << answer;
    server.signal(SIGTERM);
    EXPECT_EQ(server.wait(), 0);
}

GIFTBOX_ON_BOTH_ENGINES(Solver);

} // namespace
} // namespace giftbox::web::solver_test
