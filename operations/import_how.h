#pragma once

#include "exchange/import_file.h"
#include "operations/call.h"

namespace giftbox::operations {

/// How a file is read, as a caller says it in place of what is recognized, and what becomes of what is there.
struct ImportHow {
    exchange::Answers answers = {}; ///< with columns to ignore as left out
    exchange::Changes changes = exchange::Changes::Add;
    exchange::ZeroCodes zeroCodes = exchange::ZeroCodes::Ask;
    std::vector<std::string> ignored = {};
    std::string mapping = {}; ///< see exchange::ImportMapping; empty for the file's own name
};

/// The fields of every import of one file, for the command and the API call.
const std::vector<foundation::FieldInfo>& importFields();
/// What a call of an operation with these fields says. Throws Refusal `import.answer`, `import.answer/pair`, all
/// of them at once.
ImportHow importHow(const Call& call);
/// Throws Refusal `import.table_only` about the first field said that a kind of Giftbox's own files has no use for.
void requireTable(const Call& call, std::string_view kind);

} // namespace giftbox::operations
