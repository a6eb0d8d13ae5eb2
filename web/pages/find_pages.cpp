#include "foundation/json.h"
#include "operations/find.h"
#include "web/pages/pages.h"
#include "web/ui/item_pictures.h"
#include "web/ui/menu.h"
#include "web/ui/table.h"

#include <algorithm>
#include <stdexcept>

namespace giftbox::web {

using reports::FoundKind;

namespace {

constexpr std::size_t kSuggested = 8;
constexpr std::size_t kShownOfKind = 20;

struct KindWords {
    std::string_view heading;
    std::string_view one;
    std::string_view list; ///< the page that lists them by the same words; empty when there is none
};
constexpr std::array<KindWords, reports::kFoundKinds.size()> kWords = {{
    {"Items", "Item", "stock?q="},
    {"Recipients", "Recipient", "recipients?q="},
    {"Boxes", "Box", ""},
    {"Suppliers", "Supplier", ""},
    {"Orders", "Order", ""},
    {"Deliveries", "Delivery", ""},
    {"Receipts", "Receipt", ""},
    {"Recipes", "Recipe", ""},
    {"Months", "Month", ""},
}};
const KindWords& wordsOf(FoundKind kind) { return kWords.at(static_cast<std::size_t>(kind)); }

/// What a person may find, and the names of recipients with it: whoever may nominate finds people by name.
std::vector<reports::Find> findWords(RequestContext& context)
{
    const auto kinds =
        operations::kindsFound([&](access::Action action) { return context.may(action); });
    return context.read([&](const books::ReadTransaction& tx) {
        return reports::find(tx, context.query.text("q"), kinds, context.today());
    });
}

/// An adviser, who may nominate and nothing more, goes on to the nomination.
std::string addressOf(const RequestContext& context, const reports::Find& one)
{
    const std::string code = encodePercent(one.code);
    switch (one.kind) {
    case FoundKind::Item:
        return context.itemAddress(one.code);
    case FoundKind::Recipient:
        return context.may(access::Action::EditRecipients)
                   ? context.recipientAddress(one.code)
                   : context.address("nominations/add?recipient=") + code;
    case FoundKind::Box:
        return context.address("boxes/") + code;
    case FoundKind::Supplier:
        return context.address("suppliers/show?supplier=") + code;
    case FoundKind::Order:
        return context.address("orders/") + code;
    case FoundKind::Delivery:
        return context.address("deliveries/") + code;
    case FoundKind::Receipt:
        return context.address("lots/") + code;
    case FoundKind::Recipe:
        return context.address("recipes/show?name=") + code;
    case FoundKind::Month:
        return context.address("report?month=") + code;
    }
    throw std::logic_error("an unknown kind of find");
}

/// What a person calls it: `Red hat`, `Box 42`, `November 2026`.
std::string nameOf(const RequestContext& context, const reports::Find& one)
{
    switch (one.kind) {
    case FoundKind::Box:
        return "Box " + one.code;
    case FoundKind::Month:
        return context.format.shown(foundation::parseMonth(one.code));
    case FoundKind::Order:
        return "PO-" + one.code;
    case FoundKind::Delivery:
        return "Delivery " + one.code;
    case FoundKind::Receipt:
        return one.name.empty() ? one.about : one.name;
    default:
        return one.name;
    }
}

/// What else tells it from others: the code, the recipient of a box, the supplier and day of a delivery or order.
std::string aboutOf(const RequestContext& context, const reports::Find& one)
{
    std::string about;
    const auto add = [&](const std::string& text) {
        about += text.empty() ? "" : (about.empty() ? "" : " · ") + text;
    };
    if (one.kind == FoundKind::Item || one.kind == FoundKind::Recipient ||
        one.kind == FoundKind::Supplier) {
        add(one.code);
    } else if (one.kind == FoundKind::Order || one.kind == FoundKind::Delivery) {
        add(one.name);
    } else if (one.kind == FoundKind::Box) {
        add(context.recipientShown(one.name, ""));
    }
    add(one.kind == FoundKind::Receipt && one.name.empty() ? "" : one.about);
    add(one.day ? context.format.shown(*one.day) : "");
    add(one.lots > 1 ? context.format.shown(one.lots) + " lots" : "");
    return about;
}

View sectionOf(const RequestContext& context, FoundKind kind,
               const std::vector<reports::Find>& found)
{
    const KindWords& words = wordsOf(kind);
    Table table({{std::string(words.one)}, {"About"}}, context.format);
    std::size_t number = 0;
    for (const reports::Find& one : found) {
        if (one.kind == kind && ++number <= kShownOfKind) {
            table.link(nameOf(context, one), addressOf(context, one))
                .text(aboutOf(context, one))
                .endRow();
        }
    }
    View view;
    view.text("kind", std::string(toText(kind)))
        .text("heading", std::string(words.heading))
        .text("number", context.format.shown(static_cast<std::int64_t>(number)))
        .list("table", table.views(""))
        .flag("more", number > kShownOfKind)
        .number("shown", static_cast<std::int64_t>(kShownOfKind))
        .flag("list", !words.list.empty())
        .text("address", context.address(words.list) + encodePercent(context.query.text("q")));
    return view;
}

View pagesSection(const RequestContext& context, const std::vector<NamedPage>& pages)
{
    Table table({{"Page"}, {"Menu"}}, context.format);
    for (const NamedPage& page : pages) {
        table.link(page.name, page.address).text(page.group).endRow();
    }
    View view;
    view.text("kind", "page")
        .text("heading", "Pages")
        .text("number", context.format.shown(static_cast<std::int64_t>(pages.size())))
        .list("table", table.views(""));
    return view;
}

std::string countOf(const RequestContext& context, std::size_t number)
{
    return number == 0   ? "Nothing found. Check the spelling, or type fewer words."
           : number == 1 ? "1 found"
                         : context.format.shown(static_cast<std::int64_t>(number)) + " found";
}

} // namespace

Response findPage(RequestContext& context)
{
    const std::string& typed = context.query.text("q");
    const auto found = findWords(context);
    const auto pages = pagesNamed(context.menu(), typed);
    // A scanned barcode, or a code typed as it is, leads straight to what it means.
    const auto isExact = [](const reports::Find& one) {
        return one.match == reports::Match::Exact;
    };
    if (std::ranges::count_if(found, isExact) == 1 &&
        ((found.size() == 1 && pages.empty()) || found.front().kind == FoundKind::Item)) {
        return redirectTo(addressOf(context, found.front()));
    }
    std::vector<View> sections;
    for (const FoundKind kind : reports::kFoundKinds) {
        if (std::ranges::find(found, kind, &reports::Find::kind) != found.end()) {
            sections.push_back(sectionOf(context, kind, found));
        }
    }
    if (!pages.empty()) {
        sections.push_back(pagesSection(context, pages));
    }
    const bool isAsked = typed.find_first_not_of(' ') != std::string::npos;
    const std::string title = isAsked ? "Search: " + typed : "Search";
    View view;
    view.text("title", title)
        .flag("has_query", isAsked)
        .text("count", countOf(context, found.size() + pages.size()))
        .list("sections", std::move(sections));
    return context.page("find", title, view);
}

Response findJson(RequestContext& context)
{
    static const std::vector<foundation::Column> columns = {{"kind", "Kind"},
                                                            {"name", "Name"},
                                                            {"about", "About"},
                                                            {"address", "Address"},
                                                            {"picture", "Picture"}};
    const auto found = findWords(context);
    const auto pages = pagesNamed(context.menu(), context.query.text("q"));
    const auto pictures = context.read([](const auto& tx) { return ItemPictures(tx); });
    std::string best;
    const auto out = foundation::makeJsonWriter([&](std::string_view bytes) { best += bytes; },
                                                context.format.currency());
    out->begin(columns);
    const auto write = [&](std::string_view kind, const std::string& name, const std::string& about,
                           const std::string& address, const std::string& picture) {
        out->text(kind);
        out->text(name);
        out->text(about);
        out->text(address);
        out->text(picture);
        out->endRow();
    };
    // Pages take at most two of the places, and leave none empty.
    const std::size_t ofPages = std::min<std::size_t>(
        pages.size(), std::max<std::size_t>(2, kSuggested - std::min(found.size(), kSuggested)));
    for (std::size_t i = 0; i < std::min(found.size(), kSuggested - ofPages); ++i) {
        write(wordsOf(found[i].kind).one, nameOf(context, found[i]), aboutOf(context, found[i]),
              addressOf(context, found[i]),
              found[i].kind == FoundKind::Item ? pictures.address(context, found[i].code) : "");
    }
    for (std::size_t i = 0; i < ofPages; ++i) {
        write("Page", pages[i].name, pages[i].group, pages[i].address, "");
    }
    out->end();
    Response response;
    response.add("Content-Type", "application/json");
    response.body = foundation::JsonObject()
                        .add("said", countOf(context, found.size() + pages.size()))
                        .addRaw("best", best)
                        .text();
    return response;
}

} // namespace giftbox::web
