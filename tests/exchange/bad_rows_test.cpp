#include "exchange/import_boxes.h"
#include "exchange/import_items.h"
#include "exchange/import_movements.h"
#include "exchange/import_receipts.h"
#include "exchange/import_stock.h"
#include "tests/support/memory.h"
#include "tests/support/store_fixture.h"

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace giftbox::tests::bad_rows_test {
namespace {

using books::WriteTransaction;
using exchange::Beyond;
using exchange::ImportSource;

constexpr std::size_t kBytes = 40 * 1024 * 1024;
constexpr std::int64_t kMostKib = 300 * 1024;
constexpr std::chrono::seconds kLongest{120}; // without optimization, during other work

/// A kind of file with bad rows: wrong by themselves, or only together with the books.
struct BadFile {
    const char* name;
    std::size_t bytes;
    const char* header;
    std::function<std::string(int)> row;
    std::function<void(WriteTransaction&, ImportSource)> import;
};

std::string text(int number) { return std::to_string(number); }

/// Makes a row of realistic length.
const std::string& words()
{
    static const std::string some(150, 'w');
    return some;
}

void importAsMovements(WriteTransaction& tx, ImportSource source)
{
    std::istringstream boxes("box,reference,recipient,state,month,packed_on,given_on,contents_cost,"
                             "packaging_cost,labor_cost,total_cost,labor_minutes,unpacked_on,"
                             "pack_override,give_override\n");
    exchange::importMovements(
        tx, {.movements = std::move(source), .boxes = {boxes, "boxes.csv", {}, {}, Beyond::Count}});
}

void importAsBoxesOfMovements(WriteTransaction& tx, ImportSource source)
{
    std::istringstream movements("seq,moved_on,kind,sku,lot,units,cost,box,receipt,reason,source,"
                                 "supplier\n");
    exchange::importMovements(tx, {.movements = {movements, "movements.csv", {}, {}, Beyond::Count},
                                   .boxes = std::move(source)});
}

const std::vector<BadFile>& badFiles()
{
    static const std::vector<BadFile> files = {
        {"items", kBytes, "sku,name,kind,category,unit\n",
         [](int i) { return "S" + text(i) + "," + words() + ",,,\n"; },
         [](auto& tx, auto source) { exchange::importItems(tx, std::move(source)); }},
        {"recipients", kBytes, "recipient,name,group\n",
         [](int i) { return "C" + text(i) + ",," + words() + "\n"; },
         [](auto& tx, auto source) { exchange::importRecipients(tx, std::move(source)); }},
        {"receipts", kBytes, "received_on,sku,units,total_cost,reference\n",
         [](int i) { return "2026-06-01,S" + text(i) + ",1,1.00," + words() + "\n"; },
         [](auto& tx, auto source) { exchange::importReceipts(tx, std::move(source)); }},
        {"receipts that cannot be read", kBytes / 10,
         "received_on,sku,units,total_cost,reference\n", [](int) { return "x,,,,\n"; },
         [](auto& tx, auto source) { exchange::importReceipts(tx, std::move(source)); }},
        {"boxes", kBytes, "box,recipient,packed_on,given_on,sku,units\n",
         [](int i) { return text(i) + words() + ",N,2026-06-01,,S,1\n"; },
         [](auto& tx, auto source) { exchange::importBoxes(tx, std::move(source)); }},
        {"boxes of many rows", kBytes, "box,recipient,packed_on,given_on,sku,units\n",
         [](int) { return "B,N,2026-06-01,," + words() + ",1\n"; },
         [](auto& tx, auto source) { exchange::importBoxes(tx, std::move(source)); }},
        {"boxes that cannot be read", kBytes / 10, "box,recipient,packed_on,given_on,sku,units\n",
         [](int) { return "x,,,,,\n"; },
         [](auto& tx, auto source) { exchange::importBoxes(tx, std::move(source)); }},
        {"stock", kBytes, "sku,units,cost\n",
         [](int i) { return "S" + text(i) + ",-1," + words() + "\n"; },
         [](auto& tx, auto source) {
             exchange::importStock(tx, std::move(source), day("2026-06-01"));
         }},
        {"movements", kBytes,
         "seq,moved_on,kind,sku,lot,units,cost,box,receipt,reason,source,supplier\n",
         [](int i) {
             return text(i + 1) + ",2026-06-01,receipt,S,,1,1.00,,R" + text(i) + "," + words() +
                    ",,\n";
         },
         importAsMovements},
        {"boxes of movements", kBytes,
         "box,reference,recipient,state,month,packed_on,given_on,contents_cost,packaging_cost,"
         "labor_cost,total_cost,labor_minutes,unpacked_on,pack_override,give_override\n",
         [](int i) { return text(i + 1) + ",,,,,,,,,,,,,," + words() + "\n"; },
         importAsBoxesOfMovements}};
    return files;
}

std::string contentOf(const BadFile& file)
{
    std::string content = file.header;
    for (int i = 0; content.size() < file.bytes; ++i) {
        content += file.row(i);
    }
    return content;
}

/// The peak memory of this process since the last reset, in KiB.
std::int64_t peakKib()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) {
            return std::atoll(line.c_str() + 6);
        }
    }
    return 0;
}

void forgetPeak() { std::ofstream("/proc/self/clear_refs") << "5"; }

/// 40 MiB of bad rows of each kind.
class BadRowsOfAFile : public StoreFixture {
protected:
    /// The refusal's sentence.
    std::string sentenceOf(const BadFile& file, Beyond beyond)
    {
        std::istringstream in(contentOf(file));
        std::string sentence = "it was imported";
        try {
            books::dryRun(database(), store(), actor(), [&](auto& tx) {
                file.import(tx, {in, "x.csv", {}, {}, beyond});
                return 0;
            });
        } catch (const Refusal& refusal) {
            EXPECT_LE(refusal.badRows().size(), exchange::kMostMistakes);
            sentence = refusal.sentence();
        }
        return sentence;
    }
};
GIFTBOX_ON_BOTH_ENGINES(BadRowsOfAFile);

TEST_P(BadRowsOfAFile, FillNoMemoryAndAreCounted)
{
    for (const BadFile& file : badFiles()) {
        SCOPED_TRACE(file.name);
        forgetPeak();
        const auto began = std::chrono::steady_clock::now();
        const std::string sentence = sentenceOf(file, Beyond::Count);
        EXPECT_LT(std::chrono::steady_clock::now() - began, kLongest);
        EXPECT_NE(sentence.find(" mistakes, and 2000 of them are listed"), std::string::npos)
            << sentence;
        EXPECT_TRUE(!tests::kMemoryIsMeasured || peakKib() < kMostKib) << peakKib();
    }
}

TEST_P(BadRowsOfAFile, EndAnImportBeforeOthersHaveWaitedForLong)
{
    for (const BadFile& file : badFiles()) {
        SCOPED_TRACE(file.name);
        std::istringstream in(contentOf(file));
        const auto began = std::chrono::steady_clock::now();
        const Refusal refusal =
            EXPECT_REFUSAL("import.rejected", write([&](auto& tx) {
                               file.import(tx, {in, "x.csv", {}, {}, Beyond::Stop});
                               return 0;
                           }));
        EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(10));
        EXPECT_NE(refusal.sentence().find("the rest was not read"), std::string::npos)
            << refusal.sentence();
    }
}

} // namespace
} // namespace giftbox::tests::bad_rows_test
