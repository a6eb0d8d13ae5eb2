#include "web/ui/delivery_lines.h"

#include "foundation/fields.h"
#include "foundation/refusal.h"

#include <algorithm>
#include <array>

namespace giftbox::web {

using foundation::Refusal;

namespace {

/// The fields of a row: in the form, in the operation, and what they are.
struct RowField {
    const char* typed;
    const char* name;
    foundation::FieldType type;
};

constexpr std::array<RowField, 6> kRowFields = {
    {{"sku", "sku", foundation::FieldType::Text},
     {"line_units", "units", foundation::FieldType::Integer},
     {"line_cost", "cost", foundation::FieldType::Amount},
     {"line_packs", "packs", foundation::FieldType::Integer},
     {"line_pack_size", "pack_size", foundation::FieldType::Integer},
     {"line_price", "price", foundation::FieldType::Amount}}};

using TypedRow = std::array<std::string, kRowFields.size()>;

/// Without those that are empty.
std::vector<TypedRow> typedRows(const Form& form)
{
    std::vector<TypedRow> rows(form.all("sku").size());
    for (std::size_t field = 0; field < kRowFields.size(); ++field) {
        const auto values = form.all(kRowFields[field].typed);
        for (std::size_t i = 0; i < std::min(rows.size(), values.size()); ++i) {
            rows[i][field] = values[i];
        }
    }
    std::erase_if(
        rows, [](const TypedRow& row) { return std::ranges::all_of(row, &std::string::empty); });
    return rows;
}

foundation::JsonScalar valueOfCell(const RowField& field, const std::string& text,
                                   const StoreFormat& format)
{
    if (field.type == foundation::FieldType::Text) {
        return text;
    }
    if (field.type == foundation::FieldType::Amount) {
        return toText(format.parseAmount(text), format.currency());
    }
    return foundation::wholeNumber(text, field.name);
}

} // namespace

std::vector<foundation::JsonFields> deliveryLinesIn(const Form& form, const StoreFormat& format)
{
    std::vector<foundation::JsonFields> lines;
    foundation::Faults faults;
    for (const TypedRow& row : typedRows(form)) {
        foundation::JsonFields& line = lines.emplace_back();
        line["sku"] = "";
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (row[i].empty()) {
                continue;
            }
            try {
                line[kRowFields[i].name] = valueOfCell(kRowFields[i], row[i], format);
            } catch (const Refusal& refusal) {
                faults.add(refusal.about("lines").saidAs(foundation::Sentence(
                    "part.line_fault", {{"line", lines.size()}, {"fault", refusal.said()}})));
            }
        }
    }
    faults.throwIfAny();
    return lines;
}

std::vector<View> deliveryLineViews(const Form& form, std::size_t fewest,
                                    const std::function<std::string(const std::string&)>& nameOf)
{
    const std::vector<TypedRow> rows = typedRows(form);
    std::vector<View> views;
    for (std::size_t i = 0; i < std::max(rows.size() + 1, fewest); ++i) {
        const TypedRow row = i < rows.size() ? rows[i] : TypedRow();
        View view;
        view.number("row", static_cast<std::int64_t>(i + 1))
            .text("sku", row[0])
            .text("found", nameOf(row[0]))
            .text("units", row[1])
            .text("cost", row[2])
            .text("packs", row[3])
            .text("pack_size", row[4])
            .text("price", row[5]);
        views.push_back(std::move(view));
    }
    return views;
}

} // namespace giftbox::web
