#pragma once

#include "foundation/fold.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace giftbox::books {

/// The form in which codes are looked up regardless of capitals. Codes are ASCII: any other text matches no code,
/// with or without accents.
inline std::string codeKey(std::string_view code)
{
    const bool isAscii = std::ranges::all_of(code, [](char c) { return (c & 0x80) == 0; });
    return isAscii ? foundation::folded(code) : std::string(code);
}

/// Objects by code, regardless of capitals. Older codes that differ in capitals alone are each found by their exact
/// spelling.
template <class T>
class ByCode {
public:
    /// Whether the code, spelled this way, is new.
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

    /// nullptr if there is none, or if there are several and none has this spelling.
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

    /// Whether there is one with this code, in any spelling.
    bool hasAlike(std::string_view code) const { return all_.contains(codeKey(code)); }

private:
    std::unordered_map<std::string, std::vector<std::pair<std::string, T>>> all_;
};

} // namespace giftbox::books
