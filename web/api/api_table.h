#pragma once

#include "web/api/api_call.h"

namespace giftbox::web {

/// Every address of the API, in the order of its description.
std::span<const ApiRoute> apiRoutes();

/// The parts of the table that stand in files of their own.
std::span<const ApiRoute> apiStockRoutes();
std::span<const ApiRoute> apiPeopleRoutes();
std::span<const ApiRoute> apiBoxRoutes();
std::span<const ApiRoute> apiMoneyRoutes();
std::span<const ApiRoute> apiRecipeRoutes();
std::span<const ApiRoute> apiPlanRoutes();
std::span<const ApiRoute> apiNoteRoutes();
std::span<const ApiRoute> apiImportRoutes();
std::span<const ApiRoute> apiStoreRoutes();

} // namespace giftbox::web
