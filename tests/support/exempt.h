#pragma once

#include "gifting/exemption.h"

namespace giftbox::tests {

/// An exemption as if approved by a manager, without the month's list.
struct Exempt {
    static gifting::Exemption because(std::string reason)
    {
        return gifting::Exemption(std::move(reason));
    }
};

} // namespace giftbox::tests
