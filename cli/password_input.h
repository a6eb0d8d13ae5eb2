#pragma once

#include <string>

namespace giftbox::cli {

/// A new password, asked for twice on the terminal without showing it. Throws UsageError when there is no terminal, or the two are not the same.
std::string askPassword();

/// The first line of standard input, without its end. Throws UsageError when there is none.
std::string readPassword();

} // namespace giftbox::cli
