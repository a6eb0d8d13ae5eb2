#pragma once

#include "foundation/fold.h"

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace giftbox::books {

/// What is known by its code, whatever the capitals. Of codes that were there before and differ in capitals alone, each is found as it is spelled.
template <class T>
class ByCode {
public:
    /// Whether the code was not there yet, spelled so.
    bool add(std::string_view code, T value)
    {
        auto& alike = all_[foundation::folded(code)];
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
        const auto found = all_.find(foundation::folded(code));
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
    bool hasAlike(std::string_view code) const { return all_.contains(foundation::folded(code)); }

private:
    std::unordered_map<std::string, std::vector<std::pair<std::string, T>>> all_;
};

} // namespace giftbox::books
