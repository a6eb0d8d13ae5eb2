#pragma once

#include "web/ui/request_context.h"

namespace giftbox::web {

/// Takes over the file, workbook or pasted rows of the form, to be checked, or to be read as people say. Returns its id
/// in the import queue. Throws Refusal `import.no_file`, `import.not_csv`, `import.workbook`, `import.kind`, and those
/// of ImportQueue::check.
std::string sendFile(RequestContext& context);

} // namespace giftbox::web
