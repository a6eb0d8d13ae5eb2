#include "web/http/client_shares.h"

#include "web/http/limits.h"

#include <map>
#include <tuple>

namespace giftbox::web {

Room roomFor(const std::optional<Network>& newcomer, std::span<const Held> all,
             const Limits& limits)
{
    std::map<Network, std::size_t> held;
    std::size_t open = 0;
    for (const Held& one : all) {
        open += one.stage == Stage::Cut ? 0 : 1;
        if (one.client && one.stage != Stage::Cut) {
            ++held[*one.client];
        }
    }
    const auto heldBy = [&](const std::optional<Network>& client) {
        return client && held.contains(*client) ? held.at(*client) : 0;
    };
    const std::size_t own = heldBy(newcomer);
    const bool isOverShare = own >= limits.connectionsAClient;
    if (!isOverShare && open < limits.connections) {
        return {.isThere = true};
    }
    std::optional<std::size_t> ends;
    std::tuple<bool, std::size_t, Stage> least;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Held& one = all[i];
        const bool isQuiet = one.stage <= Stage::Closing;
        const bool mayEnd =
            isOverShare ? one.client == newcomer && one.stage <= Stage::Head
                        : isQuiet || (one.stage <= Stage::Transfer && heldBy(one.client) > own + 1);
        const std::tuple rank{!isQuiet, all.size() - heldBy(one.client), one.stage};
        if (mayEnd && (!ends || rank < least)) {
            ends = i;
            least = rank;
        }
    }
    return {.isThere = ends.has_value(), .ends = ends};
}

} // namespace giftbox::web
