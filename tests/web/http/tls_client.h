#pragma once

#include "tests/web/http/raw_client.h"

#include <memory>
#include <openssl/ssl.h>
#include <string>

namespace giftbox::web {

/// The offer of a TLS client.
struct TlsOffer {
    std::string suites = {};    ///< of TLS 1.2; all that OpenSSL knows when empty
    std::string newSuites = {}; ///< for TLS 1.3
    int most = TLS1_3_VERSION;
    int least = TLS1_VERSION;
    SSL_SESSION* session = nullptr; ///< to resume
};

/// A TLS client that accepts every certificate and reports the agreed parameters.
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
    /// Reads the head and as many bytes as its Content-Length; less when nothing arrives for `patience`.
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
