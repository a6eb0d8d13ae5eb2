#include "gifting/count_overtaken.h"

#include "foundation/check.h"
#include "gifting/statements.h"

#include <algorithm>
#include <cstdlib>

namespace giftbox::gifting {

namespace {

/// How many movements of the store are looked through, so that it costs the same in year ten.
constexpr std::int64_t kLookedThrough = 20'000;

std::string unitsText(std::int64_t units)
{
    return std::to_string(units) + (units == 1 ? " unit" : " units");
}

std::string sentenceOf(const MovedSince& one)
{
    const std::string units = std::to_string(std::abs(one.units));
    const std::string box = one.box ? " box " + std::to_string(one.box->value) : "";
    const books::MovementRule& rule = ruleOf(one.kind);
    return units + " " + std::string(one.units < 0 ? rule.out : rule.in) + box + " on " +
           toText(one.on) + " by " + one.actor;
}

std::string sentenceOf(const OvertakenCount& count, const std::vector<MovedSince>& happened)
{
    std::string since;
    for (const MovedSince& one : happened) {
        since += (since.empty() ? ": " : ", ") + sentenceOf(one);
    }
    return "the books said " + unitsText(count.expected) + " of item " + count.sku +
           " when it was counted, and say " + std::to_string(count.books) + " now" + since +
           "; count it again, or have the count of " + std::to_string(count.counted) +
           " adjusted by what has moved since, to " + std::to_string(count.adjusted());
}

} // namespace

CountOvertaken::CountOvertaken(const OvertakenCount& count, const std::vector<MovedSince>& happened)
    : foundation::Refusal("count.overtaken", sentenceOf(count, happened)), count_(count)
{}

std::vector<MovedSince> movedSince(const books::ReadTransaction& tx, books::ItemNo item,
                                   foundation::Date day, std::int64_t after)
{
    std::vector<MovedSince> moved;
    for (const auto& row : tx.database().query(sql::ItemMovedSince{
             .storeId = tx.storeId(), .after = after, .itemNo = item.value, .day = day})) {
        const books::EventSeq event{row.eventSeq};
        const auto kind = books::movementKindOf(row.kind);
        GIFTBOX_CHECK(kind.has_value());
        if (!moved.empty() && moved.back().event == event && moved.back().kind == *kind) {
            moved.back().units += row.units; // of another lot
            continue;
        }
        moved.push_back(
            {.on = row.movedOn,
             .kind = *kind,
             .units = row.units,
             .box = row.boxNo == 0 ? std::nullopt : std::optional(books::BoxNo{row.boxNo}),
             .event = event,
             .actor = std::string(row.actor)});
    }
    std::ranges::reverse(moved);
    return moved;
}

void refuseOvertaken(books::WriteTransaction& tx, books::ItemNo item, foundation::Date day,
                     const OvertakenCount& count)
{
    const std::int64_t after = std::max<std::int64_t>(tx.counters().movement - kLookedThrough, 0);
    const std::vector<MovedSince> moved = movedSince(tx, item, day, after);
    auto since = moved.end();
    for (std::int64_t units = count.books; since != moved.begin() && units != count.expected;) {
        units -= (--since)->units;
        if (units != count.expected && since == moved.begin()) {
            since = moved.end(); // they did not say so lately
            break;
        }
    }
    throw CountOvertaken(count, {since, moved.end()});
}

} // namespace giftbox::gifting
