#include "web/ui/list.h"

#include "access/saved_view.h"

#include <algorithm>
#include <charconv>

namespace giftbox::web {

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// A column's name in an address: `par-level` for `Par level`.
std::string nameOf(const Heading& heading)
{
    std::string name;
    for (const char letter : heading.title) {
        const bool isUpper = letter >= 'A' && letter <= 'Z';
        const bool isOther = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (isUpper || isOther) {
            name += isUpper ? static_cast<char>(letter - 'A' + 'a') : letter;
        } else if (!name.empty() && name.back() != '-') {
            name += '-';
        }
    }
    return name;
}

constexpr std::string_view kByCode = "-code"; ///< after a column's name

/// One list of one request.
class List {
public:
    List(const RequestContext& context, std::string_view place, Table table)
        : context_(context), place_(place), table_(std::move(table))
    {}

    void sort();
    void choose();
    void cut();
    View view(const books::ReadTransaction& tx, const std::string& empty) const;

private:
    /// The address of the page with these fields in place of its own of the same names.
    std::string addressWith(const Fields& fields) const;
    Fields keptFields(const std::vector<std::string_view>& but) const;
    void sortedBy(std::size_t column, const std::string& name, bool isCode);
    std::vector<View> columns() const;
    std::vector<View> savedViews(const books::ReadTransaction& tx) const;
    std::string said() const;

    const RequestContext& context_;
    std::string place_;
    Table table_;
    std::size_t all_ = 0;
    std::size_t page_ = 0; ///< from 0
};

Fields List::keptFields(const std::vector<std::string_view>& but) const
{
    Fields kept;
    for (const auto& field : context_.query.fields()) {
        if (std::ranges::find(but, field.first) == but.end()) {
            kept.push_back(field);
        }
    }
    return kept;
}

std::string List::addressWith(const Fields& fields) const
{
    std::vector<std::string_view> names = {"page"};
    for (const auto& [name, value] : fields) {
        names.push_back(name);
    }
    Fields all = keptFields(names);
    all.insert(all.end(), fields.begin(), fields.end());
    const std::string query = queryText(all);
    return context_.address(place_) + (query.empty() ? "" : "?" + query);
}

/// Links the heading to this order, or to the other direction when rows are in it already.
void List::sortedBy(std::size_t column, const std::string& name, bool isCode)
{
    const std::string& now = context_.query.text("sort");
    const bool isSorted = now == name || now == "-" + name;
    if (isSorted) {
        const auto order = isCode ? Table::Order::ByCode : Table::Order::ByValue;
        table_.sort(column, order, now != name);
    }
    Heading& heading = table_.heading(column);
    const std::string address = addressWith({{"sort", now == name ? "-" + name : name}});
    if (isCode) {
        heading.also.push_back({address, "code"});
    } else {
        heading.address = address;
    }
    if (isSorted) {
        heading.sorted = now == name ? "ascending" : "descending";
    }
}

void List::sort()
{
    for (std::size_t i = 0; i < table_.headings().size(); ++i) {
        const std::string name = nameOf(table_.headings()[i]);
        if (name.empty()) {
            continue; // the column of actions
        }
        sortedBy(i, name, false);
        if (table_.hasCodes(i)) {
            sortedBy(i, name + std::string(kByCode), true);
        }
    }
}

void List::choose()
{
    const std::vector<std::string> chosen = context_.query.all("column");
    for (std::size_t i = 1; i < table_.headings().size() && !chosen.empty(); ++i) {
        const std::string name = nameOf(table_.headings()[i]);
        if (!name.empty() && std::ranges::find(chosen, name) == chosen.end()) {
            table_.hide(i);
        }
    }
}

void List::cut()
{
    all_ = table_.rows();
    const std::string& text = context_.query.text("page");
    std::size_t page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    const std::size_t last = all_ == 0 ? 0 : (all_ - 1) / kRowsOfPage;
    page_ = std::min(std::max<std::size_t>(page, 1) - 1, last);
    table_.keep(page_ * kRowsOfPage, kRowsOfPage);
}

/// `136 rows`, or `101–136 of 136`.
std::string List::said() const
{
    const auto shown = [&](std::size_t number) {
        return context_.format.shown(static_cast<std::int64_t>(number));
    };
    if (all_ <= kRowsOfPage) {
        return shown(all_) + (all_ == 1 ? " row" : " rows");
    }
    const std::size_t first = page_ * kRowsOfPage;
    return shown(first + 1) + "–" + shown(first + table_.rows()) + " of " + shown(all_);
}

std::vector<View> List::columns() const
{
    const std::vector<std::string> chosen = context_.query.all("column");
    std::vector<View> views;
    for (std::size_t i = 1; i < table_.headings().size(); ++i) {
        const std::string name = nameOf(table_.headings()[i]);
        if (name.empty()) {
            continue;
        }
        views.emplace_back();
        views.back()
            .text("name", name)
            .text("title", table_.headings()[i].title)
            .flag("chosen", chosen.empty() || std::ranges::find(chosen, name) != chosen.end());
    }
    return views;
}

std::vector<View> List::savedViews(const books::ReadTransaction& tx) const
{
    const std::string now = queryText(keptFields({"page"}));
    std::vector<View> views;
    for (const access::SavedView& saved :
         access::viewsOf(tx, context_.session->user, context_.caller().roles, place_)) {
        View view;
        view.text("name", saved.name)
            .text("address", context_.address(place_) + "?" + saved.query)
            .flag("current", saved.query == now)
            .flag("own", saved.isOwn)
            .text("remove", context_.address("views/remove?") +
                                queryText({{"place", place_}, {"name", saved.name}}));
        views.push_back(std::move(view));
    }
    return views;
}

View List::view(const books::ReadTransaction& tx, const std::string& empty) const
{
    View view = table_.views(empty).front();
    std::vector<View> kept;
    for (const auto& [name, value] : keptFields({"page", "column"})) {
        kept.emplace_back();
        kept.back().text("name", name).text("value", value);
    }
    const std::size_t pages = all_ == 0 ? 1 : (all_ - 1) / kRowsOfPage + 1;
    const auto page = [&](std::size_t number) {
        return addressWith({{"page", std::to_string(number)}});
    };
    const std::string query = queryText(keptFields({"page"}));
    auto saved = savedViews(tx);
    view.text("said", said())
        .text("earlier", page_ > 0 ? page(page_) : "")
        .text("later", page_ + 1 < pages ? page(page_ + 2) : "")
        .list("choices", columns())
        .list("kept", std::move(kept))
        .text("here", context_.address(place_))
        .flag("has_views", !saved.empty())
        .list("saved", std::move(saved))
        .text("save", query.empty() ? ""
                                    : context_.address("views/save?") +
                                          queryText({{"place", place_}, {"query", query}}));
    return view;
}

} // namespace

std::vector<View> listOf(const RequestContext& context, const books::ReadTransaction& tx,
                         std::string_view place, Table table, const std::string& empty)
{
    List list(context, place, std::move(table));
    list.sort();
    list.choose();
    list.cut();
    return {list.view(tx, empty)};
}

} // namespace giftbox::web
