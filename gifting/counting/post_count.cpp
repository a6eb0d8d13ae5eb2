#include "gifting/counting/post_count.h"

#include "books/code.h"
#include "books/count_facts.h"
#include "foundation/json.h"
#include "foundation/refusal.h"
#include "gifting/adjust_stock.h"
#include "gifting/counting/statements.h"

#include <algorithm>
#include <cstdlib>

namespace giftbox::gifting {

using books::Setting;
using books::WriteTransaction;
using foundation::Faults;
using foundation::Money;
using foundation::Refusal;

namespace {

constexpr std::size_t kNamed = 5;

/// Of the items for which a refusal speaks: how many, and the first few.
std::vector<foundation::Slot> itemsNamed(CountNo number, const std::vector<const CountLine*>& lines)
{
    std::string skus;
    for (std::size_t i = 0; i < std::min(kNamed, lines.size()); ++i) {
        skus += (i == 0 ? "" : ", ") + lines[i]->sku;
    }
    const std::optional<std::int64_t> more =
        lines.size() > kNamed ? std::optional<std::int64_t>(lines.size() - kNamed) : std::nullopt;
    return {{"number", number.value},
            {"count", static_cast<std::int64_t>(lines.size())},
            {"skus", skus},
            {"more", more}};
}

template <class Wanted>
std::vector<const CountLine*> those(const std::vector<CountLine>& lines, const Wanted& wanted)
{
    std::vector<const CountLine*> some;
    for (const CountLine& line : lines) {
        if (wanted(line)) {
            some.push_back(&line);
        }
    }
    return some;
}

void refuseIfAny(Faults& faults, std::string_view key, CountNo number,
                 const std::vector<const CountLine*>& lines)
{
    if (!lines.empty()) {
        faults.add(Refusal(key, itemsNamed(number, lines)));
    }
}

void requireSomebodyElse(const WriteTransaction& tx, const CountSession& count)
{
    if (tx.store().settings.at(Setting::CountTwoPeople, count.on.month()) == 0) {
        return;
    }
    for (const auto& row : tx.database().query(
             sql::CountersOfCount{.storeId = tx.storeId(), .countNo = count.number.value})) {
        if (row.actor == tx.actor().name) {
            throw Refusal("count.same_person",
                          {{"number", count.number.value}, {"actor", tx.actor().name}});
        }
    }
}

/// What is wrong before any item is looked at in the books.
void requireReady(const WriteTransaction& tx, const CountSession& count,
                  const CountPosting& request, const std::vector<CountLine>& lines)
{
    const auto uncounted = those(lines, [](const CountLine& line) { return !line.entry; });
    if (uncounted.size() == lines.size()) {
        throw Refusal("count.nothing_counted", {{"number", count.number.value}});
    }
    Faults faults;
    faults.check([&] { requireSomebodyElse(tx, count); });
    if (!request.leavesUncounted) {
        refuseIfAny(faults, "count.uncounted", count.number, uncounted);
    }
    refuseIfAny(faults, "count.corrected_since", count.number,
                those(lines, [](const CountLine& line) { return line.isCorrectedSince; }));
    if (!request.adjusts) {
        refuseIfAny(faults, "count.moved_since", count.number,
                    those(lines, [](const CountLine& line) {
                        return line.movedSinceCounted != 0 && !line.isCorrectedSince;
                    }));
    }
    faults.throwIfAny();
}

bool isOverCost(const books::Store& store, const CountSession& count, const CountEntry& entry,
                Money cost)
{
    const std::int64_t most = store.settings.at(Setting::CountLimitCost, count.on.month());
    return entry.turn == 1 && most > 0 && std::abs(cost.minor) > most;
}

std::vector<ShelfCount> countsOf(const CountSession& count, const std::string& reason,
                                 const std::vector<CountLine>& lines)
{
    std::vector<ShelfCount> counts;
    for (const CountLine& line : lines) {
        if (line.entry) {
            counts.push_back(
                {.sku = line.sku,
                 .units = line.entry->units,
                 .on = count.on,
                 .reason = reason,
                 .foundCost = line.entry->difference() > 0 ? line.entry->foundCost : std::nullopt,
                 .expected = line.entry->books,
                 .adjusts = true,
                 .countedBy = line.entry->by});
        }
    }
    return counts;
}

void addTo(PostedCount& posted, const Adjustment& done)
{
    posted.agreed += done.units == 0 ? 1 : 0;
    if (done.units > 0) {
        posted.unitsOver += done.units;
        posted.costOver += done.cost;
    } else {
        posted.unitsUnder -= done.units;
        posted.costUnder -= done.cost;
    }
}

/// The items that cannot be posted as they were counted. Their refusals name no units, which those who count blind do
/// not see.
struct AtFault {
    std::vector<const CountLine*> again;
    std::vector<const CountLine*> gone;
    std::vector<const CountLine*> neverBought;

