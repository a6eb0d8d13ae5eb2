#pragma once

#include "accounting/statements.h"
#include "books/books.h"
#include "books/movement_kind.h"

#include <cstdint>
#include <vector>

namespace giftbox::accounting {

/// Differences found, one sentence each.
using Differences = std::vector<std::string>;

/// Visits a statement's rows as read by factText.
template <class S, class Visit>
void streamFacts(const books::ReadTransaction& tx, const S& statement, const Visit& visit)
{
    for (foundation::Rows rows = tx.database().stream(S::kName, statement.binds()); rows.next();) {
        visit(rows.row());
    }
}

/// The tables as verify reads them: plain numbers, in the order of their dense numbers.

struct MovementFact {
    std::int64_t seq = 0;
    std::int64_t movedOn = 0;
    std::optional<books::MovementKind> kind; ///< none: an unknown kind
    std::int64_t item = 0;
    std::int64_t lot = 0;
    std::int64_t units = 0;
    std::int64_t cost = 0;
    std::int64_t box = 0; ///< 0: none
    std::int64_t event = 0;
    std::int64_t corrects = 0; ///< 0: none
    std::string text{};        ///< as covered by a digest

    static MovementFact read(const foundation::Row& cells)
    {
        const sql::MovementFacts::Row row(cells);
        return {.seq = row.seq,
                .movedOn = row.movedOn,
                .kind = books::movementKindOf(row.kind),
                .item = row.itemNo,
                .lot = row.lotNo,
                .units = row.units,
                .cost = row.cost.minor,
                .box = row.boxNo.value_or(0),
                .event = row.eventSeq,
                .corrects = row.corrects.value_or(0),
                .text = books::factText<sql::MovementFacts, books::facts::kMovement>(cells)};
    }
};

struct LotFact {
    std::int64_t number = 0;
    std::int64_t item = 0;
    std::int64_t receivedOn = 0;
    std::int64_t units = 0;
    std::int64_t cost = 0;
    std::string reference;
    std::string text{}; ///< as a digest covers it

    static LotFact read(const foundation::Row& cells)
    {
        const sql::LotFacts::Row row(cells);
        return {.number = row.lotNo,
                .item = row.itemNo,
                .receivedOn = row.receivedOn,
                .units = row.units,
                .cost = row.cost.minor,
                .reference = std::string(row.reference.value_or("")),
                .text = books::factText<sql::LotFacts, books::facts::kLot>(cells)};
    }
};

struct BoxFact {
    std::int64_t number = 0;
    std::int64_t recipient = 0;
    char state = 'p'; ///< packed, given, unpacked
    std::int64_t month = 0;
    std::int64_t packedOn = 0;
    std::int64_t givenOn = 0;
    std::int64_t unpackedOn = 0;
    std::int64_t minutes = 0;
    std::int64_t contents = 0;
    std::int64_t packaging = 0;
    std::int64_t labor = 0;
    bool packOverride = false;
    bool giveOverride = false;
    std::int64_t firstMovement = 0;
    std::int64_t lastMovement = 0;
    std::int64_t event = 0;
    std::string text{}; ///< as a digest covers it
    std::string end{};  ///< its end; empty while it is packed

    static BoxFact read(const foundation::Row& cells)
    {
        const sql::BoxFacts::Row row(cells);
        return {.number = row.boxNo,
                .recipient = row.recipientNo,
                .state = row.state.front(),
                .month = row.month,
                .packedOn = row.packedOn,
                .givenOn = row.givenOn.value_or(0),
                .unpackedOn = row.unpackedOn.value_or(0),
                .minutes = row.laborMinutes,
                .contents = row.contents.minor,
                .packaging = row.packaging.minor,
                .labor = row.labor.minor,
                .packOverride = row.packOverride.has_value(),
                .giveOverride = row.giveOverride.has_value(),
                .firstMovement = row.firstMovement,
                .lastMovement = row.lastMovement,
                .event = row.eventSeq,
                .text = books::factText<sql::BoxFacts, books::facts::kBox>(cells),
                .end = books::factText<sql::BoxFacts, books::facts::kBoxEnd>(cells)};
    }

    /// The month in which it stops being packed; 0 while it is packed.
    std::int64_t endedIn() const { return (state == 'g' ? givenOn : unpackedOn) / 100; }
};

} // namespace giftbox::accounting
