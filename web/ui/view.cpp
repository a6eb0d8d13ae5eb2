#include "web/ui/view.h"

namespace giftbox::web {

View& View::set(std::string_view name, Value value)
{
    values_.insert_or_assign(std::string(name), std::move(value));
    return *this;
}

View& View::text(std::string_view name, std::string value) { return set(name, std::move(value)); }

View& View::flag(std::string_view name, bool value) { return set(name, value); }

View& View::number(std::string_view name, std::int64_t value)
{
    return set(name, std::to_string(value));
}

View& View::list(std::string_view name, std::vector<View> views)
{
    return set(name, std::move(views));
}

View& View::with(const View& other)
{
    for (const auto& [name, value] : other.values_) {
        values_.insert_or_assign(name, value);
    }
    return *this;
}

const View::Value* View::find(std::string_view name) const
{
    const auto found = values_.find(name);
    return found == values_.end() ? nullptr : &found->second;
}

void appendEscaped(std::string& out, std::string_view text)
{
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        case '`':
            out += "&#96;";
            break;
        case '=':
            out += "&#61;";
            break;
        default:
            out += c;
        }
    }
}

std::string escaped(std::string_view text)
{
    std::string out;
    appendEscaped(out, text);
    return out;
}

} // namespace giftbox::web
