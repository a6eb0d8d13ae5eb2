#include "operations/find_plan.h"

#include <mutex>

namespace giftbox::operations {

FoundPlan findPlan(foundation::Database& database, const std::string& store,
                   const gifting::PlanAsk& ask, std::int64_t seconds)
{
    static std::mutex planner;
    const std::unique_lock lock(planner, std::try_to_lock);
    if (!lock) {
        throw foundation::Refusal("plan.busy", {{"seconds", 2 * kPlannerSeconds}});
    }
    books::Store books;
    gifting::MonthToPlan month =
        books::read(database, store, [&](const books::ReadTransaction& tx) {
            books = tx.store();
            return gifting::loadMonthToPlan(tx, ask);
        });
    gifting::Proposal proposal = gifting::proposePlan(books, month, seconds);
    return {.month = std::move(month), .proposal = std::move(proposal)};
}

} // namespace giftbox::operations
