#pragma once

#include <stdexcept>
#include <string>

namespace giftbox::foundation {

/// Throws std::logic_error: the program is wrong, whatever was asked of it.
[[noreturn]] inline void failCheck(const char* condition, const char* file, int line)
{
    throw std::logic_error(std::string(file) + ":" + std::to_string(line) + ": " + condition);
}

} // namespace giftbox::foundation

/// What must hold if the program is right: of money, days and transactions, and whatever would else be written wrong. Unlike assert it is asked in
/// released programs too; the edge says that the program failed, and the transaction is rolled back.
#define GIFTBOX_CHECK(condition)                                                                   \
    ((condition) ? void() : ::giftbox::foundation::failCheck(#condition, __FILE__, __LINE__))
