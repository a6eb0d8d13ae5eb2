#include "accounting/plan_check.h"

namespace giftbox::accounting {

using foundation::Money;
using foundation::Row;
using foundation::Rows;

namespace {

void checkReservations(const books::ReadTransaction& tx, Differences& differences)
{
    Rows rows = tx.database().query("accounting/wrong_reservations", {{"store_id", tx.storeId()}});
    while (rows.next()) {
        const Row row = rows.row();
        differences.push_back("item " + row.string(0) + ": " + std::to_string(row.integer(1)) +
                              " units reserved are kept, planned boxes hold " +
                              std::to_string(row.integer(2)));
    }
}

} // namespace

std::int64_t checkPlans(const books::ReadTransaction& tx,
                        std::map<std::int64_t, budget::MonthTotals>& months,
                        Differences& differences)
{
    std::int64_t boxes = 0;
    Rows rows = tx.database().stream("accounting/planned_boxes", {{"store_id", tx.storeId()}});
    while (rows.next()) {
        const Row row = rows.row();
        const std::string name = "box " + std::to_string(row.integer(0));
        if (row.integer(7) != 0) {
            differences.push_back(name + ": it is kept as " + row.string(1) +
                                  ", but it is packed too");
        }
        if ((row.integer(8) != 0) != (row.text(1) == "planned")) {
            differences.push_back(name + ": it is " + row.string(1) + ", with " +
                                  std::to_string(row.integer(8)) + " lines");
        }
        ++boxes;
        const Money labor{row.integer(6)};
        if (labor != portion(tx.store().laborRate, row.integer(3), 60)) {
            differences.push_back(name + ": its planned labor " + tx.store().amount(labor) +
                                  " is not its minutes at the store's rate");
        }
        const Money total = Money{row.integer(4)} + Money{row.integer(5)} + labor;
        if (row.text(1) == "planned") {
            months[row.integer(2)].committed += total;
        } else if (total != Money{0}) {
            differences.push_back(name + ": it is cancelled, but keeps " +
                                  tx.store().amount(total));
        }
    }
    checkReservations(tx, differences);
    return boxes;
}

} // namespace giftbox::accounting
