#pragma once

#include "foundation/fold.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace giftbox::books {

/// The form by which a code is found whatever its capitals. Codes are ASCII: any other text is nobody's code, with accents folded or not.
inline std::string codeKey(std::string_view code)
{
    const bool isAscii = std::ranges::all_of(code, [](char c) { return (c & 0x80) == 0; });
    return isAscii ? foundation::folded(code) : std::string(code);
}

/// What is known by its code, whatever the capitals. Of codes that were there before and differ in capitals alone, each is found as it is spelled.
template <class T>
class ByCode {
public:
    /// Whether the code was not there yet, spelled so.
    bool add(std::string_view code, T value)
    {
        auto& alike = all_[codeKey(code)];
        for (const auto& [known, there] : alike) {
            if (known == code) {
                return false;
            }
        }
        alike.emplace_back(std::string(code), std::move(value));
        return true;
    }

    /// nullptr when there is none, or when there are several and none is spelled so.
    const T* find(std::string_view code) const
    {
        const auto found = all_.find(codeKey(code));
        if (found == all_.end()) {
            return nullptr;
        }
        for (const auto& [known, value] : found->second) {
            if (known == code) {
                return &value;
            }
        }
        return found->second.size() == 1 ? &found->second.front().second : nullptr;
    }

    /// Whether there is one of this code, however it is spelled.
    bool hasAlike(std::string_view code) const { return all_.contains(codeKey(code)); }

private:
    std::unordered_map<std::string, std::vector<std::pair<std::string, T>>> all_;
};

} // namespace giftbox::books
