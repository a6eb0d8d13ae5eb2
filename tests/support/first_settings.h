#pragma once

#include "books/dated_settings.h"

namespace giftbox::tests {

/// What a new store has, with these in the place of the usual ones.
inline books::DatedSettings::First firstSettings(std::int64_t laborMinutes, std::int64_t laborRate)
{
    books::DatedSettings::First first = books::kFirstSettings;
    first[static_cast<std::size_t>(books::Setting::LaborMinutes)] = laborMinutes;
    first[static_cast<std::size_t>(books::Setting::LaborRate)] = laborRate;
    return first;
}

} // namespace giftbox::tests
