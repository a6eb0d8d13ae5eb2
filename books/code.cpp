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
        throw foundation::Refusal(std::string(code),
                                  std::string(what) + " is " + foundation::quoted(text) +
                                      "; expected 1 to " + std::to_string(longest) +
                                      " letters, digits, or . _ / - after a first letter or digit");
    }
}

void requireOptionalText(std::string_view text, std::string_view what)
{
    // Qt drops a byte order mark when it reads text from PostgreSQL, so one that begins a text would not come out again.
    if (foundation::firstInvalidUtf8(text) || text.find('\0') != std::string_view::npos ||
        text.starts_with("\xEF\xBB\xBF")) {
        throw foundation::Refusal("text.malformed",
                                  std::string(what) + " is " + foundation::quoted(text) +
                                      "; expected UTF-8 text without NUL or byte order mark");
    }
    if (text.size() > kLongestText) {
        throw foundation::Refusal(
            "text.too_long", std::string(what) + " has " + std::to_string(text.size()) +
                                 " bytes; at most " + std::to_string(kLongestText) + " are kept");
    }
}

void requireText(std::string_view text, std::string_view what)
{
    requireOptionalText(text, what);
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        throw foundation::Refusal("text.missing", std::string(what) + " is empty; say it in words");
    }
}

void requireBetween(std::int64_t number, std::int64_t least, std::int64_t most,
                    std::string_view code, std::string_view what)
{
    if (number < least || number > most) {
        throw foundation::Refusal(std::string(code),
                                  std::string(what) + " is " + std::to_string(number) +
                                      "; expected a whole number from " + std::to_string(least) +
                                      " to " + std::to_string(most));
    }
}

} // namespace giftbox::books
