#pragma once

#include "operations/call.h"
#include "web/ui/run_form.h"

namespace giftbox::web {

/// The fields that an operation, or a thing, asks for, with their values as they are now (see foundation::Said).
std::vector<Field> fieldsOf(std::span<const foundation::FieldInfo> infos,
                            const foundation::Said& now = {});
/// The field of this name among them, to say how it looks. Throws std::logic_error.
Field& fieldNamed(std::vector<Field>& fields, std::string_view name);

/// The values of a thing, for fieldsOf.
template <class T>
foundation::Said valuesOf(foundation::Fields<T> fields, const T& thing)
{
    foundation::Said values;
    for (const foundation::Field<T>& field : fields) {
        values.emplace(field.info.name, textOf(field, thing));
    }
    return values;
}

/// What was typed into the fields of the operation. Throws FieldRefusal for what cannot be read.
operations::Call callIn(const Visit& visit, const operations::Operation& operation);

/// As runForm, with the operation as the work. `check` is done before it, where there is one; `done` says what a person reads, of the row that the operation
/// answers with: values by column as people of the store write them.
using AnsweredRow = std::map<std::string, std::string, std::less<>>;
Response runOperation(Visit& visit, const FormPage& page, std::string_view command,
                      const std::function<Done(const AnsweredRow&)>& done,
                      const std::function<void(const books::ReadTransaction&)>& check = {});

} // namespace giftbox::web
