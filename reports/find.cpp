#include "reports/find.h"

#include "books/code.h"
#include "foundation/fold.h"
#include "gifting/notes/wording.h"
#include "gifting/planned_box.h"
#include "gifting/recipe.h"
#include "gifting/recipient.h"
#include "inventory/item_code.h"
#include "inventory/stock.h"
#include "purchasing/recorded_delivery.h"
#include "reports/cells.h"
#include "reports/statements.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace giftbox::reports {

using books::ReadTransaction;
using foundation::Column;
using foundation::ColumnType;
using foundation::Month;

namespace {

constexpr std::int64_t kLotsSearched = 20'000;
constexpr std::array<std::string_view, kFoundKinds.size()> kKinds = {
    "item", "recipient", "box", "supplier", "order", "delivery", "receipt", "recipe", "month"};

/// The query, read once.
struct Query {
    std::string typed;              ///< as entered
    std::string folded;             ///< as one word
    std::vector<std::string> words; ///< in search form

    bool isNothing() const { return words.empty(); }
    bool isIn(const std::string& text) const
    {
        return foundation::hasWords(foundation::searchable(text), words);
    }
    Match matchOf(const Find& one) const
    {
        const std::string code = foundation::folded(one.code);
        const std::string name = foundation::searchable(one.name);
        return code == folded || foundation::folded(one.name) == folded ? Match::Exact
               : code.starts_with(folded)                               ? Match::CodeBegins
               : std::ranges::any_of(words,
                                     [&](const auto& word) { return name.starts_with(word); })
                   ? Match::NameBegins
                   : Match::Words;
    }
};

Query readQuery(std::string_view text)
{
    constexpr std::size_t kLongest = books::kLongestText * 4; // nothing stored is longer
    if (text.size() > kLongest) {
        return {};
    }
    const std::string typed = foundation::entered(text);
    return {.typed = typed,
            .folded = foundation::folded(typed),
            .words = foundation::searchWords(typed)};
}

std::optional<std::int64_t> numberIn(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number > 0
               ? std::optional(number)
               : std::nullopt;
}

/// Collects the finds of each kind.
class Finder {
public:
    Finder(const ReadTransaction& tx, Query query, foundation::Date today)
        : tx_(tx), query_(std::move(query)), today_(today), suppliers_(tx)
    {}

    void findItems();
    void findRecipients();
    void findBoxes();
    void findSuppliers();
    void findOrders();
    void findDeliveries();
    void findReceipts() { findLots(FoundKind::Receipt); }
    void findRecipes();
    void findMonths();
    std::vector<Find> best();

private:
    void add(Find one)
    {
        one.match = query_.matchOf(one);
        found_.push_back(std::move(one));
    }
    void addExact(Find one)
    {
        one.match = Match::Exact;
        found_.push_back(std::move(one));
    }
    void addBox(std::int64_t number);
    void addOrder(const purchasing::Order& order, bool isExact);
    void findLots(FoundKind kind);
    /// The number that the query is, alone or after one of these words.
    std::optional<std::int64_t> numberAfter(std::initializer_list<std::string_view> words) const;
    void findReferences();
    template <class Box>
    void addWaiting(const Box& box, const std::optional<foundation::Date>& day);

