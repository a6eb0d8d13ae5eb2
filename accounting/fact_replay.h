#pragma once

#include "accounting/fact_source.h"
#include "accounting/kind_stock.h"
#include "accounting/month_digest.h"
#include "books/paged.h"
#include "gifting/packed_on.h"

#include <set>
#include <unordered_map>

namespace giftbox::accounting {

/// Reads the events beside their facts, in the order recorded: computes each event's digest, and compares its own
/// figures with the facts. For closed months, adds up what the closing events keep.
class FactReplay {
public:
    FactReplay(const books::ReadTransaction& tx, const Told& told, std::int64_t lastEvent,
               Differences& differences);

    /// Facts come in the order of their events; a lot and a box come with their first movement.
    void movement(const MovementFact& movement);
    void lot(const LotFact& lot);
    void box(const BoxFact& box);
    void finish();

    const Told& told() const { return told_; }
    /// The boxes packed at the end of a month's last day, by the event that closed it.
    const std::map<std::int64_t, gifting::PackedBoxes>& carried() const { return carried_; }
    /// The stock at the end of a month's last day, by the event that closed it.
    const std::map<std::int64_t, KindStock>& stocks() const { return stocks_; }
    /// The digest of all facts from before digests existed. Requires finish().
    std::string baseline() const { return baseline_.text(); }

private:
    /// The totals of an event's facts, for its own figures.
    struct Sums {
        std::int64_t units = 0;
        std::int64_t cost = 0;
        std::int64_t movedOn = 0;
        std::int64_t movements = 0;
        std::optional<LotFact> firstLot;
        std::optional<BoxFact> firstBox;
        std::map<std::string_view, std::int64_t> rows;
    };
    /// A box's end, until its event comes.
    struct End {
        std::string text;
        std::int64_t givenOn = 0;
        std::int64_t unpackedOn = 0;
        std::int64_t total = 0;
        bool given = false;
    };

    void begin(const ToldEvent& event);
    void reach(std::int64_t event);
    void finishEvent();
    void add(const books::FactTable& table, const std::string& text) { addCounted(table, text); }
    void addCounted(const books::FactTable& table, const std::string& counted);
    /// Exceeded caps, from the event's facts or made from its words by an upgrade.
    void addExceptions(const std::vector<CountedRow>& rows);
    void compareDigest();
    void compareFigures();
    void compareEnd();
    void compareClose();
    /// Reports a difference unless the event has the figure as `expected`.
    void compareFigure(std::string_view key, const std::string& expected);
    void differ(const std::string& sentence);
    std::string amount(std::int64_t minor) const
    {
        return toText(foundation::Money{minor}, tx_.store().currency);
    }
    /// A close, and what the month had by then.
    struct Close {
        std::int64_t event = 0;
        std::int64_t month = 0;
        books::FactDigest facts;
    };
    /// A box's end while it held: from the event that gave or unpacked it until the one that took that back.
    struct Span {
        std::int64_t from = 0;
        std::int64_t until = 0;
        std::int64_t month = 0;
        std::string text;
    };

    bool wasClosed(std::int64_t month) const
    {
        return !closes_.empty() && month <= closes_.rbegin()->first;
    }
    /// Counts a fact that is recorded now for the closes of its month that come.
    void addToCloses(std::int64_t month, const books::FactTable& table, const std::string& text);
    std::vector<Span> spansOf(const BoxFact& box) const;
    void countCarried(const BoxFact& box, const std::vector<Span>& spans);
    void addTakenBack(const BoxFact& box);
    /// The event that gave or unpacked the box; 0: none, or the one that packed it.
    std::int64_t endOf(const BoxFact& box) const;
    ShelfByItem shelfAt(const Close& close);

    const books::ReadTransaction& tx_;
    const Told& told_;
    Differences& differences_;
    FactSource others_;
    books::Paged<ToldEvent> events_;
    ToldEvent event_;
    bool isBaseline_ = false; ///< a later event covers its facts
    Sums sums_;
    books::FactDigest digest_;
    books::FactDigest baseline_;
    /// That a box was given, and the event that took it back.
    struct TakenBack {
        std::int64_t event = 0;
        std::int64_t givenOn = 0;
        bool giveOverride = false;
    };
    std::multimap<std::int64_t, TakenBack> takenBack_; ///< by box
    std::unordered_map<std::int64_t, std::int64_t>
        undoneImports_; ///< of boxes: the event that undid them, by the one that imported
    std::unordered_map<std::int64_t, std::vector<End>> ends_; ///< by event
    /// Those that were taken back, by the event that did, and box.
    std::map<std::pair<std::int64_t, std::int64_t>, End> ended_;
    std::multimap<std::int64_t, Close> closes_; ///< by month, in the order of the events
    std::map<std::int64_t, ShelfByItem> moved_;
    ShelfByItem shelf_;
    std::set<std::int64_t> packaging_; ///< items
    std::map<std::int64_t, KindStock> stocks_;
    std::map<std::int64_t, gifting::PackedBoxes> carried_;
};

} // namespace giftbox::accounting
