#include "accounting/copy_store.h"

#include "accounting/upgrade_books.h"
#include "accounting/verify_books.h"
#include "foundation/schema.h"

#include <array>

namespace giftbox::accounting {

using books::ReadTransaction;
using books::StoreId;
using foundation::Batch;
using foundation::Database;
using foundation::DatabaseError;
using foundation::Refusal;
using foundation::Row;
using foundation::Rows;

namespace {

constexpr std::size_t kRowsAtOnce = 4096;

constexpr std::array kTables = {
    TableCopy{"accounting/copy_store_out", "accounting/copy_store_in"},
    TableCopy{"accounting/copy_store_books_out", "accounting/copy_store_books_in"},
    TableCopy{"accounting/copy_event_out", "accounting/copy_event_in"},
    TableCopy{"accounting/copy_request_out", "accounting/copy_request_in"},
    TableCopy{"accounting/copy_closed_month_out", "accounting/copy_closed_month_in"},
    TableCopy{"accounting/copy_item_out", "accounting/copy_item_in"},
    TableCopy{"accounting/copy_item_history_out", "accounting/copy_item_history_in"},
    TableCopy{"accounting/copy_lot_out", "accounting/copy_lot_in"},
    TableCopy{"accounting/copy_open_lot_out", "accounting/copy_open_lot_in"},
    TableCopy{"accounting/copy_movement_out", "accounting/copy_movement_in"},
    TableCopy{"accounting/copy_recipient_out", "accounting/copy_recipient_in"},
    TableCopy{"accounting/copy_box_out", "accounting/copy_box_in"},
    TableCopy{"accounting/copy_cap_out", "accounting/copy_cap_in"},
    TableCopy{"accounting/copy_month_total_out", "accounting/copy_month_total_in"},
    TableCopy{"accounting/copy_month_recipient_out", "accounting/copy_month_recipient_in"},
    TableCopy{"accounting/copy_nomination_out", "accounting/copy_nomination_in"},
    TableCopy{"accounting/copy_choice_out", "accounting/copy_choice_in"},
    TableCopy{"accounting/copy_recipe_out", "accounting/copy_recipe_in"},
    TableCopy{"accounting/copy_recipe_line_out", "accounting/copy_recipe_line_in"},
    TableCopy{"accounting/copy_planned_box_out", "accounting/copy_planned_box_in"},
    TableCopy{"accounting/copy_planned_line_out", "accounting/copy_planned_line_in"},
    TableCopy{"accounting/copy_month_plan_out", "accounting/copy_month_plan_in"},
    TableCopy{"accounting/copy_month_plan_line_out", "accounting/copy_month_plan_line_in"},
    TableCopy{"accounting/copy_note_template_out", "accounting/copy_note_template_in"},
    TableCopy{"accounting/copy_box_note_out", "accounting/copy_box_note_in"},
    TableCopy{"accounting/copy_note_signature_out", "accounting/copy_note_signature_in"},
};

/// What the statement binds beside the store.
std::vector<std::string> columnsOf(Database& database, std::string_view insert)
{
    std::vector<std::string> columns = database.placeholders(insert);
    std::erase(columns, "store_id");
    return columns;
}

void addRow(Batch& batch, const Row& row, std::size_t columns)
{
    for (int i = 0; i < static_cast<int>(columns); ++i) {
        row.isNull(i) ? batch.addNull() : batch.add(row.text(i));
    }
}

void copyTables(const ReadTransaction& from, Database& to, StoreId as, const CopyProgress& progress)
{
    std::int64_t copied = 0;
    for (const TableCopy& table : kTables) {
        const std::vector<std::string> columns = columnsOf(to, table.in);
        Batch batch(columns);
        const auto write = [&] {
            to.executeForEach(table.in, {{"store_id", as.value}}, batch);
            to.settle();
            copied += static_cast<std::int64_t>(batch.rows());
            batch.clear();
            progress(copied);
        };
        Rows rows = from.database().stream(table.out, {{"store_id", from.storeId()}});
        while (rows.next()) {
            addRow(batch, rows.row(), columns.size());
            if (batch.rows() == kRowsAtOnce) {
                write();
            }
        }
        write();
    }
}

/// Whether a row was turned down by a type, a key or a rule of the schema, which a row that Giftbox wrote never is.
bool isBadRow(const DatabaseError& error)
{
    const std::string& code = error.nativeCode();
    if (code.size() == 5) {
        return code.starts_with("22") || code.starts_with("23");
    }
    return code == "275" || code == "787" || code == "1299" || code == "1555" || code == "2067";
}

[[noreturn]] void refuseDamaged(const std::string& path, const std::string& first)
{
    throw Refusal("store.damaged", "the books in " + path + " do not hold: " + first +
                                       "; nothing was imported. Export the store again from where "
                                       "its books verify");
}

void requireThisSchema(Database& file, const std::string& path)
{
    const std::optional<int> version = foundation::databaseSchemaVersion(file);
    const int known = foundation::programSchemaVersion();
    const auto says = [&] {
        return path + " has schema " + std::to_string(*version) + ", this program " +
               std::to_string(known);
    };
    if (!version) {
        throw Refusal("file.not_a_store", path + " is a database, but not one of Giftbox; import "
                                                 "what `giftbox export store` has written");
    }
    if (*version > known) {
        throw Refusal("schema.newer",
                      says() + "; install the Giftbox that wrote it, or a newer one");
    }
    if (*version < known) {
        throw Refusal("schema.older", says() + "; `giftbox verify --db " + path +
                                          "` brings it up to date, then import it again");
    }
}

std::string onlyStore(Database& file, const std::string& path)
{
    const std::vector<std::string> codes = books::listStores(file);
    if (codes.size() != 1) {
        throw Refusal(
            "file.not_a_store",
            path + " has " + std::to_string(codes.size()) +
                " stores; import what `giftbox export store` has written, one store a file");
    }
    return codes.front();
}

void copyVerified(const ReadTransaction& from, Database& to, StoreId as, const std::string& path,
                  const CopyProgress& progress)
{
    try {
        copyTables(from, to, as, progress);
    } catch (const DatabaseError& error) {
        // Of somebody who adds another store at the same moment, as books::addStore expects it.
        if (error.sqlFile() == kTables.front().in || !isBadRow(error)) {
            throw;
        }
        refuseDamaged(path, error.what());
    }
    const ReadTransaction copy(to, books::loadStore(to, from.store().code));
    const std::vector<std::string> differences =
        verifyBooks(copy, [](std::int64_t, std::int64_t) {});
    if (!differences.empty()) {
        refuseDamaged(path, differences.front());
    }
}

} // namespace

std::span<const TableCopy> tableCopies() { return kTables; }

void exportStore(const ReadTransaction& tx, const std::string& path, const CopyProgress& progress)
{
    Database file = Database::open(path);
    // One file and nothing beside it, also while it is read.
    file.endLog();
    upgradeBooks(file);
    file.begin(foundation::Access::Write);
    copyTables(tx, file, StoreId{1}, progress);
    file.commit();
}

Database privateCopy(Database& database, std::string_view storeCode)
{
    return books::read(database, storeCode, [&](const ReadTransaction& tx) {
        if (database.engine() == foundation::Engine::Sqlite) {
            return database.privateCopy();
        }
        Database copy = Database::openPrivate();
        upgradeBooks(copy);
        copy.begin(foundation::Access::Write);
        copyTables(tx, copy, StoreId{1}, [](std::int64_t) {});
        copy.commit();
        return copy;
    });
}

ImportedStore importStore(Database& database, const std::string& path, books::Ending ending,
                          const CopyProgress& progress)
{
    Database file = Database::openToRead(path);
    requireThisSchema(file, path);
    return books::read(file, onlyStore(file, path), [&](const ReadTransaction& tx) {
        books::addStore(database, tx.store().code, ending,
                        [&](StoreId id) { copyVerified(tx, database, id, path, progress); });
        Rows rows = file.query("accounting/copied_store", {{"store_id", tx.storeId()}});
        rows.next();
        return ImportedStore{.code = tx.store().code,
                             .name = tx.store().name,
                             .boxes = rows.row().integer(0),
                             .events = rows.row().integer(1),
                             .chainHash = rows.row().string(2)};
    });
}

} // namespace giftbox::accounting
