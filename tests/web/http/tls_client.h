#pragma once

#include "tests/web/http/raw_client.h"

#include <memory>
#include <openssl/ssl.h>
#include <string>

namespace giftbox::web {

/// What a client of TLS offers.
struct TlsOffer {
    std::string suites = {};    ///< of TLS 1.2; all that OpenSSL knows when empty
    std::string newSuites = {}; ///< of TLS 1.3
    int most = TLS1_3_VERSION;
    int least = TLS1_VERSION;
    SSL_SESSION* session = nullptr; ///< to resume
};

/// A client that speaks TLS, believes every certificate, and says what was agreed.
class TlsClient {
public:
    explicit TlsClient(std::uint16_t port, const TlsOffer& offer = {},
                       const char* from = "127.0.0.1");

    bool isConnected() const { return isConnected_; }
    std::string suite() const { return SSL_get_cipher_name(tls_.get()); }
    /// The last name in the certificate's subject.
    std::string subject() const;
    bool isResumed() const { return SSL_session_reused(tls_.get()) == 1; }
    SSL* handle() const { return tls_.get(); }
    bool send(const std::string& bytes);
    /// What comes until an empty line and as many bytes as its Content-Length says; less when nothing comes for `patience`.
    std::string receive(std::chrono::milliseconds patience = std::chrono::seconds(20));

private:
    struct Free {
        void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
        void operator()(SSL* tls) const { SSL_free(tls); }
    };

    RawClient socket_;
    std::unique_ptr<SSL_CTX, Free> context_;
    std::unique_ptr<SSL, Free> tls_;
    bool isConnected_ = false;
};

/// A certificate for `name`, and its key, PEM, of 90 days. `kind` is EC or RSA.
void makeCertificate(const std::string& name, const std::string& certificateFile,
                     const std::string& keyFile, const std::string& kind = "EC");

} // namespace giftbox::web
