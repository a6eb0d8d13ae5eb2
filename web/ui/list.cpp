#include "web/ui/list.h"

#include "access/saved_view.h"
#include "access/secret.h"

#include <algorithm>
#include <charconv>

namespace giftbox::web {

namespace {

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
constexpr const char* kBefore = "before";

std::vector<View> hiddenFields(const Fields& fields)
{
    std::vector<View> views;
    for (const auto& [name, value] : fields) {
        views.emplace_back();
        views.back().text("name", name).text("value", value);
    }
    return views;
}

/// One list of one request.
class List {
public:
    List(const RequestContext& context, Table table, ListOf about)
        : context_(context), table_(std::move(table)), about_(std::move(about))
    {}

    void sort();
    void choose();
    void cut();
    const Table& table() const { return table_; }
    View view(const books::ReadTransaction& tx) const;

private:
    /// The address of the page with these fields in place of its own of the same names.
    std::string addressWith(const Fields& fields) const;
    Fields keptFields(const std::vector<std::string_view>& but) const;
    void sortedBy(std::size_t column, const std::string& name, bool isCode);
    bool isChosen(const Heading& heading) const;
    std::vector<View> columns() const;
    std::vector<View> savedViews(const books::ReadTransaction& tx) const;
    std::string said() const;
    void addChecked(View& view) const;

    const RequestContext& context_;
    Table table_;
    ListOf about_;
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
    return context_.address(about_.place) + (query.empty() ? "" : "?" + query);
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

bool List::isChosen(const Heading& heading) const
{
    const std::vector<std::string> chosen = context_.query.all("column");
    return chosen.empty() ? !heading.isExtra
                          : std::ranges::find(chosen, nameOf(heading)) != chosen.end();
}

void List::choose()
{
    for (std::size_t i = 1; i < table_.headings().size(); ++i) {
        const Heading& heading = table_.headings()[i];
        if (!heading.title.empty() && !isChosen(heading)) {
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

/// `136 boxes`, `101–136 of 136 boxes`, `1–100 of the newest 2,000 boxes`.
std::string List::said() const
{
    const auto shown = [&](std::size_t number) {
        return context_.format.shown(static_cast<std::int64_t>(number));
    };
    const bool isEarlier = context_.query.has(kBefore);
    const bool isNewest = about_.earlier && !isEarlier;
    const std::string count = (isNewest ? "the newest " : "") + shown(all_) +
                              (isEarlier ? " earlier " : " ") +
                              std::string(all_ == 1 ? about_.one : about_.many);
    if (all_ <= kRowsOfPage && !isNewest) {
        return count;
    }
    const std::size_t first = page_ * kRowsOfPage;
    return shown(first + 1) + "–" + shown(first + table_.rows()) + " of " + count;
}

std::vector<View> List::columns() const
{
    std::vector<View> views;
    for (std::size_t i = 1; i < table_.headings().size(); ++i) {
        const Heading& heading = table_.headings()[i];
        if (!heading.title.empty()) {
            views.emplace_back();
            views.back()
                .text("name", nameOf(heading))
                .text("title", heading.title)
                .flag("chosen", isChosen(heading));
        }
    }
    return views;
}

std::vector<View> List::savedViews(const books::ReadTransaction& tx) const
{
    const std::string now = queryText(keptFields({"page", kBefore}));
    std::vector<View> views;
    for (const access::SavedView& saved :
         access::viewsOf(tx, context_.session->user, context_.caller().roles, about_.place)) {
        View view;
        view.text("name", saved.name)
            .text("address", context_.address(about_.place) + "?" + saved.query)
            .flag("current", saved.query == now)
            .flag("own", saved.isOwn)
            .text("remove", context_.address("views/remove?") +
                                queryText({{"place", about_.place}, {"name", saved.name}}));
        views.push_back(std::move(view));
    }
    return views;
}

/// The buttons for the rows that are checked.
void List::addChecked(View& view) const
{
    std::vector<View> buttons;
    if (table_.hasChecks()) {
        for (const ManyButton& one : about_.checked) {
            buttons.emplace_back();
            buttons.back()
                .text("address", one.address)
                .text("name", one.name)
                .text("field", one.field)
                .text("value", one.value);
        }
    }
    view.flag("has_checked", !buttons.empty())
        .text("checked_address", buttons.empty() ? "" : about_.checked.front().address)
        .text("request_key", buttons.empty() ? "" : access::newToken())
        .text("query", queryText(context_.query.fields()))
        .list("checked", std::move(buttons));
}

View List::view(const books::ReadTransaction& tx) const
{
    View view = table_.views(about_.empty).front();
    const std::size_t pages = all_ == 0 ? 1 : (all_ - 1) / kRowsOfPage + 1;
    const auto page = [&](std::size_t number) {
        return addressWith({{"page", std::to_string(number)}});
    };
    const std::string query = queryText(keptFields({"page", kBefore}));
    auto saved = savedViews(tx);
    addChecked(view);
    view.text("said", said())
        .text("earlier", page_ > 0 ? page(page_) : "")
        .text("later", page_ + 1 < pages ? page(page_ + 2) : "")
        .text("before",
              about_.earlier ? addressWith({{kBefore, std::to_string(*about_.earlier)}}) : "")
        .text("many", std::string(about_.many))
        .list("choices", columns())
        .list("kept", hiddenFields(keptFields({"page", "column"})))
        .list("order", hiddenFields(fieldsOfList(context_.query)))
        .text("here", context_.address(about_.place))
        .flag("has_views", !saved.empty())
        .list("saved", std::move(saved))
        .text("save", query.empty() ? ""
                                    : context_.address("views/save?") +
                                          queryText({{"place", about_.place}, {"query", query}}));
    return view;
}

} // namespace

Fields fieldsOfList(const Form& query)
{
    Fields fields;
    for (const auto& field : query.fields()) {
        if (field.first == "sort" || field.first == "column") {
            fields.push_back(field);
        }
    }
    return fields;
}

std::vector<View> listOf(const RequestContext& context, const books::ReadTransaction& tx,
                         Table table, const ListOf& about)
{
    List list(context, std::move(table), about);
    list.sort();
    list.choose();
    list.cut();
    return {list.view(tx)};
}

std::vector<std::size_t> orderOf(const RequestContext& context, Table table)
{
    List list(context, std::move(table), {});
    list.sort();
    return list.table().order();
}

std::vector<std::size_t> pageOf(const RequestContext& context, Table table)
{
    List list(context, std::move(table), {});
    list.sort();
    list.cut();
    return list.table().order();
}

} // namespace giftbox::web
