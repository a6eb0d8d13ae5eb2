#pragma once

#include "tests/support/program.h"

#include <cstdint>
#include <optional>
#include <string>

namespace giftbox::web {

/// A documented sample of docs/examples, with different ports and files only.
struct Sample {
    std::string text;

    explicit Sample(const std::string& name);
    Sample& with(const std::string& documented, const std::string& here);
};

/// A proxy in front of Giftbox, set up as its sample says.
struct ProxySetup {
    std::string name;   ///< `nginx`, `haproxy`, `caddy` or `apache2`
    std::string folder; ///< holds cert.pem and key.pem of gifts.example; gets the proxy's files
    std::uint16_t upstream = 0;
    /// Below `/gifts`, as the sample's comment says; otherwise the whole host.
    bool isBelowAPath = false;
};

class SampleProxy {
public:
    /// The program of that name; a test that needs it is skipped where it is missing.
    static std::string program(const std::string& name);

    /// Starts it, and waits until it listens.
    explicit SampleProxy(const ProxySetup& setup);
    std::uint16_t port() const { return port_; }

private:
    bool isListening() const;

    std::uint16_t port_ = 0;
    std::optional<tests::Started> started_;
};

} // namespace giftbox::web
