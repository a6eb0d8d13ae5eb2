#pragma once

#include "gifting/exemption.h"

namespace giftbox::tests {

/// Of whom a manager has approved, without the month's list.
struct Exempt {
    static gifting::Exemption because(std::string reason)
    {
        return gifting::Exemption(std::move(reason));
    }
};

} // namespace giftbox::tests
