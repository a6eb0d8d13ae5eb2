#include "tests/gifting/program_differences.h"

#include "accounting/journal_facts.h"
#include "accounting/verify_books.h"
#include "exchange/export.h"
#include "gifting/planned_box.h"
#include "inventory/stock.h"
#include "reports/roll_forward.h"
#include "tests/support/store_fixture.h"

#include <array>
#include <map>
#include <sstream>

namespace giftbox::tests {

std::string sku(int item) { return "SKU-" + std::to_string(item); }
std::string code(int recipient) { return "C-" + std::to_string(recipient); }

namespace {

std::string ofLots(const books::ReadTransaction& tx, const NaiveProgram& naive)
{
    std::string text;
    const auto describe = [&text](int item, std::int64_t lot, int day, std::int64_t units,
                                  std::int64_t cost) {
        text += "item " + std::to_string(item) + " lot " + std::to_string(lot) + " of " +
                std::to_string(day) + ": " + std::to_string(units) + " for " +
                std::to_string(cost) + "\n";
    };
    for (int item = 0; item < NaiveProgram::kItems; ++item) {
        for (const inventory::OpenLot& lot : inventory::openLots(tx, sku(item))) {
            describe(item, lot.number.value, lot.receivedOn.number(), lot.unitsLeft,
                     lot.costLeft.minor);
        }
    }
    const std::string kept = std::exchange(text, "");
    for (int item = 0; item < NaiveProgram::kItems; ++item) {
        for (const NaiveProgram::Lot& lot : naive.openLots(item)) {
            describe(item, lot.number, lot.day, lot.unitsLeft, lot.costLeft);
        }
    }
    return kept == text ? "" : "open lots\n" + kept + "expected\n" + text;
}

std::string ofBoxes(const books::ReadTransaction& tx, const NaiveProgram& naive)
{
    std::ostringstream kept;
    gifting::listBoxes(tx, {}, [&kept](const gifting::Box& box) {
        kept << box.number.value << ' ' << toText(box.state).front() << ' ' << box.recipientCode
             << ' ' << box.packedOn.number() << ' ' << (box.givenOn ? box.givenOn->number() : 0)
             << ' ' << box.month.number() << ' ' << box.cost.contents.minor << ' '
             << box.cost.packaging.minor << ' ' << box.cost.labor.minor << ' '
             << box.packOverride.has_value() << box.giveOverride.has_value() << '\n';
    });
    std::ostringstream expected;
    std::int64_t number = 0;
    for (const NaiveProgram::Box& box : naive.boxes()) {
        ++number;
        if (box.state == 'P' || box.state == 'c') {
            continue;
        }
        expected << number << ' ' << box.state << ' ' << code(box.recipient) << ' ' << box.packedOn
                 << ' ' << box.givenOn << ' ' << box.month << ' ' << box.contents() << ' '
                 << box.packaging() << ' ' << box.labor << ' ' << box.packOverride
                 << box.giveOverride << '\n';
    }
    return kept.str() == expected.str() ? ""
                                        : "boxes\n" + kept.str() + "expected\n" + expected.str();
}

std::string ofPlans(const books::ReadTransaction& tx, const NaiveProgram& naive)
{
    std::ostringstream kept;
    std::ostringstream expected;
    gifting::listPlannedBoxes(tx, {}, [&kept](const gifting::PlannedBox& box) {
        if (box.state == gifting::PlanState::Planned) {
            kept << box.number.value << ' ' << box.recipientCode << ' ' << box.month.number() << ' '
                 << box.cost.contents.minor << ' ' << box.cost.packaging.minor << ' '
                 << box.cost.labor.minor << ' ' << box.planOverride.has_value() << '\n';
        }
    });
    std::int64_t number = 0;
    for (const NaiveProgram::Box& box : naive.boxes()) {
        ++number;
        if (box.state == 'P') {
            expected << number << ' ' << code(box.recipient) << ' ' << box.month << ' '
                     << box.contents() << ' ' << box.packaging() << ' ' << box.labor << ' '
                     << box.planOverride << '\n';
        }
    }
    return kept.str() == expected.str() ? ""
                                        : "plans\n" + kept.str() + "expected\n" + expected.str();
}

std::string ofMonths(const books::ReadTransaction& tx, const NaiveProgram& naive)
{
    for (int number = 202601; number <= 202608; ++number) {
        const NaiveProgram::Totals totals = naive.totals(number);
        const budget::MonthTotals expected{
            .boxesGiven = totals.boxesGiven,
            .recipients = totals.recipients,
            .contents = {totals.contents},
            .packaging = {totals.packaging},
            .labor = {totals.labor},
            .committed = {totals.committed},
            .moved = {{{totals.restock}, {totals.writeOff}, {totals.variance}}},
            .overrides = totals.overrides,
            .firstMovement = totals.firstMovement,
            .lastMovement = totals.lastMovement};
        const auto kept = budget::loadMonth(tx, foundation::Month(number)).totals;
        if (kept != expected) {
            return "month " + std::to_string(number) + "\n" + testing::PrintToString(kept) +
                   "\nexpected\n" + testing::PrintToString(expected) + "\n";
        }
    }
    return "";
}

/// `seq,moved_on,kind,sku,lot,units,cost` of the movements from the first of the day's month to the day.
std::string ofMovements(const books::ReadTransaction& tx, const NaiveProgram& naive, int day)
{
    std::string kept;
    const auto writer =
        foundation::makeCsvWriter([&kept](std::string_view piece) { kept += piece; },
                                  {.code = "XTS", .exponent = 0}, foundation::Guard::On);
    const int first = day / 100 * 100 + 1;
    exchange::exportMovements(tx, {.from = foundation::Date(first), .to = foundation::Date(day)},
                              *writer);
    std::istringstream rows(kept);
    kept.clear();
    for (std::string row; std::getline(rows, row);) {
        std::size_t end = 0;
        for (int cell = 0; cell < 7; ++cell) {
            end = row.find(',', end) + 1;
        }
        kept += row.starts_with("seq") ? "" : row.substr(0, end) + "\n";
    }
    const std::map<char, std::string> kinds = {
        {'r', "receipt"},         {'i', "issue"},
        {'b', "return"},          {'w', "write-off"},
        {'c', "count"},           {'x', "reversal"},
        {'k', "correction"},      {'v', "variance"},
        {'s', "supplier-return"}, {'S', "supplier-return-reversal"},
        {'K', "credit"},          {'W', "write-off-reversal"},
        {'C', "count-reversal"}};
    std::ostringstream expected;
    for (std::size_t i = 0; i < naive.movements().size(); ++i) {
        const NaiveProgram::Movement& one = naive.movements()[i];
        if (one.day >= first && one.day <= day) {
            expected << i + 1 << ',' << foundation::Date(one.day) << ',' << kinds.at(one.kind)
                     << ',' << sku(one.item) << ',' << one.lot << ',' << one.units << ','
                     << one.cost << ",\n";
        }
    }
    return kept == expected.str() ? "" : "movements\n" + kept + "expected\n" + expected.str();
}

/// The stock at the end of the day.
std::string ofStock(const books::ReadTransaction& tx, const NaiveProgram& naive, int day)
{
    std::string text;
    inventory::stockOn(tx, foundation::Date(day), [&](const inventory::StockLine& line) {
        std::int64_t units = 0;
        std::int64_t cost = 0;
        for (const NaiveProgram::Movement& one : naive.movements()) {
            if (sku(one.item) == line.sku && one.day <= day) {
                units += one.units;
                cost += one.cost;
            }
        }
        if (line.units != units || line.cost.minor != cost) {
            text += line.sku + " on " + std::to_string(day) + ": " + std::to_string(line.units) +
                    " for " + std::to_string(line.cost.minor) + ", expected " +
                    std::to_string(units) + " for " + std::to_string(cost) + "\n";
        }
    });
    return text;
}

/// By role, of all months to this one; and of this month alone.
struct Booked {
    std::map<accounting::JournalRole, std::int64_t> balance;
    std::map<accounting::JournalRole, std::int64_t> month;
    std::string unbalanced;
};

/// Adds the next month.
void book(const books::ReadTransaction& tx, int month, accounting::Recognition recognition,
          Booked& all)
{
    all.month.clear();
    accounting::eachEntry(tx, {.month = foundation::Month(month)}, recognition,
                          [&](const accounting::Entry& entry) {
                              std::int64_t sum = 0;
                              for (const accounting::Posting& one : entry.lines) {
                                  sum += one.amount.minor;
                                  all.balance[one.role] += one.amount.minor;
                                  all.month[one.role] += one.amount.minor;
                              }
                              all.unbalanced += sum == 0 ? "" : memoOf(entry.head) + "\n";
                          });
}

/// Units and cost of gift items, then of packaging.
using Sums = std::array<std::int64_t, 4>;

Sums& operator+=(Sums& sums, const accounting::KindStock& more)
{
    sums[0] += more.gifts.units;
    sums[1] += more.gifts.cost.minor;
    sums[2] += more.packaging.units;
    sums[3] += more.packaging.cost.minor;
    return sums;
}

/// The stock after a month, by the movements.
Sums shelfAfter(const NaiveProgram& naive, int month)
{
    Sums sums{};
    for (const NaiveProgram::Movement& one : naive.movements()) {
        const std::size_t at = one.item == NaiveProgram::kItems - 1 ? 2 : 0;
        sums.at(at) += one.day / 100 <= month ? one.units : 0;
        sums.at(at + 1) += one.day / 100 <= month ? one.cost : 0;
    }
    return sums;
}

/// The roll-forward begins and ends with what lies on the shelf and in packed boxes, its lines explain all of it, and
/// the journal's stock accounts hold what it ends with.
std::string ofRollForward(const books::ReadTransaction& tx, const NaiveProgram& naive, int month,
                          Booked& booked)
{
    using accounting::JournalRole;
    std::array<Sums, 2> left{};    // of the parts: what the lines add up to
    std::array<Sums, 2> opening{}; // and what they begin and end with
    std::array<Sums, 2> closing{};
    std::int64_t boxes = 0;
    std::string text;
    for (const reports::RollLine& line : reports::rollForward(tx, foundation::Month(month))) {
        const auto part = static_cast<std::size_t>(line.part);
        text += std::string(line.code) + "\n";
        if (line.code == "closing") {
            closing.at(part) += line.moved;
            boxes -= line.boxes.value_or(0);
            continue;
        }
        left.at(part) += line.moved;
        boxes += line.boxes.value_or(0);
        if (line.code == "opening") {
            opening.at(part) += line.moved;
        }
    }
    const Sums packed = {0, closing[1][1], 0, closing[1][3]};
    const bool holds = text.find("difference") == std::string::npos && left == closing &&
                       boxes == 0 && opening[0] == shelfAfter(naive, month - 1) &&
                       closing[0] == shelfAfter(naive, month) && closing[1] == packed &&
                       booked.balance[JournalRole::GiftStock] == closing[0][1] &&
                       booked.balance[JournalRole::PackagingStock] == closing[0][3] &&
                       booked.balance[JournalRole::BoxesPacked] == packed[1] + packed[3];
    return holds ? "" : "roll-forward of " + std::to_string(month) + "\n" + text;
}

/// At the end of a month the stock accounts hold what lies on the shelf and in boxes that are packed; the expense of
/// the month is that of its boxes.
std::string ofJournal(const books::ReadTransaction& tx, const NaiveProgram& naive)
{
    using accounting::JournalRole;
    Booked all;
    for (int month = 202601; month <= 202606; ++month) {
        book(tx, month, accounting::Recognition::OnIssue, all);
        std::int64_t shelf = 0;
        std::int64_t packed = 0;
        for (const NaiveProgram::Movement& one : naive.movements()) {
            shelf += one.day / 100 <= month ? one.cost : 0;
        }
        for (const NaiveProgram::Box& box : naive.boxes()) {
            const bool isPacked = box.packedOn != 0 && box.packedOn / 100 <= month;
            const bool isGiven = box.state == 'g' && box.givenOn / 100 <= month;
            packed += isPacked && !isGiven ? box.contents() + box.packaging() : 0;
        }
        // Boxes that were unpacked by then are on the shelf again.
        for (const NaiveProgram::Movement& one : naive.movements()) {
            packed -= one.kind == 'b' && one.day / 100 <= month ? one.cost : 0;
        }
        const NaiveProgram::Totals totals = naive.totals(month);
        const auto stock =
            all.balance[JournalRole::GiftStock] + all.balance[JournalRole::PackagingStock];
        const std::vector<std::int64_t> kept = {stock,
                                                all.balance[JournalRole::BoxesPacked],
                                                all.month[JournalRole::GiftExpense],
                                                all.month[JournalRole::PackagingExpense],
                                                all.month[JournalRole::PriceVariance],
                                                all.month[JournalRole::Shrinkage] +
                                                    all.month[JournalRole::WriteOff]};
        const std::vector<std::int64_t> expected = {
            shelf, packed, totals.contents, totals.packaging, totals.variance, totals.writeOff};
        if (kept != expected || !all.unbalanced.empty()) {
            return "journal of " + std::to_string(month) + "\n" + testing::PrintToString(kept) +
                   "\nexpected\n" + testing::PrintToString(expected) + "\n" + all.unbalanced;
        }
        if (std::string text = ofRollForward(tx, naive, month, all); !text.empty()) {
            return text;
        }
    }
    return "";
}

/// Where gifts are an expense on receipt, the expense of a month is what it received, and no other account of stock or
/// cost is ever used; it holds what came from suppliers and the parts department, to the cent.
std::string ofJournalOnReceipt(const books::ReadTransaction& tx, const NaiveProgram& naive)
{
    using accounting::JournalRole;
    const auto sides =
        std::array{JournalRole::GiftExpense, JournalRole::PackagingExpense, JournalRole::Grni,
                   JournalRole::Payables, JournalRole::PartsInventory};
    Booked all;
    for (int month = 202601; month <= 202606; ++month) {
        book(tx, month, accounting::Recognition::OnReceipt, all);
        std::array<std::int64_t, 2> expected{};
        for (const NaiveProgram::Movement& one : naive.movements()) {
            const bool isReceived = std::string("rxksSK").find(one.kind) != std::string::npos;
            const std::size_t at = one.item == NaiveProgram::kItems - 1 ? 1 : 0;
            expected.at(at) += isReceived && one.day / 100 == month ? one.cost : 0;
        }
        const auto of = [&](JournalRole role) {
            const auto found = all.month.find(role);
            return found == all.month.end() ? 0 : found->second;
        };
        std::string text = all.unbalanced;
        for (const auto& [role, amount] : all.balance) {
            text += std::ranges::find(sides, role) == sides.end() ? toText(role) : "";
        }
        if (of(JournalRole::GiftExpense) != expected[0] ||
            of(JournalRole::PackagingExpense) != expected[1] ||
            expected[0] + expected[1] != naive.totals(month).restock || !text.empty()) {
            return "journal on receipt of " + std::to_string(month) + ": " +
                   std::to_string(of(JournalRole::GiftExpense)) + " and " +
                   std::to_string(of(JournalRole::PackagingExpense)) + ", expected " +
                   testing::PrintToString(expected) + "\n" + text;
        }
    }
    return "";
}

} // namespace

std::string differences(const books::ReadTransaction& tx, const NaiveProgram& naive, int day)
{
    std::string text = ofLots(tx, naive) + ofBoxes(tx, naive) + ofPlans(tx, naive) +
                       ofMonths(tx, naive) + ofMovements(tx, naive, day) + ofStock(tx, naive, day) +
                       ofJournal(tx, naive) + ofJournalOnReceipt(tx, naive);
    for (const std::string& sentence : accounting::verifyBooks(tx, {})) {
        text += "verify: " + sentence + "\n";
    }
    return text;
}

} // namespace giftbox::tests
