#include "cli/box_rows.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "program/approve_choices.h"
#include "program/choose_recipient.h"

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::Month;
using foundation::RowWriter;
using program::Candidate;

namespace {

Month monthOf(const Context& context, const char* name)
{
    return foundation::parseMonth(context.arguments().text(name));
}

void textUnlessEmpty(RowWriter& out, const std::string& text)
{
    text.empty() ? out.empty() : out.text(text);
}

/// `Bo (service): laughs at our jokes; Cy (parts): …`.
std::string reasonsOf(const Candidate& one)
{
    std::string text;
    for (const program::Reason& reason : one.reasons) {
        text += (text.empty() ? "" : "; ") + reason.adviser + " (" + reason.department +
                "): " + reason.words;
    }
    return text;
}

const std::vector<Column>& candidateColumns()
{
    static const std::vector<Column> columns = {
        {"recipient", "Recipient", ColumnType::Code},
        {"name", "Name", ColumnType::Text},
        {"nominators", "Nominators", ColumnType::Integer},
        {"reasons", "Reasons", ColumnType::Text},
        {"last_given_on", "Last given a box", ColumnType::Date},
        {"never_chosen", "Nominated, never chosen", ColumnType::Integer},
        {"warnings", "Speaks against", ColumnType::Text},
        {"listed", "On the list", ColumnType::Code},
        {"despite", "Chosen despite", ColumnType::Text},
        {"chosen_by", "Chosen by", ColumnType::Text},
        {"approved_by", "Approved by", ColumnType::Text}};
    return columns;
}

void writeCandidate(const Candidate& one, RowWriter& out)
{
    const program::Choice choice = one.choice.value_or(program::Choice{});
    out.code(one.code);
    out.text(one.name);
    out.integer(static_cast<std::int64_t>(one.reasons.size()));
    out.text(reasonsOf(one));
    dateOrEmpty(out, one.standing.lastGivenOn);
    out.integer(one.neverChosen);
    textUnlessEmpty(out, shownText(one.warnings));
    one.choice ? out.code(choice.isApproved() ? "approved" : "chosen") : out.empty();
    textUnlessEmpty(out, choice.despite);
    textUnlessEmpty(out, choice.chosenBy);
    textUnlessEmpty(out, choice.approvedBy);
    out.endRow();
}

} // namespace

int chooseList(Context& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const auto out = context.output().writer(tx.store().currency, Shape::Record);
        out->begin(candidateColumns());
        for (const Candidate& one : program::candidatesOf(tx, monthOf(context, "MONTH"))) {
            writeCandidate(one, *out);
        }
        out->end();
    });
}

int chooseAdd(Context& context)
{
    const Arguments& given = context.arguments();
    const program::ChoiceRequest request{.recipient = given.text("RECIPIENT"),
                                         .month = monthOf(context, "--month"),
                                         .despite = given.maybeText("--despite")};
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        out.begin(candidateColumns());
        writeCandidate(program::chooseRecipient(tx, request), out);
        out.end();
    });
}

int chooseRemove(Context& context)
{
    static const std::vector<Column> columns = {{"recipient", "Recipient", ColumnType::Code},
                                                {"month", "Off the list of", ColumnType::Date},
                                                {"reason", "Reason", ColumnType::Text}};
    const Arguments& given = context.arguments();
    const Month month = monthOf(context, "--month");
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        program::removeChoice(tx, given.text("RECIPIENT"), month, given.text("--reason"));
        out.begin(columns);
        out.code(given.text("RECIPIENT"));
        out.month(month);
        out.text(given.text("--reason"));
        out.endRow();
        out.end();
    });
}

int chooseApprove(Context& context)
{
    static const std::vector<Column> columns = {{"month", "Month", ColumnType::Date},
                                                {"approved", "Approved now", ColumnType::Integer},
                                                {"all", "On the list", ColumnType::Integer}};
    const Month month = monthOf(context, "MONTH");
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        const program::ApprovedList list = program::approveChoices(tx, month);
        out.begin(columns);
        out.month(month);
        out.integer(list.approved);
        out.integer(list.all);
        out.endRow();
        out.end();
    });
}

} // namespace giftbox::cli
