#include "web/ui/table.h"

#include "web/http/bounds.h"

namespace giftbox::web {

namespace {

/// On a phone, where a row is a block, long text gets more of the width.
std::string_view widthOf(std::string_view words)
{
    constexpr std::size_t kShort = 11;
    constexpr std::size_t kHalf = 28;
    return words.size() > kHalf ? "long" : words.size() > kShort ? "wide" : "";
}

constexpr std::string_view kNumber = "number";

} // namespace

Table& Table::add(std::string_view cssClass, std::string text)
{
    requireFewCells(++count_);
    cells_.emplace_back();
    cells_.back()
        .text("title", headings_.at(cells_.size() - 1).title)
        .text("class", std::string(cssClass))
        .text("text", text)
        .text("address", "")
        .text("badge", "");
    lastText_ = std::move(text);
    return *this;
}

Table& Table::text(std::string value)
{
    const std::string_view width = widthOf(value);
    return add(width, std::move(value));
}

Table& Table::link(std::string value, std::string address)
{
    text(std::move(value));
    return leadingTo(std::move(address));
}

Table& Table::day(foundation::Date value) { return text(format_.shown(value)); }
Table& Table::month(foundation::Month value) { return text(format_.shown(value)); }
Table& Table::moment(foundation::Instant value) { return text(format_.shown(value)); }

Table& Table::badge(std::string_view state, std::string_view title)
{
    add("", "");
    cells_.back()
        .text("badge", std::string(state))
        .text("badge_title", std::string(title.empty() ? state : title));
    return *this;
}

Table& Table::number(std::int64_t value) { return add(kNumber, format_.shown(value)); }

Table& Table::leadingTo(std::string address)
{
    if (!lastText_.empty() && !address.empty()) {
        cells_.back()
            .text("text", "")
            .text("address", std::move(address))
            .text("name", std::move(lastText_));
    }
    return *this;
}

Table& Table::number(const std::optional<std::int64_t>& value)
{
    return value ? number(*value) : add(kNumber, "");
}

Table& Table::amount(foundation::Money value) { return add(kNumber, format_.shown(value)); }

Table& Table::amount(const std::optional<foundation::Money>& value)
{
    return value ? amount(*value) : add(kNumber, "");
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
    add("steps", "");
    cells_.back().list("actions", std::move(views));
    return *this;
}

Table& Table::endRow(std::string_view mark)
{
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
