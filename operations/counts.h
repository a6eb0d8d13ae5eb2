#pragma once

#include "operations/call.h"
#include "reports/count_rows.h"

namespace giftbox::operations {

/// What the books have is not for those who count blind, until the count is posted.
reports::BooksShown booksShownTo(const Caller& caller, const books::Store& store,
                                 const gifting::CountSession& count);

} // namespace giftbox::operations
