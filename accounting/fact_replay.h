#pragma once

#include "accounting/fact_source.h"
#include "accounting/month_digest.h"
#include "books/paged.h"
#include "gifting/packed_on.h"

#include <unordered_map>

namespace giftbox::accounting {

/// Reads the events beside the facts that each recorded, in the order recorded: computes the digest that the event keeps of them, and compares its own
/// figures with them. Of closed months it adds up what the events that closed them keep.
class FactReplay {
public:
    FactReplay(const books::ReadTransaction& tx, const Told& told, std::int64_t lastEvent,
               Differences& differences);

    /// Facts come in the order of their events; a lot and a box with the first movement that is theirs.
    void movement(const MovementFact& movement);
    void lot(const LotFact& lot);
    void box(const BoxFact& box);
    void finish();

    const Told& told() const { return told_; }
    /// What lay packed at the end of the last day of each closed month.
    const std::map<std::int64_t, gifting::PackedBoxes>& carried() const { return carried_; }
    /// The digest of all facts recorded before digests were. Requires finish().
    std::string baseline() const { return baseline_.text(); }

private:
    /// What the facts of an event come to, for the figures it has itself.
    struct Sums {
        std::int64_t units = 0;
        std::int64_t cost = 0;
        std::int64_t movedOn = 0;
        std::int64_t movements = 0;
        std::optional<LotFact> firstLot;
        std::optional<BoxFact> firstBox;
        std::map<std::string_view, std::int64_t> rows;
    };
    /// What became of a box, until the event comes that says so.
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
    void add(const books::FactTable& table, const std::string& text);
    void addCounted(const books::FactTable& table, const std::string& counted);
    /// Caps passed, of the event's facts or made of its words by an upgrade.
    void addExceptions(const std::vector<CountedRow>& rows);
    void compareDigest();
    void compareFigures();
    void compareEnd();
    void compareClose();
    /// Says so unless the event has the figure as `expected`.
    void compareFigure(std::string_view key, const std::string& expected);
    void differ(const std::string& sentence);
    std::string amount(std::int64_t minor) const;
    bool isClosed(std::int64_t month) const { return month <= closedThrough_; }
    void countCarried(const BoxFact& box);

    const books::ReadTransaction& tx_;
    const Told& told_;
    Differences& differences_;
    FactSource others_;
    books::Paged<ToldEvent> events_;
    std::int64_t closedThrough_;
    ToldEvent event_;
    bool isBaseline_ = false; ///< the event's facts are covered by a later one
    Sums sums_;
    books::FactDigest digest_;
    books::FactDigest baseline_;
    std::unordered_map<std::int64_t, End> ends_; ///< by event
    std::map<std::int64_t, books::FactDigest> months_;
    std::map<std::int64_t, ShelfByItem> moved_;
    ShelfByItem shelf_;
    std::map<std::int64_t, gifting::PackedBoxes> carried_;
};

} // namespace giftbox::accounting
