#pragma once

#include "books/books.h"
#include "exchange/import_file.h"

namespace giftbox::exchange {

/// Imports `recipient,name,group` and optionally `kind,note,household,sizes,preferences,do_not_gift`; key = recipient.
/// Fields without a column stay as they are. All or nothing; memory does not grow with the file. Throws Refusal
/// `import.rejected`.
ImportSummary importRecipients(books::WriteTransaction& tx, ImportSource source);

} // namespace giftbox::exchange
