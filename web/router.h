#pragma once

#include "web/pages/operation_forms.h"

#include <span>

namespace giftbox::web {

/// Who may open a route.
enum class Who {
    Anybody,
    LoggedIn,
    InStore ///< has a role in the store in the address, and the right to the route's action, if any
};

enum class Methods { Get, Post, GetAndPost };

/// `pattern` has `{store}` as its second part when `who` is InStore, and at most one more part in braces. Those without
/// one come first.
struct Route {
    Methods methods = Methods::Get;
    std::string pattern;
    Who who = Who::InStore;
    std::optional<access::Action> action;
    Response (*answer)(RequestContext&) = nullptr;
    bool takesFile = false;
    const OperationForm* form = nullptr; ///< in the place of `answer`

    Response answerTo(RequestContext& context) const
    {
        return form != nullptr ? formOf(context, *form) : answer(context);
    }
};

/// All pages: those of router.cpp, which sets the right for each, and the forms of operations, which have the right of
/// their operation.
std::span<const Route> routes();

struct Found {
    const Route* route = nullptr;
    std::string store;
    std::string part;
};
/// None when there is no page at the (percent-encoded) path.
std::optional<Found> findRoute(std::string_view path);

/// Whether that path accepts a file.
bool takesFile(std::string_view path);

/// Whether the page at that path is also open without a login.
bool isForAnybody(std::string_view path);

bool accepts(const Route& route, const Request& request);

} // namespace giftbox::web
