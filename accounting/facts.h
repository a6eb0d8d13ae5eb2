#pragma once

#include "foundation/database.h"

#include <cstdint>

namespace giftbox::accounting {

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
                .box = row.integer(7),
                .event = row.integer(8)};
    }
};

struct LotFact {
    std::int64_t number = 0;
    std::int64_t item = 0;
    std::int64_t receivedOn = 0;
    std::int64_t units = 0;
    std::int64_t cost = 0;

    static LotFact read(const foundation::Row& row)
    {
        return {.number = row.integer(0),
                .item = row.integer(1),
                .receivedOn = row.integer(2),
                .units = row.integer(3),
                .cost = row.integer(4)};
    }
};

struct BoxFact {
    std::int64_t number = 0;
    std::int64_t recipient = 0;
    char state = 'p'; ///< packed, given, unpacked
    std::int64_t month = 0;
    std::int64_t packedOn = 0;
    std::int64_t givenOn = 0;
    std::int64_t minutes = 0;
    std::int64_t contents = 0;
    std::int64_t packaging = 0;
    std::int64_t labor = 0;
    bool packOverride = false;
    bool giveOverride = false;
    std::int64_t firstMovement = 0;
    std::int64_t lastMovement = 0;

    static BoxFact read(const foundation::Row& row)
    {
        return {.number = row.integer(0),
                .recipient = row.integer(1),
                .state = row.text(2).front(),
                .month = row.integer(3),
                .packedOn = row.integer(4),
                .givenOn = row.integer(5),
                .minutes = row.integer(6),
                .contents = row.integer(7),
                .packaging = row.integer(8),
                .labor = row.integer(9),
                .packOverride = row.integer(10) != 0,
                .giveOverride = row.integer(11) != 0,
                .firstMovement = row.integer(12),
                .lastMovement = row.integer(13)};
    }
};

} // namespace giftbox::accounting
