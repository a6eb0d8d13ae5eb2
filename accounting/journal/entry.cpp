#include "accounting/journal/entry.h"

#include "foundation/check.h"

#include <algorithm>

namespace giftbox::accounting {

using books::MovementKind;
using foundation::Money;

namespace {

/// The other side of the stock account.
enum class Other {
    Source, ///< where the receipt came from
    SourceOrFreight,
    Settled, ///< with the supplier, or the parts department
    BoxesPacked,
    WriteOff,
    Shrinkage,
    Variance
};

struct KindRule {
    MovementKind kind;
    std::string_view fact;
    Other other;
};

/// In the order of the kinds.
constexpr std::array kRules = {
    KindRule{MovementKind::Receipt, "receipt", Other::Source},
    KindRule{MovementKind::Issue, "box packed", Other::BoxesPacked},
    KindRule{MovementKind::Return, "box unpacked", Other::BoxesPacked},
    KindRule{MovementKind::WriteOff, "write-off", Other::WriteOff},
    KindRule{MovementKind::Count, "count", Other::Shrinkage},
    KindRule{MovementKind::Reversal, "receipt reversed", Other::Source},
    KindRule{MovementKind::WriteOffReversal, "write-off reversed", Other::WriteOff},
    KindRule{MovementKind::CountReversal, "count reversed", Other::Shrinkage},
    KindRule{MovementKind::Correction, "receipt corrected", Other::SourceOrFreight},
    KindRule{MovementKind::Variance, "receipt corrected", Other::Variance},
    KindRule{MovementKind::SupplierReturn, "return to the supplier", Other::Settled},
    KindRule{MovementKind::SupplierReturnReversal, "return reversed", Other::Settled},
    KindRule{MovementKind::Credit, "supplier's credit", Other::Settled}};
static_assert(kRules.size() == books::kMovementRules.size(), "every kind has its accounts");

constexpr const KindRule& kindRuleOf(MovementKind kind)
{
    return kRules[static_cast<std::size_t>(kind)];
}

JournalRole sourceOf(std::string_view source)
{
    return source == "parts_transfer" ? JournalRole::PartsInventory : JournalRole::Grni;
}

JournalRole settledWith(std::string_view source)
{
    return source == "parts_transfer" ? JournalRole::PartsInventory : JournalRole::Payables;
}

JournalRole otherOf(const MovedStock& moved)
{
    switch (kindRuleOf(moved.kind).other) {
    case Other::Source:
        return sourceOf(moved.source);
    case Other::SourceOrFreight:
        return moved.isFreight ? JournalRole::Payables : sourceOf(moved.source);
    case Other::Settled:
        return settledWith(moved.source);
    case Other::BoxesPacked:
        return JournalRole::BoxesPacked;
    case Other::WriteOff:
        return JournalRole::WriteOff;
    case Other::Shrinkage:
        return JournalRole::Shrinkage;
    case Other::Variance:
        break;
    }
    return JournalRole::PriceVariance;
}

/// What moves within the store, or leaves it, was an expense already; and so was what belongs to units gone.
constexpr bool isBookedOnReceipt(Other other)
{
    return other == Other::Source || other == Other::SourceOrFreight || other == Other::Settled;
}

EntryHead headOfBox(foundation::Date on, std::string fact, std::int64_t event, std::int64_t box)
{
    return {.on = on,
            .fact = std::move(fact),
            .event = event,
            .subject = "box " + std::to_string(box),
            .control = "BOX-" + std::to_string(box)};
}

} // namespace

void EntryMaker::begin(EntryHead head)
{
    const EntryHead& now = entry_.head;
    const bool goesOn = now.on == head.on && now.event == head.event &&
                        now.subject == head.subject && now.fact == head.fact;
    if (!goesOn) {
        finish();
        entry_.head = std::move(head);
    }
}

void EntryMaker::post(JournalRole role, Money amount)
{
    const auto at = std::ranges::find(entry_.lines, role, &Posting::role);
    if (at == entry_.lines.end()) {
        entry_.lines.push_back({role, amount});
    } else {
        at->amount += amount;
    }
}

std::optional<JournalRole> EntryMaker::ownRole(const MovedStock& moved) const
{
    if (recognition_ == Recognition::OnIssue) {
        return moved.isPackaging ? JournalRole::PackagingStock : JournalRole::GiftStock;
    }
    if (!isBookedOnReceipt(kindRuleOf(moved.kind).other)) {
        return std::nullopt;
    }
    return moved.isPackaging ? JournalRole::PackagingExpense : JournalRole::GiftExpense;
}

void EntryMaker::add(const MovedStock& moved)
{
    const std::optional<JournalRole> own = ownRole(moved);
    if (!own) {
        return;
    }
    const KindRule& rule = kindRuleOf(moved.kind);
    const std::string lot = std::to_string(moved.lot);
    if (moved.box) {
        begin(headOfBox(moved.on, std::string(rule.fact), moved.event, *moved.box));
    } else {
        EntryHead head{.on = moved.on,
                       .fact = moved.isFreight ? "freight" : std::string(rule.fact),
                       .event = moved.event,
                       .subject = "lot " + lot,
                       .control = moved.reference.empty() ? "LOT-" + lot : moved.reference};
        const EntryHead& now = entry_.head;
        if (moved.kind == MovementKind::Variance && now.event == head.event &&
            now.subject == head.subject) {
            head.fact = now.fact; // it is a part of what it follows
        }
        begin(std::move(head));
    }
    entry_.department = moved.department;
    post(*own, moved.cost);
    post(otherOf(moved), -moved.cost);
}

void EntryMaker::add(const GivenBoxFact& given)
{
    begin(headOfBox(given.on, given.isTakenBack ? "giving taken back" : "box given", given.event,
                    given.box));
    entry_.department = given.department;
    const auto signedAs = [&](Money amount) { return given.isTakenBack ? -amount : amount; };
    post(JournalRole::LaborApplied, signedAs(given.labor));
    post(JournalRole::LaborContra, -signedAs(given.labor));
    if (recognition_ == Recognition::OnIssue) {
        post(JournalRole::GiftExpense, signedAs(given.contents));
        post(JournalRole::PackagingExpense, signedAs(given.packaging));
        post(JournalRole::BoxesPacked, -signedAs(given.contents + given.packaging));
    }
}

void EntryMaker::add(const BilledStock& billed)
{
    begin({.on = billed.on,
           .fact = billed.amount < Money{} ? "bill reversed" : "bill",
           .event = billed.event,
           .subject = "bill " + std::to_string(billed.bill),
           .control = billed.reference});
    post(sourceOf(billed.source), billed.amount);
    post(JournalRole::Payables, -billed.amount);
}

void EntryMaker::finish()
{
    std::erase_if(entry_.lines, [](const Posting& one) { return one.amount == Money{}; });
    if (!entry_.lines.empty()) {
        std::ranges::sort(entry_.lines, [](const Posting& a, const Posting& b) {
            const bool isDebit = a.amount > Money{};
            return isDebit != (b.amount > Money{}) ? isDebit : a.role < b.role;
        });
        Money sum;
        for (const Posting& one : entry_.lines) {
            sum += one.amount;
        }
        GIFTBOX_CHECK(sum == Money{});
        take_(entry_);
    }
    entry_ = {};
}

std::string memoOf(const EntryHead& head)
{
    std::string memo = head.fact + ": " + head.control;
    if (memo.front() >= 'a' && memo.front() <= 'z') {
        memo.front() = static_cast<char>(memo.front() - 'a' + 'A');
    }
    return memo;
}

} // namespace giftbox::accounting
