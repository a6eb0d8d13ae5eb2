#pragma once

#include <regex>
#include <string>

namespace giftbox::tests {

/// The detail of an event for people, without digests.
inline std::string withoutDigests(const std::string& detail)
{
    static const std::regex kDigests(
        R"re(,?"(facts|before|plans|month_facts|report|stock)":"[^"]*")re");
    return std::regex_replace(detail, kDigests, "");
}

} // namespace giftbox::tests
