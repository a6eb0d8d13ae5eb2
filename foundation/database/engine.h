#pragma once

namespace giftbox::foundation {

enum class Engine { Sqlite, Postgresql };

/// Access of a transaction: Read sees one snapshot and cannot write; Write waits for its turn on SQLite.
enum class Access { Read, Write };

} // namespace giftbox::foundation
