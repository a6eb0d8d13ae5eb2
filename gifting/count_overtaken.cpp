#include "gifting/count_overtaken.h"

#include "foundation/check.h"
#include "gifting/statements.h"

#include <algorithm>
#include <cstdlib>

namespace giftbox::gifting {

using foundation::Sentence;

namespace {

/// The number of the store's movements searched, so that the cost does not grow with history.
constexpr std::int64_t kLookedThrough = 20'000;

Sentence sentenceOf(const MovedSince& one)
{
    const books::MovementRule& rule = ruleOf(one.kind);
    return Sentence("part.count_moved",
                    {{"units", std::abs(one.units)},
                     {"moved", one.units < 0 ? rule.out : rule.in},
                     {"box", one.box ? std::optional(one.box->value) : std::nullopt},
                     {"on", one.on},
                     {"actor", one.actor}});
}

foundation::Figure sentencesOf(const std::vector<MovedSince>& happened)
{
    std::vector<Sentence> sentences;
    for (const MovedSince& one : happened) {
        sentences.push_back(sentenceOf(one));
    }
    return foundation::joined(std::move(sentences), ", ");
}

} // namespace

CountOvertaken::CountOvertaken(const OvertakenCount& count, const std::vector<MovedSince>& happened)
    : foundation::Refusal("count.overtaken", {{"expected", count.expected},
                                              {"sku", count.sku},
                                              {"books", count.books},
                                              {"since", sentencesOf(happened)},
                                              {"counted", count.counted},
                                              {"adjusted", count.adjusted()}}),
      count_(count)
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
            moved.back().units += row.units; // from another lot
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
            since = moved.end(); // not recently
            break;
        }
    }
    throw CountOvertaken(count, {since, moved.end()});
}

} // namespace giftbox::gifting
