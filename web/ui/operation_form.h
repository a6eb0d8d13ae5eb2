#pragma once

#include <algorithm>

#include "operations/call.h"
#include "web/ui/run_form.h"

namespace giftbox::web {

/// The fields that an operation, or a thing, asks for, with their values as they are now (see foundation::Said).
std::vector<Field> fieldsOf(std::span<const foundation::FieldInfo> infos,
                            const foundation::Said& now = {});
/// The field of this name among them, to say how it looks. Throws std::logic_error.
Field& fieldNamed(std::vector<Field>& fields, std::string_view name);

/// The fields that an operation asks for of a thing, as the thing is now. What a thing must have is needed when it is
/// edited
/// as well, where the operation takes a field that is left out for one that stays.
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

/// What was typed into the fields of the operation. Throws FieldRefusal for what cannot be read.
operations::Call callIn(const RequestContext& context, const operations::Operation& operation);

/// As runForm, with the operation as the work. `check` is done before it, where there is one; `done` says what a person
/// reads, of the row that the operation answers with: values by column as people of the store write them.
using AnsweredRow = std::map<std::string, std::string, std::less<>>;
Response runOperation(RequestContext& context, const FormPage& page, std::string_view command,
                      const std::function<Done(const AnsweredRow&)>& done,
                      const std::function<void(const books::ReadTransaction&)>& check = {});

} // namespace giftbox::web
