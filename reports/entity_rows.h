#pragma once

#include "accounting/entity_accounts.h"
#include "books/entity.h"
#include "foundation/row_writer.h"

#include <vector>

namespace giftbox::reports {

/// A row with what an entity has in a month.
const std::vector<foundation::Column>& entityColumns();
void writeEntity(const books::Entity& entity, foundation::Month month, foundation::RowWriter& out);

/// A row of an account of an entity.
const std::vector<foundation::Column>& entityAccountColumns();
void writeEntityAccount(const accounting::EntityAccount& account, foundation::RowWriter& out);

} // namespace giftbox::reports
