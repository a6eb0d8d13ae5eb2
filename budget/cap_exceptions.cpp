#include "budget/cap_exceptions.h"

#include "budget/statements.h"

namespace giftbox::budget {

namespace {

std::string_view toText(Step step)
{
    constexpr std::array<std::string_view, 5> kTexts = {"plan", "pack", "give", "receive", "order"};
    return kTexts.at(static_cast<std::size_t>(step));
}

template <class Number>
std::optional<std::int64_t> valueOf(const std::optional<Number>& number)
{
    return number ? std::optional(number->value) : std::nullopt;
}

} // namespace

CapExceptions::CapExceptions() : rows_(sql::InsertCapExceptions::batch()) {}

void CapExceptions::add(const Decided& decided, const Verdict& verdict)
{
    const auto addAll = [&](const std::vector<PassedCap>& caps, std::string_view action) {
        for (const PassedCap& one : caps) {
            rows_.add(++lines_).add(decided.month.number()).add(toText(decided.step));
            rows_.add(valueOf(decided.box)).add(valueOf(decided.lot));
            rows_.add(one.name()).add(action);
            rows_.add(one.cap.limit().minor).add(one.wouldBe.minor).add(decided.order);
            rows_.add(one.cap.rolled.minor).add(one.percent);
        }
    };
    addAll(verdict.warned, "warned");
    addAll(verdict.overridden, "overridden");
}

void CapExceptions::write(books::WriteTransaction& tx)
{
    if (!rows_.empty()) {
        tx.facts().add(books::facts::kCapException, rows_);
        tx.database().executeForEach(
            sql::InsertCapExceptions{.storeId = tx.storeId(), .eventSeq = tx.event().value}, rows_);
        rows_.clear();
    }
}

void CapExceptions::write(foundation::Database& database, books::StoreId store,
                          books::EventSeq event)
{
    database.executeForEach(
        sql::InsertToldExceptions{.storeId = store.value, .eventSeq = event.value}, rows_);
    rows_.clear();
}

std::string CapExceptions::digest() const
{
    books::FactDigest facts;
    facts.add(books::facts::kCapException, rows_);
    return facts.text();
}

} // namespace giftbox::budget
