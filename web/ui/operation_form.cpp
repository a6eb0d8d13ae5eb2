#include "web/ui/operation_form.h"

#include "books/request.h"
#include "foundation/check.h"
#include "foundation/refusal.h"
#include "web/ui/delivery_lines.h"
#include "web/ui/suggested.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace giftbox::web {

using foundation::FieldInfo;
using foundation::FieldType;
using operations::Operation;

namespace {

/// The rows, as people of the store write them.
class RowReader final : public foundation::RowWriter {
public:
    explicit RowReader(const StoreFormat& format) : format_(format) {}
    void begin(std::span<const foundation::Column> columns) override { columns_ = columns; }
    void text(std::string_view value) override { add(std::string(value)); }
    void code(std::string_view value) override { add(std::string(value)); }
    void integer(std::int64_t value) override { add(std::to_string(value)); }
    void amount(foundation::Money value) override
    {
        sums[column()] += value;
        add(format_.withCode(value));
    }
    void date(foundation::Date value) override { add(format_.shown(value)); }
    void month(foundation::Month value) override { add(format_.shown(value)); }
    void empty() override { add(""); }
    void sentences(const std::vector<foundation::Sentence>& value) override
    {
        add(textOf(value, format_));
    }
    void endRow() override
    {
        GIFTBOX_CHECK(row_.size() == columns_.size());
        rows.push_back(std::exchange(row_, {}));
    }
    void end() override {}

    std::vector<AnsweredRow> rows;
    std::map<std::string, foundation::Money, std::less<>> sums;

private:
    const std::string& column() const
    {
        GIFTBOX_CHECK(row_.size() < columns_.size());
        return columns_[row_.size()].name;
    }
    void add(std::string value) { row_.emplace(column(), std::move(value)); }

    const StoreFormat& format_;
    std::span<const foundation::Column> columns_;
    AnsweredRow row_;
};

/// Names, one per line.
std::vector<foundation::JsonFields> namesIn(const std::string& text)
{
    std::vector<foundation::JsonFields> names;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        if (std::string name = foundation::entered(line); !name.empty()) {
            names.push_back({{"name", std::move(name)}});
        }
    }
    return names;
}

std::vector<foundation::JsonFields> rowsOf(const std::vector<gifting::BoxLine>& lines)
{
    std::vector<foundation::JsonFields> rows;
    for (const gifting::BoxLine& line : lines) {
        rows.push_back({{"sku", line.sku}, {"units", line.units}});
    }
    return rows;
}

/// The typed value in its canonical text.
foundation::JsonScalar valueIn(const RequestContext& context, const FieldInfo& info)
{
    const std::string name(info.name);
    const std::string& typed = context.form.text(name);
    if (typed.empty()) {
        return typed;
    }
    if (info.type == FieldType::Integer) {
        return integerIn(context.form, name);
    }
    if (info.type == FieldType::Amount) {
        return toText(amountIn(context.form, name, context.format), context.format.currency());
    }
    return typed;
}

/// The rows of a form whose rows are items or one of a category.
void takeRows(const Form& form, const std::string& items, const std::string& categories,
              foundation::JsonBody& said)
{
    for (const gifting::BoxLine& row : typedLines(form)) {
        const bool isAny = row.sku.starts_with(kAny);
        said.lists[isAny ? categories : items].push_back(
            {{isAny ? "category" : "sku", isAny ? row.sku.substr(kAny.size()) : row.sku},
             {"units", row.units}});
    }
}

/// The lists that the operation takes, from the rows of the form.
void takeLists(const RequestContext& context, const books::ReadTransaction& tx,
               const Operation& operation, foundation::JsonBody& said)
{
    const auto nameOf = [&](FieldType type) {
        const auto found = std::ranges::find(operation.fields, type, &FieldInfo::type);
        return found == operation.fields.end() ? std::string() : std::string(found->name);
    };
    const std::string items = nameOf(FieldType::Lines);
    const std::string categories = nameOf(FieldType::Categories);
    for (const FieldInfo& field : operation.fields) {
        if (field.type == FieldType::Names) {
            const std::string name(field.name);
            said.lists.emplace(name, namesIn(context.form.text(name)));
        }
    }
    if (const std::string received = nameOf(FieldType::Received); !received.empty()) {
        said.lists.emplace(received, deliveryLinesIn(context.form, context.format));
    }
    if (!categories.empty()) {
        takeRows(context.form, items, categories, said);
    } else if (!items.empty()) {
        said.lists.emplace(items, rowsOf(linesIn(tx, context.form)));
    }
}

