#include "web/ui/table.h"

#include "foundation/fold.h"
#include "web/http/bounds.h"

#include <algorithm>

namespace giftbox::web {

namespace {

constexpr std::string_view kLong = "long";

/// Text that takes a line of its own on a phone.
std::string_view widthOf(std::string_view words)
{
    constexpr std::size_t kShort = 28;
    return words.size() > kShort ? kLong : "";
}

} // namespace

Table::Table(std::vector<Heading> headings, StoreFormat format)
    : headings_(std::move(headings)), format_(std::move(format))
{
    for (std::size_t i = 1; i < headings_.size(); ++i) {
        const Heading& one = headings_[i];
        if (one.isMain || (one.isNumber && !one.isAside && !headings_[main_].isMain)) {
            main_ = i;
        }
    }
}

Table& Table::add(std::string_view cssClass, std::string text)
{
    requireFewCells(++count_);
    const std::size_t at = row_.cells.size();
    const Heading& heading = headings_.at(at);
    std::string classes(cssClass);
    if (at == 0 || at == main_) {
        classes += (classes.empty() ? "" : " ") + std::string(at == 0 ? "lead" : "main");
    }
    if (heading.isOnPage) {
        classes += " on-page";
    }
    row_.cells.emplace_back();
    // Only a phone shows the title beside the cell, where a number alone would say nothing.
    row_.cells.back()
        .text("title", at == 0 || text.empty() || !heading.isNumber ? "" : heading.title)
        .text("class", std::move(classes))
        .text("text", text)
        .text("address", "")
        .text("code", "")
        .text("badge", "");
    row_.keys.emplace_back(text.empty() ? Key() : Key(text));
    row_.codes.emplace_back();
    lastText_ = std::move(text);
    return *this;
}

Table& Table::keyed(std::int64_t key)
{
    row_.keys.back() = key;
    return *this;
}

Table& Table::addFigure(std::string text, bool isZero)
{
    return add(isZero ? "number zero" : "number", std::move(text));
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

Table& Table::named(std::string name, std::string code, std::string address)
{
    link(std::move(name), std::move(address));
    coded_.insert(row_.cells.size() - 1);
    row_.codes.back() = code;
    row_.cells.back().text("code", std::move(code));
    return *this;
}

Table& Table::pictured(std::string address)
{
    hasPictures_ = hasPictures_ || !address.empty();
    row_.picture = std::move(address);
    return *this;
}

Table& Table::day(foundation::Date value)
{
    return add("day", format_.shown(value)).keyed(value.number());
}
Table& Table::month(foundation::Month value)
{
    return add("day", format_.shown(value)).keyed(value.number());
}
Table& Table::moment(foundation::Instant value)
{
    return add("day", format_.shown(value)).keyed(value.unixMs);
}

Table& Table::badge(std::string_view state, std::string_view title)
{
    add("", "");
    row_.cells.back()
        .text("badge", std::string(state))
        .text("badge_title", std::string(title.empty() ? state : title));
    row_.keys.back() = std::string(title.empty() ? state : title);
    return *this;
}

Table& Table::number(std::int64_t value)
{
    return addFigure(format_.shown(value), value == 0).keyed(value);
}

Table& Table::leadingTo(std::string address)
{
    if (!lastText_.empty() && !address.empty()) {
        row_.cells.back()
            .text("text", "")
            .text("address", std::move(address))
            .text("name", std::move(lastText_));
    }
    return *this;
}

Table& Table::number(const std::optional<std::int64_t>& value)
{
    return value ? number(*value) : addFigure("", false);
}

Table& Table::amount(foundation::Money value)
{
    return addFigure(format_.shown(value), value.minor == 0).keyed(value.minor);
}

Table& Table::amount(const std::optional<foundation::Money>& value)
{
    return value ? amount(*value) : addFigure("", false);
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
    constexpr std::size_t kInSight = 2;
    std::vector<View> rest;
    if (views.size() > kInSight) {
        rest.assign(std::next(views.begin()), views.end());
        views.resize(1);
    }
    row_.cells.back().flag("has_rest", !rest.empty()).list("rest", std::move(rest));
    row_.cells.back().list("actions", std::move(views));
    return *this;
}

Table& Table::endRow(std::string_view mark)
{
    row_.mark = mark;
    rows_.push_back(std::move(row_));
    row_ = {};
    return *this;
}

Table& Table::endTotals()
{
    totals_ = {std::move(row_)};
    row_ = {};
    return *this;
}

void Table::sort(std::size_t column, Order order, bool descends)
{
    const auto isBefore = [&](const Row& a, const Row& b) {
        if (order == Order::ByCode) {
            return foundation::LessFolded{}(a.codes.at(column), b.codes.at(column));
        }
        const auto* one = std::get_if<std::string>(&a.keys.at(column));
        const auto* other = std::get_if<std::string>(&b.keys.at(column));
        return one != nullptr && other != nullptr ? foundation::LessFolded{}(*one, *other)
                                                  : a.keys.at(column) < b.keys.at(column);
    };
    std::ranges::stable_sort(rows_, [&](const Row& a, const Row& b) {
        return descends ? isBefore(b, a) : isBefore(a, b);
    });
}

void Table::keep(std::size_t first, std::size_t most)
{
    const auto at = [&](std::size_t place) {
        return rows_.begin() + static_cast<std::ptrdiff_t>(std::min(place, rows_.size()));
    };
    rows_.erase(at(first + most), rows_.end());
    rows_.erase(rows_.begin(), at(first));
}

View Table::viewOf(const Row& row, bool hasTile) const
{
    std::vector<View> cells;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!hidden_.contains(i)) {
            cells.push_back(row.cells[i]);
        }
    }
    if (hasTile) {
        cells.front().text("row_picture", row.picture).flag("row_tile", row.picture.empty());
    }
    View view;
    view.text("mark", row.mark).list("cells", std::move(cells));
    return view;
}

std::vector<View> Table::views(const std::string& empty) const
{
    std::vector<View> headings;
    for (std::size_t i = 0; i < headings_.size(); ++i) {
        if (hidden_.contains(i)) {
            continue;
        }
        const Heading& heading = headings_[i];
        View view;
        view.text("title", heading.title)
            .flag("number", heading.isNumber)
            .text("address", heading.address)
            .flag("sorts", !heading.address.empty())
            .text("sorted", heading.sorted)
            .flag("is_sorted", !heading.sorted.empty());
        std::vector<View> others;
        for (const Link& link : heading.also) {
            others.emplace_back();
            others.back().text("address", link.address).text("name", link.name);
        }
        view.list("also", std::move(others));
        headings.push_back(std::move(view));
    }
    const auto shown = [&](const std::vector<Row>& rows, bool hasTiles) {
        std::vector<View> views;
        for (const Row& row : rows) {
            views.push_back(viewOf(row, hasTiles));
        }
        return views;
    };
    View table;
    table.list("headings", std::move(headings))
        .list("rows", shown(rows_, hasPictures_))
        .list("totals", shown(totals_, false))
        .flag("is_empty", rows_.empty())
        .text("empty", empty);
    return {table};
}

} // namespace giftbox::web
