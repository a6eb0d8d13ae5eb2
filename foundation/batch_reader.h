#pragma once

#include "foundation/database.h"

namespace giftbox::foundation {

/// How the database layer looks into a Batch.
class BatchReader {
public:
    explicit BatchReader(const Batch& batch) : batch_(batch) {}
    const std::vector<std::string>& columns() const { return batch_.columns_; }
    Value cell(std::size_t row, std::size_t column) const;
    /// The column as a PostgreSQL array literal: `{1,NULL,"text"}`.
    std::string arrayLiteral(std::size_t column) const;

private:
    const Batch& batch_;
};

} // namespace giftbox::foundation
