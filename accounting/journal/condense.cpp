#include "accounting/journal/condense.h"

#include "foundation/refusal.h"

#include <algorithm>

namespace giftbox::accounting {

using foundation::Money;

JournalDetail parseJournalDetail(std::string_view text)
{
    if (text == "fact") {
        return JournalDetail::Fact;
    }
    if (text == "day") {
        return JournalDetail::Day;
    }
    if (text == "month") {
        return JournalDetail::Month;
    }
    throw foundation::Refusal("journal.detail_unknown", {{"detail", text}});
}

Condenser::Condenser(JournalDetail detail, std::string name, Take take)
    : detail_(detail), name_(std::move(name)), take_(std::move(take))
{}

void Condenser::add(const LedgerEntry& entry)
{
    if (detail_ == JournalDetail::Fact) {
        take_(entry);
        return;
    }
    Sum& sum = sums_[detail_ == JournalDetail::Day ? entry.head.on.number() : 0];
    sum.last = std::max(sum.last, entry.head.on);
    for (const AccountLine& line : entry.lines) {
        sum.lines[{line.amount < Money{}, line.role, line.account, line.department}] += line.amount;
    }
}

void Condenser::finish()
{
    std::int64_t number = 0;
    for (const auto& [day, sum] : sums_) {
        LedgerEntry entry{.number = ++number,
                          .head = {.on = sum.last,
                                   .fact = "gift boxes",
                                   .event = 0,
                                   .subject = {},
                                   .control = name_},
                          .lines = {}};
        for (const auto& [key, amount] : sum.lines) {
            entry.lines.push_back({.role = std::get<1>(key),
                                   .account = std::get<2>(key),
                                   .amount = amount,
                                   .department = std::get<3>(key)});
        }
        take_(entry);
    }
    sums_.clear();
}

} // namespace giftbox::accounting
