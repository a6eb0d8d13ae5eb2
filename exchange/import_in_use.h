#pragma once

#include "exchange/import_batch.h"

#include <map>

namespace giftbox::exchange {

/// Why a row keeps its import from being undone: parts of a sentence.
inline constexpr const char* kUsedRow = "part.row_used";
inline constexpr const char* kChangedRow = "part.row_changed";
inline constexpr const char* kReservedRow = "part.row_reserved";
inline constexpr const char* kInClosedMonthRow = "part.row_in_closed_month";

/// The rows that keep an import from being undone, by number.
class InUse {
public:
    void add(std::int64_t number, const char* why, const std::string& name);
    /// Throws Refusal `import.in_use`.
    void throwIfAny(const ImportBatch& batch) const;

private:
    std::map<std::int64_t, std::pair<const char*, std::string>> rows_;
};

} // namespace giftbox::exchange
