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

/// The folded text with the length of each number before it, so that 9 comes before 10.
std::string byNumbers(std::string_view text)
{
    constexpr std::size_t kLongestDigit = 9;
    const auto isDigit = [](char letter) { return letter >= '0' && letter <= '9'; };
    const std::string plain = foundation::folded(text);
    std::string key;
    for (auto at = plain.begin(); at != plain.end();) {
        const auto end = std::find_if_not(at, plain.end(), isDigit);
        if (at == end) {
            key += *at++;
            continue;
        }
        at = std::find_if(at, std::prev(end), [](char digit) { return digit != '0'; });
        const auto digits = static_cast<std::size_t>(end - at);
        key.append(digits / kLongestDigit, '9');
        key += static_cast<char>('0' + digits % kLongestDigit);
        key.append(at, end);
        at = end;
    }
    return key;
}

void addLinks(const std::vector<Link>& links, View& cell)
{
    std::vector<View> views;
    for (const Link& link : links) {
        views.emplace_back();
        views.back().text("address", link.address).text("name", link.name);
    }
    constexpr std::size_t kInSight = 2;
    std::vector<View> rest;
    if (views.size() > kInSight) {
        rest.assign(std::next(views.begin()), views.end());
        views.resize(1);
    }
    cell.flag("has_rest", !rest.empty())
        .list("rest", std::move(rest))
        .list("actions", std::move(views));
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
    row_.cells.push_back({.text = std::move(text), .cssClass = cssClass});
    return *this;
}

Table& Table::keyed(std::int64_t key)
{
    row_.cells.back().key = key;
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
    row_.cells.back().code = std::move(code);
    return *this;
}

Table& Table::checkable(std::string value, std::string label)
{
    row_.check = std::move(value);
    row_.checkLabel = std::move(label);
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
    constexpr std::int64_t kBeforeItsDays = 100;
    return add("day", format_.shown(value)).keyed(value.number() * kBeforeItsDays);
}
Table& Table::moment(foundation::Instant value)
{
    return add("day", format_.shown(value)).keyed(value.unixMs);
}

Table& Table::badge(std::string_view state, std::string_view title)
{
    add("", std::string(title.empty() ? state : title));
    row_.cells.back().badge = state;
    return *this;
}

Table& Table::dot(std::string_view state, foundation::Date on, const std::string& by)
{
    return badge("dot " + std::string(state), format_.shown(on) + ", " + by).keyed(on.number());
}

Table& Table::number(std::int64_t value)
{
    return addFigure(format_.shown(value), value == 0).keyed(value);
}

Table& Table::leadingTo(std::string address)
{
    if (!row_.cells.back().text.empty()) {
        row_.cells.back().address = std::move(address);
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

Table& Table::links(std::vector<Link> links)
{
    return this->links([links = std::move(links)] { return links; });
}

Table& Table::links(std::function<std::vector<Link>()> find)
{
    add("steps", "");
    row_.cells.back().links = std::move(find);
    return *this;
}

Table& Table::endRow(std::string_view mark)
{
    row_.mark = mark;
    row_.number = rows_.size();
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

Table::Key Table::keyOf(const Cell& cell, Order order)
{
    if (order == Order::ByCode) {
        return byNumbers(cell.code);
    }
    return cell.key ? Key(*cell.key) : cell.text.empty() ? Key() : Key(byNumbers(cell.text));
}

void Table::sort(std::size_t column, Order order, bool descends)
{
    std::vector<std::pair<Key, std::size_t>> keys;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        keys.emplace_back(keyOf(rows_[i].cells.at(column), order), i);
    }
    std::ranges::stable_sort(keys, [&](const auto& a, const auto& b) {
        return descends ? b.first < a.first : a.first < b.first;
    });
    std::vector<Row> sorted;
    for (const auto& [key, i] : keys) {
        sorted.push_back(std::move(rows_[i]));
    }
    rows_ = std::move(sorted);
}

std::vector<std::size_t> Table::order() const
{
    std::vector<std::size_t> numbers;
    for (const Row& row : rows_) {
        numbers.push_back(row.number);
    }
    return numbers;
}

void Table::keep(std::size_t first, std::size_t most)
{
    const auto at = [&](std::size_t place) {
        return rows_.begin() + static_cast<std::ptrdiff_t>(std::min(place, rows_.size()));
    };
    rows_.erase(at(first + most), rows_.end());
    rows_.erase(rows_.begin(), at(first));
}

View Table::viewOf(const Cell& cell, std::size_t column) const
{
    const Heading& heading = headings_.at(column);
    std::string classes(cell.cssClass);
    const auto mark = [&](std::string_view name) {
        classes += (classes.empty() ? "" : " ") + std::string(name);
    };
    if (column == 0 || column == main_) {
        mark(column == 0 ? "lead" : "main");
    }
    if (heading.isOnPage) {
        mark("on-page");
    }
    const bool isPlain = cell.address.empty() && cell.badge.empty();
    View view;
    // Only a phone shows the title beside the cell, where a number alone would say nothing.
    view.text("title", column == 0 || cell.text.empty() || !heading.isNumber ? "" : heading.title)
        .text("class", std::move(classes))
        .text("text", isPlain ? cell.text : "")
        .text("address", cell.address)
        .text("name", cell.text)
        .text("code", cell.code)
        .text("badge", cell.badge)
        .text("badge_title", cell.text);
    if (cell.links) {
        addLinks(cell.links(), view);
    }
    return view;
}

View Table::viewOf(const Row& row, bool hasTile) const
{
    std::vector<View> cells;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!hidden_.contains(i)) {
            cells.push_back(viewOf(row.cells[i], i));
        }
    }
    if (hasTile) {
        cells.front().text("row_picture", row.picture).flag("row_tile", row.picture.empty());
    }
    if (!row.check.empty()) {
        cells.front().text("row_check", row.check).text("row_check_label", row.checkLabel);
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