    /// Throws any other refusal.
    void add(const CountLine& line, const Refusal& refusal)
    {
        if (refusal.code() == "count.cost_needed") {
            neverBought.push_back(&line);
        } else if (refusal.code() == "stock.short" || refusal.code() == "count.malformed") {
            gone.push_back(&line);
        } else {
            throw refusal;
        }
    }

    void throwIfAny(CountNo number) const
    {
        Faults faults;
        refuseIfAny(faults, "count.more_gone", number, gone);
        refuseIfAny(faults, "count.cost_needed/counts", number, neverBought);
        refuseIfAny(faults, "count.second_needed", number, again);
        faults.throwIfAny();
    }
};

/// All items, or the refusals of those at fault.
void postLines(WriteTransaction& tx, PostedCount& posted, const std::string& reason,
               const std::vector<CountLine>& lines)
{
    std::vector<ShelfCount> counts = countsOf(posted.count, reason, lines);
    CountRun run(tx);
    run.load(counts);
    AtFault atFault;
    auto next = counts.begin();
    for (const CountLine& line : lines) {
        if (!line.entry) {
            ++posted.uncounted;
            continue;
        }
        ++posted.counted;
        try {
            const Adjustment done = run.count(*next++);
            addTo(posted, done);
            if (isOverUnits(tx.store(), posted.count, *line.entry) ||
                isOverCost(tx.store(), posted.count, *line.entry, done.cost)) {
                atFault.again.push_back(&line);
            }
        } catch (const Refusal& refusal) {
            atFault.add(line, refusal);
        }
    }
    atFault.throwIfAny(posted.count.number);
    run.write();
}

void endCount(WriteTransaction& tx, CountSession& count, CountState outcome,
              const std::string& reason)
{
    const sql::InsertCountEnd insert{.storeId = tx.storeId(),
                                     .countNo = count.number.value,
                                     .outcome = toText(outcome),
                                     .reason = reason,
                                     .eventSeq = tx.event().value};
    tx.facts().add(books::facts::kCountEnd, insert.binds());
    tx.database().execute(insert);
    count.state = outcome;
    count.reason = reason;
    count.endedBy = tx.actor().name;
    count.endedAt = tx.actor().now;
    count.endedEvent = tx.event();
}

} // namespace

bool isOverUnits(const books::Store& store, const CountSession& count, const CountEntry& entry)
{
    const std::int64_t most = store.settings.at(Setting::CountLimitUnits, count.on.month());
    return entry.turn == 1 && most > 0 && std::abs(entry.difference()) > most;
}

PostedCount postCount(WriteTransaction& tx, const CountPosting& request)
{
    PostedCount posted{.count = requireOpenCount(tx, request.number)};
    books::requireText(request.reason, "the reason for the count", "reason");
    tx.requireOpen(posted.count.on);
    const std::vector<CountLine> lines = linesOfCount(tx, posted.count);
    requireReady(tx, posted.count, request, lines);
    postLines(tx, posted, request.reason, lines);
    endCount(tx, posted.count, CountState::Posted, request.reason);
    const foundation::Currency& currency = tx.store().currency;
    tx.record("count.post", "count " + std::to_string(request.number.value),
              foundation::JsonObject()
                  .add("on", toText(posted.count.on))
                  .add("counted", posted.counted)
                  .add("uncounted", posted.uncounted)
                  .add("units_over", posted.unitsOver)
                  .add("cost_over", toText(posted.costOver, currency))
                  .add("units_under", posted.unitsUnder)
                  .add("cost_under", toText(posted.costUnder, currency))
                  .add("reason", request.reason)
                  .text());
    return posted;
}

CountSession cancelCount(WriteTransaction& tx, CountNo number, const std::string& reason)
{
    CountSession count = requireOpenCount(tx, number);
    books::requireText(reason, "the reason for canceling", "reason");
    endCount(tx, count, CountState::Cancelled, reason);
    tx.record("count.cancel", "count " + std::to_string(number.value),
              foundation::JsonObject().add("reason", reason).text());
    return count;
}

} // namespace giftbox::gifting
