#include "exchange/copy_store.h"

#include "accounting/upgrade_books.h"
#include "accounting/verify_books.h"
#include "books/entity.h"
#include "exchange/statements.h"
#include "foundation/database/copy_table.h"
#include "foundation/database/schema.h"

#include <array>

namespace giftbox::exchange {

using books::ReadTransaction;
using books::StoreId;
using foundation::Database;
using foundation::DatabaseError;
using foundation::Refusal;

namespace {

/// Every table of a store, in the order of their references.
constexpr auto kTables = std::to_array<std::string_view>({
    "store",
    "store_books",
    "event",
    "request",
    "closed_month",
    "reopened_month",
    "item",
    "item_history",
    "delivery",
    "freight",
    "freight_lot",
    "bill",
    "bill_lot",
    "stock_reason",
    "bill_reversal",
    "freight_reversal",
    "lot",
    "receipt_correction",
    "open_lot",
    "movement",
    "recipient",
    "recipient_alias",
    "box",
    "box_take_back",
    "cap",
    "cap_roll_over",
    "month_total",
    "month_recipient",
    "nomination",
    "selection",
    "recipe",
    "recipe_line",
    "planned_box",
    "planned_line",
    "month_plan",
    "month_plan_line",
    "note_template",
    "box_note",
    "note_signature",
    "earlier_note",
    "earlier_signature",
    "cap_exception",
    "store_setting",
    "import_mapping",
    "import_batch",
    "import_before",
    "removed_row",
    "item_picture",
    "supplier",
    "item_supplier",
    "purchase_order",
    "order_line",
    "order_step",
    "order_receipt",
    "unfinished_order",
    "count_session",
    "count_line",
    "count_entry",
    "count_end",
    "item_count",
    "journal_account",
    "journal_batch",
    "journal_line",
    "journal_posting",
    "box_department",
    "default_department",
    "chart_account",
    "box_tax",
    "gift_default",
});

void copyTables(const ReadTransaction& from, Database& to, StoreId as, const CopyProgress& progress)
{
    std::int64_t copied = 0;
    for (const std::string_view table : kTables) {
        foundation::copyTable(from.database(), {.table = table, .storeId = from.storeId()}, to,
                              as.value, [&](std::size_t rows) {
                                  copied += static_cast<std::int64_t>(rows);
                                  progress(copied);
                              });
    }
}

/// The store's legal entity with its accounts, where the other database has none with its code; else that one is the
/// store's there.
void copyEntity(const ReadTransaction& from, Database& to)
{
    const std::string& code = from.store().entity;
    if (code.empty() || books::findEntity(to, code)) {
        return;
    }
    books::carryEntity(to, books::requireEntity(from.database(), code));
    for (const auto& row : from.database().query(sql::AccountsOfEntity{.entity = code})) {
        to.execute(sql::InsertAccountOfEntity{.entity = code,
                                              .role = row.role,
                                              .department = row.department,
                                              .fromMonth = row.fromMonth,
                                              .account = row.account});
    }
}

/// Whether a type, a key or a rule of the schema rejected a row, which never happens to rows written by Giftbox.
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
    throw Refusal("store.damaged", {{"path", path}, {"first", first}});
}

void requireThisSchema(Database& file, const std::string& path)
{
    const std::optional<int> version = foundation::databaseSchemaVersion(file);
    const int known = foundation::programSchemaVersion();
    if (!version) {
        throw Refusal("file.not_a_store", {{"path", path}});
    }
    if (*version > known) {
        throw Refusal("schema.newer/file",
                      {{"path", path}, {"schema", *version}, {"known", known}});
    }
    if (*version < known) {
        throw Refusal("schema.older", {{"path", path}, {"schema", *version}, {"known", known}});
    }
}

std::string onlyStore(Database& file, const std::string& path)
{
    const std::vector<std::string> codes = books::listStores(file);
    if (codes.size() != 1) {
        throw Refusal("file.not_a_store/stores", {{"path", path}, {"count", codes.size()}});
    }
    return codes.front();
}

void copyVerified(const ReadTransaction& from, Database& to, StoreId as, const std::string& path,
                  const CopyProgress& progress)
{
    try {
        copyTables(from, to, as, progress);
    } catch (const DatabaseError& error) {
        // Another store added at the same moment, as books::addStore expects.
        if (error.sqlFile() == "copy into store" || !isBadRow(error)) {
            throw;
        }
        refuseDamaged(path, error.what());
    }
    const ReadTransaction copy(to, books::loadStore(to, from.store().code));
    const std::vector<std::string> differences =
        accounting::verifyBooks(copy, [](std::int64_t, std::int64_t) {});
    if (!differences.empty()) {
        refuseDamaged(path, differences.front());
    }
}

} // namespace

std::span<const std::string_view> copiedTables() { return kTables; }

void exportStore(const ReadTransaction& tx, const std::string& path, const CopyProgress& progress)
{
    Database file = Database::open(path);
    // A single file, also while it is read.
    file.endLog();
    accounting::upgradeBooks(file);
    file.begin(foundation::Access::Write);
    copyEntity(tx, file);
    copyTables(tx, file, StoreId{1}, progress);
    file.commit();
}

Database privateCopy(Database& database, std::string_view storeCode)
{
    return books::read(database, storeCode, [&](const ReadTransaction& tx) {
        if (std::optional<Database> whole = database.privateCopy()) {
            return std::move(*whole);
        }
        Database copy = Database::openPrivate();
        accounting::upgradeBooks(copy);
        copy.begin(foundation::Access::Write);
        copyEntity(tx, copy);
        copyTables(tx, copy, StoreId{1}, [](std::int64_t) {});
        copy.commit();
        return copy;
    });
}

void addCopy(Database& database, const ReadTransaction& from, std::string_view path,
             books::Ending ending, const CopyProgress& progress)
{
    books::addStore(database, from.store().code, ending, [&](StoreId id) {
        copyEntity(from, database);
        copyVerified(from, database, id, std::string(path), progress);
    });
}

ImportedStore importStore(Database& database, const std::string& path, books::Ending ending,
                          const CopyProgress& progress)
{
    Database file = Database::openToRead(path);
    requireThisSchema(file, path);
    return books::read(file, onlyStore(file, path), [&](const ReadTransaction& tx) {
        addCopy(database, tx, path, ending, progress);
        const auto books = file.query(sql::CopiedStore{.storeId = tx.storeId()});
        return ImportedStore{.code = tx.store().code,
                             .name = tx.store().name,
                             .boxes = books->boxes,
                             .events = books->events,
                             .chainHash = std::string(books->chainHash)};
    });
}

} // namespace giftbox::exchange
