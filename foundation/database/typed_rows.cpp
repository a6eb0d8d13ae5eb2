#include "foundation/database/typed_rows.h"

namespace giftbox::foundation {

void failOnNull(int column)
{
    throw DatabaseError("", "column " + std::to_string(column + 1) + " is null, and must not be",
                        "");
}

} // namespace giftbox::foundation
