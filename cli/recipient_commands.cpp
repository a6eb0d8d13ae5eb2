#include "cli/box_rows.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "gifting/recipient.h"
#include "reports/recipient_history.h"

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;

namespace {

const std::vector<Column> kRecipientColumns = {{"recipient", "Recipient", ColumnType::Code},
                                               {"name", "Name", ColumnType::Text},
                                               {"group", "Group", ColumnType::Text},
                                               {"kind", "Kind", ColumnType::Code},
                                               {"note", "Note", ColumnType::Text}};

void writeRecipient(const gifting::Recipient& recipient, RowWriter& out)
{
    out.code(recipient.code);
    out.text(recipient.name);
    out.text(recipient.group);
    out.code(toText(recipient.kind));
    out.text(recipient.note);
    out.endRow();
}

} // namespace

int recipientAdd(Context& context)
{
    const Arguments& given = context.arguments();
    gifting::Recipient recipient{
        .code = given.text("RECIPIENT"),
        .name = given.text("--name"),
        .group = given.text("--group"),
        .kind = gifting::parseRecipientKind(given.maybeText("--kind").value_or("person")),
        .note = given.text("--note")};
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        gifting::addRecipient(tx, recipient);
        out.begin(kRecipientColumns);
        writeRecipient(recipient, out);
        out.end();
    });
}

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
            record->begin(kRecipientColumns);
            writeRecipient(found.recipient, *record);
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

int recipientList(Context& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const auto out = context.output().writer(tx.store().currency, Shape::Rows);
        out->begin(kRecipientColumns);
        gifting::listRecipients(tx, [&](const gifting::NumberedRecipient& one) {
            writeRecipient(one.recipient, *out);
        });
        out->end();
    });
}

} // namespace giftbox::cli
