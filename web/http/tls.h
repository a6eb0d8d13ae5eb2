#pragma once

#include <memory>
#include <string>

namespace boost::asio::ssl {
class context;
} // namespace boost::asio::ssl

namespace giftbox::web {

/// TLS 1.2 and 1.3 with a certificate and its key, both PEM; suites with forward secrecy and AEAD only. Throws
/// Refusal `serve.certificate`.
std::unique_ptr<boost::asio::ssl::context> loadCertificate(const std::string& certificateFile,
                                                           const std::string& keyFile);

} // namespace giftbox::web
