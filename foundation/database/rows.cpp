#include "foundation/database/rows.h"

#include "foundation/database/statement.h"

namespace giftbox::foundation {

bool Row::isNull(int column) const { return statement_->isNull(column); }
std::int64_t Row::integer(int column) const { return statement_->integer(column); }
std::string_view Row::text(int column) const { return statement_->text(column); }
std::optional<std::int64_t> Row::maybeInteger(int column) const
{
    return statement_->isNull(column) ? std::nullopt : std::optional(statement_->integer(column));
}

Rows::~Rows()
{
    if (statement_ != nullptr) {
        statement_->reset();
    }
}
bool Rows::next() { return statement_->next(); }

} // namespace giftbox::foundation
