#include "web/http/form.h"

#include "foundation/fold.h"
#include "foundation/refusal.h"
#include "foundation/text.h"
#include "web/http/http_text.h"
#include "web/http/multipart.h"

#include <algorithm>
#include <array>

namespace giftbox::web {
namespace {

constexpr std::size_t kMostFields = 2000;

[[noreturn]] void refuseForm(const std::string& what)
{
    throw foundation::Refusal("form.malformed", {{"what", what}});
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
        refuseForm(foundation::quoted(text) + " is not UTF-8 with %XX escapes");
    }
    return std::move(*value);
}

void addPart(Form& form, Part part)
{
    if (part.fileName) {
        form.add(Upload{.name = std::move(part.name),
                        .fileName = std::move(*part.fileName),
                        .content = part.content});
        return;
    }
    if (!isText(part.content)) {
        refuseForm("the field " + foundation::quoted(part.name) + " is not UTF-8");
    }
    form.add(std::move(part.name), std::string(part.content));
}

} // namespace

void Form::add(std::string name, std::string value)
{
    if (fields_.size() == kMostFields) {
        refuseForm("it has over " + std::to_string(kMostFields) + " fields");
    }
    fields_.emplace_back(std::move(name), std::move(value));
}

void Form::set(std::string_view name, std::string value)
{
    const auto found =
        std::ranges::find(fields_, name, &std::pair<std::string, std::string>::first);
    if (found == fields_.end()) {
        add(std::string(name), std::move(value));
    } else {
        found->second = std::move(value);
    }
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

Form parseMultipartForm(std::string_view body, std::string_view boundary)
{
    Form form;
    for (Part& part : parseMultipart(body, boundary)) {
        addPart(form, std::move(part));
    }
    return form;
}

Form asEntered(const Form& form)
{
    // `seen` holds values from the page that may be older than the rule for text.
    constexpr std::array<std::string_view, 5> kAsTyped = {"password", "current", "wording", "seen",
                                                          "pasted"};
    Form entered;
    for (const auto& [name, value] : form.fields()) {
        const bool isTyped = std::ranges::find(kAsTyped, name) != kAsTyped.end();
        entered.add(name, isTyped ? value : foundation::entered(value));
    }
    for (const Upload& upload : form.uploads()) {
        entered.add(upload);
    }
    return entered;
}

Form formOf(const Request& request)
{
    const std::string_view type = request.header("Content-Type");
    const std::string_view mime = foundation::trimmed(type.substr(0, type.find(';')));
    const std::string_view body = request.bytes();
    if (body.empty()) {
        return {};
    }
    if (isSameWithoutCase(mime, "application/x-www-form-urlencoded")) {
        return parseUrlEncoded(body);
    }
    if (isSameWithoutCase(mime, "multipart/form-data")) {
        return parseMultipartForm(body, headerParameter(type, "boundary").value_or(""));
    }
    refuseForm("its type " + foundation::quoted(mime) + " is not a form type");
}

} // namespace giftbox::web
