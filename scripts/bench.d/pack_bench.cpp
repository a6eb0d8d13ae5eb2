// Packs boxes through the use case, one durable transaction each, and prints the cost of one as a line of JSON:
//
//   pack_bench --db URL --store CODE --items items.csv --recipients recipients.csv --on YYYY-MM-DD
//              (--boxes N | --seconds T [--clients C]) [--lines 5] [--seed 1]
//
// A box has the given lines of contents and one of packaging; the stock must be large enough. Every client is its own
// process. The two files are those that were imported; only their first columns are read, and codes there have no
// quotes.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "books/books.h"
#include "foundation/database/database.h"
#include "foundation/date.h"
#include "foundation/refusal.h"
#include "gifting/pack_box.h"

namespace {

using namespace giftbox;
using Clock = std::chrono::steady_clock;

struct Options {
    std::string db;
    std::string store;
    std::string items;
    std::string recipients;
    std::string on;
    int boxes = 0;
    int seconds = 0;
    int clients = 1;
    int lines = 5;
    std::uint64_t seed = 1;
};

/// The codes to pick from.
struct Catalog {
    std::vector<std::string> contents;
    std::vector<std::string> packaging;
    std::vector<std::string> recipients;
};

/// The work of one client.
struct Tally {
    std::int64_t boxes = 0;
    std::int64_t statements = 0;
    double wallSeconds = 0;
    double cpuSeconds = 0;
    double medianMs = 0;
};

/// The plain program's generator, so that both pack the same boxes.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(88172645463325252U ^ (seed * 0x9E3779B97F4A7C15U)) {}

    std::size_t below(std::size_t limit)
    {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return state_ % limit;
    }

private:
    std::uint64_t state_;
};

Options parseOptions(int argc, char** argv)
{
    std::map<std::string, std::string> given;
    for (int i = 1; i + 1 < argc; i += 2)
        given[argv[i]] = argv[i + 1];
    const auto text = [&given](const char* name) { return given[name]; };
    const auto number = [&given](const char* name, int otherwise) {
        return given.contains(name) ? std::stoi(given[name]) : otherwise;
    };
    Options options{.db = text("--db"),
                    .store = text("--store"),
                    .items = text("--items"),
                    .recipients = text("--recipients"),
                    .on = text("--on"),
                    .boxes = number("--boxes", 0),
                    .seconds = number("--seconds", 0),
                    .clients = number("--clients", 1),
                    .lines = number("--lines", 5),
                    .seed = static_cast<std::uint64_t>(number("--seed", 1))};
    if (options.db.empty() || options.on.empty() || (options.boxes == 0) == (options.seconds == 0))
        throw std::invalid_argument("usage: see the top of pack_bench.cpp");
    return options;
}

std::vector<std::string> cellsOf(const std::string& line)
{
    std::vector<std::string> cells;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, ',');)
        cells.push_back(cell);
    return cells;
}

Catalog readCatalog(const Options& options)
{
    Catalog catalog;
    std::ifstream items(options.items);
    std::ifstream recipients(options.recipients);
    std::string line;
    for (std::getline(items, line); std::getline(items, line);) { // sku,name,kind,...
        const auto cells = cellsOf(line);
        (cells.at(2) == "packaging" ? catalog.packaging : catalog.contents).push_back(cells[0]);
    }
    for (std::getline(recipients, line); std::getline(recipients, line);)
        catalog.recipients.push_back(cellsOf(line).at(0));
    if (catalog.packaging.empty() || catalog.recipients.empty() ||
        catalog.contents.size() < static_cast<std::size_t>(options.lines))
        throw std::invalid_argument("too few items or recipients");
    return catalog;
}

