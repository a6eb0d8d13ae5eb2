#include "web/http/multipart.h"

#include "foundation/refusal.h"
#include "foundation/text.h"
#include "web/http/http_text.h"

#include <algorithm>

namespace giftbox::web {
namespace {

constexpr std::size_t kMostParts = 64;
constexpr std::size_t kMostHeaderBytes = 4096;
constexpr std::size_t kLongestName = 1024;
constexpr std::size_t kLongestBoundary = 70;

[[noreturn]] void refuseMultipart(const std::string& what)
{
    throw foundation::Refusal("form.malformed", {{"what", what}});
}

bool isBoundary(std::string_view text)
{
    constexpr std::string_view kMarks = "'()+_,-./:=? ";
    return !text.empty() && text.size() <= kLongestBoundary && !text.ends_with(' ') &&
           std::ranges::all_of(text, [&](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      kMarks.find(c) != std::string_view::npos;
           });
}

/// Removes and returns the text before `end`, with `end`; none when it is missing.
std::optional<std::string_view> takeUntil(std::string_view& text, std::string_view end)
{
    const auto at = text.find(end);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view taken = text.substr(0, at);
    text.remove_prefix(at + end.size());
    return taken;
}

void skipBlanks(std::string_view& text)
{
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
}

struct Parameter {
    std::string_view name;
    std::string value;
};

/// Removes `; name="value"` from the front. Browsers write `%22` for a quote and keep a backslash (HTML,
/// multipart/form-data).
std::optional<Parameter> takeParameter(std::string_view& text)
{
    skipBlanks(text);
    if (!text.starts_with(';')) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    skipBlanks(text);
    const auto name = takeUntil(text, "=");
    if (!name || name->empty() || name->find_first_of("\"; \t") != std::string_view::npos) {
        return std::nullopt;
    }
    Parameter found{.name = *name, .value = {}};
    if (text.starts_with('"')) {
        text.remove_prefix(1);
        const auto value = takeUntil(text, "\"");
        if (!value) {
            return std::nullopt;
        }
        found.value = *value;
    } else {
        const auto end = std::min(text.find_first_of("; \t"), text.size());
        found.value = text.substr(0, end);
        text.remove_prefix(end);
    }
    for (std::size_t at = 0; (at = found.value.find("%22", at)) != std::string::npos; ++at) {
        found.value.replace(at, 3, "\"");
    }
    return found;
}

/// All parameters, each once; none when they are not readable.
std::optional<std::vector<Parameter>> parametersOf(std::string_view text)
{
    std::vector<Parameter> all;
    while (skipBlanks(text), !text.empty()) {
        auto one = takeParameter(text);
        if (!one || std::ranges::any_of(all, [&](const Parameter& other) {
                return isSameWithoutCase(other.name, one->name);
            })) {
            return std::nullopt;
        }
        all.push_back(std::move(*one));
    }
    return all;
}

std::string requireName(const std::string& value)
{
    if (value.size() > kLongestName || foundation::firstInvalidUtf8(value) ||
        value.find('\0') != std::string::npos) {
        refuseMultipart("a name is not text, or is over " + std::to_string(kLongestName) +
                        " bytes");
    }
    return value;
}

void readDisposition(std::string_view value, Part& part)
{
    skipBlanks(value);
    const auto end = std::min(value.find_first_of("; \t"), value.size());
    const auto parameters = parametersOf(value.substr(end));
    if (!isSameWithoutCase(value.substr(0, end), "form-data") || !parameters) {
        refuseMultipart("a part has no Content-Disposition");
    }
    bool isNamed = false;
    for (const Parameter& one : *parameters) {
        if (isSameWithoutCase(one.name, "name")) {
            part.name = requireName(one.value);
            isNamed = !part.name.empty();
        } else if (isSameWithoutCase(one.name, "filename")) {
            part.fileName = requireName(one.value);
        } else {
            refuseMultipart(foundation::quoted(one.name) +
                            " is not a parameter that browsers send");
        }
    }
    if (!isNamed) {
        refuseMultipart("a part has no name");
    }
}

Part partOf(std::string_view text)
{
    auto headers = takeUntil(text, "\r\n\r\n");
    if (!headers || headers->size() > kMostHeaderBytes) {
        refuseMultipart("the headers of a part have no end, or are over " +
                        std::to_string(kMostHeaderBytes) + " bytes");
    }
    Part part{.name = {}, .fileName = {}, .content = text};
    bool isDisposed = false;
    bool isTyped = false;
    while (!headers->empty()) {
        const auto end = std::min(headers->find("\r\n"), headers->size());
        std::string_view line = headers->substr(0, end);
        headers->remove_prefix(std::min(end + 2, headers->size()));
        const auto key = takeUntil(line, ":").value_or("");
        if (isSameWithoutCase(key, "Content-Disposition") && !isDisposed) {
            isDisposed = true;
            readDisposition(line, part);
        } else if (isSameWithoutCase(key, "Content-Type") && !isTyped) {
            isTyped = true; // the file itself shows its type
        } else {
            refuseMultipart("a part has the header " + foundation::quoted(key) +
                            ", which browsers do not send or send only once");
        }
    }
    if (!isDisposed) {
        refuseMultipart("a part has no name");
    }
    return part;
}

} // namespace

std::vector<Part> parseMultipart(std::string_view body, std::string_view boundary)
{
    if (!isBoundary(boundary)) {
        refuseMultipart("its boundary is missing or invalid");
    }
    const std::string first = "--" + std::string(boundary);
    const std::string next = "\r\n" + first;
    if (!body.starts_with(first)) {
        refuseMultipart("it does not begin with its boundary");
    }
    body.remove_prefix(first.size());
    std::vector<Part> parts;
    while (!body.starts_with("--")) {
        if (!body.starts_with("\r\n") || parts.size() == kMostParts) {
            refuseMultipart("a boundary is not followed by a line end, or there are over " +
                            std::to_string(kMostParts) + " parts");
        }
        body.remove_prefix(2);
        const auto part = takeUntil(body, next);
        if (!part) {
            refuseMultipart("it ends before its last boundary");
        }
        parts.push_back(partOf(*part));
        const bool isTwice = std::count_if(parts.begin(), parts.end(), [&](const Part& one) {
                                 return one.fileName && one.name == parts.back().name;
                             }) > 1;
        if (isTwice) {
            refuseMultipart("it has two files with the same name");
        }
    }
    if (body != "--" && body != "--\r\n") {
        refuseMultipart("it continues after its last boundary");
    }
    return parts;
}

std::optional<std::string> headerParameter(std::string_view header, std::string_view name)
{
    const auto parameters = parametersOf(header.substr(std::min(header.find(';'), header.size())));
    if (!parameters) {
        return std::nullopt;
    }
    const auto found = std::ranges::find_if(
        *parameters, [&](const Parameter& one) { return isSameWithoutCase(one.name, name); });
    return found == parameters->end() ? std::nullopt : std::optional(found->value);
}

} // namespace giftbox::web
