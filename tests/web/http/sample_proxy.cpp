#include "tests/web/http/sample_proxy.h"

#include "tests/web/http/raw_client.h"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <chrono>
#include <sys/socket.h>
#include <thread>

namespace giftbox::web {
namespace {

using namespace std::chrono_literals;

std::uint16_t freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* const own = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof(address);
    const bool isFound = ::bind(socket, own, size) == 0 && ::getsockname(socket, own, &size) == 0;
    ::close(socket);
    return isFound ? ntohs(address.sin_port) : 0;
}

/// What a sample becomes here.
struct Place {
    const ProxySetup& setup;
    std::uint16_t port = 0;

    std::string file(const std::string& name) const { return setup.folder + "/" + name; }
    std::string here() const { return "127.0.0.1:" + std::to_string(port); }
    Sample sample(const std::string& name) const
    {
        return Sample(name).with("127.0.0.1:8080", "127.0.0.1:" + std::to_string(setup.upstream));
    }
};

tests::CommandLine nginx(const Place& place)
{
    Sample sample = place.sample("nginx.conf")
                        .with("listen 443 ssl", "listen " + place.here() + " ssl")
                        .with("/etc/ssl/gifts.pem", place.file("cert.pem"))
                        .with("/etc/ssl/private/gifts.key", place.file("key.pem"));
    if (place.setup.isBelowAPath) {
        sample.with("location /", "location /gifts/").with("~ ^/", "~ ^/gifts/");
    }
    tests::writeFile(place.file("giftbox"), sample.text);
    std::string paths;
    for (const std::string use : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
        paths += use + "_temp_path " + place.file(use) + ";\n";
    }
    // Like Debian's nginx.conf, except for the folders.
    tests::writeFile(place.file("nginx.conf"),
                     std::string(::geteuid() == 0 ? "user root;\n" : "") +
                         "daemon off;\nworker_processes auto;\npid " + place.file("pid") +
                         ";\nevents { worker_connections 768; }\nhttp {\naccess_log off;\n" +
                         paths + "include " + place.file("giftbox") + ";\n}\n");
    return {.words = {SampleProxy::program("nginx"), "-p", place.setup.folder, "-c",
                      place.file("nginx.conf"), "-e", place.file("error")}};
}

tests::CommandLine haproxy(const Place& place)
{
    Sample sample = place.sample("haproxy.cfg")
                        .with("bind :443", "bind " + place.here())
                        .with("/etc/ssl/private/gifts.pem", place.file("both.pem"));
    if (place.setup.isBelowAPath) {
        sample.with("default_backend giftbox", "use_backend giftbox if { path_beg /gifts }");
    }
    tests::writeFile(place.file("both.pem"), tests::readFile(place.file("cert.pem")) +
                                                 tests::readFile(place.file("key.pem")));
    tests::writeFile(place.file("haproxy.cfg"), sample.text);
    return {.words = {SampleProxy::program("haproxy"), "-db", "-f", place.file("haproxy.cfg")}};
}

tests::CommandLine caddy(const Place& place)
{
    Sample sample =
        place.sample("Caddyfile")
            .with("gifts.example {",
                  "gifts.example:" + std::to_string(place.port) + " {\n\tbind 127.0.0.1")
            .with("/etc/ssl/gifts.pem", place.file("cert.pem"))
            .with("/etc/ssl/private/gifts.key", place.file("key.pem"))
            // The test runs no other: neither the port for settings nor the one to redirect from.
            .with("\tservers {", "\tadmin off\n\tauto_https disable_redirects\n\tservers {");
    if (place.setup.isBelowAPath) {
        sample.with("\thandle {", "\thandle /gifts* {")
            .with("path /s/*/import /api/", "path /gifts/s/*/import /gifts/api/");
    }
    tests::writeFile(place.file("Caddyfile"), sample.text);
    return {.words = {SampleProxy::program("caddy"), "run", "--config", place.file("Caddyfile"),
                      "--adapter", "caddyfile"},
            .variables = {"XDG_DATA_HOME=" + place.setup.folder,
                          "XDG_CONFIG_HOME=" + place.setup.folder}};
}

tests::CommandLine apache(const Place& place)
{
    Sample sample = place.sample("apache.conf")
                        .with("*:443", place.here())
                        .with("/etc/ssl/gifts.pem", place.file("cert.pem"))
                        .with("/etc/ssl/private/gifts.key", place.file("key.pem"));
    if (place.setup.isBelowAPath) {
        sample.with("ProxyPass / http", "ProxyPass /gifts http")
            .with(std::to_string(place.setup.upstream) + "/\n",
                  std::to_string(place.setup.upstream) + "/gifts\n");
    }
    tests::writeFile(place.file("site.conf"), sample.text);
    std::string modules;
    for (const std::string one : {"mpm_event", "authz_core", "headers", "proxy", "proxy_http",
                                  "reqtimeout", "socache_shmcb", "ssl"}) {
        modules += "LoadModule " + one + "_module /usr/lib/apache2/modules/mod_" + one + ".so\n";
    }
    // Like Debian's apache2.conf, except for the folders.
    tests::writeFile(place.file("apache2.conf"),
                     modules + "Listen " + place.here() +
                         "\nServerName localhost\nDefaultRuntimeDir " + place.setup.folder +
                         "\nMutex posixsem\nPidFile " + place.file("pid") + "\nErrorLog " +
                         place.file("error") + "\n" +
                         (::geteuid() == 0 ? "User www-data\nGroup www-data\n" : "") + "Include " +
                         place.file("site.conf") + "\n");
    return {.words = {SampleProxy::program("apache2"), "-DFOREGROUND", "-f",
                      place.file("apache2.conf")}};
}

} // namespace

Sample::Sample(const std::string& name)
    : text(tests::readFile(GIFTBOX_SOURCE_DIR "/docs/examples/" + name))
{}

Sample& Sample::with(const std::string& documented, const std::string& here)
{
    EXPECT_NE(text.find(documented), std::string::npos) << documented;
    for (auto at = text.find(documented); at != std::string::npos;
         at = text.find(documented, at + here.size())) {
        text.replace(at, documented.size(), here);
    }
    return *this;
}

std::string SampleProxy::program(const std::string& name)
{
    return (name == "caddy" ? "/usr/bin/" : "/usr/sbin/") + name;
}

SampleProxy::SampleProxy(const ProxySetup& setup) : port_(freePort())
{
    const Place place{setup, port_};
    started_.emplace(setup.name == "nginx"     ? nginx(place)
                     : setup.name == "haproxy" ? haproxy(place)
                     : setup.name == "caddy"   ? caddy(place)
                                               : apache(place));
    for (int i = 0; i < 100 && !isListening(); ++i) {
        std::this_thread::sleep_for(50ms);
    }
}

bool SampleProxy::isListening() const
{
    try {
        return RawClient(port_).send("");
    } catch (const std::system_error&) {
        return false;
    }
}

} // namespace giftbox::web