    const ReadTransaction& tx_;
    Query query_;
    foundation::Date today_;
    std::vector<Find> found_;
    purchasing::SupplierBook suppliers_;
    std::set<std::int64_t> boxes_;
    std::set<std::int64_t> deliveries_;
};

void Finder::findItems()
{
    const std::vector<std::string> scanned = inventory::skusMeant(tx_, query_.typed);
    inventory::listItems(tx_, [&](const inventory::NumberedItem& numbered) {
        const inventory::Item& item = numbered.item;
        const Find one{
            .kind = FoundKind::Item, .code = item.sku, .name = item.name, .about = item.category};
        if (std::ranges::find(scanned, item.sku) != scanned.end()) {
            addExact(one);
        } else if (query_.isIn(searchedText<inventory::Item>(inventory::itemFields(), item))) {
            add(one);
        }
    });
}

void Finder::findRecipients()
{
    for (const auto& one : gifting::searchRecipients(tx_, query_.typed, kMostRanked)) {
        add({.kind = FoundKind::Recipient,
             .code = one.recipient.code,
             .name = one.recipient.name,
             .about = one.recipient.group});
    }
}

void Finder::addBox(std::int64_t number)
{
    if (!boxes_.insert(number).second) {
        return;
    }
    Find one{.kind = FoundKind::Box, .code = std::to_string(number), .name = ""};
    if (const auto box = gifting::findBox(tx_, books::BoxNo{number})) {
        one.name = box->recipientName;
        one.about = toText(box->state);
        one.day = box->givenOn ? box->givenOn : box->packedOn;
    } else if (const auto planned = gifting::findPlannedBox(tx_, books::BoxNo{number})) {
        one.name = planned->recipientName;
        one.about = toText(planned->state);
    } else {
        return;
    }
    addExact(std::move(one));
}

template <class Box>
void Finder::addWaiting(const Box& box, const std::optional<foundation::Date>& day)
{
    if (query_.isIn(box.recipientCode + " " + box.recipientName) &&
        boxes_.insert(box.number.value).second) {
        add(Find{.kind = FoundKind::Box,
                 .code = std::to_string(box.number.value),
                 .name = box.recipientName,
                 .about = std::string(toText(box.state)),
                 .day = day});
    }
}

void Finder::findReferences()
{
    constexpr std::string_view kHighest = "\xF4\x8F\xBF\xBF"; // U+10FFFF
    const std::string last = query_.typed + std::string(kHighest);
    for (const auto& row : tx_.database().query(sql::BoxesOfReference{.storeId = tx_.storeId(),
                           .first = query_.typed,
                           .last = last,
                           .most = kMostByReference})) {
        if (!boxes_.insert(row.boxNo).second) {
            continue;
        }
        const std::string reference(*row.reference);
        found_.push_back(Find{.kind = FoundKind::Box,
                              .code = std::to_string(row.boxNo),
                              .name = std::string(row.recipientName),
                              .about = reference + ", " + std::string(row.state),
                              .day = row.givenOn ? row.givenOn : row.packedOn,
                              .match = foundation::folded(reference) == query_.folded
                                           ? Match::Exact
                                           : Match::NameBegins});
    }
}

std::optional<std::int64_t> Finder::numberAfter(std::initializer_list<std::string_view> words) const
{
    std::string_view digits = query_.folded;
    for (const std::string_view before : words) {
        digits.remove_prefix(digits.starts_with(before) ? before.size() : 0);
    }
    return numberIn(digits);
}

void Finder::findBoxes()
{
    if (const auto number = numberAfter({"box ", "#"})) {
        addBox(*number);
    }
    findReferences();
    gifting::listPlannedBoxes(tx_, {}, [&](const gifting::PlannedBox& box) {
        if (box.state == gifting::PlanState::Planned) {
            addWaiting(box, std::nullopt);
        }
    });
    gifting::listBoxes(tx_, {.month = {}, .state = gifting::BoxState::Packed, .recipient = {}},
                       [&](const gifting::Box& box) { addWaiting(box, box.packedOn); });
}

void Finder::findSuppliers()
{
    for (const purchasing::NumberedSupplier& one : suppliers_.all()) {
        std::string words = one.supplier.code + " " + one.supplier.email;
        for (const std::string& name : suppliers_.namesOf(one.number)) {
            words += " " + name;
        }
        if (query_.isIn(words)) {
            add({.kind = FoundKind::Supplier,
                 .code = one.supplier.code,
                 .name = one.supplier.name,
                 .about = one.supplier.email});
        }
    }
}

void Finder::addOrder(const purchasing::Order& order, bool isExact)
{
    Find one{.kind = FoundKind::Order,
             .code = std::to_string(order.number.value),
             .name = suppliers_.of(order.supplier).supplier.name,
             .about = shownState(order.state),
             .day = order.expectedOn};
    one.match = isExact ? Match::Exact : Match::Words;
    found_.push_back(std::move(one));
}

void Finder::findOrders()
{
    const auto number = numberAfter({"order ", "po-", "po ", "po"});
    if (number) {
        if (const auto exact = purchasing::findOrder(tx_, {*number})) {
            addOrder(*exact, true);
        }
    }
    for (const purchasing::Order& order : purchasing::unfinishedOrders(tx_)) {
        const purchasing::Supplier& supplier = suppliers_.of(order.supplier).supplier;
        if (order.number.value != number &&
            query_.isIn(supplier.code + " " + supplier.name + " " + order.note)) {
            addOrder(order, false);
        }
    }
}

void Finder::findDeliveries()
{
    if (const auto number = numberAfter({"delivery ", "#"})) {
        if (const auto exact = purchasing::findDelivery(tx_, {*number})) {
            deliveries_.insert(*number);
            addExact({.kind = FoundKind::Delivery,
                      .code = std::to_string(*number),
                      .name = exact->supplier,
                      .about = exact->reference,
                      .day = exact->receivedOn,
                      .lots = exact->lines});
        }
    }
    findLots(FoundKind::Delivery);
}

/// Those of a delivery, or those without one.
void Finder::findLots(FoundKind kind)
{
    const bool isOfDelivery = kind == FoundKind::Delivery;
    for (const auto& row : tx_.database().query(sql::DeliveriesToFind{
             .storeId = tx_.storeId(), .window = kLotsSearched, .most = kMostRanked})) {
        const std::string supplier(row.supplier);
        const std::string reference(row.reference);
        if (row.deliveryNo.has_value() != isOfDelivery ||
            !query_.isIn(supplier + " " + reference) ||
            (isOfDelivery && !deliveries_.insert(*row.deliveryNo).second)) {
            continue;
        }
        Find one{.kind = kind,
                 .code = std::to_string(row.deliveryNo.value_or(row.lotNo)),
                 .name = supplier,
                 .about = reference,
                 .day = row.receivedOn,
                 .lots = row.lots};
        one.match = foundation::folded(reference) == query_.folded ? Match::Exact : Match::Words;
        found_.push_back(std::move(one));
    }
}

void Finder::findRecipes()
{
    gifting::listRecipes(tx_, [&](const gifting::Recipe& recipe) {
        if (query_.isIn(recipe.name)) {
            add({.kind = FoundKind::Recipe,
                 .code = recipe.name,
                 .name = recipe.name,
                 .about = wordsOf(recipe)});
        }
    });
}

/// `2026-11`; `november`, the last one there was, and `nov 2025`.
void Finder::findMonths()
{
    const auto addMonth = [&](Month month) {
        addExact(
            {.kind = FoundKind::Month, .code = toText(month), .name = gifting::inWords(month)});
    };
    constexpr std::size_t kShortest = 3;
    constexpr int kMonthsBack = 120;
    Month month = today_.month();
    if (query_.typed.size() == toText(month).size() && query_.typed[4] == '-') {
        try {
            addMonth(foundation::parseMonth(query_.typed));
        } catch (const foundation::Refusal&) { // not a month
        }
        return;
    }
    for (int i = 0; i < kMonthsBack; ++i, month = month.previous()) {
        const std::string text = foundation::searchable(gifting::inWords(month));
        const std::string_view name = std::string_view(text).substr(0, text.find(' '));
        const std::string_view year = std::string_view(text).substr(name.size() + 1);
        const auto names = [&](const std::string& word) {
            return word.size() >= kShortest && name.starts_with(word);
        };
        if (std::ranges::any_of(query_.words, names) &&
            std::ranges::all_of(query_.words,
                                [&](const auto& word) { return names(word) || word == year; })) {
            addMonth(month);
            return;
        }
    }
}

std::vector<Find> Finder::best()
{
    std::ranges::stable_sort(found_, {}, [](const Find& one) {
        return std::tuple(one.match, one.kind, foundation::folded(one.name));
    });
    return std::move(found_);
}

} // namespace

