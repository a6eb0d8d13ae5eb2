#pragma once

#include "web/ui/form_page.h"

namespace giftbox::web {

/// The SKU of an item, typed or scanned; requires offerCatalog.
Field itemField(const RequestContext& context);
/// Offers the catalog to select from.
void offerCatalog(const books::ReadTransaction& tx, FormPage& shown);

} // namespace giftbox::web
