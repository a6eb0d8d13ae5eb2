#pragma once

#include "tests/support/store_fixture.h"

namespace giftbox::tests {

/// The files that rebuild a store's books, and the report, without the recorder and time of movements.
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

/// A line of a file, counted from 1, and its cells; cells in tests have no commas.
std::vector<std::string> linesOf(const std::string& file);
std::vector<std::string> cellsOf(const std::string& line);

class JournalFixture : public StoreFixture {
protected:
    Journals journals();
    /// Imports movements and boxes into the open store, with the stock unless it is empty.
    void importMovements(const std::string& movements, const std::string& boxes,
                         const std::string& stock = "");
    /// Like importMovements, but keeps nothing.
    void dryRunMovements(const std::string& movements, const std::string& boxes);
    /// Imports items, recipients, movements, and boxes into the open store, and compares the stock.
    void importJournals(const Journals& journals);
    /// Copies the caps of the open store into another, in order, because reports show them.
    std::vector<budget::CapChange> caps();
    void setCaps(const std::vector<budget::CapChange>& caps);
};

} // namespace giftbox::tests
