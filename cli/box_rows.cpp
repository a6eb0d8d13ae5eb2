#include "cli/box_rows.h"

#include "cli/arguments.h"
#include "foundation/fold.h"

namespace giftbox::cli {

std::pair<std::string, std::int64_t> withUnits(const std::string& option, const std::string& text)
{
    const auto colon = text.rfind(':');
    return {foundation::entered(text.substr(0, colon)),
            colon == std::string::npos
                ? 1
                : parseInteger(text.substr(colon + 1), "the units of " + option + " " + text)};
}

} // namespace giftbox::cli
