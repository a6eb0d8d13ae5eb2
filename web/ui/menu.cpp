#include "web/ui/menu.h"

#include "foundation/fold.h"

#include <algorithm>
#include <array>
#include <optional>

namespace giftbox::web {

using access::Action;
using access::Role;

namespace {

/// A page in the menu. `key` after `g` opens it; `icon` is the symbol in web/assets/icons.svg.
struct Place {
    std::string_view group;
    std::string_view path;
    std::string_view name;
    std::string_view icon;
    std::string_view key;
    std::optional<Action> action;  ///< the right it needs
    std::string_view purpose = {}; ///< what the page is for, below its heading
};

constexpr std::string_view kShelf = "Shelf";
constexpr std::string_view kBoxes = "Boxes";
constexpr std::string_view kPeople = "People";
constexpr std::string_view kMoney = "Money";
constexpr std::string_view kSettings = "Settings";

/// In the order of the menu; the pages of a group stand together.
constexpr Place kPlaces[] = {
    {"", "", "Home", "home", "h", {}},
    {kShelf, "stock", "Stock", "stock", "s", Action::ViewStock,
     "What is on the shelf, what it cost, and what is low."},
    {kShelf, "restock", "Restock list", "restock", "l", Action::ViewStock,
     "What to buy now: items at or below their reorder point, in enough whole packs to reach the "
     "par level."},
    {kShelf, "counts", "Counts", "check", "f", Action::ViewStock,
     "What is on the shelf, counted item by item, and how far the books were off."},
    {kShelf, "movements", "Movements", "movements", "m", Action::ViewStock,
     "Every unit that came in or went out, the last one recorded first."},
    {kShelf, "orders", "Orders", "orders", "q", Action::ViewStock,
     "What is ordered from suppliers: drafts, what is still to come, and what is late."},
    {kShelf, "suppliers", "Suppliers", "suppliers", "v", Action::ViewStock,
     "The companies you buy from: where orders go, terms, and what came from them."},
    {kShelf, "import", "Import", "import", "i", Action::Import,
     "Enter many items, recipients, receipts, or boxes at once, from a file."},
    {kBoxes, "boxes", "Boxes", "boxes", "b", Action::ViewStock,
     "The boxes of a month: planned, packed, and handed over."},
    {kBoxes, "plan", "Planner", "plan", "p", Action::Plan,
     "Proposes what to put into the boxes of a month, within stock and caps."},
    {kBoxes, "recipes", "Recipes", "recipes", "c", Action::EditRecipes,
     "What goes into a box, so that you can make the same box again."},
    {kBoxes, "notes", "Notes", "notes", "o", Action::EditNote,
     "The card on the lid of each box: write it, print it, and record who signed it."},
    {kPeople, "nominations/add", "Nominate", "nominate", "a", Action::Nominate},
    {kPeople, "nominations", "Nominations", "nominations", "n", Action::Nominate,
     "The customers that advisers suggest for a box this month."},
    {kPeople, "select", "Selection", "select", "e", Action::Select,
     "Decide who gets a box this month, and approve the list."},
    {kPeople, "recipients", "Recipients", "recipients", "r", Action::EditRecipients,
     "The customers who may get a box."},
    {kMoney, "budget", "Budget", "budget", "u", Action::ViewReport,
     "What may be spent on a box and in a month, and what remains."},
    {kMoney, "report", "Cost report", "report", "t", Action::ViewReport,
     "What the program cost each month, and how many people it reached."},
    {kMoney, "reports", "Reports", "report", "z", Action::ViewReport,
     "The questions that reports answer, with files for spreadsheets."},
    {kMoney, "journal", "Journal", "orders", "j", Action::ViewJournal,
     "What your ledger books: entries of a month, and the batches that you post."},
    {kMoney, "accounting", "Accounting", "accounting", "y", Action::Export,
     "Files for accounting, and closing a month."},
    {kSettings, "settings", "Settings", "settings", "x", Action::EditSettings,
     "How this store works: labor rate, formats, time zone."},
    {kSettings, "users", "Users", "users", "w", Action::EditUsers,
     "Who may log in, and what they may do."},
    {kSettings, "tokens", "API tokens", "tokens", "k", Action::EditUsers,
     "Access for other programs."},
    {kSettings, "audit", "Audit log", "audit", "d", Action::Audit,
     "Who did what, and when. Nothing here can be changed."}};

/// A key that two entries share would never open the second one.
constexpr bool hasOwnKeys()
{
    std::array<bool, 128> isTaken{};
    for (const Place& place : kPlaces) {
        bool& isHere = isTaken.at(static_cast<unsigned char>(place.key.front()));
        if (isHere || place.key.size() != 1) {
            return false;
        }
        isHere = true;
    }
    return true;
}
static_assert(hasOwnKeys());

/// Pages without an entry of their own, under the entry that leads to them.
struct Within {
    std::string_view page;
    std::string_view place;
};

constexpr Within kWithin[] = {
    {"item", "stock"},        {"lots", "stock"},       {"receive", "stock"},
    {"count", "stock"},       {"write-off", "stock"},  {"deliveries", "stock"},
    {"returns", "stock"},     {"unbilled", "stock"},   {"bill", "stock"},
    {"bills", "stock"},       {"freight", "stock"},    {"close", "accounting"},
    {"entities", "settings"}, {"reasons", "settings"}, {"accounts", "journal"},
    {"month", "reports"},     {"gifts", "report"}};

/// What a role opens most, beside the home page. Somebody with several roles gets the bar of the first one here.
struct Bar {
    Role role;
    std::array<std::string_view, 3> paths;
};

constexpr Bar kBars[] = {{Role::Manager, {"select", "boxes", "budget"}},
                         {Role::PartsDirector, {"stock", "boxes", "plan"}},
                         {Role::Accounting, {"report", "accounting", "boxes"}},
                         {Role::Administrator, {"users", "settings", "audit"}},
                         {Role::GroupAdministrator, {"users", "settings", "audit"}},
                         {Role::GroupManager, {"report", "reports", "audit"}},
                         {Role::Adviser, {"nominations/add", "nominations", ""}}};

constexpr std::size_t kStorePath = 3; ///< where the store's code begins in `/s/NORTH/stock`

/// The path of the entry of a page: `boxes` for `/s/STORE/boxes/12/give`.
std::string_view placeOf(std::string_view path)
{
    const std::size_t slash = path.find('/', kStorePath);
    if (slash == std::string_view::npos) {
        return "";
    }
    path.remove_prefix(slash + 1);
    if (std::ranges::find(kPlaces, path, &Place::path) != std::end(kPlaces)) {
        return path;
    }
    const std::string_view page = path.substr(0, path.find('/'));
    const auto* const within = std::ranges::find(kWithin, page, &Within::page);
    return within == std::end(kWithin) ? page : within->place;
}

bool isOffered(const MenuAsked& asked, const Place& place)
{
    return !place.action || asked.may(*place.action);
}

View viewOf(const MenuAsked& asked, const Place& place, std::string_view here)
{
    View view;
    view.text("address", asked.address(place.path))
        .text("name", std::string(place.name))
        .text("symbol", std::string(place.icon))
        .text("key", std::string(place.key))
        .flag("current", place.path == here);
    return view;
}

std::vector<View> groupsOf(const MenuAsked& asked, std::string_view here)
{
    std::vector<View> groups;
    std::vector<View> places;
    for (const Place* place = std::begin(kPlaces); place != std::end(kPlaces); ++place) {
        if (isOffered(asked, *place)) {
            places.push_back(viewOf(asked, *place, here));
        }
        const bool endsGroup =
            std::next(place) == std::end(kPlaces) || std::next(place)->group != place->group;
        if (endsGroup && !places.empty()) {
            View group;
            group.text("group", std::string(place->group)).list("places", std::move(places));
            groups.push_back(std::move(group));
            places.clear();
        }
    }
    return groups;
}

std::vector<View> barOf(const MenuAsked& asked, std::string_view here)
{
    const auto* const bar = std::ranges::find_if(kBars, [&](const Bar& one) {
        return std::ranges::find(asked.roles, one.role) != asked.roles.end();
    });
    std::vector<View> views;
    for (const Place& place : kPlaces) {
        const bool isMost =
            bar != std::end(kBars) && std::ranges::find(bar->paths, place.path) != bar->paths.end();
        if ((isMost || place.path.empty()) && isOffered(asked, place)) {
            views.push_back(viewOf(asked, place, here));
        }
    }
    return views;
}

} // namespace

View menuOf(const MenuAsked& asked)
{
    const std::string_view here = placeOf(asked.path);
    const std::string_view page =
        asked.path.substr(std::min(asked.path.size(), asked.path.find('/', kStorePath) + 1));
    const auto* const place = std::ranges::find(kPlaces, page, &Place::path);
    View view;
    view.list("groups", groupsOf(asked, here))
        .list("bar", barOf(asked, here))
        .text("purpose", place == std::end(kPlaces) ? "" : std::string(place->purpose));
    return view;
}

std::vector<NamedPage> pagesNamed(const MenuAsked& asked, std::string_view query)
{
    const std::vector<std::string> words = foundation::searchWords(query);
    std::vector<NamedPage> pages;
    for (const Place& place : kPlaces) {
        const std::string text = std::string(place.name) + " " + std::string(place.group);
        if (!words.empty() && isOffered(asked, place) &&
            foundation::hasWords(foundation::searchable(text), words)) {
            pages.push_back({.name = std::string(place.name),
                             .group = std::string(place.group),
                             .address = asked.address(place.path)});
        }
    }
    return pages;
}

} // namespace giftbox::web
