#include "cli/commands.h"
#include "cli/context.h"
#include "gifting/recipient.h"
#include "program/answer_nomination.h"
#include "program/nominate_recipient.h"

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;
using program::Nomination;

namespace {

const std::vector<Column>& nominationColumns()
{
    static const std::vector<Column> columns = {{"nomination", "Nomination", ColumnType::Integer},
                                                {"month", "Month", ColumnType::Date},
                                                {"recipient", "Recipient", ColumnType::Code},
                                                {"name", "Name", ColumnType::Text},
                                                {"adviser", "Adviser", ColumnType::Text},
                                                {"department", "Department", ColumnType::Text},
                                                {"reason", "Reason", ColumnType::Text},
                                                {"state", "State", ColumnType::Code},
                                                {"answer", "Answer", ColumnType::Text}};
    return columns;
}

void writeNomination(const Nomination& one, RowWriter& out)
{
    out.integer(one.number.value);
    out.month(one.month);
    out.code(one.recipientCode);
    out.text(one.recipientName);
    out.text(one.adviser);
    out.text(one.department);
    out.text(one.reason);
    out.code(toText(one.state));
    one.answer.empty() ? out.empty() : out.text(one.answer);
    out.endRow();
}

void writeOne(const Nomination& one, RowWriter& out)
{
    out.begin(nominationColumns());
    writeNomination(one, out);
    out.end();
}

using Answer = Nomination (*)(books::WriteTransaction&, program::NominationNo, const std::string&);

int answer(Context& context, Answer how)
{
    const program::NominationNo number{context.arguments().integer("NO")};
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        writeOne(how(tx, number, context.arguments().text("--reason")), out);
    });
}

} // namespace

int nominate(Context& context)
{
    const Arguments& given = context.arguments();
    const program::NominationRequest request{.recipient = given.text("RECIPIENT"),
                                             .month = foundation::parseMonth(given.text("--month")),
                                             .adviser = given.text("--by"),
                                             .department = given.text("--department"),
                                             .reason = given.text("--reason")};
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        writeOne(program::nominateRecipient(tx, request), out);
    });
}

int nominationList(Context& context)
{
    const Arguments& given = context.arguments();
    program::NominationFilter filter{.month = given.maybeMonth("--month"),
                                     .adviser = given.maybeText("--by"),
                                     .recipient = {},
                                     .state = {}};
    if (const auto state = given.maybeText("--state")) {
        filter.state = program::parseNominationState(*state);
    }
    return context.read([&](const books::ReadTransaction& tx) {
        if (const auto recipient = given.maybeText("--recipient")) {
            filter.recipient = gifting::requireRecipient(tx, *recipient).number;
        }
        const auto out = context.output().writer(tx.store().currency, Shape::Rows);
        out->begin(nominationColumns());
        program::listNominations(tx, filter,
                                 [&](const Nomination& one) { writeNomination(one, *out); });
        out->end();
    });
}

int nominationWithdraw(Context& context) { return answer(context, program::withdrawNomination); }

int nominationDecline(Context& context) { return answer(context, program::declineNomination); }

} // namespace giftbox::cli
