#pragma once

#include <string>

namespace giftbox::foundation {

/// The program's version, such as `0.1.0`.
std::string programVersion();

} // namespace giftbox::foundation
