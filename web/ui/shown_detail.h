#pragma once

#include "web/ui/store_format.h"

#include <functional>
#include <optional>

namespace giftbox::web {

/// The kind of an item, or the source of a lot, as people name it: `contents` is a gift item.
std::string shownKind(std::string_view kind);
/// A code as words: `Box pack` for `box.pack`, `Parts director` for `parts-director`.
std::string shownCode(std::string_view code);

/// The code of the recipient that an event names by number; none when the visitor may not know it.
using RecipientCode = std::function<std::optional<std::string>(std::int64_t)>;

/// The subject of an event: `month Nov 2026` for `month 2026-11`; `item HAT` unchanged.
std::string shownSubject(const StoreFormat& format, const std::string& subject);

/// The details of an event: `contents: 16.90, recipe version: 1` for `{"contents":"16.90","recipe_version":1}`, with
/// days, months, and amounts in the store's format. Typed text, and text that is not a JSON object, stays unchanged.
std::string shownDetail(const StoreFormat& format, std::string_view detail,
                        const RecipientCode& recipient = {});

} // namespace giftbox::web
