#pragma once

#include "accounting/statements.h"
#include "books/books.h"

#include <map>
#include <string>
#include <vector>

namespace giftbox::accounting {

/// An event from the audit log, with its own words.
struct ToldEvent {
    std::int64_t seq = 0;
    foundation::Instant recordedAt;
    std::string actor;
    std::string action;
    std::string subject;
    std::string detail;
    std::string hash;

    template <class R>
    static ToldEvent of(const R& row)
    {
        return {.seq = row.eventSeq,
                .recordedAt = row.recordedAt,
                .actor = std::string(row.actor),
                .action = std::string(row.action),
                .subject = std::string(row.subject),
                .detail = std::string(row.detail),
                .hash = std::string(row.hash)};
    }
    static ToldEvent read(const foundation::Row& row) { return of(sql::EventsPage::Row(row)); }
};

/// The action of the event that covers all facts from before digests existed.
inline constexpr std::string_view kBaseline = "facts.digest";

/// What events report about rows recorded by earlier events: how they reached their state.
struct Told {
    /// The event changed the row; `before` is the digest of its earlier contents.
    struct Change {
        std::int64_t event = 0;
        std::string before;
    };
    struct Plan {
        std::int64_t month = 0;
        std::int64_t event = 0;
        std::string digest; ///< empty: planned before digests existed
    };
    /// A nomination's recipients, once the first turned out to be the second.
    struct Move {
        std::int64_t from = 0;
        std::int64_t to = 0;
    };
    struct Approval {
        std::int64_t event = 0;
        std::string actor;
        std::int64_t recipient = 0; ///< of a list: the only one who was approved; 0: everybody
    };

    std::int64_t baseline = 0; ///< 0: the store has had digests from its first event
    /// The event that rebuilt the books from movements and boxes; 0: none.
    std::int64_t replay = 0;
    /// Box and event, by box, of each box given or unpacked later.
    std::vector<std::pair<std::int64_t, std::int64_t>> ends;
    /// The event that gave a box, by the event that took it back; 0: it was given with its packing.
    std::map<std::int64_t, std::int64_t> takenBack;
    std::map<std::string, std::vector<Change>, std::less<>> items;
    std::map<std::int64_t, std::vector<Change>> recipients;
    /// The first recipient of each event that added some.
    std::vector<std::pair<std::int64_t, std::int64_t>> recipientsFrom;
    std::map<std::int64_t, std::string> answered;
    std::map<std::int64_t, Move> moved; ///< by nomination
    std::map<std::int64_t, std::vector<Approval>> approvals;
    std::map<std::int64_t, Approval> templates;
    std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> signatures;
    std::map<std::int64_t, Plan> plans;
    std::map<std::int64_t, std::int64_t> cancelled;
    /// By month and recipient.
    std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> selections;
    std::vector<std::int64_t> selectionsRemoved;
    struct Close {
        std::int64_t event = 0;
        std::int64_t month = 0;
    };
    std::vector<Close> closes; ///< in the order of the events
    bool anyReopened = false;  ///< whether a month was opened again
    /// The event that undid each import, by its number.
    std::map<std::int64_t, std::int64_t> undone;

    void take(const ToldEvent& event);
    /// Call before the look-ups.
    void finish();
    /// The event that gave or unpacked the box; 0: none.
    std::int64_t endOf(std::int64_t box) const;

private:
    void takeRenamed(const std::string& from, const std::string& to);
    void takeImport(const ToldEvent& event);
    void takeEdited(const ToldEvent& event, bool isOfItems);
    void takeBox(const ToldEvent& event, std::int64_t number);
    void takeBack(const ToldEvent& event, std::int64_t number);
    void takePlans(const ToldEvent& event);
    void takeMoves(const ToldEvent& event, std::int64_t recipient);
    void takeProgram(const ToldEvent& event);
    std::int64_t nextRecipient_ = 1;
};

/// The figure as written in the detail, without quotes; empty if it is missing.
std::string_view figureOf(std::string_view detail, std::string_view key);
/// The number in `box 42`; 0 for other subjects.
std::int64_t numberOf(std::string_view subject);
/// The month in `month 2026-03` or `2026-03` as a number; 0 for other texts.
std::int64_t monthOf(std::string_view text);

} // namespace giftbox::accounting
