#pragma once

#include "accounting/told.h"
#include "budget/cap_exceptions.h"

namespace giftbox::accounting {

/// The exceeded caps in an event's words. Events from before these had rows have nothing else.
budget::CapExceptions exceptionsSaid(const ToldEvent& event, const foundation::Currency& currency);

/// Makes the rows of exceeded caps from the words of all events. Part of a migration, in its transaction.
void keepCapExceptions(foundation::Database& database);

} // namespace giftbox::accounting
