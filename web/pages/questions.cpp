#include "web/pages/questions.h"

#include "operations/call.h"
#include "operations/shown_rows.h"
#include "web/ui/form_page.h"

#include <array>
#include <utility>

namespace giftbox::web {

using foundation::FieldType;
using operations::Call;

namespace {

constexpr std::string_view kShelfQuestions = "Shelf";
constexpr std::string_view kBoxQuestions = "Boxes and people";
constexpr std::string_view kControlQuestions = "Control";

constexpr std::array kQuestions = {
    Question{.group = kShelfQuestions,
             .question = "What lies on the shelf, and what is it worth?",
             .command = "stock",
             .name = "stock",
             .page = "stock"},
    Question{.group = kShelfQuestions,
             .question = "Which lots lie on the shelf?",
             .command = "report lots",
             .name = "lots",
             .sums = "units|cost"},
    Question{.group = kShelfQuestions,
             .question = "How old is the stock?",
             .command = "report age",
             .name = "age",
             .sums = "units|cost|cost_0_30|cost_31_90|cost_91_180|cost_181_365|cost_over_365",
             .note = "By the day it was received. What came back from a box counts from the day "
                     "it came back."},
    Question{.group = kShelfQuestions,
             .question = "How did a month change the stock?",
             .command = "report roll-forward",
             .name = "roll-forward",
             .hidden = "part|line",
             .note = "From the opening to the closing stock, and the same for packed boxes. What "
                     "went out is negative."},
    Question{.group = kShelfQuestions,
             .question = "What came from which supplier, and what went back?",
             .command = "report receipts",
             .name = "receipts",
             .sums = "receipts|units|received_cost|corrected_cost|reversed_cost|returned_cost|"
                     "restock_cost"},
    Question{.group = kShelfQuestions,
             .question = "What came in and is on no bill yet?",
             .command = "receipt unbilled",
             .name = "unbilled",
             .page = "unbilled"},
    Question{.group = kBoxQuestions,
             .question = "What did the program cost, month by month?",
             .command = "report month",
             .name = "months",
             .page = "report"},
    Question{.group = kBoxQuestions,
             .question = "How does this year compare with the last one?",
             .command = "report year",
             .name = "year"},
    Question{.group = kBoxQuestions,
             .question = "What did boxes cost by adviser, department, group, or recipe?",
             .command = "report costs",
             .name = "costs",
             .sums = "boxes_given|contents_cost|packaging_cost|labor_cost|total_cost",
             .note = "The adviser is that of the first nomination that led to the box; the "
                     "department is the one that the journal books it to."},
    Question{.group = kBoxQuestions,
             .question = "Who was nominated, selected, and given a box?",
             .command = "report pipeline",
             .name = "pipeline",
             .sums = "boxes|total_cost"},
    Question{.group = kBoxQuestions,
             .question = "What became of the nominations of each adviser?",
             .command = "report nominations",
             .name = "nominations",
             .sums = "nominated|selected|given|declined|withdrawn"},
    Question{.group = kControlQuestions,
             .question = "What may be deducted of this year's gifts, and what is missing?",
             .command = "report gifts",
             .name = "gifts",
             .page = "gifts"},
    Question{.group = kControlQuestions,
             .question = "What does the ledger book?",
             .command = "journal preview",
             .name = "journal",
             .page = "journal"},
    Question{.group = kControlQuestions,
             .question = "Where were warnings and caps passed over, and why?",
             .command = "report exceptions",
             .name = "exceptions"},
    Question{.group = kControlQuestions,
             .question = "What was written off or miscounted, and why?",
             .command = "report corrections",
             .name = "corrections",
             .sums = "written_off_units|written_off_cost|under_units|under_cost|over_units|"
                     "over_cost"},
    Question{.group = kControlQuestions,
             .question = "Who changed what, and when?",
             .command = "audit",
             .name = "audit"},
    // Where the numbers of other pages lead to.
    Question{.question = "Where does this figure come from?",
             .command = "explain report",
             .name = "explain-report"},
    Question{.question = "What is in this line?",
             .command = "explain roll-forward",
             .name = "explain-roll-forward"},
    Question{.question = "What remains under this cap?",
             .command = "explain cap",
             .name = "explain-cap"},
    Question{.question = "Where does the cost of this box come from?",
             .command = "explain box",
             .name = "explain-box"},
    Question{
        .question = "What is left of this lot?", .command = "explain lot", .name = "explain-lot"},
    Question{.question = "What is in this batch?",
             .command = "explain journal",
             .name = "explain-journal"},
    Question{
        .question = "What is in this entry?", .command = "explain entry", .name = "explain-entry"}};

/// The call that the address asks for.
Call callOf(const RequestContext& context, const operations::Operation& operation)
{
    foundation::JsonBody said;
    for (const foundation::FieldInfo& field : operation.fields) {
        const std::string name(field.name);
        if (!context.query.has(name) || context.query.text(name).empty()) {
            if (field.need == foundation::Need::Required) {
                throw foundation::Refusal("page.unknown");
            }
            continue;
        }
        if (field.type == FieldType::Integer) {
            said.fields.emplace(name, maybeIntegerIn(context.query, name).value());
        } else {
            said.fields.emplace(name, context.query.text(name));
        }
    }
    Call call(operation, std::move(said), context.caller());
    call.today = context.today();
    return call;
}

} // namespace

const operations::Operation& Question::operation() const
{
    return *operations::operationOf(command);
}

std::span<const Question> questions() { return kQuestions; }

void writeAnswer(RequestContext& context, const books::ReadTransaction& tx,
                 const Question& question, foundation::RowWriter& out)
{
    Call call = callOf(context, question.operation());
    operations::ShownRows rows(out);
    const auto seen = foundation::makeHidingWriter(rows, context.seen());
    do {
        call.setPage(operations::kLongestPage, std::exchange(call.next, std::nullopt));
        call.operation().read(call, tx, *seen);
    } while (call.next);
    out.end();
}

std::optional<std::string> writeAnswerPage(RequestContext& context,
                                           const books::ReadTransaction& tx,
                                           const Question& question, foundation::RowWriter& out)
{
    Call call = callOf(context, question.operation());
    operations::ShownRows rows(out, question.hidden);
    const auto seen = foundation::makeHidingWriter(rows, context.seen());
    call.setPage(operations::kPage, context.query.has("after")
                                        ? std::optional(context.query.text("after"))
                                        : std::nullopt);
    call.operation().read(call, tx, *seen);
    return call.next;
}

} // namespace giftbox::web
