#pragma once

#include <algorithm>

#include "operations/call.h"
#include "web/ui/run_form.h"

namespace giftbox::web {

/// The fields of an operation or a record, with their current values (see foundation::Said).
std::vector<Field> fieldsOf(std::span<const foundation::FieldInfo> infos,
                            const foundation::Said& now = {});
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

/// The typed fields of the operation. Throws FieldRefusal for a value that is not readable.
operations::Call callIn(const RequestContext& context, const operations::Operation& operation);

/// runForm with the operation as the work. `check`, if given, runs first; `done` makes the notice from the answered
/// row: values by column, in the store's format.
using AnsweredRow = std::map<std::string, std::string, std::less<>>;
Response runOperation(RequestContext& context, const FormPage& page, std::string_view command,
                      const std::function<Done(const AnsweredRow&)>& done,
                      const std::function<void(const books::ReadTransaction&)>& check = {});

} // namespace giftbox::web
