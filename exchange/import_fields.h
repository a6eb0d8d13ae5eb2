#pragma once

#include "exchange/import_file.h"
#include "exchange/zero_codes.h"
#include "foundation/fields.h"
#include "foundation/fold.h"
#include "foundation/text.h"

#include <algorithm>

namespace giftbox::exchange {

/// The columns of a file of objects: the fields of a new one, in order.
template <class T>
class FieldColumns {
public:
    explicit FieldColumns(foundation::Fields<T> fields)
    {
        for (const foundation::Field<T>& field : fields) {
            if (field.mayBeSaid(foundation::Stage::New)) {
                fields_.push_back(&field);
            }
        }
    }

    std::vector<ImportColumn> columns() const
    {
        std::vector<ImportColumn> columns;
        for (const auto* field : fields_) {
            columns.push_back({std::string(field->info.name), field->isNeededInFile});
        }
        return columns;
    }

    /// The row. Fields without a column have the defaults of a new object. Unreadable cells are marked as bad.
    T read(ImportFile& file) const
    {
        T thing;
        for (std::size_t at = 0; at < fields_.size(); ++at) {
            file.holds(file.line(), at, [&] { setText(*fields_[at], thing, cell(file, at)); });
        }
        return thing;
    }

    /// Copies the fields that the file, or any file, has no column for from the existing object, and numbers that
    /// differ only by zeros at the beginning, which a spreadsheet dropped.
    void keepOthers(const ImportFile& file, T& thing, const T& there) const
    {
        T kept = there;
        for (std::size_t at = 0; at < fields_.size(); ++at) {
            if (file.has(at) &&
                !areSameNumber(textOf(*fields_[at], thing), textOf(*fields_[at], there))) {
                takeText(*fields_[at], kept, textOf(*fields_[at], thing));
            }
        }
        thing = std::move(kept);
    }

    /// The fields that differ and cannot be edited.
    bool differsForGood(const T& there, const T& here) const
    {
        return std::ranges::any_of(fields_, [&](const auto* field) {
            return field->edited == foundation::Edited::Never &&
                   textOf(*field, there) != textOf(*field, here);
        });
    }

    /// Texts stored before blanks were trimmed equal those in the file they came from.
    T entered(T thing) const
    {
        for (const auto* field : fields_) {
            takeText(*field, thing, foundation::entered(textOf(*field, thing)));
        }
        return thing;
    }

private:
    std::string cell(ImportFile& file, std::size_t at) const
    {
        if (fields_[at]->info.type == foundation::FieldType::Integer) {
            const auto number = file.integer(at);
            return number ? std::to_string(*number) : "";
        }
        if (fields_[at]->info.type == foundation::FieldType::YesNo) {
            return mark(file, at);
        }
        return fields_[at]->isCode ? std::string(file.code(at)) : file.text(at);
    }

    static std::string mark(ImportFile& file, std::size_t at)
    {
        const std::string_view cell = file.code(at);
        if (!cell.empty() && cell != "0" && cell != "1") {
            file.reject(at, foundation::quoted(cell) +
                                " is not valid. Enter 1 or 0, or leave it empty.");
        }
        return cell == "1" ? "yes" : "no";
    }

    std::vector<const foundation::Field<T>*> fields_;
};

} // namespace giftbox::exchange
