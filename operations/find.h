#pragma once

#include "access/role.h"
#include "reports/find.h"

#include <functional>

namespace giftbox::operations {

/// What somebody with these rights may find.
std::set<reports::FoundKind> kindsFound(const std::function<bool(access::Action)>& may);

} // namespace giftbox::operations
