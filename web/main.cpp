#include "access/forget_ended.h"
#include "access/setup_link.h"
#include "accounting/open_books.h"
#include "foundation/database/database_url.h"
#include "foundation/refusal.h"
#include "web/http/base_path.h"
#include "web/http/http_server.h"
#include "web/router.h"
#include "web/site.h"
#include "web/uploads/import_queue.h"

#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <malloc.h>
#include <mutex>
#include <pthread.h>
#include <thread>
#include <unistd.h>

namespace {

using namespace giftbox;

web::Now now()
{
    const auto instant = std::chrono::system_clock::now();
    return {.instant = {std::chrono::duration_cast<std::chrono::milliseconds>(
                            instant.time_since_epoch())
                            .count()},
            .machineZone = foundation::machineTimeZone()};
}

void say(const std::string& line)
{
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    std::cerr << line << std::endl;
}

/// The options and values from `giftbox serve`, in any order.
web::ServerOptions optionsOf(int argc, char** argv)
{
    web::ServerOptions options;
    for (int i = 1; i < argc; ++i) {
        const std::string_view name = argv[i];
        const std::string_view value = i + 1 < argc ? argv[++i] : "";
        if (name == "--listen") {
            options.listen = web::parseListenAddress(value);
        } else if (name == "--tls-cert") {
            options.certificateFile = value;
        } else if (name == "--tls-key") {
            options.keyFile = value;
        } else if (name == "--behind-proxy") {
            options.proxies = web::parseNetworks(value);
        } else if (name == "--base-path") {
            options.basePath = web::parseBasePath(value);
        } else if (name == "--workers") {
            std::from_chars(value.data(), value.data() + value.size(), options.workers);
        } else {
            throw foundation::Refusal("serve.not_by_hand");
        }
    }
    return options;
}

/// `giftbox serve` has already migrated the books.
foundation::Database openBooks(const std::string& url)
{
    return accounting::makeBooks(
        url, {.now = now().instant, .dumpFolder = "", .note = [](const std::string& sentence) {
                  say("giftbox: " + sentence);
              }});
}

/// Prints the setup link while there are no users.
void offerSetup(foundation::Database& database, const std::string& address)
{
    access::forgetEnded(database, now().instant);
    if (const auto token = access::createSetupLink(database, now().instant)) {
        say("giftbox: there are no users yet; create the administrator within an hour at " +
            address + "/setup?token=" + *token);
    }
}

/// Waits for SIGTERM, SIGINT, and SIGHUP on its own thread; all other threads block them.
class Signals {
public:
    Signals()
    {
        sigemptyset(&signals_);
        for (const int one : {SIGTERM, SIGINT, SIGHUP}) {
            sigaddset(&signals_, one);
        }
        pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    }
    /// Closing the terminal ends a server started in it.
    void tell(web::HttpServer& server)
    {
        std::thread([this, &server, hasTerminal = ::isatty(STDERR_FILENO) == 1] {
            int which = 0;
            sigwait(&signals_, &which);
            while (which == SIGHUP && !hasTerminal) {
                server.renewCertificate();
                sigwait(&signals_, &which);
            }
            say("giftbox: stopping; finishing running requests");
            server.stop();
        }).detach();
    }

private:
    sigset_t signals_{};
};

int serve(int argc, char** argv)
{
    const char* url = std::getenv("GIFTBOX_DB");
    if (url == nullptr) {
        throw foundation::Refusal("serve.not_by_hand");
    }
    static Signals signals;
    web::ServerOptions options = optionsOf(argc, argv);
    options.bodyLimit = [limits = options.limits](std::string_view path) {
        return web::takesFile(path)      ? limits.uploadBytes
               : web::isForAnybody(path) ? limits.strangerBytes
                                         : limits.bodyBytes;
    };
    // A file has one writer at a time: who is quick goes one after the other on one thread, and whoever takes long
    // keeps nobody.
    options.writersPatience = std::chrono::milliseconds(foundation::hasOneWriter(url) ? 50 : 0);
    options.now = [] { return now().instant; };
    options.log = say;
    web::ImportQueue imports({.databaseUrl = url, .log = say});
    access::LoginDesk logins(url);
    options.makeWorker = [databaseUrl = std::string(url), &imports, &logins] {
        return std::make_unique<web::Site>(web::SiteOptions{.databaseUrl = databaseUrl,
                                                            .now = now,
                                                            .log = say,
                                                            .imports = &imports,
                                                            .logins = &logins});
    };
    const bool isTls = !options.certificateFile.empty();
    web::ListenAddress listen = options.listen;
    const std::string basePath = options.basePath;
    web::HttpServer server(std::move(options));
    listen.port = server.port();
    const std::string address = (isTls ? "https://" : "http://") + toText(listen) + basePath;
    // Held until the end, so that nobody restores a backup under an idle server.
    foundation::Database held = openBooks(url);
    offerSetup(held, address);
    say("giftbox: serving at " + address + "/");
    signals.tell(server);
    server.run();
    return 0;
}

/// One worker frees memory that another allocated: with an arena per thread they wait for each other, and memory
/// returned to the system after each box is requested again for the next. Measured: docs/performance.md.
void shareMemory()
{
    constexpr int kKept = 64 * 1024 * 1024;
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TRIM_THRESHOLD, kKept);
}

} // namespace

int main(int argc, char** argv)
{
    shareMemory();
    try {
        return serve(argc, argv);
    } catch (const foundation::Refusal& refusal) {
        say("giftbox: " + refusal.code() + ": " + refusal.sentence());
        return 1;
    } catch (const std::exception& error) {
        say(std::string("giftbox: program.failed: ") + error.what());
        return 3;
    }
}
