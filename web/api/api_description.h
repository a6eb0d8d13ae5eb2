#pragma once

#include <string>

namespace giftbox::web {

/// The API in OpenAPI 3.1, made from its table; made once.
const std::string& apiDescription();

} // namespace giftbox::web
