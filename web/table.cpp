#include "web/table.h"

namespace giftbox::web {

std::string shownAmount(foundation::Money amount, const foundation::Currency& currency)
{
    std::string text = toText(amount, currency);
    const std::size_t begin = text.starts_with('-') ? 1 : 0;
    std::size_t at = std::min(text.find('.'), text.size());
    while (at > begin + 3) {
        at -= 3;
        text.insert(at, ",");
    }
    return text;
}

std::string shownInstant(std::string_view text)
{
    constexpr std::size_t kDay = 10;
    constexpr std::size_t kMinutes = 5;
    return std::string(text.substr(0, kDay)) + " " + std::string(text.substr(kDay + 1, kMinutes));
}

Table& Table::add(View cell, bool isNumber)
{
    lastIsEmpty_ = false;
    cell.flag("number", isNumber).text("title", headings_.at(cells_.size()).title);
    cells_.push_back(std::move(cell));
    return *this;
}

Table& Table::addEmpty()
{
    add(View(), true);
    lastIsEmpty_ = true;
    return *this;
}

namespace {

/// Where a row is shown as a block, on a phone, long words get more of its width.
void addLength(View& cell, const std::string& value)
{
    constexpr std::size_t kShort = 13;
    constexpr std::size_t kHalf = 28;
    cell.flag("wide", value.size() > kShort && value.size() <= kHalf)
        .flag("long", value.size() > kHalf);
}

} // namespace

Table& Table::text(std::string value)
{
    View cell;
    addLength(cell, value);
    cell.text("text", std::move(value)).flag("plain", true);
    return add(std::move(cell), false);
}

Table& Table::link(std::string value, std::string address)
{
    View cell;
    addLength(cell, value);
    cell.text("text", std::move(value)).text("address", std::move(address)).flag("linked", true);
    return add(std::move(cell), false);
}

Table& Table::badge(std::string_view state)
{
    View cell;
    cell.text("text", std::string(state)).flag("badge", true);
    return add(std::move(cell), false);
}

Table& Table::number(std::int64_t value)
{
    View cell;
    cell.text("text", shownAmount({value}, {.code = "", .exponent = 0})).flag("plain", true);
    return add(std::move(cell), true);
}

Table& Table::leadingTo(std::string address)
{
    if (lastIsEmpty_) {
        return *this;
    }
    cells_.back().text("address", std::move(address)).flag("linked", true).flag("plain", false);
    return *this;
}

Table& Table::number(const std::optional<std::int64_t>& value)
{
    return value ? number(*value) : addEmpty();
}

Table& Table::amount(foundation::Money value)
{
    View cell;
    cell.text("text", shownAmount(value, currency_)).flag("plain", true);
    return add(std::move(cell), true);
}

Table& Table::amount(const std::optional<foundation::Money>& value)
{
    return value ? amount(*value) : addEmpty();
}

void addFact(std::vector<View>& facts, const std::string& name, const std::string& value,
             const std::string& address)
{
    if (!value.empty()) {
        View fact;
        fact.text("name", name)
            .text("value", value)
            .text("address", address)
            .flag("linked", !address.empty());
        facts.push_back(std::move(fact));
    }
}

Table& Table::links(const std::vector<Link>& links)
{
    std::vector<View> views;
    for (const Link& link : links) {
        View view;
        view.text("address", link.address).text("name", link.name);
        views.push_back(std::move(view));
    }
    View cell;
    cell.list("actions", std::move(views)).flag("acts", true);
    return add(std::move(cell), false);
}

Table& Table::endRow(std::string_view mark)
{
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        cells_[i].text("title", headings_[i].title);
    }
    View row;
    row.text("mark", std::string(mark)).list("cells", std::move(cells_));
    rows_.push_back(std::move(row));
    cells_.clear();
    return *this;
}

std::vector<View> Table::views(const std::string& empty) const
{
    std::vector<View> headings;
    for (const Heading& heading : headings_) {
        View view;
        view.text("title", heading.title)
            .flag("number", heading.isNumber)
            .text("address", heading.address)
            .flag("sorts", !heading.address.empty())
            .text("sorted", heading.sorted)
            .flag("is_sorted", !heading.sorted.empty());
        headings.push_back(std::move(view));
    }
    View table;
    table.list("headings", std::move(headings))
        .list("rows", rows_)
        .flag("is_empty", rows_.empty())
        .text("empty", empty);
    return {table};
}

} // namespace giftbox::web
