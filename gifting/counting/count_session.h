#pragma once

#include "books/books.h"
#include "foundation/money.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::gifting {

using CountNo = foundation::Id<struct CountTag>;

/// Which items a count has.
enum class CountScope { All, Bin, Category };
/// `all`, `bin`, `category`.
std::string_view toText(CountScope scope);

enum class CountState { Open, Posted, Cancelled };
/// `open`, `posted`, `cancelled`.
std::string_view toText(CountState state);

/// A count of several items: what was on the shelf at the end of a day.
struct CountSession {
    CountNo number;
    foundation::Date on;
    CountScope scope = CountScope::All;
    std::string scopeValue = {};   ///< the bin or category
    std::int64_t lastMovement = 0; ///< when it was started
    std::string startedBy;
    foundation::Instant startedAt;
    CountState state = CountState::Open;
    std::string reason = {}; ///< of its end
    std::string endedBy = {};
    std::optional<foundation::Instant> endedAt = {};
    books::EventSeq endedEvent = {}; ///< 0 while it is open

    bool isOpen() const { return state == CountState::Open; }
};

/// Throws Refusal `count.unknown`.
CountSession requireCountSession(const books::ReadTransaction& tx, CountNo number);
/// Throws Refusal `count.unknown`, `count.not_open`.
CountSession requireOpenCount(const books::ReadTransaction& tx, CountNo number);
/// At most `most` counts numbered below `before`, newest first.
std::vector<CountSession> listCounts(const books::ReadTransaction& tx,
                                     std::optional<std::int64_t> before, std::int64_t most);

struct CountProgress {
    std::int64_t items = 0;
    std::int64_t counted = 0;
};
CountProgress progressOf(const books::ReadTransaction& tx, CountNo number);

/// What somebody counted of an item, and what the books had of it then.
struct CountEntry {
    std::int64_t turn = 0; ///< 1 the first time
    std::int64_t units = 0;
    std::int64_t books = 0;
    std::int64_t lastMovement = 0;
    std::optional<foundation::Money> foundCost = {};
    std::string by = {};
    foundation::Instant at = {};

    std::int64_t difference() const { return units - books; }
};

/// An item of a count, as it was counted last.
struct CountLine {
    books::ItemNo item;
    std::string sku;
    std::string name;
    std::string category;
    std::string bin;
    std::int64_t expected = 0; ///< in the books when the count was started
    std::optional<CountEntry> entry = {};
    /// Units that moved until the end of the day since the start, and since it was counted.
    std::int64_t movedSinceStart = 0;
    std::int64_t movedSinceCounted = 0;
    /// Whether the books of the item were corrected since it was counted, so that it must be counted again.
    bool isCorrectedSince = false;
    /// What posting moved; the cost of nothing is none.
    std::int64_t postedUnits = 0;
    std::optional<foundation::Money> postedCost = {};
};

/// In the order of bins, then of SKUs; items without a bin come last.
std::vector<CountLine> linesOfCount(const books::ReadTransaction& tx, const CountSession& count);

/// Whether the store's people count without seeing the units of the books until the count is posted.
bool isBlind(const books::Store& store, const CountSession& count);

} // namespace giftbox::gifting
