#pragma once

#include "books/books.h"

namespace giftbox::books {

/// The result that was kept under this asker's request key; none when there is no key or it is new. Throws Refusal `request.reused` when the
/// key was used for another command, `request.removed` when the result was not kept because it named somebody.
std::optional<std::string> findRequest(const WriteTransaction& tx, std::string_view command);

/// Keeps the result under the asker's request key, if there is one. Requires that the event is recorded, if there is one: what
/// changed nothing is kept too.
void keepRequest(WriteTransaction& tx, std::string_view command, std::string_view result);

} // namespace giftbox::books
