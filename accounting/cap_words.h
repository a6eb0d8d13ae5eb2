#pragma once

#include "accounting/told.h"
#include "budget/cap_exceptions.h"

namespace giftbox::accounting {

/// The caps that an event names as passed, in words that are taken apart: events recorded before there were rows of
/// them have nothing else.
budget::CapExceptions exceptionsSaid(const ToldEvent& event, const foundation::Currency& currency);

/// Makes the rows of caps passed from the words of all events. Part of a migration, in its transaction.
void keepCapExceptions(foundation::Database& database);

} // namespace giftbox::accounting
