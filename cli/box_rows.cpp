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

std::vector<gifting::BoxLine> linesOf(const std::vector<std::string>& items)
{
    std::vector<gifting::BoxLine> lines;
    for (const std::string& item : items) {
        const auto [sku, units] = withUnits("--item", item);
        lines.push_back({.sku = sku, .units = units});
    }
    return lines;
}

} // namespace giftbox::cli
