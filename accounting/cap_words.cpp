#include "accounting/cap_words.h"

#include <algorithm>

namespace giftbox::accounting {

using budget::Decided;
using budget::PassedCap;
using budget::Step;
using foundation::Currency;

namespace {

/// Removes and returns the text before `end`, and removes `end`.
std::string_view takeUntil(std::string_view& text, std::string_view end)
{
    const std::string_view word = text.substr(0, text.find(end));
    text.remove_prefix(std::min(text.size(), word.size() + end.size()));
    return word;
}

/// `the cap box.total is 60.00 USD, this would come to 63.10 USD, 3.10 USD over`, and others after `; `.
std::vector<PassedCap> capsIn(std::string_view words, foundation::Month month,
                              const Currency& currency)
{
    std::vector<PassedCap> caps;
    const std::string code = " " + std::string(currency.code);
    while (!words.empty()) {
        std::string_view sentence = takeUntil(words, "; ");
        (void)takeUntil(sentence, "the cap ");
        const std::string_view name = takeUntil(sentence, " is ");
        const std::string_view amount = takeUntil(sentence, code + ", this would come to ");
        const std::string_view wouldBe = takeUntil(sentence, code + ", ");
        caps.push_back({{.name = budget::parseCapName(name),
                         .from = month,
                         .amount = parseMoney(amount, currency)},
                        parseMoney(wouldBe, currency)});
    }
    return caps;
}

Decided decidedBy(const ToldEvent& event)
{
    Decided decided;
    decided.step = event.action == "box.plan"   ? Step::Plan
                   : event.action == "box.pack" ? Step::Pack
                   : event.action == "box.give" ? Step::Give
                                                : Step::Receive;
    for (const char* key : {"month", "received_on", "given_on", "packed_on"}) {
        if (const auto day = figureOf(event.detail, key); !day.empty()) {
            decided.month = foundation::parseMonth(day.substr(0, 7));
        }
    }
    if (decided.step == Step::Receive) {
        decided.lot = books::LotNo{numberOf(figureOf(event.detail, "lot"))};
    } else {
        decided.box = books::BoxNo{numberOf(event.subject)};
    }
    return decided;
}

} // namespace

budget::CapExceptions exceptionsSaid(const ToldEvent& event, const Currency& currency)
{
    budget::CapExceptions said;
    const std::string_view warned = figureOf(event.detail, "warned");
    const std::string_view overridden = figureOf(event.detail, "overridden");
    try {
        if (!warned.empty() || !overridden.empty()) {
            const Decided decided = decidedBy(event);
            said.add(decided, {.warned = capsIn(warned, decided.month, currency),
                               .overridden = capsIn(overridden, decided.month, currency)});
        }
    } catch (const foundation::Refusal&) {
        // not words written by the program
    }
    return said;
}

void keepCapExceptions(foundation::Database& database)
{
    for (const auto& store : database.query(sql::StoresToDigest{})) {
        const Currency& currency = foundation::currencyOf(store.currency);
        for (const auto& row : database.query(sql::EventsWithCaps{.storeId = store.storeId})) {
            const ToldEvent event = ToldEvent::of(row);
            exceptionsSaid(event, currency)
                .write(database, books::StoreId{store.storeId}, books::EventSeq{event.seq});
        }
    }
}

} // namespace giftbox::accounting
