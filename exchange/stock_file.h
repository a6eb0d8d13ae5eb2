#pragma once

#include "exchange/import_file.h"
#include "foundation/fold.h"
#include "inventory/item.h"

#include <map>

namespace giftbox::exchange {

/// A row of `export stock`, with the item's SKU, name, kind, category and levels.
struct StockRow {
    std::int64_t line = 0;
    inventory::Item item;
    std::int64_t units = 0;
    foundation::Money cost;
};

/// The file of `export stock`, read whole.
class StockFile {
public:
    enum Column : std::size_t { Sku, Name, Kind, Category, Units, Cost, ReorderPoint, ParLevel };

    /// Reads the file. Throws Refusal `import.rejected` for its header.
    StockFile(const books::ReadTransaction& tx, ImportSource source);

    /// The readable rows, each item once.
    const std::vector<StockRow>& rows() const { return rows_; }
    ImportFile& file() { return file_; }
    /// Marks every item whose units or cost in stock differ from the file.
    void compare(const books::ReadTransaction& tx);

private:
    void readRow();

    ImportFile file_;
    std::vector<StockRow> rows_;
    std::map<std::string, std::int64_t, foundation::LessFolded> lines_;
};

} // namespace giftbox::exchange
