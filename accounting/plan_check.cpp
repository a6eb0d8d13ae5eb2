#include "accounting/plan_check.h"

#include "accounting/statements.h"

namespace giftbox::accounting {

using foundation::Money;

namespace {

void checkReservations(const books::ReadTransaction& tx, Differences& differences)
{
    for (const auto& row : tx.database().query(sql::WrongReservations{.storeId = tx.storeId()})) {
        differences.push_back(
            "item " + std::string(row.sku) + ": " + std::to_string(row.reservedUnits) +
            " units reserved are kept, planned boxes hold " + std::to_string(row.plannedUnits));
    }
}

} // namespace

std::int64_t checkPlans(const books::ReadTransaction& tx,
                        std::map<std::int64_t, budget::MonthTotals>& months,
                        Differences& differences)
{
    std::int64_t boxes = 0;
    for (const auto& row : tx.database().stream(sql::PlannedBoxes{.storeId = tx.storeId()})) {
        const std::string name = "box " + std::to_string(row.boxNo);
        const std::string state(row.state);
        if (row.packedBoxes != 0) {
            differences.push_back(name + ": it is kept as " + state + ", but it is packed too");
        }
        if ((row.lines != 0) != (state == "planned")) {
            differences.push_back(name + ": it is " + state + ", with " +
                                  std::to_string(row.lines) + " lines");
        }
        ++boxes;
        if (row.labor != portion(tx.store().laborRate, row.laborMinutes, 60)) {
            differences.push_back(name + ": its planned labor " + tx.store().amount(row.labor) +
                                  " is not its minutes at the store's rate");
        }
        const Money total = row.contents + row.packaging + row.labor;
        if (state == "planned") {
            months[row.month].committed += total;
        } else if (total != Money{0}) {
            differences.push_back(name + ": it is cancelled, but keeps " +
                                  tx.store().amount(total));
        }
    }
    checkReservations(tx, differences);
    return boxes;
}

} // namespace giftbox::accounting
