#pragma once

#include "foundation/locale.h"

#include <string_view>

namespace giftbox::web {

/// Reads an amount as people type it where amounts look like those of the locale: `24`, `1,234.50`, `$24.00`, `EUR 5`,
/// `.50`; blanks and apostrophes may separate thousands too. Throws Refusal `money.malformed`, which says what was
/// probably meant, `money.other_currency` or `money.overflow`. Pure.
foundation::Money readTypedAmount(std::string_view text, const foundation::Currency& currency,
                                  const foundation::Locale& locale);

} // namespace giftbox::web
