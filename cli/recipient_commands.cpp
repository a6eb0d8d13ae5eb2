#include "cli/box_rows.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "reports/recipient_history.h"
#include "reports/recipient_rows.h"

namespace giftbox::cli {

int recipientShow(Context& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const auto found = gifting::requireRecipient(tx, context.arguments().text("RECIPIENT"));
        Output& output = context.output();
        if (context.arguments().has("--history")) {
            reports::writeRecipientHistory(tx, found.number,
                                           *output.writer(tx.store().currency, Shape::Rows));
            return;
        }
        if (output.format() == Format::Table) {
            const auto record = output.writer(tx.store().currency, Shape::Record);
            record->begin(reports::recipientColumns());
            reports::writeRecipient(found.recipient, *record);
            record->end();
            output.write("\n");
        }
        const auto out = output.writer(tx.store().currency, Shape::Rows);
        out->begin(boxColumns());
        gifting::listBoxes(tx, {.month = {}, .state = {}, .recipient = found.number},
                           [&](const gifting::Box& box) {
                               writeBoxCells(box, *out);
                               out->endRow();
                           });
        out->end();
    });
}

} // namespace giftbox::cli
