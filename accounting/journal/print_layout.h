#pragma once

#include "accounting/journal/condense.h"
#include "accounting/journal/layout.h"
#include "foundation/row_writer.h"

namespace giftbox::accounting {

/// What the rows of a file say beside its entries.
struct BatchWords {
    std::string key; ///< `GBN2611-1`
    foundation::Month month;
    std::string entity;
    std::string store;
    foundation::Currency currency;
    std::string reverses = {}; ///< the key of the batch that it voids
    std::string made = {};     ///< when the batch was made: YYYYMMDDHHMMSS
};

/// Writes entries in a layout, as they come: memory does not grow with them. What is printed is checked: that each
/// entry balances, that no text is longer than the layout allows, that accounts have its form, and that its code page
/// has every character. A layout with a limit of rows has the whole entries that fit into each file; `part` says which
/// file, from 1. add() and finish() throw Refusal `journal.text_too_long`, `journal.account_form`,
/// `journal.no_character`, `journal.entry_too_long` (it has more rows than a file), and finish() `journal.no_part`, or
/// `journal.parts` if there are several and `part` is 0.
class LayoutPrinter {
public:
    LayoutPrinter(const Layout& layout, BatchWords words, std::int64_t part, foundation::Sink sink);

    /// `accounts` are those of its entries, each once; `opened`, those of them that no earlier file has.
    void begin(const std::vector<std::string>& accounts, const std::vector<std::string>& opened);
    void add(const LedgerEntry& entry);
    void finish();

private:
    struct Slots;

    bool isInPart(std::int64_t rows);
    foundation::Money addLine(const AccountLine& line, Slots& slots);
    void addLines(const LedgerEntry& entry, Slots& slots);
    void row(const RowTemplate& text, const Slots& slots);
    void cells(const std::vector<RowTemplate>& templates, const Slots& slots);
    std::string filled(std::string_view text, const Slots& slots) const;
    std::string valueOf(std::string_view slot, const Slots& slots) const;
    std::optional<std::string> valueOfFile(std::string_view slot) const;
    std::optional<std::string> valueOfEntry(std::string_view slot, const LedgerEntry& entry) const;
    std::string valueOfLine(std::string_view slot, const AccountLine& line,
                            std::int64_t number) const;
    std::string limited(std::string value, std::string_view slot, const Slots& slots) const;
    std::string amountText(foundation::Money amount) const;
    std::string plain(std::string_view text) const;
    std::string cellText(std::string value) const;
    void requireForm(const std::string& account) const;
    void write(std::string row);

    const Layout& layout_;
    BatchWords words_;
    std::int64_t part_;
    foundation::Sink sink_;
    std::size_t shortestAccount_ = 0;
    std::int64_t partNow_ = 1;
    std::int64_t rowsInPart_ = 0;
};

} // namespace giftbox::accounting