/// Throws Refusal `import.no_file`.
std::string_view fileIn(const Form& form)
{
    const Upload* const upload = form.upload(kFileField);
    if (upload == nullptr || upload->fileName.empty()) {
        throw foundation::Refusal("import.no_file");
    }
    return upload->content;
}

const Operation& operationOf(const FormWork& work)
{
    return work.operation != nullptr ? *work.operation : *operations::operationOf(work.command);
}

/// The operation as the form says it, in an open transaction. A field is emptied where the page showed a value in it.
/// Throws Refusal about a value that cannot be read.
operations::Call callIn(const RequestContext& context, const FormPage& page,
                        const books::ReadTransaction& tx, const FormWork& work)
{
    const Operation& operation = operationOf(work);
    foundation::JsonBody said;
    for (const FieldInfo& info : operation.fields) {
        const std::string name(info.name);
        if (info.asked != foundation::Asked::Everywhere ||
            !operations::lineFields(info.type).empty()) {
            continue;
        }
        const bool isSent = !context.form.all(name).empty();
        const auto shown = std::ranges::find(page.fields, name, &Field::name);
        const bool isEmptied =
            isSent && info.mayBeEmptied && shown != page.fields.end() && !shown->value.empty();
        if (context.form.has(name) || isEmptied) {
            said.fields.emplace(name, valueIn(context, info));
        } else if (info.need == foundation::Need::Required && !isSent) {
            throw foundation::Refusal("field.missing", {{"field", info.name}}).about(info.name);
        }
    }
    takeLists(context, tx, operation, said);
    if (work.say) {
        work.say(tx, said);
    }
    operations::Call call(operation, std::move(said), context.caller());
    call.today = context.today();
    if (operation.takesFile()) {
        call.file = fileIn(context.form);
    }
    return call;
}

} // namespace

AnsweredRow shownRow(const StoreFormat& format,
                     const std::function<void(foundation::RowWriter&)>& write)
{
    RowReader reader(format);
    write(reader);
    return std::move(reader.rows.front());
}

namespace {

/// The value of the column that names what was changed; empty where the rows are about several things.
std::string namedIn(const std::vector<AnsweredRow>& rows, std::string_view column)
{
    if (column.empty() || rows.empty()) {
        return "";
    }
    const std::string& value = rows.front().find(column)->second;
    const bool isOne = std::ranges::all_of(
        rows, [&](const AnsweredRow& row) { return row.find(column)->second == value; });
    return isOne ? value : "";
}

/// Adds how the change is undone, if the visitor may: in the form of what undoes it, or by a call that is kept.
void addUndo(const RequestContext& context, const books::ReadTransaction& tx,
             operations::Call& call, const operations::UndoOf& undo,
             const std::vector<AnsweredRow>& rows, Done& done)
{
    const operations::Inverse& inverse = call.operation().inverse;
    const std::string named = namedIn(rows, inverse.column);
    if (inverse.empty() || context.undoAddress == nullptr ||
        (named.empty() && !inverse.column.empty())) {
        return;
    }
    if (inverse.thing == nullptr && inverse.same.empty()) {
        done.undo = context.undoAddress(context, inverse.command, named);
        return;
    }
    const auto by = undo.after(call, tx, named);
    if (by && context.may(by->by->action)) {
        done.undo = context.address("undo?of=" + encodePercent(context.form.text("request_key")));
        done.undoCall = textOf(*by);
    }
}

/// The form, with what of the operation cannot be undone.
FormPage withWords(FormPage page, const Operation& operation)
{
    page.intro +=
        (page.intro.empty() || operation.oneWay.empty() ? "" : " ") + std::string(operation.oneWay);
    return page;
}

std::any preparedFor(RequestContext& context, const FormPage& page, const FormWork& work)
{
    takeSuggested(context, page);
    requireReadable(page, context.form, context.format);
    operations::Call call = context.read(
        [&](const books::ReadTransaction& tx) { return callIn(context, page, tx, work); });
    call.operation().prepare(call, context.database);
    return std::move(call.prepared);
}

/// After the commit, says what could not be done since.
Response finished(const RequestContext& context, const Operation& operation, Response response)
{
    const auto location = std::ranges::find(response.headers, "Location", &Header::name);
    if (!context.isForm() || location == response.headers.end()) {
        return response;
    }
    const auto undone = operations::finish(operation, context.database);
    return undone ? redirectWithNotice(context, location->value,
                                       {.sentence = undone->text(context.format)})
                  : std::move(response);
}

} // namespace

