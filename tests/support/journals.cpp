#include "tests/support/journals.h"

#include "exchange/import_movements.h"

#include <regex>
#include <sstream>

namespace giftbox::tests {

void PrintTo(const Journals& journals, std::ostream* out)
{
    for (const std::string* file : {&journals.items, &journals.recipients, &journals.movements,
                                    &journals.boxes, &journals.stock, &journals.report}) {
        *out << *file << "\n";
    }
}

std::vector<std::string> linesOf(const std::string& file)
{
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < file.size();) {
        const std::size_t end = file.find("\r\n", begin);
        lines.push_back(file.substr(begin, end - begin));
        begin = end + 2;
    }
    return lines;
}

std::vector<std::string> cellsOf(const std::string& line)
{
    std::vector<std::string> cells(1);
    for (const char c : line) {
        if (c == ',') {
            cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    return cells;
}

Journals JournalFixture::journals()
{
    static const std::regex whoAndWhen(",ann,[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z,");
    Journals all;
    all.items = csv([](const auto& tx, auto& out) { exchange::exportItems(tx, out); });
    all.recipients = csv([](const auto& tx, auto& out) { exchange::exportRecipients(tx, out); });
    all.movements = std::regex_replace(
        csv([](const auto& tx, auto& out) { exchange::exportMovements(tx, {}, out); }), whoAndWhen,
        ",,,");
    all.boxes = csv([](const auto& tx, auto& out) { exchange::exportBoxes(tx, {}, out); });
    all.stock = csv([](const auto& tx, auto& out) { exchange::exportStock(tx, {}, out); });
    all.report = monthlyReport("2026-01", "2026-07");
    return all;
}

namespace {

/// The files as text; must outlive the sources.
class JournalTexts {
public:
    JournalTexts(const std::string& movements, const std::string& boxes, const std::string& stock)
        : movements_(movements), boxes_(boxes), stock_(stock), hasStock_(!stock.empty())
    {}
    exchange::MovementFiles files()
    {
        exchange::MovementFiles files{.movements = source(movements_, "movements.csv"),
                                      .boxes = source(boxes_, "boxes.csv")};
        if (hasStock_) {
            files.stock.emplace(source(stock_, "stock.csv"));
        }
        return files;
    }

private:
    static exchange::ImportSource source(std::istream& in, const char* name)
    {
        return {.in = in, .fileName = name, .ignored = {}, .progress = {}};
    }

    std::istringstream movements_;
    std::istringstream boxes_;
    std::istringstream stock_;
    bool hasStock_;
};

} // namespace

void JournalFixture::importMovements(const std::string& movements, const std::string& boxes,
                                     const std::string& stock)
{
    JournalTexts texts(movements, boxes, stock);
    write([&](auto& tx) { return exchange::importMovements(tx, texts.files()); });
}

void JournalFixture::dryRunMovements(const std::string& movements, const std::string& boxes)
{
    JournalTexts texts(movements, boxes, "");
    books::dryRun(database(), store(), actor(), [&](auto& tx) {
        const auto imported = exchange::importMovements(tx, texts.files());
        tx.database().settle();
        return imported;
    });
}

void JournalFixture::importJournals(const Journals& journals)
{
    importItems(journals.items);
    importRecipients(journals.recipients);
    importMovements(journals.movements, journals.boxes, journals.stock);
}

std::vector<budget::CapChange> JournalFixture::caps()
{
    return read([](const auto& tx) { return budget::listCapChanges(tx); });
}

void JournalFixture::setCaps(const std::vector<budget::CapChange>& caps)
{
    for (const budget::CapChange& change : caps) {
        write([&](auto& tx) {
            if (change.cap.action == budget::CapAction::End) {
                budget::endCap(tx, change.cap.name, change.cap.from, change.reason);
            } else {
                budget::setCap(tx, change.cap, change.reason);
            }
            return 0;
        });
    }
}

} // namespace giftbox::tests
