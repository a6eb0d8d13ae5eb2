#pragma once

#include <stdexcept>
#include <string>

namespace giftbox::foundation {

/// Throws std::logic_error: the program has a bug.
[[noreturn]] inline void failCheck(const char* condition, const char* file, int line)
{
    throw std::logic_error(std::string(file) + ":" + std::to_string(line) + ": " + condition);
}

} // namespace giftbox::foundation

/// Checks an invariant of money, days or transactions, or another whose failure would write wrong books. Unlike
/// assert, it also runs in release builds: the edge reports that the program failed, and the transaction is rolled
/// back.
#define GIFTBOX_CHECK(condition)                                                                   \
    ((condition) ? void() : ::giftbox::foundation::failCheck(#condition, __FILE__, __LINE__))
