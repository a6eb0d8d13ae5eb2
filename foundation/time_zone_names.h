#pragma once

#include <string>
#include <vector>

namespace giftbox::foundation {

/// The time zones of places, such as `America/New_York`, and `UTC`, by name: what the machine's tzdata has.
std::vector<std::string> timeZoneNames();

} // namespace giftbox::foundation
