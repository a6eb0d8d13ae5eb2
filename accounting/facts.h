#pragma once

#include "books/facts.h"

#include <cstdint>
#include <vector>

namespace giftbox::accounting {

/// Differences found, one sentence each.
using Differences = std::vector<std::string>;

/// The tables as verify reads them: plain numbers, in the order of their dense numbers.

struct MovementFact {
    std::int64_t seq = 0;
    std::int64_t movedOn = 0;
    char kind = ' '; ///< first letter: receipt, issue, (R)eturn, write-off, count
    std::int64_t item = 0;
    std::int64_t lot = 0;
    std::int64_t units = 0;
    std::int64_t cost = 0;
    std::int64_t box = 0; ///< 0: none
    std::int64_t event = 0;
    std::string text{}; ///< as a digest covers it

    static MovementFact read(const foundation::Row& row)
    {
        const std::string_view kind = row.text(2);
        return {.seq = row.integer(0),
                .movedOn = row.integer(1),
                .kind = kind == "return" ? 'R' : kind.front(),
                .item = row.integer(3),
                .lot = row.integer(4),
                .units = row.integer(5),
                .cost = row.integer(6),
                .box = row.maybeInteger(7).value_or(0),
                .event = row.integer(9),
                .text = books::factText(books::facts::kMovement, row, 0)};
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

    static LotFact read(const foundation::Row& row)
    {
        return {.number = row.integer(0),
                .item = row.integer(1),
                .receivedOn = row.integer(2),
                .units = row.integer(3),
                .cost = row.integer(4),
                .reference = row.isNull(6) ? std::string() : row.string(6),
                .text = books::factText(books::facts::kLot, row, 0)};
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
    std::string end{};  ///< what became of it; empty while it is packed

    static BoxFact read(const foundation::Row& row)
    {
        return {.number = row.integer(0),
                .recipient = row.integer(1),
                .state = row.text(12).front(),
                .month = row.integer(16),
                .packedOn = row.integer(2),
                .givenOn = row.maybeInteger(13).value_or(0),
                .unpackedOn = row.maybeInteger(14).value_or(0),
                .minutes = row.integer(3),
                .contents = row.integer(4),
                .packaging = row.integer(5),
                .labor = row.integer(6),
                .packOverride = !row.isNull(10),
                .giveOverride = !row.isNull(15),
                .firstMovement = row.integer(7),
                .lastMovement = row.integer(8),
                .event = row.integer(17),
                .text = books::factText(books::facts::kBox, row, 0),
                .end = books::factText(books::facts::kBoxEnd, row, 11)};
    }

    /// The month in which it no longer lies packed; 0 while it does.
    std::int64_t endedIn() const { return (state == 'g' ? givenOn : unpackedOn) / 100; }
};

} // namespace giftbox::accounting
