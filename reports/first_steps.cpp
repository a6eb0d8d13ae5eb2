#include "reports/first_steps.h"

#include "reports/statements.h"

namespace giftbox::reports {

FirstSteps firstSteps(const books::ReadTransaction& tx)
{
    const auto row = tx.database().query(sql::FirstSteps{.storeId = tx.storeId()});
    return {.hasItems = row->items != 0,
            .isStocked = row->stocked != 0,
            .hasRecipients = row->recipients != 0,
            .hasCaps = row->caps != 0,
            .hasApprovedTemplate = row->approved != 0,
            .hasGivenBox = row->given != 0};
}

} // namespace giftbox::reports
