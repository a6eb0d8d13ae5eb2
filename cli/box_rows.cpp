#include "cli/box_rows.h"

#include "cli/arguments.h"

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::Money;
using foundation::RowWriter;
using gifting::Box;

void amountOrEmpty(RowWriter& out, const std::optional<Money>& amount)
{
    amount ? out.amount(*amount) : out.empty();
}
void dateOrEmpty(RowWriter& out, const std::optional<foundation::Date>& day)
{
    day ? out.date(*day) : out.empty();
}
void textOrEmpty(RowWriter& out, const std::optional<std::string>& text)
{
    text ? out.text(*text) : out.empty();
}

void sentenceOrEmpty(RowWriter& out, const std::string& sentence)
{
    sentence.empty() ? out.empty() : out.text(sentence);
}

const std::vector<Column>& boxColumns()
{
    static const std::vector<Column> columns = {{"box", "Box", ColumnType::Integer},
                                                {"reference", "Reference", ColumnType::Text},
                                                {"recipient", "Recipient", ColumnType::Code},
                                                {"name", "Name", ColumnType::Text},
                                                {"state", "State", ColumnType::Code},
                                                {"month", "Month", ColumnType::Date},
                                                {"packed_on", "Packed", ColumnType::Date},
                                                {"given_on", "Given", ColumnType::Date},
                                                {"contents_cost", "Contents", ColumnType::Amount},
                                                {"packaging_cost", "Packaging", ColumnType::Amount},
                                                {"labor_cost", "Labor", ColumnType::Amount},
                                                {"total_cost", "Total", ColumnType::Amount}};
    return columns;
}

void writeBoxCells(const Box& box, RowWriter& out)
{
    out.integer(box.number.value);
    textOrEmpty(out, box.reference);
    out.code(box.recipientCode);
    out.text(box.recipientName);
    out.code(toText(box.state));
    out.month(box.month);
    out.date(box.packedOn);
    dateOrEmpty(out, box.givenOn);
    out.amount(box.cost.contents);
    out.amount(box.cost.packaging);
    out.amount(box.cost.labor);
    out.amount(box.cost.total());
}

void writeBoxCells(const gifting::PlannedBox& box, RowWriter& out)
{
    out.integer(box.number.value);
    out.empty();
    out.code(box.recipientCode);
    out.text(box.recipientName);
    out.code(toText(box.state));
    out.month(box.month);
    out.empty();
    out.empty();
    out.amount(box.cost.contents);
    out.amount(box.cost.packaging);
    out.amount(box.cost.labor);
    out.amount(box.cost.total());
}

std::pair<std::string, std::int64_t> withUnits(const std::string& option, const std::string& text)
{
    const auto colon = text.rfind(':');
    return {text.substr(0, colon),
            colon == std::string::npos
                ? 1
                : parseInteger(text.substr(colon + 1), "the units of " + option + " " + text)};
}

std::vector<gifting::BoxLine> linesOf(const std::vector<std::string>& items)
{
    std::vector<gifting::BoxLine> lines;
    for (const std::string& item : items) {
        const auto [sku, units] = withUnits("--item", item);
        lines.push_back({.sku = sku, .units = units});
    }
    return lines;
}

const std::vector<Column>& roomColumns()
{
    static const std::vector<Column> columns = {
        {"room_box_total", "Room under box.total", ColumnType::Amount},
        {"room_box_contents", "Room under box.contents", ColumnType::Amount},
        {"room_month_program", "Room left this month", ColumnType::Amount},
        {"more_like_it", "More like it", ColumnType::Integer},
        {"limited_by", "Limited by", ColumnType::Text},
        {"warning", "Warning", ColumnType::Text},
        {"overridden", "Overridden", ColumnType::Text}};
    return columns;
}

void writeRoomCells(const books::Store& store, const gifting::Room& room,
                    const budget::Verdict& verdict, RowWriter& out)
{
    amountOrEmpty(out, room.boxTotal);
    amountOrEmpty(out, room.boxContents);
    amountOrEmpty(out, room.monthProgram);
    out.integer(room.more.boxes);
    sentenceOrEmpty(out, room.more.limitedBy);
    sentenceOrEmpty(out, sentencesOf(store, verdict.warned));
    sentenceOrEmpty(out, sentencesOf(store, verdict.overridden));
}

} // namespace giftbox::cli
