#include "budget/authorize.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

namespace giftbox::budget {

using books::Store;
using foundation::Money;
using foundation::Month;
using foundation::Refusal;

namespace {

/// The keys of the sentences about an exceeded cap, in the order of kCapNames.
struct Keys {
    const char* refused;
    const char* told;
    const char* near;
};

constexpr std::string_view kLimitPrefix = "limit.";

constexpr std::array<Keys, kCapNames.size()> kKeys = {
    {{"budget.box_total_exceeded", "part.cap_box_total", "part.cap_box_total_near"},
     {"budget.box_contents_exceeded", "part.cap_box_contents", "part.cap_box_contents_near"},
     {"budget.month_program_exceeded", "part.cap_month_program", "part.cap_month_program_near"},
     {"budget.month_restock_exceeded", "part.cap_month_restock", "part.cap_month_restock_near"}}};

const Keys& keysOf(CapName name) { return kKeys.at(static_cast<std::size_t>(name)); }

std::vector<foundation::Slot> slotsOf(const Store& store, const PassedCap& passed)
{
    const Money limit = passed.cap.limit();
    std::vector<foundation::Slot> slots = {{"limit", store.money(limit)},
                                           {"sum", store.money(passed.wouldBe)},
                                           {"over", store.money(passed.wouldBe - limit)}};
    if (passed.percent > 0) {
        slots.emplace_back("share", percentText(passed.wouldBe, limit));
        slots.emplace_back("percent", passed.percent);
    }
    addMakeUp(slots, store, passed.cap);
    return slots;
}

/// The form of exceeded caps in events. accounting/cap_words reads it, so it must not change.
std::string recordedText(const Store& store, const std::vector<PassedCap>& passed)
{
    std::vector<foundation::Sentence> sentences;
    for (const PassedCap& one : passed) {
        std::vector<foundation::Slot> slots = slotsOf(store, one);
        slots.emplace_back("cap", one.name());
        sentences.emplace_back(one.percent > 0 ? "part.cap_near_recorded" : "part.cap_recorded",
                               std::move(slots));
    }
    return foundation::textOf(sentences);
}

std::vector<foundation::Slot> monthSlots(const Store& store, Month month, const MonthTotals& totals)
{
    return {{"month", month},
            {"spent", store.money(totals.spent())},
            {"committed", store.money(totals.committed)}};
}

/// The totals that a box would bring to its caps, in the order of the tests.
struct UnderCap {
    CapName name;
    Money before;
    Money wouldBe;
};
std::array<UnderCap, 3> amountsUnderCaps(const MonthState& state, const BoxCost& cost)
{
    const Money used = state.totals.spent() + state.totals.committed;
    return {{{CapName::BoxTotal, {}, cost.total()},
             {CapName::BoxContents, {}, cost.contents},
             {CapName::MonthProgram, used, used + cost.total()}}};
}

/// Adds one tested cap to the verdict, or refuses.
class Test {
public:
    Test(const Store& store, bool overridden) : store_(store), overridden_(overridden) {}

    /// `slots` are the refusal's other values.
    void cap(const CapsInForce& caps, const UnderCap& under, std::vector<foundation::Slot> slots)
    {
        const std::optional<PassedCap> passed =
            passedBy(capOf(caps, under.name), under.before, under.wouldBe);
        if (!passed) {
            return;
        }
        if (passed->percent > 0 || passed->cap.action == CapAction::Warn) {
            verdict_.warned.push_back(*passed);
        } else if (overridden_) {
            verdict_.overridden.push_back(*passed);
        } else {
            std::ranges::move(slotsOf(store_, *passed), std::back_inserter(slots));
            throw Refusal(keysOf(under.name).refused, std::move(slots));
        }
    }

