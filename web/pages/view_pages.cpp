#include "access/saved_view.h"
#include "web/pages/pages.h"
#include "web/ui/run_form.h"

#include <algorithm>

namespace giftbox::web {

using access::Role;

namespace {

/// A page of lists in this store, so that a saved view leads nowhere else.
std::string placeIn(const RequestContext& context)
{
    const std::string& place = context.query.text("place");
    const bool isPath = !place.empty() && std::ranges::all_of(place, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || letter == '-' || letter == '/';
    });
    if (!isPath) {
        throw foundation::Refusal("page.unknown");
    }
    return place;
}

std::vector<Option> rolesOffered(const RequestContext& context)
{
    std::vector<Option> options = {{"", "Nobody"}};
    for (const Role role : access::kRoles) {
        const std::string name(toText(role));
        const auto own = context.caller().roles;
        const bool isOwn = std::ranges::find(own, role) != own.end();
        options.push_back({name, "Everybody with the role " + name + (isOwn ? " (yours)" : "")});
    }
    return options;
}

} // namespace

Response saveViewPage(RequestContext& context)
{
    const std::string place = placeIn(context);
    const std::string& query = context.query.text("query");
    const std::string back = context.address(place) + "?" + query;
    const FormPage page{.title = "Save this view",
                        .submit = "Save",
                        .back = back,
                        .fields = {{.name = "name",
                                    .label = "Name of the view",
                                    .hint = "A view of yours with this name is replaced"},
                                   {.name = "role",
                                    .label = "Share with",
                                    .type = "select",
                                    .isNeeded = false,
                                    .options = rolesOffered(context)}},
                        .intro = "The view keeps the search, filters, order, and columns of the "
                                 "list. It shows the list as it is when you open it."};
    return runForm(context, page, "view save", [&](books::WriteTransaction& tx) {
        const std::string& role = context.form.text("role");
        access::saveView(
            tx, context.session->user,
            {.page = place,
             .name = context.form.text("name"),
             .query = query,
             .sharedWith = role.empty() ? std::nullopt : std::optional(access::parseRole(role))});
        return Done{back, "View saved.", false};
    });
}

Response removeViewPage(RequestContext& context)
{
    const std::string place = placeIn(context);
    const std::string& name = context.query.text("name");
    const FormPage page{.title = "Remove the view " + name,
                        .submit = "Remove",
                        .back = context.address(place),
                        .fields = {},
                        .intro = "The list itself and everything in it stay."};
    return runForm(context, page, "view remove", [&](books::WriteTransaction& tx) {
        access::removeView(tx, context.session->user, place, name);
        return Done{page.back, "View removed.", false};
    });
}

} // namespace giftbox::web
