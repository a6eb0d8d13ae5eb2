#include "access/stores_of_user.h"
#include "web/pages/pages.h"
#include "web/ui/table.h"

namespace giftbox::web {

Response storesPage(RequestContext& context)
{
    constexpr std::int64_t kStoresAPage = 100;
    const std::string words = context.query.text("q");
    const auto found = access::storesOfUser(
        context.database, context.session->user,
        {.words = words, .after = context.query.text("after"), .most = kStoresAPage + 1});
    Table table({{"Store"}}, context.format);
    for (std::int64_t i = 0; i < std::min(std::ssize(found), kStoresAPage); ++i) {
        const access::StoreLine& store = found[static_cast<std::size_t>(i)];
        table.named(store.name, store.code, context.place("/s/" + encodePercent(store.code)))
            .endRow();
    }
    const bool isMore = std::ssize(found) > kStoresAPage;
    View view;
    view.list("table", table.views("No store has these words."))
        .text("q", words)
        .flag("has_next", isMore)
        .text("next", isMore ? context.place("/stores?q=" + encodePercent(words) + "&after=" +
                                             encodePercent(found[kStoresAPage - 1].code))
                             : "");
    return context.page("stores", "Stores", view);
}

} // namespace giftbox::web
