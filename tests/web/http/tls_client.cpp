#include "tests/web/http/tls_client.h"

#include "tests/support/program.h"

#include <array>
#include <charconv>
#include <csignal>
#include <openssl/x509.h>
#include <sys/socket.h>
#include <sys/time.h>

namespace giftbox::web {

TlsClient::TlsClient(std::uint16_t port, const TlsOffer& offer, const char* from)
    : socket_(port, from), context_(SSL_CTX_new(TLS_client_method()))
{
    std::signal(SIGPIPE, SIG_IGN); // SSL_write reports a closed connection
    SSL_CTX_set_security_level(context_.get(), 0);
    SSL_CTX_set_min_proto_version(context_.get(), offer.least);
    SSL_CTX_set_max_proto_version(context_.get(), offer.most);
    SSL_CTX_set_cipher_list(context_.get(),
                            offer.suites.empty() ? "ALL:COMPLEMENTOFALL" : offer.suites.c_str());
    if (!offer.newSuites.empty()) {
        SSL_CTX_set_ciphersuites(context_.get(), offer.newSuites.c_str());
    }
    tls_.reset(SSL_new(context_.get()));
    if (offer.session != nullptr) {
        SSL_set_session(tls_.get(), offer.session);
    }
    SSL_set_tlsext_host_name(tls_.get(), "gifts.example"); // Caddy serves no other
    SSL_set_fd(tls_.get(), socket_.socket());
    const timeval patience{.tv_sec = 20, .tv_usec = 0};
    ::setsockopt(socket_.socket(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    isConnected_ = SSL_connect(tls_.get()) == 1;
}

std::string TlsClient::subject() const
{
    X509* certificate = SSL_get1_peer_certificate(tls_.get());
    if (certificate == nullptr) {
        return "";
    }
    std::array<char, 256> name{};
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name.data(),
                              static_cast<int>(name.size()));
    X509_free(certificate);
    return name.data();
}

bool TlsClient::send(const std::string& bytes)
{
    return SSL_write(tls_.get(), bytes.data(), static_cast<int>(bytes.size())) ==
           static_cast<int>(bytes.size());
}

std::string TlsClient::receive(std::chrono::milliseconds patience)
{
    const timeval time{.tv_sec = patience.count() / 1000,
                       .tv_usec = patience.count() % 1000 * 1000};
    ::setsockopt(socket_.socket(), SOL_SOCKET, SO_RCVTIMEO, &time, sizeof(time));
    std::string response;
    std::array<char, 4096> bytes{};
    for (std::size_t whole = std::string::npos; response.size() < whole;) {
        const int got = SSL_read(tls_.get(), bytes.data(), static_cast<int>(bytes.size()));
        if (got <= 0) {
            break;
        }
        response.append(bytes.data(), static_cast<std::size_t>(got));
        if (const auto end = response.find("\r\n\r\n"); end != std::string::npos) {
            const std::string length = headerOf(response, "Content-Length");
            std::size_t body = 0;
            std::from_chars(length.data(), length.data() + length.size(), body);
            whole = end + 4 + body;
        }
    }
    return response;
}

void makeCertificate(const std::string& name, const std::string& certificateFile,
                     const std::string& keyFile, const std::string& kind)
{
    const std::string size = kind == "EC" ? "ec_paramgen_curve:P-256" : "rsa_keygen_bits:2048";
    const tests::Ended made = tests::run(
        {.words = {"openssl", "req", "-x509", "-newkey", kind, "-pkeyopt", size, "-nodes", "-days",
                   "90", "-subj", "/CN=" + name, "-keyout", keyFile, "-out", certificateFile}});
    ASSERT_TRUE(made.done()) << made;
}

} // namespace giftbox::web
