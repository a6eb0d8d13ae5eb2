#pragma once

#include "web/ui/form_page.h"

namespace giftbox::web {

/// Replaces what was typed into the fields and rows of a form by the code of what the form suggests under that text:
/// the name of an item, with or without its size, and what Field::meant knows. Codes and barcodes stay as they are,
/// and so does what means nothing. Throws Refusal `item.ambiguous` about the field or `lines`, or what `meant` throws.
void takeSuggested(RequestContext& context, const FormPage& page);

} // namespace giftbox::web
