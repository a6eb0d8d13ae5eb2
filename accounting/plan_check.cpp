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

void checkPlans(const books::ReadTransaction& tx,
                std::map<std::int64_t, budget::MonthTotals>& months, Differences& differences)
{
    Rows rows = tx.database().stream("accounting/planned_boxes", {{"store_id", tx.storeId()}});
    while (rows.next()) {
        const Row row = rows.row();
        const std::string name = "box " + std::to_string(row.integer(0));
        const bool isPacked = row.text(1) == "packed";
        if (isPacked != (row.integer(7) != 0)) {
            differences.push_back(name + ": it is kept as " + row.string(1) + ", but there is " +
                                  (isPacked ? "no" : "a") + " packed box of that number");
        }
        if (row.text(1) != "planned") {
            continue;
        }
        const Money labor{row.integer(6)};
        if (labor != portion(tx.store().laborRate, row.integer(3), 60)) {
            differences.push_back(name + ": its planned labor " + tx.store().amount(labor) +
                                  " is not its minutes at the store's rate");
        }
        months[row.integer(2)].committed += Money{row.integer(4) + row.integer(5)} + labor;
    }
    checkReservations(tx, differences);
}

} // namespace giftbox::accounting
