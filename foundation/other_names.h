#pragma once

#include <span>
#include <string_view>

namespace giftbox::foundation {

/// The names that other programs give the column of a field: the best first, parted by `|`, in the form of
/// searchable(). The columns `first name+last name` are joined.
struct OtherNames {
    std::string_view field;
    std::string_view names;
};

} // namespace giftbox::foundation
