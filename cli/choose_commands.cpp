#include "cli/commands.h"
#include "cli/context.h"
#include "gifting/selection/approve_choices.h"
#include "gifting/selection/choose_recipient.h"
#include "reports/choosing_rows.h"

namespace giftbox::cli {

using foundation::Month;
using foundation::RowWriter;
using gifting::Candidate;

namespace {

Month monthOf(const Context& context, const char* name) { return context.arguments().month(name); }

} // namespace

int chooseList(Context& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const auto out = context.output().writer(tx.store().currency, Shape::Record);
        out->begin(reports::candidateColumns());
        for (const Candidate& one : gifting::candidatesOf(tx, monthOf(context, "MONTH"))) {
            reports::writeCandidate(one, *out);
        }
        out->end();
    });
}

int chooseAdd(Context& context)
{
    const Arguments& given = context.arguments();
    const gifting::ChoiceRequest request{.recipient = given.text("RECIPIENT"),
                                         .month = monthOf(context, "--month"),
                                         .despite = given.maybeText("--despite")};
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        out.begin(reports::candidateColumns());
        reports::writeCandidate(gifting::chooseRecipient(tx, request), out);
        out.end();
    });
}

int chooseRemove(Context& context)
{
    const Arguments& given = context.arguments();
    const Month month = monthOf(context, "--month");
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        gifting::removeChoice(tx, given.text("RECIPIENT"), month, given.text("--reason"));
        out.begin(reports::removedChoiceColumns());
        reports::writeRemovedChoice({given.text("RECIPIENT"), month, given.text("--reason")}, out);
        out.end();
    });
}

int chooseApprove(Context& context)
{
    const Month month = monthOf(context, "MONTH");
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        const gifting::ApprovedList list = gifting::approveChoices(tx, month);
        out.begin(reports::approvedColumns());
        reports::writeApproved(tx.store(), month, list, out);
        out.end();
    });
}

} // namespace giftbox::cli
