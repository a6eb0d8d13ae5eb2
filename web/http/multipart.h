#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::web {

/// A field of a form, or a file where it has a name of its own, which is as the browser says: no path of ours.
struct Part {
    std::string name;
    std::optional<std::string> fileName;
    std::string_view content; ///< of the body

    bool operator==(const Part&) const = default;
};

/// The parts of `multipart/form-data` as browsers write it (RFC 7578), with the boundary of the Content-Type; nothing else is read: no preamble, no
/// headers but Content-Disposition and Content-Type, names in UTF-8, at most 64 parts, one file of a name. Throws Refusal `form.malformed`.
std::vector<Part> parseMultipart(std::string_view body, std::string_view boundary);

/// `name="value"`, or without the quotes, of a header's parameters; none when it is not there, and when any of them cannot be read.
std::optional<std::string> headerParameter(std::string_view header, std::string_view name);

} // namespace giftbox::web
