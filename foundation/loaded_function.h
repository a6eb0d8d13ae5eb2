#pragma once

namespace giftbox::foundation {

using LoadedFunction = void (*)();

/// A function of a shared library, which is loaded for the first of them and stays: `pq` and 5 for `libpq.so.5`. Throws
/// std::runtime_error if there is none.
LoadedFunction loadedFunction(const char* library, int version, const char* function);

} // namespace giftbox::foundation
