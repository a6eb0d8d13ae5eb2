#pragma once

#include "books/books.h"

#include <string>

namespace giftbox::reports {

/// The PDF of one page that a manager reads: remaining budget, cost in its three parts, recipients, the change to the
/// month before and why, twelve months as bars, what waits, exceptions. It names no recipient. Throws
/// foundation::ProgramError.
std::string printMonth(const books::ReadTransaction& tx, foundation::Month month,
                       foundation::Date today);

} // namespace giftbox::reports
