#include "budget/roll_over.h"

#include "budget/set_cap.h"
#include "budget/statements.h"

#include <algorithm>

namespace giftbox::budget {

using books::ReadTransaction;
using foundation::Money;
using foundation::Month;

namespace {

/// Of the rows that started by the month, the latest month; for the same month, the one set last.
std::optional<Cap> capIn(const std::vector<CapChange>& changes, CapName name, Month month)
{
    const Cap* latest = nullptr;
    for (const CapChange& change : changes) {
        if (change.cap.name == name && change.cap.from <= month &&
            (latest == nullptr || change.cap.from >= latest->from)) {
            latest = &change.cap;
        }
    }
    return latest == nullptr || latest->action == CapAction::End ? std::nullopt
                                                                 : std::optional(*latest);
}

/// `before`: what rolled over into `first`.
std::vector<RolledOver> addUp(const ReadTransaction& tx, Month first, Month last,
                              const std::vector<RolledOver>& before)
{
    const std::vector<CapChange> changes = listCapChanges(tx);
    if (std::ranges::none_of(changes, [](const CapChange& change) {
            return change.cap.rollOver != RollOver::None;
        })) {
        return {};
    }
    std::map<CapName, Money> rolled;
    for (const RolledOver& one : before) {
        rolled[one.cap] = one.amount;
    }
    auto totals = monthTotals(tx, first.number(), last.number());
    std::vector<RolledOver> all;
    for (Month month = first; month <= last; month = month.next()) {
        for (const CapName name : kCapNames) {
            std::optional<Cap> cap = isOfMonth(name) ? capIn(changes, name, month) : std::nullopt;
            Money& amount = rolled[name];
            if (cap && cap->rollOver != RollOver::None) {
                cap->rolled = amount;
                amount = rollsOver(*cap, spentUnder(name, totals[month.number()]));
            } else {
                amount = {};
            }
            if (amount != Money{}) {
                all.push_back({.month = month.next(), .cap = name, .amount = amount});
            }
        }
    }
    return all;
}

} // namespace

Money spentUnder(CapName name, const MonthTotals& totals)
{
    return name == CapName::MonthRestock ? totals.of(books::MonthFigure::Restock) : totals.spent();
}

Money rollsOver(const Cap& cap, Money spent)
{
    const Money left = cap.limit() - spent;
    const bool rolls = cap.rollOver == RollOver::Both ||
                       cap.rollOver == (left > Money{} ? RollOver::Surplus : RollOver::Deficit);
    if (!rolls) {
        return {};
    }
    const Money most = cap.rollOverMost;
    return most == Money{} ? left : std::clamp(left, -most, most);
}

std::vector<RolledOver> addUpRollOvers(const ReadTransaction& tx, Month first, Month last)
{
    return addUp(tx, first, last, {});
}

std::vector<RolledOver> storedRollOvers(const ReadTransaction& tx, std::int64_t first,
                                        std::int64_t last)
{
    std::vector<RolledOver> all;
    for (const auto& row : tx.database().query(
             sql::RollOvers{.storeId = tx.storeId(), .first = first, .last = last})) {
        all.push_back({.month = Month(static_cast<std::int32_t>(row.month)),
                       .cap = parseCapName(row.cap),
                       .amount = row.amount});
    }
    return all;
}

void storeRollOvers(books::WriteTransaction& tx, Month first, Month last)
{
    for (const RolledOver& one :
         addUp(tx, first, last, storedRollOvers(tx, first.number(), first.number()))) {
        tx.database().execute(sql::InsertRollOver{.storeId = tx.storeId(),
                                                  .month = one.month,
                                                  .cap = toText(one.cap),
                                                  .amount = one.amount});
    }
}

void forgetRollOvers(books::WriteTransaction& tx, std::optional<Month> closedThrough)
{
    tx.database().execute(sql::DeleteRollOversAfter{
        .storeId = tx.storeId(), .month = closedThrough ? closedThrough->next().number() : 0});
}

} // namespace giftbox::budget
