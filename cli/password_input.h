#pragma once

#include <string>

namespace giftbox::cli {

/// Asks for a new password twice on the terminal, without echo. Throws UsageError without a terminal, or when they
/// differ.
std::string askPassword();

/// Reads the first line of standard input. Throws UsageError when there is none.
std::string readPassword();

} // namespace giftbox::cli
