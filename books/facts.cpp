#include "books/facts.h"

#include "foundation/check.h"
#include "foundation/database/batch.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace giftbox::books {

using foundation::Batch;
using foundation::Bind;
using foundation::Value;

namespace {

using enum FactColumn::Kind;

// Add new columns at the end of a table's list.
constexpr FactColumn kStoreColumns[] = {{"code", Text},     {"name", Text}, {"legal_entity", Text},
                                        {"currency", Text}, {"created_at"}, {"sample", Flag}};
constexpr FactColumn kStoreSettingColumns[] = {
    {"name", Text, {}, {}, "minimum_gift_interval=waiting_months"},
    {"from_month"},
    {"value"},
    {"reason", Text}};
constexpr FactColumn kMovementColumns[] = {
    {"seq"},     {"moved_on"}, {"kind", Text},
    {"item_no"}, {"lot_no"},   {"units"},
    {"cost"},    {"box_no"},   {"reason", Text, "box_no"}, // for returns it may be anonymized
    {"corrects"}};
constexpr FactColumn kLotColumns[] = {
    {"lot_no"},          {"item_no"},        {"received_on"},
    {"units"},           {"cost"},           {"source", Text, {}, {}, "parts_transfer=parts"},
    {"reference", Text}, {"supplier", Text}, {"line", FactColumn::Kind::Number, {}, "1"},
    {"reason", Text},    {"delivery_no"}};
constexpr FactColumn kReceiptCorrectionColumns[] = {
    {"lot_no"}, {"seq"}, {"units"}, {"cost"}, {"reference", Text}, {"supplier", Text}};
constexpr FactColumn kBoxColumns[] = {{"box_no"},
                                      {"recipient_no"},
                                      {"packed_on"},
                                      {"labor_minutes"},
                                      {"contents"},
                                      {"packaging"},
                                      {"labor"},
                                      {"first_movement"},
                                      {"last_movement"},
                                      {"reference", Text},
                                      {"pack_override", Presence}};
constexpr FactColumn kBoxEndColumns[] = {{"box_no"},
                                         {"state", Text, {}, "packed"},
                                         {"given_on"},
                                         {"unpacked_on"},
                                         {"give_override", Presence}};
constexpr FactColumn kBoxTakeBackColumns[] = {
    {"box_no"}, {"given_on"}, {"taken_back_on"}, {"give_override", Presence}};
constexpr FactColumn kPlannedBoxColumns[] = {
    {"box_no"},
    {"recipient_no"},
    {"labor_minutes"},
    {"contents"},
    {"packaging"},
    {"labor"},
    {"plan_override", Presence},
    {"recipe_no"},
    {"recipe_version"},
    {"event_seq"},
    {"month"}}; // of a cancelled box; before that it changes
constexpr FactColumn kPlannedLineColumns[] = {{"item_no"}, {"units"}};
constexpr FactColumn kItemHistoryColumns[] = {
    {"item_no"},       {"until_event"}, {"name", Text}, {"category", Text},
    {"reorder_point"}, {"par_level"},   {"sku", Text},  {"sku_folded", Text}};
constexpr FactColumn kRecipientColumns[] = {{"recipient_no"},
                                            {"kind", Text},
                                            {"do_not_gift", Flag},
                                            {"anonymized", Flag},
                                            {"unconfirmed", Flag}};
constexpr FactColumn kCapColumns[] = {{"cap_no"},
                                      {"cap", Text},
                                      {"from_month"},
                                      {"amount"},
                                      {"action", Text},
                                      {"reason", Text},
                                      {"roll_over", Text, {}, "none"},
                                      {"roll_over_most", FactColumn::Kind::Number, {}, "0"},
                                      {"warn_percent", FactColumn::Kind::Number, {}, "0"}};
constexpr FactColumn kCapExceptionColumns[] = {{"line_no"},
                                               {"month"},
                                               {"step", Text},
                                               {"box_no"},
                                               {"lot_no"},
                                               {"cap", Text},
                                               {"action", Text},
                                               {"amount"},
                                               {"would_be"},
                                               {"order_no"},
                                               {"rolled", FactColumn::Kind::Number, {}, "0"},
                                               {"percent", FactColumn::Kind::Number, {}, "0"}};
constexpr FactColumn kClosedMonthColumns[] = {
    {"month"},
    {"moved_boxes"},
    {"moved"},
    {"carried_boxes"},
    {"carried_contents"},
    {"carried_packaging"},
    {"carried_labor"},
    {"stock_gift_units", FactColumn::Kind::Number, {}, "-1"},
    {"stock_gift", FactColumn::Kind::Number, {}, "0"},
    {"stock_packaging_units", FactColumn::Kind::Number, {}, "-1"},
    {"stock_packaging", FactColumn::Kind::Number, {}, "0"}};
constexpr FactColumn kReopenedMonthColumns[] = {{"month"}, {"closed_event"}, {"reason", Text}};
constexpr FactColumn kRecipeColumns[] = {
    {"recipe_no"}, {"version"}, {"name", Text}, {"labor_minutes"}};
constexpr FactColumn kRecipeLineColumns[] = {{"recipe_no"}, {"version"},        {"line_no"},
                                             {"sku", Text}, {"category", Text}, {"units"}};
constexpr FactColumn kNominationColumns[] = {
    {"nomination_no"}, {"month"}, {"recipient_no"}, {"adviser", Text}, {"department", Text}};
constexpr FactColumn kSelectionColumns[] = {{"month"}, {"recipient_no"}, {"selected_by", Text}};
constexpr FactColumn kTemplateColumns[] = {{"version"}, {"wording", Text}, {"signers", Text}};
constexpr FactColumn kNoteColumns[] = {{"box_no"}, {"version"}};
constexpr FactColumn kSignatureColumns[] = {{"box_no"}, {"signer_no"}, {"signer", Text}};
constexpr FactColumn kItemSupplierColumns[] = {
    {"item_no"}, {"supplier_no"}, {"part_number", Text}, {"pack_size"}};
constexpr FactColumn kPurchaseOrderColumns[] = {{"order_no"},    {"version"},    {"supplier_no"},
                                                {"expected_on"}, {"note", Text}, {"ship_to", Text}};
constexpr FactColumn kOrderLineColumns[] = {{"order_no"}, {"version"}, {"line_no"},
                                            {"item_no"},  {"units"},   {"cost"}};
constexpr FactColumn kOrderStepColumns[] = {{"order_no"},
                                            {"state", Text},
                                            {"step_on"},
                                            {"reason", Text},
                                            {"step_no", FactColumn::Kind::Number, {}, "1"},
                                            {"step_by", Text}};
constexpr FactColumn kOrderReceiptColumns[] = {{"order_no"}, {"line_no"}, {"lot_no"}, {"units"}};

/// The value in its digest form; empty for an empty value. `digits` holds the text of a number.
std::string_view cellOf(const FactColumn& column, const Value& value, std::array<char, 24>& digits)
{
    std::string_view cell;
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), *number);
        cell = {digits.data(), end.ptr};
        return column.kind == Flag && *number == 0 ? std::string_view() : cell;
    }
    if (const auto* text = std::get_if<std::string_view>(&value)) {
        const std::size_t equals = column.renamed.find('=');
        const bool isRenamed = !text->empty() && *text == column.renamed.substr(0, equals);
        cell = column.kind == Presence ? std::string_view("1")
               : isRenamed             ? column.renamed.substr(equals + 1)
                                       : *text;
    }
    return cell;
}

