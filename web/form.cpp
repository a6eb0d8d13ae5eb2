#include "web/form.h"

#include "foundation/refusal.h"
#include "foundation/text.h"

#include <algorithm>

namespace giftbox::web {
namespace {

constexpr std::size_t kMostFields = 2000;

[[noreturn]] void refuse(const std::string& what)
{
    throw foundation::Refusal("form.malformed",
                              "the form cannot be read: " + what + "; go back and send it again");
}

int hexOf(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool isText(std::string_view text)
{
    return !foundation::firstInvalidUtf8(text) && text.find('\0') == std::string_view::npos;
}

std::string decoded(std::string_view text)
{
    auto value = decodePercent(text, Plus::IsBlank);
    if (!value) {
        refuse(foundation::quoted(text) + " is not UTF-8 with %XX escapes");
    }
    return std::move(*value);
}

bool equalsIgnoringCase(std::string_view one, std::string_view other)
{
    const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    return std::ranges::equal(one, other, {}, lower, lower);
}

/// Takes `text` up to `end` off the front, and `end` with it; nothing when it has none.
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

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// `name="value"` of a header's parameters; browsers write `%22` for a quote and leave a backslash as it is (HTML, multipart/form-data).
std::optional<std::string> parameter(std::string_view header, std::string_view name)
{
    (void)takeUntil(header, ";");
    while (!header.empty()) {
        header = header.substr(std::min(header.find_first_not_of(" \t;"), header.size()));
        const auto key = takeUntil(header, "=");
        if (!key) {
            return std::nullopt;
        }
        std::string_view value;
        if (header.starts_with('"')) {
            header.remove_prefix(1);
            const auto quoted = takeUntil(header, "\"");
            if (!quoted) {
                return std::nullopt;
            }
            value = *quoted;
        } else {
            const auto end = std::min(header.find(';'), header.size());
            value = trimmed(header.substr(0, end));
            header.remove_prefix(end);
        }
        if (equalsIgnoringCase(trimmed(*key), name)) {
            std::string text(value);
            for (std::size_t at; (at = text.find("%22")) != std::string::npos;) {
                text.replace(at, 3, "\"");
            }
            return text;
        }
    }
    return std::nullopt;
}

void addPart(Form& form, std::string_view part)
{
    std::optional<std::string> name;
    std::optional<std::string> fileName;
    auto headers = takeUntil(part, "\r\n\r\n");
    if (!headers) {
        refuse("a part has no end of its headers");
    }
    while (!headers->empty()) {
        const auto end = std::min(headers->find("\r\n"), headers->size());
        std::string_view line = headers->substr(0, end);
        headers->remove_prefix(std::min(end + 2, headers->size()));
        const auto key = takeUntil(line, ":");
        if (key && equalsIgnoringCase(*key, "Content-Disposition")) {
            name = parameter(line, "name");
            fileName = parameter(line, "filename");
        }
    }
    if (!name || !isText(*name) || !isText(fileName.value_or(""))) {
        refuse("a part has no name");
    }
    if (fileName) {
        form.add(Upload{.name = *name, .fileName = *fileName, .content = std::string(part)});
        return;
    }
    if (!isText(part)) {
        refuse("the field " + foundation::quoted(*name) + " is not UTF-8");
    }
    form.add(*name, std::string(part));
}

} // namespace

void Form::add(std::string name, std::string value)
{
    if (fields_.size() == kMostFields) {
        refuse("it has over " + std::to_string(kMostFields) + " fields");
    }
    fields_.emplace_back(std::move(name), std::move(value));
}

const std::string& Form::text(std::string_view name) const
{
    static const std::string none;
    const auto found =
        std::ranges::find(fields_, name, &std::pair<std::string, std::string>::first);
    return found == fields_.end() ? none : found->second;
}

bool Form::has(std::string_view name) const { return !text(name).empty(); }

std::vector<std::string> Form::all(std::string_view name) const
{
    std::vector<std::string> values;
    for (const auto& [key, value] : fields_) {
        if (key == name) {
            values.push_back(value);
        }
    }
    return values;
}

const Upload* Form::upload(std::string_view name) const
{
    const auto found = std::ranges::find(uploads_, name, &Upload::name);
    return found == uploads_.end() ? nullptr : &*found;
}

std::optional<std::string> decodePercent(std::string_view text, Plus plus)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus == Plus::IsBlank) {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            const int high = i + 2 < text.size() ? hexOf(text[i + 1]) : -1;
            const int low = high < 0 ? -1 : hexOf(text[i + 2]);
            if (low < 0) {
                return std::nullopt;
            }
            out += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return isText(out) ? std::optional(out) : std::nullopt;
}

std::string encodePercent(std::string_view text)
{
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                             (c >= 'A' && c <= 'Z') ||
                             std::string_view("-._~").find(c) != std::string_view::npos;
        if (isPlain) {
            out += c;
        } else {
            out += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
        }
    }
    return out;
}

std::string queryText(const std::vector<std::pair<std::string, std::string>>& fields)
{
    std::string query;
    for (const auto& [name, value] : fields) {
        if (!value.empty()) {
            query += (query.empty() ? "" : "&") + encodePercent(name) + "=" + encodePercent(value);
        }
    }
    return query;
}

Form parseUrlEncoded(std::string_view text)
{
    Form form;
    while (!text.empty()) {
        const auto end = std::min(text.find('&'), text.size());
        const std::string_view field = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (field.empty()) {
            continue;
        }
        const auto equals = std::min(field.find('='), field.size());
        form.add(decoded(field.substr(0, equals)),
                 decoded(field.substr(std::min(equals + 1, field.size()))));
    }
    return form;
}

Form parseMultipart(std::string_view body, std::string_view boundary)
{
    if (boundary.empty() || boundary.size() > 70) {
        refuse("its boundary has not 1 to 70 characters");
    }
    const std::string first = "--" + std::string(boundary);
    const std::string next = "\r\n" + first;
    if (!body.starts_with(first)) {
        refuse("it does not begin with its boundary");
    }
    body.remove_prefix(first.size());
    Form form;
    std::size_t parts = 0;
    while (!body.starts_with("--")) {
        if (!body.starts_with("\r\n") || ++parts > kMostFields) {
            refuse("a boundary is not followed by a line end, or there are too many parts");
        }
        body.remove_prefix(2);
        const auto part = takeUntil(body, next);
        if (!part) {
            refuse("it ends before its last boundary");
        }
        addPart(form, *part);
    }
    return form;
}

Form formOf(const Request& request)
{
    const std::string_view type = request.header("Content-Type");
    const std::string_view mime = trimmed(type.substr(0, type.find(';')));
    if (request.body.empty()) {
        return {};
    }
    if (equalsIgnoringCase(mime, "application/x-www-form-urlencoded")) {
        return parseUrlEncoded(request.body);
    }
    if (equalsIgnoringCase(mime, "multipart/form-data")) {
        return parseMultipart(request.body, parameter(type, "boundary").value_or(""));
    }
    refuse("its type " + foundation::quoted(mime) + " is no form's");
}

} // namespace giftbox::web
