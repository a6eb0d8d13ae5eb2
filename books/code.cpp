#include "books/code.h"

#include "foundation/refusal.h"
#include "foundation/text.h"

#include <algorithm>

namespace giftbox::books {
namespace {

bool isAlnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

void requireCode(std::string_view text, std::size_t longest, std::string_view code,
                 std::string_view what)
{
    const bool shaped = !text.empty() && text.size() <= longest && isAlnum(text.front()) &&
                        std::all_of(text.begin(), text.end(), [](char c) {
                            return isAlnum(c) || c == '.' || c == '_' || c == '/' || c == '-';
                        });
    if (!shaped) {
        throw foundation::Refusal(code, {{"what", what}, {"text", text}, {"longest", longest}});
    }
}

void requireOptionalText(std::string_view text, std::string_view what, std::string_view field)
{
    // Qt drops a leading byte order mark when it reads text from PostgreSQL, so the text would come back changed.
    if (foundation::firstInvalidUtf8(text) || text.find('\0') != std::string_view::npos ||
        text.starts_with("\xEF\xBB\xBF")) {
        throw foundation::Refusal("text.malformed", {{"what", what}, {"text", text}}).about(field);
    }
    if (text.size() > kLongestText) {
        throw foundation::Refusal("text.too_long",
                                  {{"what", what}, {"bytes", text.size()}, {"most", kLongestText}})
            .about(field);
    }
}

void requireText(std::string_view text, std::string_view what, std::string_view field)
{
    requireOptionalText(text, what, field);
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        throw foundation::Refusal("text.missing", {{"what", what}}).about(field);
    }
}

void requireBetween(std::int64_t number, std::int64_t least, std::int64_t most,
                    std::string_view code, std::string_view what, std::string_view field)
{
    if (number < least || number > most) {
        throw foundation::Refusal(
            code, {{"what", what}, {"number", number}, {"least", least}, {"most", most}})
            .about(field);
    }
}

} // namespace giftbox::books
