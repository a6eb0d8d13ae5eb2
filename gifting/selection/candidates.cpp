#include "gifting/selection/candidates.h"

#include "foundation/fold.h"
#include "gifting/gift_limits.h"
#include "gifting/selection/open_month.h"
#include "gifting/selection/selection_boxes.h"
#include "gifting/selection/statements.h"

#include <algorithm>
#include <unordered_map>

namespace giftbox::gifting {

using books::ReadTransaction;
using books::RecipientNo;
using foundation::Month;
using foundation::Sentence;

namespace {

/// The codes and numbers of recipients of boxes, in the households of those nominated or selected.
struct Member {
    RecipientNo number;
    std::string code;
};
using Households = std::unordered_map<std::string, std::vector<Member>>;

Households householdsOf(const ReadTransaction& tx, Month month)
{
    Households households;
    for (const auto& row :
         tx.database().query(sql::MonthHouseholds{.storeId = tx.storeId(), .month = month})) {
        households[std::string(row.householdFolded)].push_back(
            {RecipientNo{row.recipientNo}, std::string(row.code)});
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

std::optional<Selection> selectionOf(const sql::MonthCandidates::Row& row)
{
    if (!row.selectedBy) {
        return std::nullopt;
    }
    return Selection{.selectedBy = std::string(*row.selectedBy),
                     .warnings = std::string(*row.warnings),
                     .exceptionReason = std::string(*row.exceptionReason),
                     .approvedBy = std::string(*row.approvedBy)};
}

std::vector<Candidate> peopleOf(const ReadTransaction& tx, Month month,
                                const Households& households)
{
    std::vector<Candidate> people;
    const auto boxes = boxesOfList(tx, month);
    GiftLimits limits(tx);
    for (const auto& row :
         tx.database().query(sql::MonthCandidates{.storeId = tx.storeId(), .month = month})) {
        Candidate one{.recipient = RecipientNo{row.recipientNo},
                      .code = std::string(row.code),
                      .name = std::string(row.name),
                      .reasons = {},
                      .standing = {},
                      .warnings = {},
                      .timesPassedOver = row.timesPassedOver,
                      .selection = selectionOf(row)};
        one.standing.doNotGift = row.doNotGift != 0;
        one.standing.unconfirmed = row.unconfirmed != 0;
        if (const auto had = boxes.find(one.recipient); had != boxes.end()) {
            one.standing.lastGivenOn = had->second.lastGivenOn;
            one.standing.waitsSince = had->second.waitsSince;
        }
        one.standing.sameHousehold =
            othersOf(households, std::string(row.householdFolded), one.recipient);
        limits.expect(one.recipient);
        people.push_back(std::move(one));
    }
    const std::int64_t apart = tx.store().settings.at(books::Setting::MinimumGiftInterval, month);
    for (Candidate& one : people) {
        const auto had = boxes.find(one.recipient);
        const bool hasBox = had != boxes.end() && had->second.own;
        one.standing.limits =
            limits.standings(one.recipient, {.box = hasBox ? had->second.own->number.value : 0,
                                             .on = month.firstDay()});
        one.warnings = warningsFor(tx.store(), one.standing, month, apart);
    }
    return people;
}

void addReasons(const ReadTransaction& tx, Month month, std::vector<Candidate>& people)
{
    std::unordered_map<RecipientNo, Candidate*> byNumber;
    for (Candidate& one : people) {
        byNumber.emplace(one.recipient, &one);
    }
    for (const auto& row :
         tx.database().query(sql::MonthReasons{.storeId = tx.storeId(), .month = month})) {
        byNumber.at(RecipientNo{row.recipientNo})
            ->reasons.push_back({.adviser = std::string(row.adviser),
                                 .department = std::string(row.department),
                                 .words = std::string(row.reason)});
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

std::vector<Warning> warningsFor(const books::Store& store, const Standing& standing, Month month,
                                 std::int64_t apart)
{
    std::vector<Warning> warnings;
    const auto warn = [&warnings](const Sentence& one) { warnings.push_back({one, one}); };
    if (standing.lastGivenOn && monthsBetween(standing.lastGivenOn->month(), month) < apart) {
        warn(Sentence("part.warning_given",
                      {{"given_on", *standing.lastGivenOn}, {"months", apart}}));
    }
    if (standing.waitsSince) {
        warn(Sentence("part.warning_waits", {{"packed_on", *standing.waitsSince}}));
    }
    if (!standing.sameHousehold.empty()) {
        const auto saying = [&](const std::string& who) {
            return Sentence("part.warning_household", {{"month", month}, {"who", who}});
        };
        warnings.push_back({saying(""), saying(joined(standing.sameHousehold, ", "))});
    }
    if (standing.doNotGift) {
        warn(Sentence("part.warning_marked"));
    }
    if (standing.unconfirmed) {
        warn(Sentence("part.warning_unconfirmed"));
    }
    for (const budget::LimitStanding& limit : standing.limits) {
        if (limit.use.before > foundation::Money{}) {
            warn(Sentence(limit.window == budget::LimitWindow::TaxYear
                              ? "part.warning_limit"
                              : "part.warning_limit/months",
                          {{"name", limit.name},
                           {"before", store.money(limit.use.before)},
                           {"limit", store.money(limit.use.amount)}}));
        }
    }
    return warnings;
}

std::vector<Sentence> shownWarnings(const std::vector<Warning>& warnings)
{
    std::vector<Sentence> shown;
    for (const Warning& one : warnings) {
        shown.push_back(one.shown);
    }
    return shown;
}

std::string keptText(const std::vector<Warning>& warnings)
{
    std::vector<Sentence> kept;
    for (const Warning& one : warnings) {
        kept.push_back(one.kept);
    }
    return foundation::keptText(kept);
}

std::vector<Candidate> candidatesOf(const ReadTransaction& tx, Month month)
{
    std::vector<Candidate> people = peopleOf(tx, month, householdsOf(tx, month));
    addReasons(tx, month, people);
    std::ranges::stable_sort(people, [](const Candidate& a, const Candidate& b) {
        return std::pair(a.reasons.size(), a.timesPassedOver) >
               std::pair(b.reasons.size(), b.timesPassedOver);
    });
    return people;
}

std::optional<Exemption> approvedException(const ReadTransaction& tx, std::string_view code,
                                           Month month)
{
    const auto found =
        tx.database().query(sql::ApprovedException{.storeId = tx.storeId(),
                                                   .month = month,
                                                   .codeFolded = foundation::folded(code),
                                                   .code = code});
    return found ? std::optional(Exemption(std::string(found->exceptionReason))) : std::nullopt;
}

} // namespace giftbox::gifting
