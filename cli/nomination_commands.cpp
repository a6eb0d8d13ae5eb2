#include "cli/commands.h"
#include "cli/context.h"
#include "gifting/recipient.h"
#include "gifting/selection/answer_nomination.h"
#include "gifting/selection/nominate_recipient.h"
#include "reports/choosing_rows.h"

namespace giftbox::cli {

using foundation::RowWriter;
using gifting::Nomination;

namespace {

void writeOne(const Nomination& one, RowWriter& out)
{
    out.begin(reports::nominationColumns());
    reports::writeNomination(one, out);
    out.end();
}

using Answer = Nomination (*)(books::WriteTransaction&, gifting::NominationNo, const std::string&);

int answer(Context& context, Answer how)
{
    const gifting::NominationNo number{context.arguments().integer("NO")};
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        writeOne(how(tx, number, context.arguments().text("--reason")), out);
    });
}

} // namespace

int nominate(Context& context)
{
    const Arguments& given = context.arguments();
    const gifting::NominationRequest request{.recipient = given.text("RECIPIENT"),
                                             .month = given.month("--month"),
                                             .adviser = given.text("--by"),
                                             .department = given.text("--department"),
                                             .reason = given.text("--reason")};
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        writeOne(gifting::nominateRecipient(tx, request), out);
    });
}

int nominationList(Context& context)
{
    const Arguments& given = context.arguments();
    gifting::NominationFilter filter{.month = given.maybeMonth("--month"),
                                     .adviser = given.maybeText("--by"),
                                     .recipient = {},
                                     .state = {}};
    if (const auto state = given.maybeText("--state")) {
        filter.state = gifting::parseNominationState(*state);
    }
    return context.read([&](const books::ReadTransaction& tx) {
        if (const auto recipient = given.maybeText("--recipient")) {
            filter.recipient = gifting::requireRecipient(tx, *recipient).number;
        }
        const auto out = context.output().writer(tx.store().currency, Shape::Rows);
        out->begin(reports::nominationColumns());
        gifting::listNominations(
            tx, filter, [&](const Nomination& one) { reports::writeNomination(one, *out); });
        out->end();
    });
}

int nominationWithdraw(Context& context) { return answer(context, gifting::withdrawNomination); }

int nominationDecline(Context& context) { return answer(context, gifting::declineNomination); }

} // namespace giftbox::cli
