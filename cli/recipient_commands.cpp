#include "cli/box_rows.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "gifting/anonymize_recipient.h"
#include "gifting/edit_recipient.h"
#include "reports/recipient_history.h"
#include "reports/recipient_rows.h"

namespace giftbox::cli {

using foundation::RowWriter;

namespace {

/// What the options say; what is not given is none.
gifting::RecipientChanges changesOf(const Arguments& given)
{
    gifting::RecipientChanges changes{.name = given.maybeText("--name"),
                                      .group = given.maybeText("--group"),
                                      .note = given.maybeText("--note"),
                                      .household = given.maybeText("--household"),
                                      .doNotGift = given.maybeYesNo("--do-not-gift")};
    if (const auto kind = given.maybeText("--kind")) {
        changes.kind = gifting::parseRecipientKind(*kind);
    }
    if (const auto sizes = given.maybeText("--sizes")) {
        changes.sizes = gifting::parseSizes(*sizes);
    }
    if (const auto tastes = given.maybeText("--tastes")) {
        changes.tastes = gifting::parseTastes(*tastes);
    }
    return changes;
}

/// After the commit, so a failure is told as what it is.
int forgetRemoved(Context& context)
{
    constexpr int kFailed = 3;
    try {
        context.database().forgetRemoved();
    } catch (const foundation::DatabaseError& error) {
        context.note(std::string("the recipient is anonymized, but the file could not be written "
                                 "anew, so it still holds removed words where nobody reads (") +
                     error.what() + "); make room and run VACUUM on it with the sqlite3 shell");
        return kFailed;
    }
    return 0;
}

int writeOneRecipient(Context& context,
                      const std::function<gifting::Recipient(books::WriteTransaction&)>& work)
{
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        const gifting::Recipient recipient = work(tx);
        out.begin(reports::recipientColumns());
        reports::writeRecipient(recipient, out);
        out.end();
    });
}

} // namespace

int recipientAdd(Context& context)
{
    const Arguments& given = context.arguments();
    const gifting::Recipient recipient =
        gifting::newRecipient(given.text("RECIPIENT"), changesOf(given));
    return writeOneRecipient(context, [&](books::WriteTransaction& tx) {
        gifting::addRecipient(tx, recipient);
        return recipient;
    });
}

int recipientEdit(Context& context)
{
    const Arguments& given = context.arguments();
    const gifting::RecipientChanges changes = changesOf(given);
    return writeOneRecipient(context, [&](books::WriteTransaction& tx) {
        return gifting::editRecipient(tx, given.text("RECIPIENT"), changes);
    });
}

int recipientAnonymize(Context& context)
{
    const Arguments& given = context.arguments();
    const int status = writeOneRecipient(context, [&](books::WriteTransaction& tx) {
        return gifting::anonymizeRecipient(tx, given.text("RECIPIENT"), given.text("--reason"));
    });
    return given.has("--dry-run") ? status : forgetRemoved(context);
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

int recipientList(Context& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const auto out = context.output().writer(tx.store().currency, Shape::Rows);
        out->begin(reports::recipientColumns());
        gifting::listRecipients(tx, [&](const gifting::NumberedRecipient& one) {
            reports::writeRecipient(one.recipient, *out);
        });
        out->end();
    });
}

} // namespace giftbox::cli
