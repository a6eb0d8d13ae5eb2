#pragma once

namespace giftbox::cli {

class Context;

/// `export store -o FILE` and `import store FILE`: a whole store as a database of its own. Throws UsageError, Refusal
/// `file.exists`, `file.unreadable`, and as exchange::exportStore and importStore. Returns the exit status.
int exportStoreFile(Context& context);
int importStoreFile(Context& context);

} // namespace giftbox::cli
