#include "gifting/anonymize_recipient.h"
#include "tests/support/journals.h"

#include <algorithm>

namespace giftbox::tests::import_movements_test {
namespace {

class ImportMovements : public JournalFixture {
protected:
    void prepare() override { openStore("USD", "19.90", 12); }

    /// A year in brief: every event for stock and boxes, a closed month, and box numbers without a box.
    void live();
    /// A new store with only the same items and recipients.
    void begin(const Journals& before)
    {
        openStore("USD", "19.90", 12);
        importItems(before.items);
        importRecipients(before.recipients);
    }
    /// The files with one cell changed.
    static std::string with(const std::string& file, std::size_t line, std::size_t cell,
                            const std::string& value);
    /// The places reported for these files; empty when the import succeeds.
    std::vector<std::string> placesOf(const std::string& movements, const std::string& boxes,
                                      const std::string& stock = "");
    /// Expects a refusal of the files with this first place.
    void expectPlace(const std::string& place, const std::string& movements,
                     const std::string& boxes, const std::string& stock = "");
};
GIFTBOX_ON_BOTH_ENGINES(ImportMovements);

void ImportMovements::live()
{
    item("HAT");
    item("MUG");
    item("OLD");
    packagingItem("CARTON");
    recipient("C-1");
    recipient("F-2");
    cap("box.total", "50.00", budget::CapAction::Stop);
    receive({.sku = "HAT",
             .units = 7,
             .cost = {10000},
             .receivedOn = day("2026-02-03"),
             .reference = "=PO 1",
             .supplier = "-Harbor"});
    receive({.sku = "CARTON",
             .units = 30,
             .cost = {1000},
             .receivedOn = day("2026-02-01"),
             .reference = "PD-1",
             .source = "parts_transfer"});
    stock("MUG", 9, "33.35", "2026-02-03");
    stock("OLD", 2, "5.01", "2026-02-03");
    packAndGive("C-1", {{"HAT", 1}, {"CARTON", 1}}, "2026-02-05"); // box 1
    const auto unpacked = pack("F-2", {{"MUG", 4}, {"HAT", 2}, {"CARTON", 1}}, "2026-02-06");
    const auto plan = [&](const std::string& to) {
        return write([&](auto& tx) {
            return gifting::planBox(
                tx, {.recipient = to, .lines = {{"MUG", 1}}, .month = month("2026-02")});
        });
    };
    const auto cancelled = plan("C-1"); // box 3
    const auto planned = plan("F-2");   // box 4, packed after box 5
    const auto carried = pack("C-1", {{"MUG", 2}, {"CARTON", 1}}, "2026-02-20");
    write([&](auto& tx) { return gifting::cancelBox(tx, cancelled.number, "not now"); });
    pack({.recipient = "F-2",
          .lines = {{"HAT", 3}},
          .minutes = 60,
          .packedOn = day("2026-02-21"),
          .override = "a wedding"});
    stock("HAT", 5, "61.00", "2026-02-02"); // recorded later, but older than the stock
    close("2026-02");
    unpack(unpacked, "2026-03-02");
    write([&](auto& tx) {
        return gifting::packPlannedBox(tx,
                                       {.number = planned.number, .packedOn = day("2026-03-02")});
    });
    give(carried, "2026-04-01");
    pack({.recipient = "C-1",
          .lines = {{"HAT", 4}, {"MUG", 1}},
          .minutes = 0,
          .packedOn = day("2026-03-03"),
          .givenOn = day("2026-03-09"),
          .reference = "'@B 9",
          .override = "'because"});
    writeOff("HAT", 2, "2026-03-04");
    count("MUG", 4, "2026-03-05");
    count("OLD", 3, "2026-03-05", "0.99");
    count("CARTON", 20, "2026-03-05");
    retire("OLD");
    write([](auto& tx) { return gifting::anonymizeRecipient(tx, "F-2", "as they wished"); });
}

std::string ImportMovements::with(const std::string& file, std::size_t line, std::size_t cell,
                                  const std::string& value)
{
    std::string changed;
    const std::vector<std::string> lines = linesOf(file);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::vector<std::string> cells = cellsOf(lines[i]);
        if (i + 1 == line) {
            cells.at(cell) = value;
        }
        for (std::size_t c = 0; c < cells.size(); ++c) {
            changed += (c == 0 ? "" : ",") + cells[c];
        }
        changed += "\r\n";
    }
    EXPECT_NE(changed, file) << "line " << line;
    return changed;
}

std::vector<std::string> ImportMovements::placesOf(const std::string& movements,
                                                   const std::string& boxes,
                                                   const std::string& stock)
{
    try {
        importMovements(movements, boxes, stock);
    } catch (const Refusal& refusal) {
        EXPECT_EQ(refusal.code(), "import.rejected") << refusal.sentence();
        return refusal.places();
    }
    return {};
}

void ImportMovements::expectPlace(const std::string& place, const std::string& movements,
                                  const std::string& boxes, const std::string& stock)
{
    const auto places = placesOf(movements, boxes, stock);
    ASSERT_FALSE(places.empty()) << "not refused; expected " << place;
    EXPECT_EQ(places.front(), place);
}

TEST_P(ImportMovements, MakesTheSameBooksAnew)
{
    live();
    const Journals before = journals();
    const auto limits = caps();
    openStore("USD", "19.90", 12);
    importJournals(before);
    setCaps(limits);
    EXPECT_EQ(journals(), before);
    EXPECT_EQ(lastDetail().substr(0, 1), "{");
    EXPECT_TRUE(verify().empty());
    // The books continue: months close, boxes are packed and given.
    close("2026-02");
    EXPECT_EQ(monthlyReport("2026-01", "2026-07"), before.report);
    EXPECT_EQ(pack("C-1", {{"CARTON", 1}}, "2026-06-01").number.value, 8);
}

TEST_P(ImportMovements, AsksNeitherCapsNorWhetherSomebodyMayBeGivenABox)
{
    live();
    const Journals before = journals();
    const auto limits = caps();
    begin(before);
    setCaps(limits);
    cap("month.program", "0.01", budget::CapAction::Stop);
    cap("month.restock", "0.01", budget::CapAction::Stop);
    retire("HAT");
    importMovements(before.movements, before.boxes, before.stock);
    EXPECT_EQ(journals().boxes, before.boxes);
    EXPECT_EQ(total("2026-02").overrides, 1);
}

TEST_P(ImportMovements, FindsEveryCentThatIsNotRight)
{
    live();
    const Journals before = journals();
    begin(before);
    const auto centMore = [](const std::string& amount) {
        const std::string digits =
            amount.substr(0, amount.size() - 3) + amount.substr(amount.size() - 2);
        const std::string cents = std::to_string(std::abs(std::stoll(digits)) + 1001).substr(0);
        const std::string sum = std::to_string(std::stoll(cents) - 1000);
        const std::string padded = std::string(sum.size() < 3 ? 3 - sum.size() : 0, '0') + sum;
        return (amount[0] == '-' ? "-" : "") + padded.substr(0, padded.size() - 2) + "." +
               padded.substr(padded.size() - 2);
    };
    const auto movements = linesOf(before.movements);
    for (std::size_t line = 2; line <= movements.size(); ++line) {
        const auto cells = cellsOf(movements[line - 1]);
        SCOPED_TRACE(movements[line - 1]);
        const std::string changed = with(before.movements, line, 6, centMore(cells[6]));
        const auto places = placesOf(changed, before.boxes, before.stock);
        ASSERT_FALSE(places.empty());
        if (cells[5][0] == '-' || cells[2] == "return") {
            EXPECT_EQ(places.size(), 1U) << "and nothing else";
            EXPECT_TRUE(places[0].starts_with("movements.csv:" + std::to_string(line) + ": cost: "))
                << places[0];
        }
    }
    const auto boxes = linesOf(before.boxes);
    for (std::size_t line = 2; line <= boxes.size(); ++line) {
        for (std::size_t cell = 7; cell <= 10; ++cell) {
            const auto cells = cellsOf(boxes[line - 1]);
            SCOPED_TRACE(boxes[line - 1]);
            const auto places =
                placesOf(before.movements, with(before.boxes, line, cell, centMore(cells[cell])));
            ASSERT_FALSE(places.empty());
            for (const std::string& place : places) {
                EXPECT_TRUE(place.starts_with("boxes.csv:" + std::to_string(line) + ": ")) << place;
            }
        }
    }
    importMovements(before.movements, before.boxes, before.stock);
}

TEST_P(ImportMovements, NamesWhatIsWrongInTheMovements)
{
    live();
    const Journals before = journals();
    begin(before);
    const std::string& all = before.movements;
    const auto expect = [&](const std::string& place, std::size_t line, std::size_t cell,
                            const std::string& value) {
        expectPlace("movements.csv:" + std::to_string(line) + ": " + place,
                    with(all, line, cell, value), before.boxes);
    };
    expect("seq: 3 is not the next number, 2. Movements have numbers without gaps and are imported "
           "all together.",
           3, 0, "3");
    expect("moved_on: The date, 2026-06-16, is in the future; today is 2026-06-15. Enter today or "
           "an earlier day.",
           2, 1, "2026-06-16");
    expect("kind: \"gift\" is not a kind of movement. Use receipt, issue, return, write-off, "
           "count, reversal, write-off-reversal, count-reversal, correction, variance, "
           "supplier-return, supplier-return-reversal or credit.",
           2, 2, "gift");
    expect("sku: There is no item CAP. `giftbox item list` shows the catalog, and `giftbox item "
           "add` adds to it.",
           2, 3, "CAP");
    expect("lot: 7 is not the next number, 1. Each lot that comes in has the next number.", 2, 4,
           "7");
    expect("lot: The file has lot 2, but FIFO takes 1 of the units from lot 1.", 6, 4, "2");
    expect("units: -7 is not valid. Units that come in must be over 0.", 2, 5, "-7");
    expect("units: 1 is not valid. Units that go out must be under 0.", 6, 5, "1");
    expect("units: 0 is not valid. Units cannot be 0.", 25, 5, "0");
    expect("cost: The file has -14.28 USD, but FIFO gives -14.29 USD.", 6, 6, "-14.28");
    expect("box: Box 9 is missing from the file of boxes.", 6, 7, "9");
    expect("box: The cell is empty. Enter the number of a box.", 6, 7, "");
    expect("box: A movement of the kind receipt has none. Leave this cell empty.", 2, 7, "1");
    expect("reason: A movement of the kind issue has none. Leave this cell empty.", 6, 9, "why");
    expect("source: \"gift\" is not a source. Use purchase or parts_transfer.", 2, 12, "gift");
    expect("line: 0 is not valid. Enter a number from 1 to 1000000000.", 2, 14, "0");
    expect("line: A movement of the kind issue has none. Leave this cell empty.", 6, 14, "1");
}

TEST_P(ImportMovements, KnowsReceiptsBySupplierReferenceItemAndLine)
{
    item("HAT");
    importReceipts("received_on,sku,units,total_cost,reference,supplier,line\n"
                   "2026-02-03,HAT,12,36.00,1001,Harbor,1\n"
                   "2026-02-03,HAT,12,36.00,1001,Harbor,2\n"
                   "2026-02-03,HAT,12,36.00,1001,Mills,\n");
    const Journals before = journals();
    begin(before);
    const std::string twice =
        "movements.csv:3: receipt: Line 2 already has receipt \"1001\" for item HAT. Keep one.";
    expectPlace(twice, with(before.movements, 3, 14, "1"), before.boxes);
    std::string without; // like older files
    for (const std::string& line : linesOf(before.movements)) {
        without += line.substr(0, line.rfind(',', line.rfind(',') - 1)) + "\r\n";
    }
    expectPlace(twice, without, before.boxes);
    importJournals(before);
    EXPECT_EQ(journals(), before);
}

TEST_P(ImportMovements, NamesOnlyWhatIsWrong)
{
    live();
    const Journals before = journals();
    begin(before);
    // A bad row, amount, or day: its facts and later ones are not checked.
    std::string bad = with(with(before.movements, 2, 6, "1,00"), 6, 1, "yesterday");
    const auto places = placesOf(bad, before.boxes);
    ASSERT_EQ(places.size(), 2U) << testing::PrintToString(places);
    EXPECT_TRUE(places[0].starts_with(
        "movements.csv:2: row: The row has 17 cells, but the header has 16."));
    EXPECT_TRUE(places[1].starts_with("movements.csv:6: moved_on: "));
    // For a lot that failed, units taken from it are not checked.
    const auto unknown = placesOf(with(before.movements, 2, 3, "CAP"), before.boxes);
    ASSERT_EQ(unknown.size(), 1U) << testing::PrintToString(unknown);
    // Two errors of a cent, and both are found.
    bad = with(with(before.movements, 6, 6, "-14.28"), 24, 6, "-2.01");
    EXPECT_EQ(placesOf(bad, before.boxes).size(), 2U);
}

TEST_P(ImportMovements, NamesWhatIsWrongInTheBoxes)
{
    live();
    const Journals before = journals();
    begin(before);
    const auto expect = [&](const std::string& place, std::size_t line, std::size_t cell,
                            const std::string& value) {
        expectPlace("boxes.csv:" + std::to_string(line) + ": " + place, before.movements,
                    with(before.boxes, line, cell, value));
    };
    SCOPED_TRACE(before.boxes);
    expect("recipient: No recipient has the code C-9. `giftbox recipient list` shows all "
           "recipients, and `giftbox recipient add` adds one.",
           2, 2, "C-9");
    expect("given_on: The box is packed. Leave this cell empty.", 2, 3, "packed");
    expect("month: 2026-03 is not the month of the box. Use 2026-02, when it was given.", 2, 4,
           "2026-03");
    expect("given_on: The box was given on 2026-02-04 but packed on 2026-02-05. Enter that day or "
           "a later day.",
           2, 6, "2026-02-04");
}

TEST_P(ImportMovements, NamesABoxThatItsMovementsDoNotMake)
{
    live();
    const Journals before = journals();
    begin(before);
    const auto row = [](const std::string& file, const std::string& begin) {
        const auto lines = linesOf(file);
        const auto at = std::find_if(lines.begin(), lines.end(), [&](const std::string& line) {
            return line.starts_with(begin);
        });
        return static_cast<std::size_t>(at - lines.begin()) + 1;
    };
    const std::size_t unpacked = row(before.boxes, "2,");
    expectPlace("boxes.csv:8: box: Box 20 has no movements. Add those of the items it took.",
                before.movements,
                before.boxes + "20,,C-1,packed,2026-03,2026-03-01,,0.00,0.00,0.00,0.00,0,,,\r\n");
    // The return is missing: its last row and all later ones are cut off.
    std::string cut;
    const auto lines = linesOf(before.movements);
    std::size_t returns = 0;
    for (const std::string& line : lines) {
        returns += cellsOf(line)[2] == "return" ? 1U : 0U;
        if (returns == 3) {
            break;
        }
        cut += line + "\r\n";
    }
    const auto places = placesOf(cut, before.boxes);
    EXPECT_NE(std::find(places.begin(), places.end(),
                        "boxes.csv:" + std::to_string(unpacked) +
                            ": state: Box 2 is unpacked, but no movement brings item CARTON back."),
              places.end())
        << testing::PrintToString(places);
    EXPECT_REFUSAL("import.rejected",
                   importMovements(before.movements, with(before.boxes, unpacked, 3, "packed")));
}

TEST_P(ImportMovements, ComparesTheShelfWithTheStock)
{
    live();
    const Journals before = journals();
    begin(before);
    expectPlace("stock.csv:3: units: The file has 7, but the movements leave 2.", before.movements,
                before.boxes, with(before.stock, 3, 4, "7"));
    expectPlace(
        "stock.csv:1: sku: Item CARTON is missing. The movements leave 20 units for 6.67 USD.",
        before.movements, before.boxes,
        linesOf(before.stock)[0] + "\r\n" + before.stock.substr(before.stock.find("HAT")));
}

TEST_P(ImportMovements, RefusesOrTakesWhateverACellHolds)
{
    live();
    const Journals before = journals();
    begin(before);
    const std::vector<std::string> values = {"",
                                             "0",
                                             "-1",
                                             "2",
                                             "zebra",
                                             "\xff",
                                             "2026-02-30",
                                             "99999999999999999999",
                                             "2026-03-02",
                                             "0.005",
                                             "given",
                                             "issue",
                                             "9223372036854775807",
                                             "-9223372036854775808",
                                             "92233720368547758.07",
                                             "-92233720368547758.08"};
    std::size_t tried = 0;
    // In every case, the database itself never has to refuse.
    const auto tryOne = [&](const std::string& movements, const std::string& boxes) {
        try {
            dryRunMovements(movements, boxes);
        } catch (const Refusal& refusal) {
            EXPECT_TRUE(refusal.code() == "import.rejected" || refusal.code() == "money.overflow")
                << refusal.code() << ": " << refusal.sentence();
        }
    };
    const std::size_t step = GetParam() == Engine::Sqlite ? 7 : 29;
    for (const bool ofBoxes : {false, true}) {
        const std::string& file = ofBoxes ? before.boxes : before.movements;
        const auto lines = linesOf(file);
        for (std::size_t line = 2; line <= lines.size(); ++line) {
            const auto cells = cellsOf(lines[line - 1]);
            for (std::size_t cell = 0; cell < cells.size(); ++cell) {
                for (const std::string& value : values) {
                    if (++tried % step != 0 || value == cells[cell]) {
                        continue;
                    }
                    SCOPED_TRACE(lines[line - 1] + ": " + std::to_string(cell) + " is " + value);
                    const std::string changed = with(file, line, cell, value);
                    ofBoxes ? tryOne(before.movements, changed) : tryOne(changed, before.boxes);
                }
            }
            const std::string row = lines[line - 1] + "\r\n";
            const std::size_t at = file.find(row);
            const std::string twice = file.substr(0, at) + row + file.substr(at);
            const std::string without = file.substr(0, at) + file.substr(at + row.size());
            for (const std::string& changed : {twice, without}) {
                SCOPED_TRACE(row);
                ofBoxes ? tryOne(before.movements, changed) : tryOne(changed, before.boxes);
            }
        }
    }
    importMovements(before.movements, before.boxes, before.stock);
}

TEST_P(ImportMovements, IsForAStoreWithoutMovements)
{
    live();
    const Journals before = journals();
    const Refusal refusal =
        EXPECT_REFUSAL("import.not_empty", importMovements(before.movements, before.boxes));
    EXPECT_TRUE(refusal.sentence().ends_with("`giftbox init` makes one."));
    begin(before);
    EXPECT_REFUSAL("import.rejected",
                   importMovements(with(before.movements, 6, 6, "-1.00"), before.boxes));
    EXPECT_REFUSAL(
        "import.rejected",
        importMovements(before.movements, before.boxes.substr(0, before.boxes.find("\r\n") + 2)));
    EXPECT_REFUSAL("import.rejected", importMovements(before.boxes, before.movements));
}

} // namespace
} // namespace giftbox::tests::import_movements_test
