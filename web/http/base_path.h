#pragma once

#include "web/http/http.h"

namespace giftbox::web {

/// The path below which a proxy shows the site: `/gifts`, without a slash at its end; empty for the whole host. Throws
/// Refusal `serve.base_path_malformed`.
std::string parseBasePath(std::string_view text);

/// Removes the base path from the request's path, and keeps it in `request.base`. Some proxies have removed it already;
/// then the path stays as it is.
void takeBasePath(Request& request, const std::string& base);

/// The address of a page of this site, as a browser asks for it. `path` is the site's own, such as `/login`. The only
/// place that makes one.
std::string siteAddress(const Request& request, std::string_view path);

} // namespace giftbox::web
