#pragma once

#include "web/ui/html.h"
#include "web/ui/store_format.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <variant>

namespace giftbox::web {

struct Link {
    std::string address;
    std::string name;
    bool isQuiet = false; ///< never the main button of a page
};

struct Heading {
    std::string title;
    bool isNumber = false;
    std::string address = {}; ///< the link that sorts by this column
    std::string sorted = {};  ///< `ascending` or `descending` for the sorted column
    /// Whether a phone shows this number beside the first cell, and the others below it. When no column says so, it
    /// is the last number, unless that is only an aside.
    bool isMain = false;
    bool isAside = false;
    /// Whether the page of the row has it too, so that a list on a phone leaves it out and points to that page.
    bool isOnPage = false;
    bool isExtra = false;        ///< whether a list shows it only if it is asked for
    std::vector<Link> also = {}; ///< other orders of the same column
};

/// Rows for the template `table`; add cells in the order of the headings.
class Table {
public:
    Table(std::vector<Heading> headings, StoreFormat format);
    Table& text(std::string value);
    Table& link(std::string value, std::string address);
    /// A name with its code small beside it.
    Table& named(std::string name, std::string code, std::string address = {});
    /// The row can be checked; `label` says what it is, for those who do not see it.
    Table& checkable(std::string value, std::string label);
    /// The address of a picture of what the row names. Where some rows have one, the others get a blank tile.
    Table& pictured(std::string address);
    Table& day(foundation::Date value);
    Table& month(foundation::Month value);
    Table& moment(foundation::Instant value);
    /// A word in the color of the state; `title` is the word when it differs.
    Table& badge(std::string_view state, std::string_view title = {});
    /// A day and who, after a dot in the color of the state.
    Table& dot(std::string_view state, foundation::Date on, const std::string& by);
    Table& number(std::int64_t value);
    /// Links the last cell to `address`, unless one of them is empty.
    Table& leadingTo(std::string address);
    Table& number(const std::optional<std::int64_t>& value);
    Table& amount(foundation::Money value);
    Table& amount(const std::optional<foundation::Money>& value);
    /// The actions of a row. Of more than two, the first one is in sight and the others are under More.
    Table& links(std::vector<Link> links);
    /// Likewise, found when the row is shown: a list may have many rows and shows few.
    Table& links(std::function<std::vector<Link>()> find);
    /// `mark` is a CSS class for the row, such as `low`.
    Table& endRow(std::string_view mark = {});
    /// Ends the row of totals, which stands below the others.
    Table& endTotals();
    bool isEmpty() const { return rows_.empty(); }
    /// Whether a row can be checked.
    bool hasChecks() const
    {
        return std::ranges::any_of(rows_, [](const Row& row) { return !row.check.empty(); });
    }
    std::size_t rows() const { return rows_.size(); }
    const std::vector<Heading>& headings() const { return headings_; }
    Heading& heading(std::size_t column) { return headings_.at(column); }
    /// Whether a cell of the column has a code beside its name, by which rows may be sorted too.
    bool hasCodes(std::size_t column) const { return coded_.contains(column); }

    enum class Order { ByValue, ByCode };
    /// Rows of equal order keep theirs; empty cells come first, and `Box 9` before `Box 10`.
    void sort(std::size_t column, Order order, bool descends);
    /// The rows as they stand now, by the numbers, from 0, in which they were added.
    std::vector<std::size_t> order() const;
    /// Keeps only these rows, counted from 0.
    void keep(std::size_t first, std::size_t most);
    /// Leaves the column out.
    void hide(std::size_t column) { hidden_.insert(column); }
    /// `empty` is shown when there are no rows.
    std::vector<View> views(const std::string& empty) const;

private:
    /// By what a cell is sorted: nothing, a number, a day, or a text.
    using Key = std::variant<std::monostate, std::int64_t, std::string>;
    /// Made into a View only if it is shown.
    struct Cell {
        std::string text;
        std::string_view cssClass;
        std::optional<std::int64_t> key = {}; ///< instead of the text
        std::string address = {};
        std::string code = {};
        std::string badge = {};
        std::function<std::vector<Link>()> links = {};
    };
    struct Row {
        std::size_t number = 0;
        std::string mark;
        std::vector<Cell> cells;
        std::string picture = {};
        std::string check = {};
        std::string checkLabel = {};
    };

    static Key keyOf(const Cell& cell, Order order);
    View viewOf(const Row& row, bool hasTile) const;
    View viewOf(const Cell& cell, std::size_t column) const;
    Table& keyed(std::int64_t key);
    Table& add(std::string_view cssClass, std::string text);
    Table& addFigure(std::string text, bool isZero);

    std::vector<Heading> headings_;
    StoreFormat format_;
    Row row_;
    std::vector<Row> rows_;
    std::vector<Row> totals_; ///< one, or none
    std::set<std::size_t> hidden_;
    std::set<std::size_t> coded_;
    bool hasPictures_ = false;
    std::size_t main_ = 0;  ///< the column of the main number; 0, the lead, for none
    std::size_t count_ = 0; ///< cells of all rows
};

/// Adds a name and value to a list of facts, with an optional link; nothing when the value is empty.
void addFact(std::vector<View>& facts, const std::string& name, const std::string& value,
             const std::string& address = {});

} // namespace giftbox::web
