#include "web/ui/form_page.h"

#include <charconv>

namespace giftbox::web {

using foundation::Refusal;

namespace {

[[noreturn]] void refuseNumber(const std::string& field, const std::string& text)
{
    throw Refusal("number.malformed/form", {{"text", text}}).about(field);
}

template <class Read>
auto fieldOf(const std::string& field, Read&& read)
{
    try {
        return read();
    } catch (const Refusal& refusal) {
        throw refusal.about(field);
    }
}

} // namespace

std::int64_t integerIn(const Form& form, const std::string& field)
{
    const std::string& text = form.text(field);
    std::int64_t value = 0;
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (text.empty() || read.ec != std::errc{} || read.ptr != end) {
        refuseNumber(field, text);
    }
    return value;
}

std::optional<std::int64_t> maybeIntegerIn(const Form& form, const std::string& field)
{
    return form.has(field) ? std::optional(integerIn(form, field)) : std::nullopt;
}

foundation::Money amountIn(const Form& form, const std::string& field, const StoreFormat& format)
{
    return fieldOf(field, [&] { return format.parseAmount(form.text(field)); });
}

std::optional<foundation::Money> maybeAmountIn(const Form& form, const std::string& field,
                                               const StoreFormat& format)
{
    return form.has(field) ? std::optional(amountIn(form, field, format)) : std::nullopt;
}

foundation::Date dateIn(const Form& form, const std::string& field)
{
    return fieldOf(field, [&] { return foundation::parseDate(form.text(field)); });
}

foundation::Month monthIn(const Form& form, const std::string& field)
{
    return fieldOf(field, [&] { return foundation::parseMonth(form.text(field)); });
}

std::optional<std::string> maybeTextIn(const Form& form, const std::string& field)
{
    return form.has(field) ? std::optional(form.text(field)) : std::nullopt;
}

} // namespace giftbox::web
