#pragma once

#include "web/ui/request_context.h"

#include <span>

namespace giftbox::web {

/// Who gets an answer.
enum class Who {
    Anybody,
    LoggedIn,
    InStore ///< has a role in the store of the address, and may do the route's action where it names one
};

enum class Methods { Get, Post, GetAndPost };

/// `pattern` has `{store}` as its second part where `who` is InStore, and at most one more part in braces.
struct Route {
    Methods methods = Methods::Get;
    std::string_view pattern;
    Who who = Who::InStore;
    std::optional<access::Action> action;
    Response (*answer)(RequestContext&) = nullptr;
    bool takesFile = false;
};

/// Every page there is; the only place that says what a page needs.
std::span<const Route> routes();

struct Found {
    const Route* route = nullptr;
    std::string store;
    std::string part;
};
/// None when there is no page at that path, which is percent-encoded.
std::optional<Found> findRoute(std::string_view path);

/// Whether what is sent to that path may be a file.
bool takesFile(std::string_view path);

/// Whether the page at that path is for who is not logged in too.
bool isForAnybody(std::string_view path);

bool accepts(const Route& route, const Request& request);

} // namespace giftbox::web
