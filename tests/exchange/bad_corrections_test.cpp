#include "gifting/reverse_adjustment.h"
#include "purchasing/correct_receipt.h"
#include "purchasing/reverse_receipt.h"
#include "tests/support/journals.h"

namespace giftbox::tests::bad_corrections_test {
namespace {

/// Files of movements in which one cell of a correction, its variance or a reversal is wrong.
class BadCorrections : public JournalFixture {
protected:
    static std::string with(const std::string& line, std::size_t cell, const std::string& value)
    {
        std::vector<std::string> cells = cellsOf(line);
        cells.at(cell) = value;
        std::string changed;
        for (const std::string& one : cells) {
            changed += (changed.empty() ? "" : ",") + one;
        }
        return changed;
    }
    /// The first place that is reported for the file with the cell changed; empty if it is imported.
    std::string firstPlace(const Journals& files, std::size_t line, std::size_t cell,
                           const std::string& value)
    {
        std::vector<std::string> lines = linesOf(files.movements);
        lines[line - 1] = with(lines[line - 1], cell, value);
        std::string changed;
        for (const std::string& one : lines) {
            changed += one + "\r\n";
        }
        try {
            importMovements(changed, files.boxes);
        } catch (const Refusal& refusal) {
            return refusal.places().front();
        }
        return "";
    }
    Journals live()
    {
        item("HAT");
        recipient("C-1");
        stock("HAT", 10, "100.00", "2026-02-01");
        stock("HAT", 4, "40.00", "2026-02-02");
        pack("C-1", {{"HAT", 1}}, "2026-02-03");
        write([](auto& tx) {
            return purchasing::correctReceipt(
                tx, {.lot = books::LotNo{1}, .cost = Money{20000}, .reason = "typed wrong"});
        });
        write([](auto& tx) { return purchasing::reverseReceipt(tx, books::LotNo{2}, "twice"); });
        const auto off = writeOff("HAT", 2, "2026-02-04");
        write([&](auto& tx) { return gifting::reverseWriteOff(tx, *off.movement, "found"); });
        return journals();
    }
};
GIFTBOX_ON_BOTH_ENGINES(BadCorrections);

TEST_P(BadCorrections, AreNamedWithTheirLine)
{
    using Cells = std::vector<std::pair<std::size_t, std::string>>;
    const Journals before = live();
    openStore("USD", "30.00", 0);
    importItems(before.items);
    importRecipients(before.recipients);
    const std::vector<std::string> lines = linesOf(before.movements);
    const std::map<std::string, Cells> bad = {
        {"correction", {{3, "CAP"}, {4, "9"}, {9, ""}, {15, "99"}}},
        {"variance", {{4, "9"}, {5, "1"}, {6, "-3.21"}, {15, "99"}}},
        {"reversal", {{4, "9"}, {5, "-3"}, {6, "-39.99"}, {9, ""}, {15, "1"}}},
        {"write-off-reversal", {{5, "1"}, {6, "9.99"}, {9, ""}, {15, "1"}}}};
    std::size_t seen = 0;
    for (std::size_t line = 2; line <= lines.size(); ++line) {
        const auto cells = bad.find(cellsOf(lines[line - 1])[2]);
        seen += cells == bad.end() ? 0U : 1U;
        for (const auto& [cell, value] : cells == bad.end() ? Cells() : cells->second) {
            SCOPED_TRACE(lines[line - 1] + " with " + value + " in cell " + std::to_string(cell));
            const std::string place = firstPlace(before, line, cell, value);
            EXPECT_TRUE(place.starts_with("movements.csv:" + std::to_string(line) + ": ")) << place;
        }
    }
    EXPECT_EQ(seen, bad.size());
    importMovements(before.movements, before.boxes, before.stock);
}

} // namespace
} // namespace giftbox::tests::bad_corrections_test