std::string_view toText(FoundKind kind) { return kKinds.at(static_cast<std::size_t>(kind)); }

FoundKind parseFoundKind(std::string_view text)
{
    const auto* const found = std::ranges::find(kKinds, text);
    if (found == kKinds.end()) {
        throw foundation::Refusal("find.kind_unknown", {{"text", text}});
    }
    return kFoundKinds.at(static_cast<std::size_t>(found - kKinds.begin()));
}

std::vector<Find> find(const ReadTransaction& tx, std::string_view text,
                       const std::set<FoundKind>& kinds, foundation::Date today)
{
    Query query = readQuery(text);
    if (query.isNothing()) {
        return {};
    }
    Finder finder(tx, std::move(query), today);
    constexpr std::array<void (Finder::*)(), kFoundKinds.size()> kSearches = {
        &Finder::findItems,     &Finder::findRecipients, &Finder::findBoxes,
        &Finder::findSuppliers, &Finder::findOrders,     &Finder::findDeliveries,
        &Finder::findReceipts,  &Finder::findRecipes,    &Finder::findMonths};
    for (const FoundKind kind : kinds) {
        (finder.*kSearches.at(static_cast<std::size_t>(kind)))();
    }
    return finder.best();
}

const std::vector<Column>& findColumns()
{
    static const std::vector<Column> columns = {
        {"kind", "Kind", ColumnType::Code},
        {"code", "Code", ColumnType::Code},
        {"name", "Name", ColumnType::Text, foundation::Cells::MaybeEmpty},
        {"about", "About", ColumnType::Text, foundation::Cells::MaybeEmpty},
        {"day", "Day", ColumnType::Date, foundation::Cells::MaybeEmpty}};
    return columns;
}

void writeFind(const Find& one, foundation::RowWriter& out)
{
    out.code(toText(one.kind));
    if (one.kind == FoundKind::Recipient) {
        writeRecipient(one.code, one.name, out);
    } else if (one.kind == FoundKind::Box) {
        out.code(one.code);
        out.personal(foundation::Personal::Name, one.name);
    } else {
        out.code(one.code);
        out.text(one.name);
    }
    textOrEmpty(out, one.about.empty() ? std::nullopt : std::optional<std::string_view>(one.about));
    dateOrEmpty(out, one.day);
    out.endRow();
}

} // namespace giftbox::reports
