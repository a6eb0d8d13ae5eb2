#include "accounting/plan_check.h"

#include "accounting/statements.h"

#include <stdexcept>

namespace giftbox::accounting {

using foundation::Money;

namespace {

/// The rate of the month the box was planned for, as known then: boxes carried over keep their estimates.
Money plannedRate(const books::Store& store, const Told& told, std::int64_t box, std::int64_t month)
{
    const auto plan = told.plans.find(box);
    const bool isTold = plan != told.plans.end() && plan->second.month != 0;
    const foundation::Month of = monthOrFirst(isTold ? plan->second.month : month);
    const books::EventSeq event =
        isTold ? books::EventSeq{plan->second.event} : books::DatedSettings::kNow;
    return {store.settings.at(books::Setting::LaborRate, of, event)};
}

void checkReservations(const books::ReadTransaction& tx, Differences& differences)
{
    for (const auto& row : tx.database().query(sql::WrongReservations{.storeId = tx.storeId()})) {
        differences.push_back("item " + std::string(row.sku) + ": " +
                              std::to_string(row.reservedUnits) +
                              " units are stored as reserved, but planned boxes hold " +
                              std::to_string(row.plannedUnits));
    }
}

} // namespace

foundation::Month monthOrFirst(std::int64_t yyyymm)
{
    try {
        return foundation::Month(static_cast<std::int32_t>(yyyymm));
    } catch (const std::logic_error&) {
        return {};
    }
}

std::int64_t checkPlans(const books::ReadTransaction& tx, const Told& told,
                        std::map<std::int64_t, budget::MonthTotals>& months,
                        Differences& differences)
{
    std::int64_t boxes = 0;
    for (const auto& row : tx.database().stream(sql::PlannedBoxes{.storeId = tx.storeId()})) {
        const std::string name = "box " + std::to_string(row.boxNo);
        const std::string state(row.state);
        if (row.packedBoxes != 0) {
            differences.push_back(name + ": it is stored as " + state + ", but it is also packed");
        }
        if ((row.lines != 0) != (state == "planned")) {
            differences.push_back(name + ": it is " + state + ", with " +
                                  std::to_string(row.lines) + " lines");
        }
        ++boxes;
        const Money rate = plannedRate(tx.store(), told, row.boxNo, row.month);
        if (row.labor != portion(rate, row.laborMinutes, 60)) {
            differences.push_back(name + ": its planned labor " + tx.store().amount(row.labor) +
                                  " does not match its minutes at " + tx.store().amount(rate) +
                                  " per hour");
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
