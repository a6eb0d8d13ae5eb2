#pragma once

#include "purchasing/recorded_receipt.h"

#include <vector>

namespace giftbox::purchasing {

/// A return to the supplier in the books. Its number is that of its movement.
struct RecordedReturn {
    std::int64_t movement = 0;
    books::LotNo lot;
    std::string sku;
    std::string name;
    std::string reference; ///< the receipt's, as corrected
    std::string supplier;
    foundation::Date on;
    std::int64_t units = 0;
    foundation::Money cost;
    std::string reason;
    std::optional<foundation::Date> creditedOn;
    std::string creditReference;
    foundation::Money variance; ///< by how much the credit falls short of the cost
    std::optional<foundation::Date> reversedOn;
    std::int64_t reversedBy = 0; ///< the movement

    foundation::Money credit() const { return cost - variance; }
    std::string_view state() const
    {
        return reversedOn ? "reversed" : creditedOn ? "credited" : "sent";
    }
};

/// One that was neither credited nor reversed. Throws Refusal `movement.unknown`, `movement.other_kind` (it is no
/// return), `movement.reversed`, `return.credited`.
RecordedReturn requireReturn(const books::ReadTransaction& tx, std::int64_t movement);

/// The last ones, newest first: at most `most`, of those before `before` if it is given.
std::vector<RecordedReturn> returnsBefore(const books::ReadTransaction& tx,
                                          std::optional<std::int64_t> before, std::int64_t most);

} // namespace giftbox::purchasing
