#include "web/pages/many.h"

#include "access/secret.h"
#include "books/request.h"
#include "foundation/digest.h"
#include "web/http/http_text.h"
#include "web/pages/pages.h"
#include "web/pages/slots.h"
#include "web/ui/months.h"
#include "web/ui/operation_form.h"
#include "web/ui/run_form.h"

#include <algorithm>

namespace giftbox::web {

using access::Action;
using foundation::Refusal;

namespace {

constexpr ManyForm kManyForms[] = {
    {"boxes/pack-checked", "boxes", "planned", "Pack", "box pack", "no", "Box {row}",
     "{n} {n|box|boxes} packed."},
    {"boxes/hand-over-checked", "boxes", "packed", "Hand over", "box give", "no", "Box {row}",
     "{n} {n|box|boxes} handed over."},
    {.path = "boxes/print-checked",
     .place = "boxes",
     .states = "planned|packed|given",
     .button = "Print packing slips",
     .file = "slips.pdf",
     .action = Action::Pack},
    {.path = "notes/sign-checked",
     .place = "notes",
     .states = "written",
     .button = "Sign for {signer}",
     .command = "note sign",
     .field = "no",
     .row = "Note for box {row}",
     .done = "{n} {n|note|notes} signed by {signer}.",
     .also = "signer"},
    {.path = "notes/print-checked",
     .place = "notes",
     .states = "written|signed",
     .button = "Print notes",
     .file = "notes.pdf",
     .action = Action::EditNote},
    {"select/add-checked", "select", "nominated", "Select", "select add", "recipient", "{row}",
     "{n} {n|person|people} selected."},
    {"select/approve-checked", "select", "selected", "Approve", "select approve", "recipient",
     "{row}", "{n} {n|person|people} approved."}};

bool isFor(const ManyForm& form, std::string_view state)
{
    return ("|" + std::string(form.states) + "|").find("|" + std::string(state) + "|") !=
           std::string::npos;
}

/// The list as it was, with the rows that were checked left out.
std::string listAddress(const RequestContext& context, const ManyForm& form)
{
    const std::string query = queryText(parseUrlEncoded(context.form.text("query")).fields());
    return context.address(form.place) + (query.empty() ? "" : "?" + query);
}

/// Throws Refusal `many.none`, `many.too_many`.
std::vector<std::string> rowsChecked(const RequestContext& context)
{
    std::vector<std::string> rows = context.form.all("row");
    if (rows.empty()) {
        throw Refusal("many.none");
    }
    if (rows.size() > kRowsOfPage) {
        throw Refusal("many.too_many", {{"most", std::int64_t(kRowsOfPage)}});
    }
    return rows;
}

foundation::Said slotsOf(const RequestContext& context, const std::string& row, std::size_t count)
{
    return {{"row", row}, {"n", std::to_string(count)}, {"signer", context.form.text("signer")}};
}

/// What was refused, by row.
struct Refused {
    std::string row;
    std::string sentence;
};

/// The operation on one row. Sent twice, it is done once.
void doOne(RequestContext& context, const ManyForm& form, const std::string& row)
{
    const operations::Operation& operation = *operations::operationOf(form.command);
    foundation::JsonFields fields;
    const foundation::FieldInfo& named = operation.field(form.field);
    if (named.type == foundation::FieldType::Integer) {
        fields.emplace(form.field, foundation::wholeNumber(row, form.field));
    } else {
        fields.emplace(form.field, row);
    }
    for (const std::string_view other : {std::string_view("month"), form.also}) {
        const std::string value = context.form.text(std::string(other));
        const bool isKnown =
            std::ranges::find(operation.fields, other, &foundation::FieldInfo::name) !=
            operation.fields.end();
        if (isKnown && !value.empty()) {
            fields.emplace(other, value);
        }
    }
    doOperation(context, operation, {.fields = std::move(fields), .lists = {}},
                books::digestOf(std::vector<std::string>{context.form.text("request_key"), row}));
}

Response refusedPage(const RequestContext& context, const ManyForm& form,
                     const std::vector<Refused>& refused, std::size_t all)
{
    Table table({{"Not done"}, {"Why"}}, context.format);
    for (const Refused& one : refused) {
        table.text(filled(std::string(form.row), slotsOf(context, one.row, 1)))
            .text(one.sentence)
            .endRow();
    }
    const std::size_t done = all - refused.size();
    View view;
    view.list("table", table.views(""))
        .text("heading",
              std::to_string(refused.size()) + " of " + std::to_string(all) + " could not be done")
        .text("done", done == 0 ? "Nothing was changed."
                                : filled(std::string(form.done), slotsOf(context, "", done)))
        .text("back", listAddress(context, form));
    Response response = context.page("many", "Not all was done", view);
    response.status = 422;
    return response;
}

Response fileOf(const RequestContext& context, const ManyForm& form,
                const std::vector<std::string>& rows)
{
    Fields query;
    for (const std::string& row : rows) {
        query.emplace_back("box", row);
    }
    return redirectTo(context.address(form.file) + "?" + queryText(query));
}

} // namespace

std::span<const ManyForm> manyForms() { return kManyForms; }

Action actionOf(const ManyForm& form)
{
    return form.command.empty() ? form.action : operations::operationOf(form.command)->action;
}

void Checkable::add(Table& table, std::string_view state, const std::string& row,
                    const std::vector<std::string>& says)
{
    for (const ManyForm& form : kManyForms) {
        if (form.place != place_ || !isFor(form, state) || !context_.may(actionOf(form))) {
            continue;
        }
        const std::string_view shown = form.row.empty() ? "Box {row}" : form.row;
        table.checkable(row, filled(std::string(shown), {{"row", row}}));
        if (form.also.empty()) {
            used_.emplace(form.path, "");
        }
        for (const std::string& one : form.also.empty() ? std::vector<std::string>() : says) {
            used_.emplace(form.path, one);
        }
    }
}

std::vector<ManyButton> Checkable::buttons() const
{
    std::vector<ManyButton> buttons;
    for (const ManyForm& form : kManyForms) {
        for (const auto& [path, said] : used_) {
            if (path == form.path) {
                const std::string field(form.also);
                buttons.push_back({context_.address(form.path),
                                   filled(std::string(form.button), {{field, said}}), field, said});
            }
        }
    }
    return buttons;
}

Response manyPage(RequestContext& context)
{
    const auto form = std::ranges::find_if(
        kManyForms, [&](const ManyForm& one) { return context.request.path.ends_with(one.path); });
    requireKey(context.form);
    const std::vector<std::string> rows = rowsChecked(context);
    if (form->command.empty()) {
        return fileOf(context, *form, rows);
    }
    std::vector<Refused> refused;
    for (const std::string& row : rows) {
        try {
            doOne(context, *form, row);
        } catch (const Refusal& refusal) {
            refused.push_back({row, refusal.sentence(context.format)});
        }
    }
    if (!refused.empty()) {
        return refusedPage(context, *form, refused, rows.size());
    }
    return redirectWithNotice(
        context, listAddress(context, *form),
        {.sentence = filled(std::string(form->done), slotsOf(context, "", rows.size()))});
}

} // namespace giftbox::web
