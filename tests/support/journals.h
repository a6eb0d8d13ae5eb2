#pragma once

#include "tests/support/store_fixture.h"

namespace giftbox::tests {

/// The files from which a store's books can be made anew, and the report. Who recorded a movement and when is left out.
struct Journals {
    std::string items;
    std::string recipients;
    std::string movements;
    std::string boxes;
    std::string stock;
    std::string report;

    bool operator==(const Journals&) const = default;
};
void PrintTo(const Journals& journals, std::ostream* out);

/// The line of a file, from 1, and its cells; no cell of a test has a comma in it.
std::vector<std::string> linesOf(const std::string& file);
std::vector<std::string> cellsOf(const std::string& line);

class JournalFixture : public StoreFixture {
protected:
    Journals journals();
    /// Movements and boxes into the store at hand; with the stock too where it is not empty.
    void importMovements(const std::string& movements, const std::string& boxes,
                         const std::string& stock = "");
    /// As importMovements, but nothing is kept.
    void dryRunMovements(const std::string& movements, const std::string& boxes);
    /// Items, recipients, movements and boxes into the store at hand, compared with the stock.
    void importJournals(const Journals& journals);
    /// The caps of the store at hand, in the order set, into another; their reports tell of them.
    std::vector<budget::CapChange> caps();
    void setCaps(const std::vector<budget::CapChange>& caps);
};

} // namespace giftbox::tests
