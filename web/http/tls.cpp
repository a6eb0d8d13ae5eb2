#include "web/http/tls.h"

#include "foundation/refusal.h"

#include <utility> // Boost 1.74 leaves it out

#include <boost/asio/ssl/context.hpp>

#include <openssl/ssl.h>
#include <stdexcept>

namespace giftbox::web {

using Context = boost::asio::ssl::context;

namespace {

/// Forward secrecy: each connection has new keys and none is resumed, so a key stolen later decrypts nothing.
void requireForwardSecrecy(SSL_CTX* context)
{
    SSL_CTX_set_options(context, SSL_OP_NO_TICKET | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                     SSL_OP_PRIORITIZE_CHACHA | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context, 0);
    const bool isKnown =
        SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1 &&
        SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20") == 1 &&
        SSL_CTX_set_ciphersuites(context, "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:"
                                          "TLS_AES_128_GCM_SHA256") == 1;
    if (!isKnown) {
        throw std::runtime_error("this OpenSSL has no suites with forward secrecy");
    }
}

} // namespace

std::unique_ptr<Context> loadCertificate(const std::string& certificateFile,
                                         const std::string& keyFile)
{
    auto context = std::make_unique<Context>(Context::tls_server);
    try {
        context->set_options(Context::default_workarounds);
        requireForwardSecrecy(context->native_handle());
        context->use_certificate_chain_file(certificateFile);
        context->use_private_key_file(keyFile, Context::pem);
    } catch (const boost::system::system_error& error) {
        throw foundation::Refusal(
            "serve.certificate",
            {{"certificate", certificateFile}, {"key", keyFile}, {"error", error.what()}});
    }
    return context;
}

} // namespace giftbox::web
