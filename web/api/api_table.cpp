#include "web/api/api_table.h"

namespace giftbox::web {

std::span<const ApiRoute> apiRoutes()
{
    static const std::vector<ApiRoute> routes = [] {
        std::vector<ApiRoute> all;
        for (const auto part : {apiStockRoutes(), apiPeopleRoutes(), apiRecipeRoutes(),
                                apiPlanRoutes(), apiBoxRoutes(), apiNoteRoutes(), apiMoneyRoutes(),
                                apiImportRoutes(), apiStoreRoutes()}) {
            all.insert(all.end(), part.begin(), part.end());
        }
        return all;
    }();
    return routes;
}

} // namespace giftbox::web
