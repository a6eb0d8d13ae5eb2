#pragma once

#include "web/ui/request_context.h"
#include "web/ui/table.h"

namespace giftbox::web {

/// The most rows on one page of a list.
inline constexpr std::size_t kRowsOfPage = 100;

/// The table as the address of its page asks, for the template `list`: sorted by a column (`sort=units`, or `-units` to
/// descend), one page of it (`page=2`), and with the chosen columns alone (`column=units`, once for each; the first
/// column always shows). With it come links to have it otherwise, and the views of `place` that were saved: `stock` for
/// `/s/NORTH/stock`. `empty` is shown when there are no rows.
std::vector<View> listOf(const RequestContext& context, const books::ReadTransaction& tx,
                         std::string_view place, Table table, const std::string& empty);

} // namespace giftbox::web