foundation::Instant now()
{
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

double cpuSeconds()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

double secondsSince(Clock::time_point began)
{
    return std::chrono::duration<double>(Clock::now() - began).count();
}

/// One box: each line from its own part of the catalog, so no item appears twice.
gifting::BoxRequest drawBox(const Options& options, const Catalog& catalog, Dice& dice)
{
    gifting::BoxRequest request;
    request.recipient = catalog.recipients[dice.below(catalog.recipients.size())];
    request.packedOn = foundation::parseDate(options.on);
    const std::size_t part = catalog.contents.size() / static_cast<std::size_t>(options.lines);
    for (std::size_t i = 0; i < static_cast<std::size_t>(options.lines); ++i) {
        const std::string& sku = catalog.contents[i * part + dice.below(part)];
        request.lines.push_back({sku, static_cast<std::int64_t>(1 + dice.below(3))});
    }
    request.lines.push_back({catalog.packaging[dice.below(catalog.packaging.size())], 1});
    return request;
}

void packOne(foundation::Database& database, books::StoreId store,
             const gifting::BoxRequest& request)
{
    const foundation::Instant at = now();
    const books::Actor actor{
        .name = "bench", .now = at, .machineZone = "UTC", .requestKey = {}, .isConfirmed = true};
    gifting::packBox(database, store, actor, request);
}

Tally packMany(const Options& options, const Catalog& catalog, int client)
{
    foundation::Database database = foundation::Database::open(options.db);
    const books::StoreId store = books::findStore(database, options.store);
    Dice dice(options.seed * 100 + static_cast<std::uint64_t>(client));
    // The first box prepares the connection's statements, a cost that a longer run pays once.
    packOne(database, store, drawBox(options, catalog, dice));
    const std::int64_t sentBefore = database.statementsSent();
    const double cpuBefore = cpuSeconds();
    const auto began = Clock::now();
    std::vector<double> took;
    while (options.seconds > 0 ? secondsSince(began) < options.seconds
                               : took.size() < static_cast<std::size_t>(options.boxes)) {
        const auto boxBegan = Clock::now();
        packOne(database, store, drawBox(options, catalog, dice));
        took.push_back(secondsSince(boxBegan) * 1e3);
    }
    Tally tally{.boxes = static_cast<std::int64_t>(took.size()),
                .statements = database.statementsSent() - sentBefore,
                .wallSeconds = secondsSince(began),
                .cpuSeconds = cpuSeconds() - cpuBefore};
    std::ranges::nth_element(took, took.begin() + static_cast<std::ptrdiff_t>(took.size() / 2));
    tally.medianMs = took[took.size() / 2];
    return tally;
}

int guarded(const Options& options, const Catalog& catalog, int client, Tally& tally)
{
    try {
        tally = packMany(options, catalog, client);
        return 0;
    } catch (const foundation::Refusal& refusal) {
        std::cerr << "pack_bench: " << refusal.code() << ": " << refusal.sentence() << '\n';
    } catch (const foundation::DatabaseError& error) {
        std::cerr << "pack_bench: " << error.sqlFile() << ": " << error.what() << '\n';
    }
    return 1;
}

/// Every client runs in a process that has opened nothing before, and returns its tally through a pipe.
std::vector<Tally> packTogether(const Options& options, const Catalog& catalog)
{
    std::vector<int> ends;
    for (int client = 0; client < options.clients; ++client) {
        int ends2[2];
        if (pipe(ends2) != 0)
            throw std::runtime_error("no pipe");
        if (fork() == 0) {
            Tally tally;
            const int status = guarded(options, catalog, client, tally);
            const bool told = write(ends2[1], &tally, sizeof tally) == sizeof tally;
            _exit(told ? status : 1);
        }
        close(ends2[1]);
        ends.push_back(ends2[0]);
    }
    std::vector<Tally> tallies(ends.size());
    bool complete = true;
    for (std::size_t i = 0; i < ends.size(); ++i)
        complete = read(ends[i], &tallies[i], sizeof(Tally)) == sizeof(Tally) && complete;
    for (int status = 0; wait(&status) > 0;)
        complete = complete && status == 0;
    if (!complete)
        throw std::runtime_error("a client failed");
    return tallies;
}

void print(const std::vector<Tally>& tallies)
{
    Tally sum;
    double boxesPerSecond = 0;
    for (const Tally& t : tallies) {
        sum.boxes += t.boxes;
        sum.statements += t.statements;
        sum.wallSeconds += t.wallSeconds;
        sum.cpuSeconds += t.cpuSeconds;
        boxesPerSecond += static_cast<double>(t.boxes) / t.wallSeconds;
    }
    const auto boxes = static_cast<double>(sum.boxes);
    std::printf("{\"boxes\":%lld,\"clients\":%zu,\"wall_ms\":%.5f,\"cpu_ms\":%.5f,\"p50_ms\":%.5f,"
                "\"statements\":%.3f,\"boxes_per_s\":%.2f}\n",
                static_cast<long long>(sum.boxes), tallies.size(), sum.wallSeconds / boxes * 1e3,
                sum.cpuSeconds / boxes * 1e3, tallies.front().medianMs,
                static_cast<double>(sum.statements) / boxes, boxesPerSecond);
}

} // namespace

int main(int argc, char** argv)
{
    try {
        const Options options = parseOptions(argc, argv);
        print(packTogether(options, readCatalog(options)));
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "pack_bench: " << error.what() << '\n';
        return 1;
    }
}
