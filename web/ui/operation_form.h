#pragma once

#include <algorithm>

#include "operations/undo.h"
#include "web/ui/run_form.h"

namespace giftbox::web {

/// Begins a row of a form for one item of a category; no SKU has a blank.
inline constexpr std::string_view kAny = "any ";

/// The field of the file that an operation takes.
inline constexpr std::string_view kFileField = "file";

/// The fields that an operation, or a thing, asks for, with their values as they are now (see foundation::Said). Lists
/// are rows of the form.
std::vector<Field> fieldsOf(std::span<const foundation::FieldInfo> infos,
                            const foundation::Said& now = {});
/// Those of the operation's fields that a form asks for, in this order.
std::vector<Field> fieldsOf(std::string_view command, const std::vector<std::string_view>& names);
/// The field of this name, to change its look. Throws std::logic_error.
Field& fieldNamed(std::vector<Field>& fields, std::string_view name);

/// The fields of an operation on a record, with the current values. A field that the record must have is required in
/// an edit too, although the operation leaves a missing field unchanged.
template <class T>
std::vector<Field> fieldsOf(std::span<const foundation::FieldInfo> infos,
                            foundation::Fields<T> fields, const T& thing)
{
    foundation::Said values;
    for (const foundation::Field<T>& field : fields) {
        values.emplace(field.info.name, textOf(field, thing));
    }
    std::vector<Field> shown = fieldsOf(infos, values);
    for (const foundation::Field<T>& field : fields) {
        const auto one = std::ranges::find(shown, field.info.name, &Field::name);
        if (one != shown.end() && field.info.need == foundation::Need::Required) {
            one->isNeeded = true;
        }
    }
    return shown;
}

/// One row of an answer: values by column, as people of the store write them.
using AnsweredRow = std::map<std::string, std::string, std::less<>>;

/// What an operation has answered with, and where.
struct Answered {
    const books::ReadTransaction& tx;
    std::vector<AnsweredRow> rows = {};
    std::map<std::string, foundation::Money, std::less<>> sums = {}; ///< of the columns of amounts

    /// Of the first row.
    const std::string& at(std::string_view column) const
    {
        return rows.front().find(column)->second;
    }
};

/// How a form does an operation.
struct FormWork {
    std::string_view command;
    const operations::Operation* operation = nullptr; ///< else the one of the command
    /// What a person reads once it is done.
    std::function<Done(const Answered&)> done = {};
    /// Is done before the operation.
    std::function<void(books::WriteTransaction&)> check = {};
    /// Says to the operation what the form says otherwise than by the fields of the operation.
    std::function<void(const books::ReadTransaction&, foundation::JsonBody&)> say = {};
    /// Is told what the operation refuses; the form is shown with what is then its page.
    std::function<void(books::WriteTransaction&, const foundation::Refusal&)> refused = {};
};

/// As runForm, with the operation as the work; where a box is refused, what may go into it instead is said.
Response runOperation(RequestContext& context, const FormPage& asked, const FormWork& work);
/// The same of an operation whose answer is one row.
Response runOperation(RequestContext& context, const FormPage& page, std::string_view command,
                      const std::function<Done(const AnsweredRow&)>& done,
                      const std::function<void(const books::ReadTransaction&)>& check = {});
/// The field of a reason, where an operation asks for one.
inline constexpr const char* kReasonField = "reason";
/// As runForm, with what undoes an operation as the work; the page may ask for its reason. Throws Refusal
/// `undo.changed`, and those of the operation that undoes it.
Response runUndo(RequestContext& context, const FormPage& page, const operations::Undo& undo,
                 const Done& done);
/// Does an operation outside of a form, in a transaction of its own, once for each request key. Throws what it throws.
void doOperation(RequestContext& context, const operations::Operation& operation,
                 foundation::JsonBody said, const std::string& requestKey);
/// The one row that is written: values by column, as people of the store write them.
AnsweredRow shownRow(const StoreFormat& format,
                     const std::function<void(foundation::RowWriter&)>& write);

} // namespace giftbox::web
