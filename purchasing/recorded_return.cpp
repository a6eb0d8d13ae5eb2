#include "purchasing/recorded_return.h"

#include "books/movement_kind.h"
#include "purchasing/statements.h"

#include <limits>

namespace giftbox::purchasing {

using foundation::Refusal;

namespace {

RecordedReturn returnOf(const sql::SupplierReturns::Row& row)
{
    return {.movement = row.seq,
            .lot = {row.lotNo},
            .sku = std::string(row.sku),
            .name = std::string(row.name),
            .reference = std::string(row.reference),
            .supplier = std::string(row.supplier),
            .on = row.movedOn,
            .units = -row.units,
            .cost = -row.cost,
            .reason = std::string(row.reason),
            .creditedOn = row.creditedOn,
            .creditReference = std::string(row.creditReference),
            .variance = row.variance,
            .reversedOn = row.reversedOn,
            .reversedBy = row.reversedBy};
}

} // namespace

std::vector<RecordedReturn> returnsBefore(const books::ReadTransaction& tx,
                                          std::optional<std::int64_t> before, std::int64_t most)
{
    std::vector<RecordedReturn> found;
    for (const auto& row : tx.database().query(sql::SupplierReturns{.storeId = tx.storeId(),
                           .before = before.value_or(std::numeric_limits<std::int64_t>::max()),
                           .most = most})) {
        found.push_back(returnOf(row));
    }
    return found;
}

RecordedReturn requireReturn(const books::ReadTransaction& tx, std::int64_t movement)
{
    const auto kind =
        tx.database().query(sql::KindOfMovement{.storeId = tx.storeId(), .seq = movement});
    if (!kind) {
        throw Refusal("movement.unknown", {{"number", movement}});
    }
    const std::string_view wanted = toText(books::MovementKind::SupplierReturn);
    if (kind->kind != wanted) {
        throw Refusal("movement.other_kind",
                      {{"number", movement}, {"kind", kind->kind}, {"wanted", wanted}});
    }
    RecordedReturn found = returnsBefore(tx, movement + 1, 1).front();
    if (found.reversedOn) {
        throw Refusal("movement.reversed", {{"number", movement},
                                            {"sku", found.sku},
                                            {"on", *found.reversedOn},
                                            {"by", found.reversedBy}});
    }
    if (found.creditedOn) {
        throw Refusal("return.credited", {{"number", movement},
                                          {"sku", found.sku},
                                          {"on", *found.creditedOn},
                                          {"amount", tx.store().money(found.credit())}});
    }
    return found;
}

} // namespace giftbox::purchasing
