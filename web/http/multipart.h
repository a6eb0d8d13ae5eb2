#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::web {

/// A field of a form, or a file if it has a file name, which comes from the browser and is never a path.
struct Part {
    std::string name;
    std::optional<std::string> fileName;
    std::string_view content; ///< within the body

    bool operator==(const Part&) const = default;
};

/// Reads `multipart/form-data` as browsers write it (RFC 7578), with the boundary in the Content-Type. Accepts
/// nothing else: no preamble, only Content-Disposition and Content-Type headers, UTF-8 names, at most 64 parts, one
/// file per name. Throws Refusal `form.malformed`.
std::vector<Part> parseMultipart(std::string_view body, std::string_view boundary);

/// The value of `name="value"`, or without quotes, in a header's parameters; none when it is missing or any parameter
/// is not readable.
std::optional<std::string> headerParameter(std::string_view header, std::string_view name);

} // namespace giftbox::web
