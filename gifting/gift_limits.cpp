#include "gifting/gift_limits.h"

#include "gifting/statements.h"

#include <algorithm>

namespace giftbox::gifting {

using books::RecipientNo;
using budget::Gift;
using foundation::Date;
using foundation::Money;
using foundation::Month;

namespace {

/// The longest window, and one month more: a tax year may start within one.
constexpr int kMonthsAround = 13;

Month moved(Month month, Month (Month::*step)() const)
{
    for (int i = 0; i < kMonthsAround; ++i) {
        month = (month.*step)();
    }
    return month;
}

/// Without what the earlier day had passed already: that was decided when the box was packed.
void removeDecided(std::vector<budget::PassedCap>& passed, const budget::Verdict& earlier)
{
    std::erase_if(passed, [&](const budget::PassedCap& one) {
        return std::ranges::any_of(
                   earlier.overridden,
                   [&](const budget::PassedCap& before) { return before.limit == one.limit; }) ||
               std::ranges::any_of(earlier.warned, [&](const budget::PassedCap& before) {
                   return before.limit == one.limit;
               });
    });
}

} // namespace

void GiftLimits::expect(Date day)
{
    first_ = std::min(first_.value_or(day), day);
    last_ = std::max(last_.value_or(day), day);
}

void GiftLimits::clear()
{
    gifts_.clear();
    expected_.clear();
    first_.reset();
    last_.reset();
}

Money GiftLimits::imprintedLimit(Month month) const
{
    return budget::imprintedLimit(tx_.store(), month).value_or(Money{});
}

void GiftLimits::load()
{
    foundation::Batch recipients = sql::GiftsOfRecipients::batch();
    for (const RecipientNo recipient : expected_) {
        if (gifts_.try_emplace(recipient).second) {
            recipients.add(recipient.value);
        }
    }
    expected_.clear();
    tx_.database().visitLater(
        sql::GiftsOfRecipients{.storeId = tx_.storeId(),
                               .imprintedMost = imprintedLimit(last_->month()),
                               .firstMonth = moved(first_->month(), &Month::previous),
                               .lastMonth = moved(last_->month(), &Month::next)},
        recipients, [this](const sql::GiftsOfRecipients::Row& row) {
            gifts_[RecipientNo{row.recipientNo}].push_back({.box = row.boxNo,
                                                            .on = row.giftOn,
                                                            .contents = row.contents,
                                                            .packaging = row.packaging,
                                                            .imprinted = row.imprinted});
        });
    tx_.database().settle();
}

std::vector<Gift>& GiftLimits::giftsOf(RecipientNo recipient)
{
    if (!gifts_.contains(recipient)) {
        expect(recipient);
        load();
    }
    return gifts_[recipient];
}

budget::Verdict GiftLimits::test(RecipientNo recipient, const Gift& gift, bool isOverridden)
{
    if (!budget::actsOnLimits(tx_.store(), gift.on.month())) {
        return {};
    }
    expect(gift.on);
    return authorizeGift(tx_.store(), giftsOf(recipient), gift, isOverridden);
}

budget::Verdict GiftLimits::testMove(RecipientNo recipient, books::BoxNo box, Date from, Date to,
                                     bool isOverridden)
{
    if (from == to || !budget::actsOnLimits(tx_.store(), to.month())) {
        return {};
    }
    expect(from);
    expect(to);
    const std::vector<Gift>& gifts = giftsOf(recipient);
    const auto found = std::ranges::find(gifts, box.value, &Gift::box);
    if (found == gifts.end()) {
        return {};
    }
    Gift gift = *found;
    gift.on = from;
    const budget::Verdict earlier = authorizeGift(tx_.store(), gifts, gift, true);
    gift.on = to;
    budget::Verdict verdict = authorizeGift(tx_.store(), gifts, gift, true);
    removeDecided(verdict.warned, earlier);
    removeDecided(verdict.overridden, earlier);
    if (!verdict.overridden.empty() && !isOverridden) {
        return authorizeGift(tx_.store(), gifts, gift, false);
    }
    return verdict;
}

std::vector<budget::LimitStanding> GiftLimits::standings(RecipientNo recipient, const Gift& gift)
{
    if (!budget::actsOnLimits(tx_.store(), gift.on.month())) {
        return {};
    }
    expect(gift.on);
    return standingsOf(tx_.store(), giftsOf(recipient), gift);
}

void GiftLimits::add(RecipientNo recipient, const Gift& gift)
{
    if (const auto known = gifts_.find(recipient); known != gifts_.end()) {
        std::erase_if(known->second, [&](const Gift& one) { return one.box == gift.box; });
        known->second.push_back(gift);
    }
}

} // namespace giftbox::gifting
