#include "accounting/journal_lines.h"

#include "books/journal_facts.h"

namespace giftbox::accounting {

using foundation::Money;

namespace {

constexpr std::size_t kLinesAtOnce = 4096;

} // namespace

void JournalSum::add(std::string_view line, Money amount)
{
    ++lines_;
    balance_ += amount;
    if (amount > Money{}) {
        debit_ += amount;
    }
    digest_.add(line);
    digest_.add("\n");
}

JournalLines::JournalLines(books::WriteTransaction& tx, std::int64_t batch)
    : tx_(tx), batch_(batch), rows_(sql::InsertJournalLines::batch())
{}

void JournalLines::add(const LedgerEntry& entry)
{
    std::int64_t number = 0;
    for (const AccountLine& line : entry.lines) {
        const std::vector<foundation::Bind> said = {
            {"batch_no", batch_},
            {"entry_no", entry.number},
            {"line_no", ++number},
            {"entry_on", std::int64_t(entry.head.on.number())},
            {"fact", std::string_view(entry.head.fact)},
            {"fact_event", entry.head.event},
            {"subject", std::string_view(entry.head.subject)},
            {"control", std::string_view(entry.head.control)},
            {"role", toText(line.role)},
            {"account", std::string_view(line.account)},
            {"amount", line.amount.minor},
            {"department", std::string_view(line.department)}};
        sum_.add(factText(books::facts::kJournalLine, said), line.amount);
        rows_.add(entry.number)
            .add(number)
            .add(std::int64_t(entry.head.on.number()))
            .add(std::string_view(entry.head.fact))
            .add(entry.head.event)
            .add(std::string_view(entry.head.subject))
            .add(std::string_view(entry.head.control))
            .add(toText(line.role))
            .add(std::string_view(line.account))
            .add(line.amount.minor)
            .add(std::string_view(line.department));
    }
    ++entries_;
    if (rows_.rows() >= kLinesAtOnce) {
        write();
    }
}

void JournalLines::write()
{
    tx_.database().executeForEach(
        sql::InsertJournalLines{.storeId = tx_.storeId(), .batchNo = batch_}, rows_);
    rows_.clear();
}

} // namespace giftbox::accounting
