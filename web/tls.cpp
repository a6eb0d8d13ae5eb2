#include "web/tls.h"

#include "foundation/refusal.h"

#include <utility> // Boost 1.74 leaves it out

#include <boost/asio/ssl/context.hpp>

namespace giftbox::web {

using Context = boost::asio::ssl::context;

std::unique_ptr<Context> loadCertificate(const std::string& certificateFile,
                                         const std::string& keyFile)
{
    auto context = std::make_unique<Context>(Context::tls_server);
    try {
        context->set_options(Context::default_workarounds | Context::no_tlsv1 |
                             Context::no_tlsv1_1);
        context->use_certificate_chain_file(certificateFile);
        context->use_private_key_file(keyFile, Context::pem);
    } catch (const boost::system::system_error& error) {
        throw foundation::Refusal("serve.certificate",
                                  "cannot use the certificate " + certificateFile +
                                      " with the key " + keyFile + ": " + error.what() +
                                      "; give two PEM files that belong together");
    }
    return context;
}

} // namespace giftbox::web