    const Verdict& verdict() const { return verdict_; }

private:
    const Store& store_;
    bool overridden_;
    Verdict verdict_;
};

} // namespace

std::optional<Money> remainingUnder(const std::optional<Cap>& cap, Money used)
{
    return cap ? std::optional(cap->limit() - used) : std::nullopt;
}

std::optional<PassedCap> passedBy(const std::optional<Cap>& cap, Money before, Money wouldBe)
{
    if (!cap) {
        return std::nullopt;
    }
    if (wouldBe > cap->limit()) {
        return PassedCap{.cap = *cap, .wouldBe = wouldBe};
    }
    const std::optional<Money> above = cap->warnsAbove();
    return above && before <= *above && wouldBe > *above
               ? std::optional(
                     PassedCap{.cap = *cap, .wouldBe = wouldBe, .percent = cap->warnPercent})
               : std::nullopt;
}

void addMakeUp(std::vector<foundation::Slot>& slots, const Store& store, const Cap& cap)
{
    if (cap.rolled != Money{}) {
        const bool isSurplus = cap.rolled > Money{};
        slots.emplace_back("base", store.money(cap.amount));
        slots.emplace_back(isSurplus ? "surplus" : "deficit",
                           store.money(isSurplus ? cap.rolled : -cap.rolled));
    }
}

std::string percentText(Money part, Money whole)
{
    constexpr std::int64_t kParts = 10'000;
    constexpr std::int64_t kHundred = 100;
    const std::int64_t parts = portion(part, kParts, whole.minor).minor;
    const std::int64_t digits = std::abs(parts) % kHundred;
    return (parts < 0 ? "-" : "") + std::to_string(std::abs(parts) / kHundred) +
           (digits < 10 ? ".0" : ".") + std::to_string(digits);
}

std::string PassedCap::name() const
{
    return limit.empty() ? std::string(toText(cap.name)) : std::string(kLimitPrefix) + limit;
}

PassedCap passedOf(std::string_view name, Money amount, Money wouldBe)
{
    PassedCap passed{.cap = {.name = {}, .from = {}, .amount = amount}, .wouldBe = wouldBe};
    if (name.starts_with(kLimitPrefix)) {
        passed.limit = name.substr(kLimitPrefix.size());
    } else {
        passed.cap.name = parseCapName(name);
    }
    return passed;
}

foundation::Sentence sentenceOf(const Store& store, const PassedCap& passed)
{
    if (!passed.limit.empty()) {
        std::vector<foundation::Slot> slots = slotsOf(store, passed);
        slots.emplace_back("name", passed.limit);
        if (passed.before) {
            slots.emplace_back("before", store.money(*passed.before));
            slots.emplace_back("added", store.money(passed.wouldBe - *passed.before));
        }
        return foundation::Sentence("part.gift_limit", std::move(slots));
    }
    const Keys& keys = keysOf(passed.cap.name);
    return foundation::Sentence(passed.percent > 0 ? keys.near : keys.told, slotsOf(store, passed));
}

std::vector<foundation::Sentence> sentencesOf(const Store& store,
                                              const std::vector<PassedCap>& passed)
{
    std::vector<foundation::Sentence> sentences;
    for (const PassedCap& one : passed) {
        sentences.push_back(sentenceOf(store, one));
    }
    return sentences;
}

Verdict authorizeBox(const Store& store, Month month, const MonthState& state, const BoxCost& cost,
                     const std::optional<std::string>& override)
{
    Test test(store, override.has_value());
    for (const UnderCap& under : amountsUnderCaps(state, cost)) {
        test.cap(state.caps, under, monthSlots(store, month, state.totals));
    }
    return test.verdict();
}

std::optional<CapName> firstStop(const MonthState& state, const BoxCost& cost)
{
    for (const UnderCap& under : amountsUnderCaps(state, cost)) {
        const std::optional<Cap>& cap = capOf(state.caps, under.name);
        if (cap && cap->action == CapAction::Stop && under.wouldBe > cap->limit()) {
            return under.name;
        }
    }
    return std::nullopt;
}

Verdict authorizeMove(const Store& store, Month month, const MonthState& state, Money total,
                      const std::optional<std::string>& override)
{
    Test test(store, override.has_value());
    const Money used = state.totals.spent() + state.totals.committed;
    test.cap(state.caps, {CapName::MonthProgram, used, used + total},
             monthSlots(store, month, state.totals));
    return test.verdict();
}

Verdict authorizeRestock(const Store& store, Month month, const MonthState& state, Money cost)
{
    const Money received = state.totals.of(books::MonthFigure::Restock);
    Test test(store, false);
    test.cap(state.caps, {CapName::MonthRestock, received, received + cost},
             {{"month", month}, {"received", store.money(received)}});
    return test.verdict();
}

void addVerdict(foundation::JsonObject& detail, const Store& store, const Verdict& verdict)
{
    if (!verdict.warned.empty()) {
        detail.add("warned", recordedText(store, verdict.warned));
    }
    if (!verdict.overridden.empty()) {
        detail.add("overridden", recordedText(store, verdict.overridden));
    }
}

} // namespace giftbox::budget