/// Appends a cell; returns whether it is not empty.
bool appendCell(std::string& out, const FactColumn& column, const Value& value)
{
    std::array<char, 24> digits{};
    const std::string_view cell = cellOf(column, value, digits);
    if (cell.empty() || (!column.nothing.empty() && cell == column.nothing)) {
        out += "-,";
        return false;
    }
    out += std::to_string(cell.size());
    out += ':';
    out += cell;
    out += ',';
    return true;
}

bool isSaid(const Value& value) { return !std::holds_alternative<std::monostate>(value); }

/// `cell(i)` is the value of column i.
template <class Cell>
std::string textOf(const FactTable& table, const Cell& cell)
{
    std::string out;
    std::size_t end = 0;
    std::size_t said = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const FactColumn& column = table.columns[i];
        Value value = cell(i);
        if (!column.unless.empty()) {
            const auto other = std::ranges::find(table.columns, column.unless, &FactColumn::bind);
            if (isSaid(cell(static_cast<std::size_t>(other - table.columns.begin())))) {
                value = std::monostate();
            }
        }
        if (appendCell(out, column, value)) {
            end = out.size();
            ++said;
        }
    }
    out.resize(said < 2 ? 0 : end);
    return out;
}

Value valueOf(std::span<const Bind> row, std::string_view name)
{
    const auto at = std::ranges::find(row, name, &Bind::name);
    return at == row.end() ? Value() : at->value;
}

} // namespace

