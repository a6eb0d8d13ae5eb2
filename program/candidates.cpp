#include "program/candidates.h"

#include "foundation/fold.h"
#include "program/open_month.h"

#include <algorithm>
#include <unordered_map>

namespace giftbox::program {

using books::ReadTransaction;
using books::RecipientNo;
using foundation::Date;
using foundation::Month;
using foundation::Row;
using foundation::Rows;

namespace {

/// The codes and numbers of those who get a box, of the households of those who are nominated or chosen.
struct Member {
    RecipientNo number;
    std::string code;
};
using Households = std::unordered_map<std::string, std::vector<Member>>;

Households householdsOf(const ReadTransaction& tx, Month month)
{
    Households households;
    Rows rows = tx.database().query("program/month_households",
                                    {{"store_id", tx.storeId()}, {"month", month.number()}});
    while (rows.next()) {
        const Row row = rows.row();
        households[row.string(0)].push_back({RecipientNo{row.integer(1)}, row.string(2)});
    }
    return households;
}

std::vector<std::string> othersOf(const Households& households, const std::string& household,
                                  RecipientNo recipient)
{
    std::vector<std::string> codes;
    if (const auto found = households.find(household); found != households.end()) {
        for (const Member& member : found->second) {
            if (member.number != recipient) {
                codes.push_back(member.code);
            }
        }
    }
    return codes;
}

std::optional<Choice> choiceOf(const Row& row)
{
    if (row.isNull(7)) {
        return std::nullopt;
    }
    return Choice{.chosenBy = row.string(7),
                  .warnings = row.string(8),
                  .despite = row.string(9),
                  .approvedBy = row.string(10)};
}

std::vector<Candidate> peopleOf(const ReadTransaction& tx, Month month,
                                const Households& households)
{
    std::vector<Candidate> people;
    Rows rows =
        tx.database().query("program/month_candidates", {{"store_id", tx.storeId()},
                                                         {"month", month.number()},
                                                         {"begins", month.firstDay().number()}});
    while (rows.next()) {
        const Row row = rows.row();
        Candidate one{.recipient = RecipientNo{row.integer(0)},
                      .code = row.string(1),
                      .name = row.string(2),
                      .reasons = {},
                      .standing = {},
                      .warnings = {},
                      .neverChosen = row.integer(6),
                      .choice = choiceOf(row)};
        one.standing.doNotGift = row.integer(4) != 0;
        if (const auto day = row.maybeInteger(5)) {
            one.standing.lastGivenOn = Date(static_cast<std::int32_t>(*day));
        }
        if (const auto day = row.maybeInteger(12)) {
            one.standing.waitsSince = Date(static_cast<std::int32_t>(*day));
        }
        one.standing.sameHousehold = othersOf(households, row.string(3), one.recipient);
        one.warnings = warningsFor(one.standing, month, tx.store().waitingMonths);
        people.push_back(std::move(one));
    }
    return people;
}

void addReasons(const ReadTransaction& tx, Month month, std::vector<Candidate>& people)
{
    std::unordered_map<RecipientNo, Candidate*> byNumber;
    for (Candidate& one : people) {
        byNumber.emplace(one.recipient, &one);
    }
    Rows rows = tx.database().query("program/month_reasons",
                                    {{"store_id", tx.storeId()}, {"month", month.number()}});
    while (rows.next()) {
        const Row row = rows.row();
        byNumber.at(RecipientNo{row.integer(0)})
            ->reasons.push_back(
                {.adviser = row.string(1), .department = row.string(2), .words = row.string(3)});
    }
}

std::string joined(const std::vector<std::string>& parts, std::string_view between)
{
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() ? "" : std::string(between)) + part;
    }
    return text;
}

} // namespace

std::vector<Warning> warningsFor(const Standing& standing, Month month, std::int64_t waitingMonths)
{
    std::vector<Warning> warnings;
    if (standing.lastGivenOn &&
        monthsBetween(standing.lastGivenOn->month(), month) < waitingMonths) {
        warnings.push_back({.words = "given a box on " + toText(*standing.lastGivenOn) +
                                     ", and the store waits " + std::to_string(waitingMonths) +
                                     (waitingMonths == 1 ? " month" : " months"),
                            .who = {}});
    }
    if (standing.waitsSince) {
        warnings.push_back({.words = "a box packed on " + toText(*standing.waitsSince) +
                                     " waits to be given to them",
                            .who = {}});
    }
    if (!standing.sameHousehold.empty()) {
        warnings.push_back(
            {.words = "another of the same household or fleet gets a box in " + toText(month),
             .who = joined(standing.sameHousehold, ", ")});
    }
    if (standing.doNotGift) {
        warnings.push_back({.words = "marked do-not-gift", .who = {}});
    }
    return warnings;
}

std::string shownText(const std::vector<Warning>& warnings)
{
    std::vector<std::string> parts;
    for (const Warning& one : warnings) {
        parts.push_back(one.words + (one.who.empty() ? "" : ": " + one.who));
    }
    return joined(parts, "; ");
}

std::string keptText(const std::vector<Warning>& warnings)
{
    std::vector<std::string> parts;
    for (const Warning& one : warnings) {
        parts.push_back(one.words);
    }
    return joined(parts, "; ");
}

std::vector<Candidate> candidatesOf(const ReadTransaction& tx, Month month)
{
    std::vector<Candidate> people = peopleOf(tx, month, householdsOf(tx, month));
    addReasons(tx, month, people);
    std::ranges::stable_sort(people, [](const Candidate& a, const Candidate& b) {
        return std::pair(a.reasons.size(), a.neverChosen) >
               std::pair(b.reasons.size(), b.neverChosen);
    });
    return people;
}

std::optional<std::string> approvedDespite(const ReadTransaction& tx, std::string_view code,
                                           Month month)
{
    Rows rows = tx.database().query("program/approved_despite",
                                    {{"store_id", tx.storeId()},
                                     {"month", month.number()},
                                     {"code", code},
                                     {"code_folded", foundation::folded(code)}});
    return rows.next() ? std::optional(rows.row().string(0)) : std::nullopt;
}

} // namespace giftbox::program
