#include "foundation/database/batch.h"

namespace giftbox::foundation {

Batch::Batch(std::initializer_list<std::string_view> columns)
    : columns_(columns.begin(), columns.end())
{}

Batch& Batch::add(std::int64_t value)
{
    cells_.push_back({.kind = Cell::Kind::Integer, .number = value, .size = 0});
    return *this;
}

Batch& Batch::add(std::string_view value)
{
    cells_.push_back({.kind = Cell::Kind::Text,
                      .number = static_cast<std::int64_t>(text_.size()),
                      .size = value.size()});
    text_ += value;
    return *this;
}

Batch& Batch::addNull()
{
    cells_.push_back({});
    return *this;
}

void Batch::clear()
{
    cells_.clear();
    text_.clear();
}

Value BatchReader::cell(std::size_t row, std::size_t column) const
{
    const Batch::Cell& cell = batch_.cells_[row * batch_.columns_.size() + column];
    switch (cell.kind) {
    case Batch::Cell::Kind::Integer:
        return cell.number;
    case Batch::Cell::Kind::Text:
        return std::string_view(batch_.text_)
            .substr(static_cast<std::size_t>(cell.number), cell.size);
    case Batch::Cell::Kind::Null:
        break;
    }
    return std::monostate();
}

std::string BatchReader::arrayLiteral(std::size_t column) const
{
    std::string out = "{";
    for (std::size_t row = 0; row < batch_.rows(); ++row) {
        if (row > 0) {
            out += ',';
        }
        const Value value = cell(row, column);
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            out += std::to_string(*number);
        } else if (const auto* text = std::get_if<std::string_view>(&value)) {
            out += '"';
            for (const char c : *text) {
                if (c == '"' || c == '\\') {
                    out += '\\';
                }
                out += c;
            }
            out += '"';
        } else {
            out += "NULL";
        }
    }
    return out + "}";
}

} // namespace giftbox::foundation
