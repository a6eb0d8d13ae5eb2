#include "foundation/database/statement.h"

#include "foundation/database/database_error.h"

#include <algorithm>

namespace giftbox::foundation {

std::size_t Statement::placeholder(std::string_view name) const
{
    const auto& names = sql_.placeholders;
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end()) {
        throw DatabaseError(sql_.name, "the statement has no placeholder :" + std::string(name),
                            "");
    }
    return static_cast<std::size_t>(at - names.begin());
}

void Statement::bindAll(std::span<const Bind> binds, std::size_t others)
{
    if (binds.size() + others != sql_.placeholders.size()) {
        throw DatabaseError(sql_.name,
                            "the statement has " + std::to_string(sql_.placeholders.size()) +
                                " placeholders, not " + std::to_string(binds.size() + others),
                            "");
    }
    for (const Bind& one : binds) {
        bind(placeholder(one.name), one.value);
    }
}

} // namespace giftbox::foundation
