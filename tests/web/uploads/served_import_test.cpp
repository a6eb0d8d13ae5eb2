#include "access/find_session.h"
#include "tests/support/parsed_page.h"
#include "tests/support/program.h"
#include "tests/support/server_database.h"
#include "tests/support/store_fixture.h"
#include "tests/web/http/raw_client.h"
#include "tests/web/served_program.h"
#include "web/http/form.h"

#include <filesystem>
#include <thread>

namespace giftbox::web::served_import_test {
namespace {

using namespace std::chrono_literals;

constexpr int kItems = 40'000;
constexpr const char* kPassword = "a long enough password";

/// A store with a parts director, who imports through the program itself.
class ServedImport : public testing::TestWithParam<foundation::Engine> {
protected:
    void SetUp() override
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "import.XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
        database_ = folder_ + "/gifts.db";
        if (GetParam() == foundation::Engine::Postgresql) {
            const char* server = std::getenv("GIFTBOX_TEST_POSTGRESQL");
            if (server == nullptr) {
                GTEST_SKIP() << tests::kNoServer;
            }
            database_ = own_.emplace(server).url();
        }
        ASSERT_TRUE(giftbox({"init", "--name", "North", "--currency", "USD"}).done());
        ASSERT_TRUE(giftbox({"user", "add", "pat", "--name", "Pat", "--role", "parts-director",
                             "--password-stdin"},
                            std::string(kPassword) + "\n")
                        .done());
        file_ = "sku,name,kind,category,unit\n";
        for (int i = 0; i < kItems; ++i) {
            file_ += "H-" + std::to_string(i) + ",Hat,contents,hat,each\n";
        }
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    tests::Ended giftbox(std::vector<std::string> words, const std::string& input = {})
    {
        words.insert(words.begin(), {GIFTBOX_PROGRAM, "--db", database_, "--store", "NORTH"});
        return tests::run({.words = std::move(words), .input = input});
    }
    void serve()
    {
        program_ = std::make_unique<ServedProgram>(database_, std::vector<std::string>{});
        const std::string form = "login=pat&password=a+long+enough+password";
        const std::string answer = ask("POST", "/login", "application/x-www-form-urlencoded", form);
        ASSERT_EQ(statusOf(answer), 303) << answer;
        const std::string cookie = headerOf(answer, "Set-Cookie");
        cookie_ = cookie.substr(0, cookie.find(';'));
        token_ = cookie_.substr(cookie_.find('=') + 1);
    }
    std::string headText(const std::string& method, const std::string& path,
                         const std::string& type, std::size_t size) const
    {
        const std::string host = "127.0.0.1:" + std::to_string(program_->port());
        return method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host +
               "\r\nCookie: " + cookie_ + "\r\nContent-Type: " + type +
               "\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n";
    }
    std::string ask(const std::string& method, const std::string& path,
                    const std::string& type = "text/plain", const std::string& body = {})
    {
        RawClient client(program_->port());
        client.send(headText(method, path, type, body.size()) + body);
        return client.receive();
    }
    std::string multipart() const
    {
        std::string body;
        for (const auto& [name, value] : std::vector<std::pair<std::string, std::string>>{
                 {"form_token", access::formToken(token_)},
                 {"request_key", access::newToken()},
                 {"kind", "items"}}) {
            body += "--X\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value +
                    "\r\n";
        }
        return body +
               "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"items.csv\"\r\n"
               "Content-Type: text/csv\r\n\r\n" +
               file_ + "\r\n--X--\r\n";
    }
    /// Sends the file and returns the address of its page.
    std::string send()
    {
        const std::string answer =
            ask("POST", "/s/NORTH/import", "multipart/form-data; boundary=X", multipart());
        EXPECT_EQ(statusOf(answer), 303) << answer;
        return headerOf(answer, "Location");
    }
    std::string waitFor(const std::string& page, const std::string& text)
    {
        std::string body;
        for (int i = 0; i < 300; ++i) { // not more: nobody reads the program's log meanwhile
            body = bodyOf(ask("GET", page));
            if (tests::ParsedPage(body).says(text)) {
                return body;
            }
            std::this_thread::sleep_for(200ms);
        }
        ADD_FAILURE() << "no " << text << " on " << body;
        return body;
    }
    std::string click(const std::string& page)
    {
        const std::string body = waitFor(page, "40,000 items to add");
        return ask("POST", page, "application/x-www-form-urlencoded",
                   "form_token=" + access::formToken(token_) +
                       "&sha256=" + tests::ParsedPage(body).value("sha256"));
    }
    /// The items in the books, which must verify.
    long items()
    {
        EXPECT_TRUE(giftbox({"verify"}).done());
        const std::string csv = giftbox({"export", "items"}).out;
        return std::count(csv.begin(), csv.end(), '\n') - 1;
    }

    std::string folder_;
    std::optional<tests::ServerDatabase> own_;
    std::string database_;
    std::string file_;
    std::string cookie_; ///< with the name that it has on this port
    std::string token_;
    std::unique_ptr<ServedProgram> program_;
};

TEST_P(ServedImport, KilledInTheMiddleLeavesNothingHalfDone)
{
    for (const char* at : {"Checking", "Importing"}) {
        SCOPED_TRACE(at);
        serve();
        const std::string page = send();
        if (std::string(at) == "Importing") {
            EXPECT_EQ(statusOf(click(page)), 303);
        }
        const std::string body = bodyOf(ask("GET", page));
        const tests::ParsedPage working(body);
        EXPECT_EQ(working.complaints(), "");
        EXPECT_TRUE(working.says(std::string(at) + " items.csv"));
        program_->signal(SIGKILL);
        program_->wait();
        EXPECT_EQ(items(), 0);
        serve();
        const std::string gone = ask("GET", page);
        EXPECT_EQ(statusOf(gone), 404);
        EXPECT_NE(gone.find("Send it again"), std::string::npos);
    }
    const std::string page = send();
    click(page);
    waitFor(page, "Added 40,000 items.");
    EXPECT_EQ(items(), kItems);
}

TEST_P(ServedImport, GoesOnWithoutTheBrowserAndHoldsUpNoPage)
{
    serve();
    {
        const std::string body = multipart();
        RawClient closed(program_->port());
        closed.send(
            headText("POST", "/s/NORTH/import", "multipart/form-data; boundary=X", body.size()) +
            body.substr(0, body.size() / 2));
    }
    EXPECT_EQ(items(), 0);
    const std::string page = send();
    click(page);
    const auto before = std::chrono::steady_clock::now();
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(statusOf(ask("GET", "/s/NORTH/stock")), 200);
        EXPECT_EQ(statusOf(ask("GET", "/s/NORTH/recipients")), 200);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - before, 10s);
    program_->signal(SIGTERM); // running work finishes
    EXPECT_EQ(program_->wait(), 0);
    EXPECT_EQ(items(), kItems);
}

TEST_P(ServedImport, IsReadFromNobodyWhoMayNotSendIt)
{
    serve();
    cookie_ = cookie_.substr(0, cookie_.find('=') + 1) + "forged";
    RawClient client(program_->port());
    client.send(headText("POST", "/s/NORTH/import", "multipart/form-data; boundary=X", 60'000'000));
    const std::string answer = client.receive();
    EXPECT_EQ(statusOf(answer), 303) << answer;
    EXPECT_EQ(headerOf(answer, "Location").substr(0, 6), "/login");
    EXPECT_EQ(headerOf(answer, "Connection"), "close");
}

GIFTBOX_ON_BOTH_ENGINES(ServedImport);

} // namespace
} // namespace giftbox::web::served_import_test
