#include "tests/support/program.h"
#include "tests/web/http/running_server.h"
#include "tests/web/http/tls_client.h"
#include "tests/web/served_program.h"

#include <filesystem>
#include <set>

namespace giftbox::web::tls_test {
namespace {

using namespace std::chrono_literals;

/// A folder with a certificate and its key.
struct Files {
    explicit Files(const std::string& kind = "EC")
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "tls.XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
        renew("first.example", kind);
    }
    Files(const Files&) = delete;
    Files& operator=(const Files&) = delete;
    ~Files() { std::filesystem::remove_all(folder); }
    void renew(const std::string& name, const std::string& kind = "EC") const
    {
        makeCertificate(name, certificate(), key(), kind);
    }
    std::string certificate() const { return folder + "/certificate.pem"; }
    std::string key() const { return folder + "/key.pem"; }

    std::string folder;
};

class TlsServer : public RunningServer {
public:
    explicit TlsServer(const Files& files) : RunningServer(optionsFor(files)) {}
    using RunningServer::port;

private:
    static ServerOptions optionsFor(const Files& files)
    {
        ServerOptions options = smallLimits();
        options.certificateFile = files.certificate();
        options.keyFile = files.key();
        return options;
    }
};

/// All suites up to TLS 1.2 in OpenSSL, including those without encryption.
std::set<std::string> allSuites()
{
    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_security_level(context, 0);
    SSL_CTX_set_cipher_list(context, "ALL:COMPLEMENTOFALL");
    std::set<std::string> names;
    const auto* suites = SSL_CTX_get_ciphers(context);
    for (int i = 0; i < sk_SSL_CIPHER_num(suites); ++i) {
        names.insert(SSL_CIPHER_get_name(sk_SSL_CIPHER_value(suites, i)));
    }
    SSL_CTX_free(context);
    std::erase_if(names, [](const std::string& name) { return name.starts_with("TLS_"); });
    return names;
}

TEST(Tls, AgreesOnSuitesWithForwardSecrecyAndAeadAlone)
{
    const std::set<std::string> all = allSuites();
    ASSERT_GT(all.size(), 100U);
    ASSERT_TRUE(all.contains("AES256-GCM-SHA384") && all.contains("ECDHE-RSA-AES256-SHA384"));
    for (const std::string kind : {"EC", "RSA"}) {
        const Files files(kind);
        const TlsServer server(files);
        std::set<std::string> agreed;
        for (const std::string& suite : all) {
            const TlsClient client(server.port(), {.suites = suite, .most = TLS1_2_VERSION});
            if (client.isConnected()) {
                agreed.insert(client.suite());
            }
        }
        const std::string by = kind == "EC" ? "ECDHE-ECDSA-" : "ECDHE-RSA-";
        EXPECT_EQ(agreed, (std::set{by + "AES128-GCM-SHA256", by + "AES256-GCM-SHA384",
                                    by + "CHACHA20-POLY1305"}));
    }
}

TEST(Tls, AgreesOnTheSameOfTls13AndOnNoOlderProtocol)
{
    const Files files;
    const TlsServer server(files);
    std::set<std::string> agreed;
    for (const std::string suite :
         {"TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_AES_128_CCM_SHA256", "TLS_AES_128_CCM_8_SHA256"}) {
        const TlsClient client(server.port(), {.newSuites = suite, .least = TLS1_3_VERSION});
        if (client.isConnected()) {
            agreed.insert(suite);
        }
    }
    EXPECT_EQ(agreed, (std::set<std::string>{"TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384",
                                             "TLS_CHACHA20_POLY1305_SHA256"}));
    EXPECT_FALSE(TlsClient(server.port(), {.most = TLS1_1_VERSION}).isConnected());
    EXPECT_TRUE(TlsClient(server.port()).isConnected());
}

TEST(Tls, AgreesOnKeysAnewForEveryConnection)
{
    const Files files;
    const TlsServer server(files);
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        TlsClient first(server.port(), {.most = version});
        first.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
        ASSERT_EQ(statusOf(first.receive()), 200);
        SSL_SESSION* session = SSL_get1_session(first.handle());
        const TlsClient again(server.port(), {.most = version, .session = session});
        EXPECT_TRUE(again.isConnected());
        EXPECT_FALSE(again.isResumed()) << version;
        SSL_SESSION_free(session);
    }
}

TEST(Tls, ABodyIsInvitedThereToo)
{
    const Files files;
    const TlsServer server(files);
    TlsClient client(server.port());
    client.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.receive(), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("hello");
    EXPECT_EQ(bodyOf(client.receive()), "POST /a  5\n");
}

TEST(Tls, ANewCertificateIsTakenAtSighup)
{
    const Files files;
    ServedProgram program(files.folder + "/gifts.db",
                          {"--tls-cert", files.certificate(), "--tls-key", files.key()});
    const std::string request = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
    TlsClient before(program.port());
    EXPECT_EQ(before.subject(), "first.example");
    before.send(request);
    EXPECT_EQ(statusOf(before.receive()), 200);
    files.renew("second.example");
    EXPECT_EQ(TlsClient(program.port()).subject(), "first.example") << "nobody said so yet";
    program.signal(SIGHUP);
    program.waitFor("the certificate is reloaded");
    EXPECT_EQ(TlsClient(program.port()).subject(), "second.example");
    before.send(request);
    EXPECT_EQ(statusOf(before.receive()), 200) << "who was connected stays so";
    program.signal(SIGTERM);
    EXPECT_EQ(program.wait(), 0);
}

TEST(Tls, ABadCertificateAtSighupLeavesTheOneThereIs)
{
    const Files files;
    ServedProgram program(files.folder + "/gifts.db",
                          {"--tls-cert", files.certificate(), "--tls-key", files.key()});
    tests::writeFile(files.certificate(), "-----BEGIN CERTIFICATE-----\nhalf\n");
    program.signal(SIGHUP);
    const std::string log = program.waitFor("the previous one stays in use");
    EXPECT_NE(log.find("giftbox: serve.certificate: Cannot use the certificate"), std::string::npos)
        << log;
    EXPECT_EQ(TlsClient(program.port()).subject(), "first.example");
    const Files others; // its key does not belong to the certificate
    std::filesystem::copy_file(others.certificate(), files.certificate(),
                               std::filesystem::copy_options::overwrite_existing);
    program.signal(SIGHUP);
    program.waitFor("key values mismatch");
    EXPECT_EQ(TlsClient(program.port()).subject(), "first.example");
    files.renew("second.example");
    program.signal(SIGHUP);
    program.waitFor("the certificate is reloaded");
    EXPECT_EQ(TlsClient(program.port()).subject(), "second.example");
}

TEST(Tls, SighupEndsNoServerWithoutIt)
{
    const Files files;
    ServedProgram program(files.folder + "/gifts.db", {});
    program.signal(SIGHUP);
    program.waitFor("there is no certificate to reload");
    RawClient client(program.port());
    client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(statusOf(client.receive()), 200);
}

} // namespace
} // namespace giftbox::web::tls_test
