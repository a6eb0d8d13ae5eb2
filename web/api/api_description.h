#pragma once

#include <string>

namespace giftbox::web {

/// The API in OpenAPI 3.1, generated once from its table.
const std::string& apiDescription();

} // namespace giftbox::web
