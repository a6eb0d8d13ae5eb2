#include "accounting/folded_words.h"

#include "foundation/fold.h"
#include "gifting/recipient.h"
#include "inventory/item_code.h"

#include <array>

namespace giftbox::accounting {

using foundation::Batch;
using foundation::Database;
using foundation::folded;
using foundation::Row;
using foundation::Rows;

namespace {

constexpr std::int64_t kRowsAtOnce = 4096;

/// A table with words that are kept folded too. `read` returns a number, the word by which people know the row, what `fold` reads, then what it returns as it is
/// kept, in the columns from `kept` on, then the twin.
struct FoldedTable {
    std::string_view what;
    std::string_view read;
    std::string_view write;
    std::string_view first;
    std::vector<std::string> columns; ///< of the batch: the number, then those kept
    int kept = 0;
    std::vector<std::string> (*fold)(const Row&);
};

std::vector<std::string> foldItem(const Row& row)
{
    return {folded(row.text(1)), inventory::barcodeKey(row.text(2))};
}

std::vector<std::string> foldRecipient(const Row& row)
{
    gifting::Recipient recipient;
    recipient.code = row.string(1);
    recipient.name = row.string(2);
    recipient.group = row.string(3);
    recipient.household = row.string(4);
    recipient.anonymized = row.integer(5) != 0;
    return {folded(recipient.code), folded(recipient.household), gifting::searchText(recipient)};
}

std::vector<std::string> foldWord(const Row& row) { return {folded(row.text(1))}; }

const std::array<FoldedTable, 4>& tables()
{
    static const std::array<FoldedTable, 4> all = {{
        {"item",
         "accounting/items_to_fold",
         "accounting/fold_items",
         "accounting/first_items",
         {"item_no", "sku_folded", "barcode_folded"},
         3,
         foldItem},
        {"recipient",
         "accounting/recipients_to_fold",
         "accounting/fold_recipients",
         "accounting/first_recipients",
         {"recipient_no", "code_folded", "household_folded", "search_text"},
         6,
         foldRecipient},
        {"nomination",
         "accounting/nominations_to_fold",
         "accounting/fold_nominations",
         "accounting/first_nominations",
         {"nomination_no", "adviser_folded"},
         2,
         foldWord},
        {"recipe",
         "accounting/recipes_to_fold",
         "accounting/fold_recipes",
         "accounting/first_recipes",
         {"recipe_no", "name_folded"},
         2,
         foldWord},
    }};
    return all;
}

/// Visits the rows of a table in the order of their numbers, some thousand at a time; `done` comes after each such part.
void forEachRow(Database& database, std::int64_t store, const FoldedTable& table,
                const std::function<void(const Row&)>& visit, const std::function<void()>& done)
{
    std::int64_t after = 0;
    for (std::int64_t rows = kRowsAtOnce; rows == kRowsAtOnce;) {
        rows = 0;
        {
            Rows page = database.query(
                table.read, {{"store_id", store}, {"after", after}, {"most", kRowsAtOnce}});
            for (; page.next(); ++rows) {
                after = page.row().integer(0);
                visit(page.row());
            }
        }
        done();
    }
}

void foldTable(Database& database, std::int64_t store, const FoldedTable& table)
{
    Batch batch(table.columns);
    forEachRow(
        database, store, table,
        [&](const Row& row) {
            batch.add(row.integer(0));
            for (const std::string& word : table.fold(row)) {
                batch.add(word);
            }
        },
        [&] {
            database.executeForEach(table.write, {{"store_id", store}}, batch);
            database.settle();
            batch.clear();
        });
    database.execute(table.first, {{"store_id", store}});
}

} // namespace

void foldWords(Database& database)
{
    std::vector<std::int64_t> stores;
    for (Rows rows = database.query("accounting/stores_to_fold", {}); rows.next();) {
        stores.push_back(rows.row().integer(0));
    }
    for (const std::int64_t store : stores) {
        for (const FoldedTable& table : tables()) {
            foldTable(database, store, table);
        }
    }
}

std::vector<std::string> twinNotes(Database& database)
{
    std::vector<std::pair<std::int64_t, std::string>> stores;
    for (Rows rows = database.query("accounting/stores_to_fold", {}); rows.next();) {
        stores.emplace_back(rows.row().integer(0), rows.row().string(1));
    }
    std::vector<std::string> notes;
    for (const auto& [store, code] : stores) {
        Rows rows = database.query("accounting/count_twins", {{"store_id", store}});
        rows.next();
        if (const std::int64_t twins = rows.row().integer(0); twins > 0) {
            notes.push_back("store " + code + ": " + std::to_string(twins) +
                            " codes or names differ from an older one in capitals, accents or "
                            "blanks alone. All stay, each found as it is spelled; `giftbox alike` "
                            "lists them");
        }
    }
    return notes;
}

void checkFolded(const books::ReadTransaction& tx, Differences& differences)
{
    for (const FoldedTable& table : tables()) {
        const auto check = [&](const Row& row) {
            const std::string name =
                std::string(table.what) + " " + std::to_string(row.integer(0)) + ": ";
            int column = table.kept;
            for (const std::string& word : table.fold(row)) {
                if (row.text(column) != word) {
                    differences.push_back(
                        name + table.columns[static_cast<std::size_t>(column - table.kept) + 1] +
                        " is not the folded form of its words");
                }
                ++column;
            }
            if (const std::int64_t twin = row.integer(column);
                twin != 0 && twin != row.integer(0)) {
                differences.push_back(name + "it is kept as twin " + std::to_string(twin) +
                                      "; expected 0 or its own number");
            }
        };
        forEachRow(tx.database(), tx.storeId(), table, check, [] {});
    }
    for (Rows rows = tx.database().query("accounting/false_twins", {{"store_id", tx.storeId()}});
         rows.next();) {
        differences.push_back(rows.row().string(0) + " " + std::to_string(rows.row().integer(1)) +
                              ": it is kept as a twin, but no older one has its folded form");
    }
}

} // namespace giftbox::accounting
