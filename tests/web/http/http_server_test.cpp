#include "foundation/refusal.h"
#include "tests/support/memory.h"
#include "tests/support/program.h"
#include "tests/web/http/running_server.h"

#include <gtest/gtest.h>

namespace giftbox::web::http_server_test {
namespace {

using namespace std::chrono_literals;

class HttpServerAnswers : public testing::Test, protected RunningServer {};

TEST_F(HttpServerAnswers, ARequestWithHeadersOfSecurity)
{
    const std::string response = ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(statusOf(response), 200);
    EXPECT_EQ(bodyOf(response), "GET /hello  0\n");
    EXPECT_EQ(headerOf(response, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(headerOf(response, "Connection"), "keep-alive");
    const std::string policy = headerOf(response, "Content-Security-Policy");
    EXPECT_NE(policy.find("default-src 'none'"), std::string::npos);
    EXPECT_EQ(policy.find("unsafe"), std::string::npos);
    EXPECT_EQ(headerOf(response, "Strict-Transport-Security"), "");
}

TEST_F(HttpServerAnswers, HeadWithTheLengthButWithoutTheBody)
{
    RawClient client(port());
    client.send("HEAD /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    const std::string head = client.receive(true);
    EXPECT_EQ(headerOf(head, "Content-Length"), "15");
    client.send("GET /next HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(bodyOf(client.receive()), "GET /next  0\n");
}

TEST_F(HttpServerAnswers, RequestsSentTogetherInTheirOrder)
{
    RawClient client(port());
    client.send("GET /a?x HTTP/1.1\r\nHost: x\r\n\r\nPOST /b HTTP/1.1\r\nHost: x\r\n"
                "Content-Length: 3\r\n\r\nabcGET /c HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(bodyOf(client.receive()), "GET /a x 0\n");
    EXPECT_EQ(bodyOf(client.receive()), "POST /b  3\n");
    EXPECT_EQ(bodyOf(client.receive()), "GET /c  0\n");
}

TEST_F(HttpServerAnswers, AndSaysThatTheLastOfAConnectionIsTheLast)
{
    RawClient client(port());
    std::string last;
    for (std::size_t i = 0; i < options_.limits.requestsAConnection; ++i) {
        client.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
        last = client.receive();
        ASSERT_EQ(statusOf(last), 200);
    }
    EXPECT_EQ(headerOf(last, "Connection"), "close");
    EXPECT_TRUE(client.isClosedWithin(2s));
}

TEST_F(HttpServerAnswers, ALongBodyFromASpoolWithoutHoldingIt)
{
    const std::int64_t before = residentKib();
    RawClient client(port());
    client.send("GET /spool HTTP/1.0\r\n\r\n");
    const std::string response = client.receiveAll();
    const std::size_t bytes = bodyOf(response).size();
    EXPECT_EQ(headerOf(response, "Content-Length"), std::to_string(bytes));
    EXPECT_EQ(bytes, kSpoolBytes);
    if (tests::kMemoryIsMeasured) {
        EXPECT_LT(residentKib() - before, 96 * 1024) << "the client alone holds three copies";
    }
}

TEST_F(HttpServerAnswers, ManyAtOnceWhileSomeAreSlow)
{
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 2; ++i) {
        slow.push_back(std::make_unique<RawClient>(port()));
        slow.back()->send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    EXPECT_EQ(statusOf(ask("GET /quick HTTP/1.1\r\nHost: x\r\n\r\n")), 200);
    for (const auto& client : slow) {
        EXPECT_EQ(statusOf(client->receive()), 200);
    }
}

TEST_F(HttpServerAnswers, AWorkerThatThrowsWithFiveHundred)
{
    EXPECT_EQ(statusOf(ask("GET /throw HTTP/1.1\r\nHost: x\r\n\r\n")), 500);
    EXPECT_EQ(statusOf(ask("GET /next HTTP/1.1\r\nHost: x\r\n\r\n")), 200);
}

TEST_F(HttpServerAnswers, AFileWithoutHoldingIt)
{
    const std::string piece(1 << 20, 'f');
    const std::int64_t before = residentKib();
    RawClient client(port());
    client.send("POST /upload HTTP/1.1\r\nHost: x\r\nContent-Length: 33554432\r\n\r\n");
    for (int i = 0; i < 32; ++i) {
        client.send(piece);
    }
    if (tests::kMemoryIsMeasured) {
        EXPECT_LT(residentKib() - before, 8 * 1024);
    }
    EXPECT_EQ(bodyOf(client.receive()), "POST /upload  33554432 in a file\n");
    client.send("GET /next HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(bodyOf(client.receive()), "GET /next  0\n");
}

TEST_F(HttpServerAnswers, NoHeaderThatAValueWouldBegin)
{
    const std::string response = ask("GET /split HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(headerOf(response, "X-Value"), "a  Set-Cookie: b");
    EXPECT_EQ(headerOf(response, "Set-Cookie"), "");
}

TEST_F(HttpServerAnswers, WhoAsksBeforeSendingWithAHundred)
{
    for (const char* target : {"/a", "/upload"}) {
        for (const int bytes : {5, 700}) {
            RawClient client(port());
            client.send("POST " + std::string(target) + " HTTP/1.1\r\nHost: x\r\nContent-Length: " +
                        std::to_string(bytes) + "\r\nExpect: 100-Continue\r\n\r\n");
            EXPECT_EQ(client.receive(true), "HTTP/1.1 100 Continue\r\n\r\n");
            client.send(std::string(static_cast<std::size_t>(bytes), 'x') +
                        "GET /next HTTP/1.1\r\nHost: x\r\n\r\n");
            const std::string response = client.receive();
            EXPECT_EQ(statusOf(response), 200) << response;
            EXPECT_TRUE(bodyOf(response).starts_with("POST " + std::string(target) + "  " +
                                                     std::to_string(bytes)));
            EXPECT_EQ(bodyOf(client.receive()), "GET /next  0\n");
        }
    }
}

TEST_F(HttpServerAnswers, WithNoHundredWhoDoesNotWaitForIt)
{
    const std::string expect = "Content-Length: 5\r\nExpect: 100-continue\r\n\r\n";
    EXPECT_EQ(statusOf(ask("POST /a HTTP/1.1\r\nHost: x\r\n" + expect + "hello")), 200)
        << "it is there already";
    EXPECT_EQ(statusOf(ask("GET /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n\r\n")), 200)
        << "there is none";
    RawClient old(port());
    old.send("POST /a HTTP/1.0\r\nHost: x\r\n" + expect);
    EXPECT_FALSE(old.isClosedWithin(50ms));
    old.send("hello");
    EXPECT_EQ(statusOf(old.receiveAll()), 200) << "HTTP/1.0 knows of none";
}

TEST_F(HttpServerAnswers, CurlWhichAsksBeforeItSends)
{
    const std::string address = "http://127.0.0.1:" + std::to_string(port());
    for (const char* path : {"/a", "/upload"}) {
        const tests::Ended ended = tests::run(
            {.words = {"curl", "-sv", "-m", "20", "--expect100-timeout", "10", "-H",
                       "Expect: 100-continue", "--data", std::string(700, 'x'), address + path}});
        EXPECT_TRUE(ended.out.starts_with("POST " + std::string(path) + "  700")) << ended;
        EXPECT_NE(ended.err.find("HTTP/1.1 100 Continue"), std::string::npos) << ended;
    }
}

TEST_F(HttpServerAnswers, AndLogsWithoutTheQuery)
{
    ask("GET /hello?secret=1 HTTP/1.1\r\nHost: x\r\n\r\n");
    stop();
    ASSERT_EQ(log().size(), 1U);
    EXPECT_TRUE(log()[0].starts_with("2026-11-22T19:43:53Z 127.0.0.1 - GET /hello 200 "))
        << log()[0];
    EXPECT_EQ(log()[0].find("secret"), std::string::npos);
}

class HttpServerRefuses : public testing::Test, protected RunningServer {
protected:
    void expectRefused(int status, const std::string& request)
    {
        RawClient client(port());
        client.send(request);
        const std::string response = client.receiveAll();
        EXPECT_EQ(statusOf(response), status) << request.substr(0, 200) << "\n" << response;
        EXPECT_EQ(headerOf(response, "Connection"), "close") << request.substr(0, 200);
        // The following bytes were not read as another request.
        EXPECT_EQ(response.find("HTTP/1.1", 1), std::string::npos) << response;
        EXPECT_EQ(answered(), 0);
    }
};

TEST_F(HttpServerRefuses, LengthsThatAreInDoubt)
{
    const std::string next = "\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
    for (const char* headers :
         {"Content-Length: -5", "Content-Length: 5x", "Content-Length: 5\r\nContent-Length: 6",
          "Content-Length: 5, 5", "Content-Length : 5", "Content-Length: 18446744073709551616",
          "Content-Length: 5\r\nTransfer-Encoding: chunked", "Content-Length: +5",
          "Content-Length:"}) {
        expectRefused(400, std::string("POST /a HTTP/1.1\r\nHost: x\r\n") + headers + next);
    }
}

TEST_F(HttpServerRefuses, EveryTransferEncoding)
{
    for (const char* coding : {"chunked", "xchunked", "gzip, chunked", "identity",
                               "chunked\r\n "
                               " "}) {
        expectRefused(411, std::string("POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: ") +
                               coding + "\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
    }
    expectRefused(411, "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding:\r\n chunked\r\n\r\n5\r\n"
                       "hello\r\n0\r\n\r\n");
}

TEST_F(HttpServerRefuses, RequestsThatAreNotWellFormed)
{
    for (const char* request :
         {"GET /a HTTP/1.1\r\n\r\n", "GET /a HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
          "GET /a HTTP/1.1\nHost: x\n\n", "GET /a HTTP/2.0\r\nHost: x\r\n\r\n", "nonsense\r\n\r\n",
          "GET http://x/a HTTP/1.1\r\nHost: x\r\n\r\n", "GET * HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /a HTTP/1.1\r\nHost: x\r\nBad Name: 1\r\n\r\n",
          "GET /a HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
          "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"}) {
        expectRefused(400, request);
    }
    for (const char* method : {"PUT", "DELETE", "TRACE", "CONNECT", "OPTIONS", "PATCH"}) {
        expectRefused(501, std::string(method) + " /a HTTP/1.1\r\nHost: x\r\n\r\n");
    }
}

TEST_F(HttpServerRefuses, EveryContentEncoding)
{
    for (const char* coding : {"gzip", "br", "identity", "deflate, gzip", ""}) {
        expectRefused(415, std::string("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n"
                                       "Content-Encoding: ") +
                               coding + "\r\n\r\nhello");
    }
}

TEST_F(HttpServerRefuses, AFileFromWhoMayNotSendItBeforeItIsSent)
{
    expectRefused(403, "POST /upload?forbidden HTTP/1.1\r\nHost: x\r\n"
                       "Content-Length: 30000000\r\n\r\n");
}

TEST_F(HttpServerRefuses, WhatIsTooLarge)
{
    expectRefused(413, "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2000\r\n\r\n");
    expectRefused(413, "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n");
    expectRefused(413, "POST /upload HTTP/1.1\r\nHost: x\r\nContent-Length: 90000000\r\n\r\n");
    expectRefused(414, "GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n");
    expectRefused(431, "GET /a HTTP/1.1\r\nHost: x\r\nX: " + std::string(20000, 'a') + "\r\n\r\n");
    std::string many = "GET /a HTTP/1.1\r\nHost: x\r\n";
    for (int i = 0; i < 200; ++i) {
        many += "A: b\r\n";
    }
    expectRefused(431, many + "\r\n");
}

TEST_F(HttpServerRefuses, ABodyThatIsSentNeverthelessIsReadNoFurther)
{
    RawClient client(port());
    client.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n" +
                std::string(2'000'000, 'x'));
    EXPECT_EQ(statusOf(client.receive()), 413);
}

TEST_F(HttpServerRefuses, EndlessLinesWithoutHoldingThem)
{
    const std::int64_t before = residentKib();
    const std::string piece(1 << 20, 'a');
    for (const char* start : {"", "GET /a HTTP/1.1\r\nHost: x\r\nX: "}) {
        RawClient client(port());
        client.send(start);
        int sent = 0;
        while (sent < 200 && client.send(piece)) {
            ++sent;
        }
        EXPECT_LT(sent, 200) << "nobody ended it";
    }
    std::string lines;
    for (int i = 0; i < 10000; ++i) {
        lines += "A: b\r\n";
    }
    RawClient client(port());
    client.send("GET /a HTTP/1.1\r\nHost: x\r\n");
    int sent = 0;
    while (sent < 200 && client.send(lines)) {
        ++sent;
    }
    EXPECT_LT(sent, 200);
    if (tests::kMemoryIsMeasured) {
        EXPECT_LT(residentKib() - before, 8 * 1024);
    }
    EXPECT_EQ(answered(), 0);
}

TEST_F(HttpServerRefuses, ABodyThatIsNotSmallBeforeItIsSentByWhoMayNotSendIt)
{
    expectRefused(403, "POST /a?forbidden HTTP/1.1\r\nHost: x\r\nContent-Length: 501\r\n\r\n");
    RawClient client(port());
    client.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 501\r\n\r\n" +
                std::string(501, 'x') +
                "POST /b?forbidden HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n" +
                std::string(500, 'x'));
    EXPECT_EQ(bodyOf(client.receive()), "POST /a  501\n");
    EXPECT_EQ(bodyOf(client.receive()), "POST /b forbidden 500\n") << "nobody was asked";
}

TEST_F(HttpServerRefuses, WhatItIsExpectedToDoAndDoesNot)
{
    expectRefused(417, "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: magic\r\n\r\n");
    expectRefused(417, "GET /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue, magic\r\n\r\n");
}

TEST_F(HttpServerRefuses, WithTheLastStatusWhoAsksBeforeSending)
{
    const std::string expect = "Expect: 100-continue\r\n\r\n";
    expectRefused(413, "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2000\r\n" + expect);
    expectRefused(403,
                  "POST /upload?forbidden HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n" + expect);
    expectRefused(403, "POST /a?forbidden HTTP/1.1\r\nHost: x\r\nContent-Length: 600\r\n" + expect);
    expectRefused(411, "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n" + expect);
}

/// Three of its files fit, as long as nobody waits for a whole one.
class HttpServerRoom : public testing::Test, protected RunningServer {
protected:
    HttpServerRoom() : RunningServer(roomForThree()) {}
    static ServerOptions roomForThree()
    {
        ServerOptions options = smallLimits();
        options.limits.uploadBytes = kFile;
        options.limits.uploadsBytes = 3 * kFile;
        options.limits.upload = 20s;
        return options;
    }
    void come(int many, std::size_t bytes)
    {
        for (int i = 0; i < many; ++i) {
            clients_.push_back(std::make_unique<RawClient>(port()));
            clients_.back()->send(kHead + std::string(bytes, 'x'));
        }
        std::this_thread::sleep_for(200ms);
    }

    static constexpr std::size_t kFile = 400'000;
    static inline const std::string kHead =
        "POST /upload HTTP/1.1\r\nHost: x\r\nContent-Length: 400000\r\n\r\n";
    std::vector<std::unique_ptr<RawClient>> clients_;
};

TEST_F(HttpServerRoom, IsTakenByWhatHasArrived)
{
    come(3, kFile - 1000);
    EXPECT_EQ(statusOf(ask(kHead + std::string(kFile, 'x'))), 503);
    EXPECT_EQ(answered(), 0);
    clients_.clear();
    std::this_thread::sleep_for(200ms);
    EXPECT_EQ(statusOf(ask(kHead + std::string(kFile, 'x'))), 200);
}

TEST_F(HttpServerRoom, IsNotTakenByWhatIsOnlyAnnounced)
{
    come(8, 0);
    EXPECT_EQ(statusOf(ask(kHead + std::string(kFile, 'x'))), 200);
}

class HttpServerEnds : public testing::Test, protected RunningServer {};

TEST_F(HttpServerEnds, ConnectionsThatDripOrSayNothing)
{
    RawClient silent(port());
    RawClient headers(port());
    headers.send("GET /a HTTP/1.1\r\nHost: x\r\n");
    RawClient body(port());
    body.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n");
    // Each client drips bytes, so none is inactive; the deadline covers the whole request.
    bool headersOpen = true;
    bool bodyOpen = true;
    for (int i = 0; i < 40 && (headersOpen || bodyOpen); ++i) {
        headersOpen = headersOpen && headers.send("A: b\r\n") && !headers.isClosedWithin(20ms);
        bodyOpen = bodyOpen && body.send("x") && !body.isClosedWithin(20ms);
    }
    EXPECT_FALSE(headersOpen);
    EXPECT_FALSE(bodyOpen);
    EXPECT_TRUE(silent.isClosedWithin(2s));
}

TEST_F(HttpServerEnds, AReaderThatDoesNotRead)
{
    RawClient client(port());
    client.send("GET /spool HTTP/1.1\r\nHost: x\r\n\r\n");
    std::this_thread::sleep_for(6s);
    EXPECT_LT(bodyOf(client.receiveAll()).size(), kSpoolBytes);
}

TEST_F(HttpServerEnds, TheOldestIdleConnectionWhenThereAreTooMany)
{
    std::vector<std::unique_ptr<RawClient>> idle;
    for (std::size_t i = 0; i < options_.limits.connections + 4; ++i) {
        idle.push_back(std::make_unique<RawClient>(port()));
        idle.back()->setPatience(500ms);
    }
    EXPECT_TRUE(idle.front()->isClosedWithin(200ms));
    EXPECT_EQ(statusOf(ask("GET /a HTTP/1.1\r\nHost: x\r\n\r\n")), 200);
    idle.clear();
    EXPECT_EQ(statusOf(ask("GET /b HTTP/1.1\r\nHost: x\r\n\r\n")), 200);
}

TEST_F(HttpServerEnds, AtStopOnlyAfterWhatIsRunning)
{
    RawClient idle(port());
    idle.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
    idle.receive();
    RawClient running(port());
    running.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    std::this_thread::sleep_for(100ms);
    stop();
    const std::string response = running.receive();
    EXPECT_EQ(bodyOf(response), "GET /slow  0\n");
    EXPECT_EQ(headerOf(response, "Connection"), "close");
    EXPECT_TRUE(idle.isClosedWithin(1s));
    EXPECT_THROW(RawClient{port()}, std::system_error);
}

} // namespace
} // namespace giftbox::web::http_server_test
