#include "gifting/counting/count_session.h"

#include "books/movement_kind.h"
#include "foundation/check.h"
#include "foundation/refusal.h"
#include "gifting/counting/statements.h"

#include <array>
#include <limits>
#include <unordered_map>

namespace giftbox::gifting {

using books::ReadTransaction;
using foundation::Refusal;

namespace {

constexpr std::array<std::string_view, 3> kScopes = {"all", "bin", "category"};
constexpr std::array<std::string_view, 3> kStates = {"open", "posted", "cancelled"};

CountScope parseScope(std::string_view text)
{
    for (std::size_t i = 0; i < kScopes.size(); ++i) {
        if (kScopes.at(i) == text) {
            return static_cast<CountScope>(i);
        }
    }
    throw std::logic_error("a count of " + std::string(text));
}

template <class Row>
CountSession sessionOf(const Row& row)
{
    CountSession count{.number = CountNo{row.countNo},
                       .on = row.countedOn,
                       .scope = parseScope(row.scope),
                       .scopeValue = std::string(row.scopeValue),
                       .lastMovement = row.lastMovement,
                       .startedBy = std::string(row.startedBy),
                       .startedAt = row.startedAt,
                       .endedAt = row.endedAt};
    if (row.outcome) {
        count.state =
            *row.outcome == toText(CountState::Posted) ? CountState::Posted : CountState::Cancelled;
        count.reason = *row.reason;
        count.endedBy = row.endedBy.value_or("");
        count.endedEvent = books::EventSeq{*row.endedEvent};
    }
    return count;
}

/// Whether such a movement says that the books were wrong, and not that units came or went.
bool correctsBooks(books::MovementKind kind)
{
    return kind == books::MovementKind::Count || ruleOf(kind).corrects();
}

using LinesByItem = std::unordered_map<std::int64_t, CountLine*>;

void addMoved(const ReadTransaction& tx, const CountSession& count, const LinesByItem& lines)
{
    for (const auto& row : tx.database().query(
             sql::MovedSinceCount{.storeId = tx.storeId(), .after = count.lastMovement})) {
        const auto at = lines.find(row.itemNo);
        if (at == lines.end()) {
            continue;
        }
        CountLine& line = *at->second;
        const std::int64_t units = row.movedOn <= count.on ? row.units : 0;
        line.movedSinceStart += units;
        if (line.entry && row.seq > line.entry->lastMovement) {
            const auto kind = books::movementKindOf(row.kind);
            GIFTBOX_CHECK(kind.has_value());
            line.movedSinceCounted += units;
            line.isCorrectedSince = line.isCorrectedSince || correctsBooks(*kind);
        }
    }
}

void addPosted(const ReadTransaction& tx, const CountSession& count, const LinesByItem& lines)
{
    for (const auto& row : tx.database().query(sql::MovedByCount{.storeId = tx.storeId(),
                           .month = count.on.month(),
                           .eventSeq = count.endedEvent.value})) {
        const auto at = lines.find(row.itemNo);
        if (at != lines.end()) {
            at->second->postedUnits = row.units;
            at->second->postedCost = row.cost;
        }
    }
}

std::optional<CountEntry> entryOf(const sql::LinesOfCount::Row& row)
{
    if (!row.turn) {
        return std::nullopt;
    }
    return CountEntry{.turn = *row.turn,
                      .units = *row.units,
                      .books = *row.books,
                      .lastMovement = *row.lastMovement,
                      .foundCost = row.cost,
                      .by = std::string(row.countedBy.value_or("")),
                      .at = *row.countedAt};
}

} // namespace

std::string_view toText(CountScope scope) { return kScopes.at(static_cast<std::size_t>(scope)); }

std::string_view toText(CountState state) { return kStates.at(static_cast<std::size_t>(state)); }

CountSession requireCountSession(const ReadTransaction& tx, CountNo number)
{
    const auto row =
        tx.database().query(sql::FindCount{.storeId = tx.storeId(), .countNo = number.value});
    if (!row) {
        throw Refusal("count.unknown", {{"number", number.value}});
    }
    return sessionOf(*row);
}

CountSession requireOpenCount(const ReadTransaction& tx, CountNo number)
{
    CountSession count = requireCountSession(tx, number);
    if (!count.isOpen()) {
        throw Refusal("count.not_open", {{"number", number.value},
                                         {"state", toText(count.state)},
                                         {"by", count.endedBy},
                                         {"at", *count.endedAt}});
    }
    return count;
}

std::vector<CountSession> listCounts(const ReadTransaction& tx, std::optional<std::int64_t> before,
                                     std::int64_t most)
{
    std::vector<CountSession> counts;
    for (const auto& row : tx.database().query(sql::ListCounts{.storeId = tx.storeId(),
                           .before = before.value_or(std::numeric_limits<std::int64_t>::max()),
                           .most = most})) {
        counts.push_back(sessionOf(row));
    }
    return counts;
}

CountProgress progressOf(const ReadTransaction& tx, CountNo number)
{
    const auto row =
        tx.database().query(sql::CountProgress{.storeId = tx.storeId(), .countNo = number.value});
    return {.items = row->items, .counted = row->counted};
}

std::vector<CountLine> linesOfCount(const ReadTransaction& tx, const CountSession& count)
{
    std::vector<CountLine> lines;
    for (const auto& row : tx.database().query(
             sql::LinesOfCount{.storeId = tx.storeId(), .countNo = count.number.value})) {
        lines.push_back({.item = books::ItemNo{row.itemNo},
                         .sku = std::string(row.sku),
                         .name = std::string(row.name),
                         .category = std::string(row.category),
                         .bin = std::string(row.bin),
                         .expected = row.expected,
                         .entry = entryOf(row)});
    }
    LinesByItem byItem;
    for (CountLine& line : lines) {
        byItem[line.item.value] = &line;
    }
    if (count.isOpen()) {
        addMoved(tx, count, byItem);
    } else if (count.state == CountState::Posted) {
        addPosted(tx, count, byItem);
    }
    return lines;
}

bool isBlind(const books::Store& store, const CountSession& count)
{
    return count.isOpen() && store.settings.at(books::Setting::CountBlind, count.on.month()) != 0;
}

} // namespace giftbox::gifting
