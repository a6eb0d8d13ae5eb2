#include "purchasing/undo_suppliers.h"

#include "books/undo_facts.h"
#include "foundation/database/field_rows.h"
#include "purchasing/statements.h"

#include <algorithm>

namespace giftbox::purchasing {

using books::WriteTransaction;

namespace {

/// A version, and the event that recorded it.
struct SupplierVersion {
    std::int64_t event = 0;
    NumberedSupplier supplier;
};

/// The versions of each supplier, the newest last.
std::map<SupplierNo, std::vector<SupplierVersion>> allVersions(const WriteTransaction& tx)
{
    std::map<SupplierNo, std::vector<SupplierVersion>> all;
    for (const auto& row : tx.database().query(sql::AllSuppliers{.storeId = tx.storeId()})) {
        NumberedSupplier one{.number = {row.supplierNo}, .version = row.version, .supplier = {}};
        one.supplier.currency = tx.store().currency;
        readFields(supplierFields(), row, one.supplier);
        one.supplier.minimumOrder = row.minimumOrder;
        all[one.number].push_back({.event = row.eventSeq, .supplier = one});
    }
    return all;
}

/// A supplier of the import: as it was before, none if the import added it; as the import left it; and as it is.
struct TouchedSupplier {
    std::optional<NumberedSupplier> before;
    NumberedSupplier imported;
    NumberedSupplier now;
};

std::vector<TouchedSupplier> touchedBy(const WriteTransaction& tx, books::EventSeq event)
{
    std::vector<TouchedSupplier> touched;
    for (const auto& [number, versions] : allVersions(tx)) {
        const auto at = std::ranges::find(versions, event.value, &SupplierVersion::event);
        if (at != versions.end()) {
            touched.push_back({.before = at == versions.begin()
                                             ? std::nullopt
                                             : std::optional(std::prev(at)->supplier),
                               .imported = at->supplier,
                               .now = versions.back().supplier});
        }
    }
    return touched;
}

bool isUsed(const WriteTransaction& tx, const NumberedSupplier& one,
            const ImportedSuppliers& imported)
{
    return tx.database()
               .query(sql::SupplierUses{.storeId = tx.storeId(),
                                        .supplierNo = one.number.value,
                                        .firstLot = imported.firstLot.value,
                                        .name = one.supplier.name,
                                        .added = imported.event.value})
               ->used != 0;
}

} // namespace

UndoneSuppliers undoSuppliers(WriteTransaction& tx, const ImportedSuppliers& imported)
{
    UndoneSuppliers done;
    const std::vector<TouchedSupplier> touched = touchedBy(tx, imported.event);
    for (const TouchedSupplier& one : touched) {
        const bool used = !one.before && isUsed(tx, one.imported, imported);
        if (used || !(one.now.supplier == one.imported.supplier)) {
            done.inTheWay.push_back({.supplier = one.now, .isUsed = used});
        }
    }
    if (!done.inTheWay.empty()) {
        return done;
    }
    books::RemovedRows removed("supplier", imported.event);
    for (const TouchedSupplier& one : touched) {
        if (!one.before) {
            removed.add(one.now.number.value, "", "");
            continue;
        }
        NumberedSupplier version = *one.before;
        version.version = one.now.version + 1;
        insertSupplier(tx.database(), {tx.storeId()}, version, tx.event(), tx.facts());
        ++done.restored;
    }
    removed.write(tx);
    done.removed = removed.count();
    return done;
}

} // namespace giftbox::purchasing
