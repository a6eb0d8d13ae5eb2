#pragma once

#include "exchange/import_file.h"
#include "foundation/fields.h"
#include "foundation/text.h"

namespace giftbox::exchange {

/// The columns of a file of things by their fields: what may be said of a new one, in the order of the fields.
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

    /// The row as it stands; what the file has no column for is as of a new thing. What cannot be read is a bad cell.
    T read(ImportFile& file) const
    {
        T thing;
        for (std::size_t at = 0; at < fields_.size(); ++at) {
            file.holds(file.line(), at, [&] { setText(*fields_[at], thing, cell(file, at)); });
        }
        return thing;
    }

    /// Gives what the file has no column for, and what no file has, the values that are there.
    void keepOthers(const ImportFile& file, T& thing, const T& there) const
    {
        T kept = there;
        for (std::size_t at = 0; at < fields_.size(); ++at) {
            if (file.has(at)) {
                takeText(*fields_[at], kept, textOf(*fields_[at], thing));
            }
        }
        thing = std::move(kept);
    }

    /// Words that were kept before blanks were cut are the same as those of the file, of which they are.
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
            file.reject(at, "is " + foundation::quoted(cell) + "; expected 1, 0, or nothing");
        }
        return cell == "1" ? "yes" : "no";
    }

    std::vector<const foundation::Field<T>*> fields_;
};

} // namespace giftbox::exchange
