#pragma once

#include "accounting/journal/entry.h"

#include <map>

namespace giftbox::accounting {

/// How much is one entry.
enum class JournalDetail { Fact, Day, Month };
/// `fact`, `day`, `month`. Throws Refusal `journal.detail_unknown`.
JournalDetail parseJournalDetail(std::string_view text);

/// A line with the account that it is booked to.
struct AccountLine {
    JournalRole role = JournalRole::GiftStock;
    std::string account; ///< empty: not mapped
    foundation::Money amount;
    std::string department = {}; ///< of a box given; empty: none

    bool operator==(const AccountLine&) const = default;
};

/// An entry as the ledger gets it.
struct LedgerEntry {
    std::int64_t number = 0;
    EntryHead head;
    std::vector<AccountLine> lines;

    bool operator==(const LedgerEntry&) const = default;
};

/// Adds entries up by day or month: what an account was debited and what it was credited by
/// a department stay two lines. Entries come
/// in any order; those of facts pass through. Memory grows with days and accounts only.
class Condenser {
public:
    using Take = std::function<void(const LedgerEntry&)>;
    /// `name` is that of the batch: the control of its sums.
    Condenser(JournalDetail detail, std::string name, Take take);

    void add(const LedgerEntry& entry);
    /// Passes on the sums, by day.
    void finish();

private:
    /// Whether it is a credit, the role, the account and the department.
    using LineKey = std::tuple<bool, JournalRole, std::string, std::string>;
    struct Sum {
        foundation::Date last;
        std::map<LineKey, foundation::Money> lines;
    };

    JournalDetail detail_;
    std::string name_;
    Take take_;
    std::map<std::int32_t, Sum> sums_; ///< by day, or one
};

} // namespace giftbox::accounting
