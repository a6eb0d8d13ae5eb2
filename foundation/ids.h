#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <ostream>

namespace giftbox::foundation {

/// The number of one object of one kind within a store. Numbers of different kinds cannot be mixed.
template <class Tag>
struct Id {
    std::int64_t value = 0;

    auto operator<=>(const Id&) const = default;
};

template <class Tag>
std::ostream& operator<<(std::ostream& out, Id<Tag> id)
{
    return out << id.value;
}

} // namespace giftbox::foundation

template <class Tag>
struct std::hash<giftbox::foundation::Id<Tag>> {
    std::size_t operator()(giftbox::foundation::Id<Tag> id) const noexcept
    {
        return std::hash<std::int64_t>{}(id.value);
    }
};