Response runOperation(RequestContext& context, const FormPage& asked, const FormWork& work)
{
    const Operation& operation = operationOf(work);
    FormPage page = withWords(asked, operation);
    Advise advise;
    if (operation.withSubstitutes != nullptr) {
        advise = [&](const books::ReadTransaction& tx, const foundation::Refusal& refusal) {
            if (!gifting::asksForSubstitutes(refusal)) {
                return std::vector<foundation::Sentence>();
            }
            operations::Call call = callIn(context, page, tx, work);
            return operation.withSubstitutes(call, tx, refusal).sentences();
        };
    }
    std::any prepared;
    if (operation.prepare != nullptr && context.isForm()) {
        try {
            prepared = preparedFor(context, page, work);
        } catch (const foundation::Refusal& refusal) {
            return showForm(context, page, &refusal);
        }
    }
    const auto write = [&](books::WriteTransaction& tx) {
        if (work.check) {
            work.check(tx);
        }
        operations::Call call = callIn(context, page, tx, work);
        call.today = tx.today();
        call.prepared = prepared;
        const operations::UndoOf undo(call, tx);
        RowReader answer(context.format);
        try {
            operation.write(call, tx, answer);
        } catch (const foundation::Refusal& refusal) {
            if (work.refused) {
                work.refused(tx, refusal);
                page = withWords(asked, operation); // it may have changed
            }
            throw;
        }
        Done done = work.done({.tx = tx, .rows = answer.rows, .sums = std::move(answer.sums)});
        addUndo(context, tx, call, undo, answer.rows, done);
        return done;
    };
    return finished(context, operation,
                    runForm(context, page, "web " + std::string(work.command), write, advise));
}

Response runOperation(RequestContext& context, const FormPage& page, std::string_view command,
                      const std::function<Done(const AnsweredRow&)>& done,
                      const std::function<void(const books::ReadTransaction&)>& check)
{
    return runOperation(context, page,
                        {.command = command,
                         .done = [&](const Answered& answer) { return done(answer.rows.front()); },
                         .check = check});
}

Response runUndo(RequestContext& context, const FormPage& page, const operations::Undo& undo,
                 const Done& done)
{
    const auto write = [&](books::WriteTransaction& tx) {
        foundation::JsonBody said = undo.said;
        if (context.form.has(kReasonField)) {
            said.fields.insert_or_assign(kReasonField, context.form.text(kReasonField));
        }
        operations::Call call(*undo.by, std::move(said), context.caller());
        call.today = tx.today();
        requireStill(undo, call, tx);
        const operations::UndoOf again(call, tx);
        RowReader answer(context.format);
        undo.by->write(call, tx, answer);
        Done undone = done;
        addUndo(context, tx, call, again, answer.rows, undone);
        return undone;
    };
    return runForm(context, page, "web " + std::string(undo.by->command), write);
}

void doOperation(RequestContext& context, const Operation& operation, foundation::JsonBody said,
                 const std::string& requestKey)
{
    books::Actor actor = context.actor();
    actor.requestKey = requestKey;
    std::vector<std::string> asked = {actor.name, std::string(operation.command)};
    for (const auto& [name, value] : operations::saidOf(said.fields)) {
        asked.insert(asked.end(), {name, value});
    }
    const books::KeyedRequest request{.command = "web " + std::string(operation.command),
                                      .digest = books::digestOf(asked)};
    books::write(context.database, context.store, actor, [&](books::WriteTransaction& tx) {
        return books::once(tx, request, [&] {
            operations::Call call(operation, said, context.caller());
            call.today = tx.today();
            RowReader answer(context.format);
            operation.write(call, tx, answer);
            return std::string("{}");
        });
    });
}

} // namespace giftbox::web