namespace facts {

const FactTable kStore{"store", kStoreColumns};
const FactTable kStoreSetting{"store_setting", kStoreSettingColumns};
const FactTable kMovement{"movement", kMovementColumns};
const FactTable kLot{"lot", kLotColumns};
const FactTable kReceiptCorrection{"receipt_correction", kReceiptCorrectionColumns};
const FactTable kBox{"box", kBoxColumns};
const FactTable kBoxEnd{"box_end", kBoxEndColumns};
const FactTable kBoxTakeBack{"box_take_back", kBoxTakeBackColumns};
const FactTable kPlannedBox{"planned_box", kPlannedBoxColumns};
const FactTable kPlannedLine{"planned_line", kPlannedLineColumns};
const FactTable kItemHistory{"item_history", kItemHistoryColumns};
const FactTable kRecipient{"recipient", kRecipientColumns, true};
const FactTable kCap{"cap", kCapColumns};
const FactTable kCapException{"cap_exception", kCapExceptionColumns};
const FactTable kClosedMonth{"closed_month", kClosedMonthColumns};
const FactTable kReopenedMonth{"reopened_month", kReopenedMonthColumns};
const FactTable kRecipe{"recipe", kRecipeColumns};
const FactTable kRecipeLine{"recipe_line", kRecipeLineColumns};
const FactTable kNomination{"nomination", kNominationColumns};
const FactTable kSelection{"choice", kSelectionColumns};
const FactTable kTemplate{"note_template", kTemplateColumns};
const FactTable kNote{"box_note", kNoteColumns};
const FactTable kSignature{"note_signature", kSignatureColumns};
const FactTable kItemSupplier{"item_supplier", kItemSupplierColumns};
const FactTable kPurchaseOrder{"purchase_order", kPurchaseOrderColumns};
const FactTable kOrderLine{"order_line", kOrderLineColumns};
const FactTable kOrderStep{"order_step", kOrderStepColumns};
const FactTable kOrderReceipt{"order_receipt", kOrderReceiptColumns};

} // namespace facts

std::string factText(const FactTable& table, std::span<const Bind> row)
{
    return textOf(table, [&](std::size_t i) { return valueOf(row, table.columns[i].bind); });
}

std::vector<int> factPlaces(const FactTable& table, std::span<const std::string_view> columns)
{
    std::vector<int> places;
    for (const FactColumn& column : table.columns) {
        const auto at = std::ranges::find_if(columns, [&](std::string_view name) {
            return name == column.bind || name == std::string(column.bind) + "_minor";
        });
        GIFTBOX_CHECK(at != columns.end());
        places.push_back(static_cast<int>(at - columns.begin()));
    }
    return places;
}

std::string factText(const FactTable& table, const foundation::Row& row,
                     std::span<const int> places)
{
    return textOf(table, [&](std::size_t i) -> Value {
        const int at = places[i];
        if (row.isNull(at)) {
            return {};
        }
        const FactColumn::Kind kind = table.columns[i].kind;
        return kind == Text || kind == Presence ? Value(row.text(at)) : Value(row.integer(at));
    });
}

std::string factCounted(const FactTable& table, std::string_view text)
{
    return table.isEdited ? foundation::sha256(text) : std::string(text);
}

void FactDigest::addCounted(const FactTable& table, std::string_view counted)
{
    foundation::Sha256& digest = tables_[table.name];
    digest.add(counted);
    digest.add("\n");
}

void FactDigest::add(const FactTable& table, std::string_view text)
{
    if (!text.empty()) {
        addCounted(table, factCounted(table, text));
    }
}

void FactDigest::add(const FactTable& table, std::span<const Bind> row)
{
    add(table, factText(table, row));
}

void FactDigest::add(const FactTable& table, const Batch& rows, std::span<const Bind> others)
{
    const foundation::BatchReader reader(rows);
    const std::vector<std::string>& names = reader.columns();
    std::vector<std::size_t> at;
    for (const FactColumn& column : table.columns) {
        at.push_back(
            static_cast<std::size_t>(std::ranges::find(names, column.bind) - names.begin()));
    }
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        add(table, textOf(table, [&](std::size_t i) {
                return at[i] < names.size() ? reader.cell(row, at[i])
                                            : valueOf(others, table.columns[i].bind);
            }));
    }
}

std::string FactDigest::text() const
{
    std::string all;
    for (const auto& [name, digest] : tables_) {
        all += std::string(name) + ":" + digest.text() + "\n";
    }
    return foundation::sha256(all);
}

std::string withFacts(std::string_view detail, const FactDigest& facts)
{
    if (facts.empty()) {
        return std::string(detail);
    }
    std::string text(detail.substr(0, detail.size() - 1));
    text += text.size() > 1 ? ",\"facts\":\"" : "\"facts\":\"";
    return text + facts.text() + "\"}";
}

bool saysFirst(std::string_view detail, std::string_view figures)
{
    const std::string_view begin = figures.substr(0, figures.size() - 1);
    return detail.starts_with(begin) && detail.size() > begin.size() &&
           (detail[begin.size()] == ',' || detail[begin.size()] == '}' || begin == "{");
}

bool saysOnly(std::string_view detail, std::string_view figures)
{
    const std::string_view begin = figures.substr(0, figures.size() - 1);
    return detail == figures ||
           (saysFirst(detail, figures) &&
            detail.substr(begin.size() + (begin == "{" ? 0 : 1)).starts_with("\"facts\":"));
}

} // namespace giftbox::books
