#include "cli/context.h"
#include "cli/looks.h"
#include "operations/call.h"
#include "reports/box_rows.h"
#include "reports/recipient_rows.h"

namespace giftbox::cli {

void showRecipient(Context& context, const books::ReadTransaction& tx, operations::Call& call)
{
    const auto table = [&](Shape shape) {
        return context.output().writer(tx.store().currency, shape);
    };
    if (!call.has("history")) {
        const auto record = table(Shape::Record);
        record->begin(reports::recipientColumns());
        reports::writeRecipient(gifting::requireRecipient(tx, call.text("recipient")).recipient,
                                *record);
        record->end();
        context.output().write("\n");
    }
    call.operation().read(call, tx, *table(Shape::Rows));
}

} // namespace giftbox::cli
