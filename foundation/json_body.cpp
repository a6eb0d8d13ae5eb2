#include "foundation/json_body.h"

#include "foundation/refusal.h"
#include "foundation/text.h"

#include <limits>
#include <nlohmann/json.hpp>

namespace giftbox::foundation {
namespace {

constexpr std::size_t kLongestList = 2000;

[[noreturn]] void refuse(const std::string& what)
{
    throw Refusal("body.malformed", {{"what", what}});
}

/// Takes the parser's events, and refuses anything not allowed in a body where it appears.
class BodyReader {
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    // NOLINTBEGIN(readability-identifier-naming): the library sets these names.
    bool null() { return add(nullptr); }
    bool boolean(bool) { refuse(quotedKey() + "is true or false; write \"yes\" or \"no\""); }
    bool number_integer(number_integer_t value) { return add(value); }
    bool number_unsigned(number_unsigned_t value)
    {
        if (value > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max())) {
            refuse(quotedKey() + "is a number that does not fit in 64 bits");
        }
        return add(static_cast<std::int64_t>(value));
    }
    bool number_float(number_float_t, const string_t& text)
    {
        refuse(quotedKey() + "is the number " + foundation::quoted(text) +
               "; use whole numbers, and text for amounts, as in \"12.50\"");
    }
    bool string(string_t& text)
    {
        requireNoNul(text);
        return add(std::move(text));
    }
    bool binary(binary_t&) { refuse("it is not text"); }

    bool start_object(std::size_t)
    {
        if (depth_ == 1 || depth_ > 2) {
            refuse(quotedKey() + "is nested too deeply");
        }
        if (depth_ == 2) {
            if (body.lists[list_].size() == kLongestList) {
                refuse("it has more than " + std::to_string(kLongestList) + " lines");
            }
            body.lists[list_].emplace_back();
        }
        ++depth_;
        seen_.emplace_back();
        return true;
    }
    bool key(string_t& name)
    {
        requireNoNul(name);
        if (!seen_.back().emplace(name, 0).second) {
            refuse("the field " + foundation::quoted(name) + " appears twice");
        }
        key_ = std::move(name);
        return true;
    }
    bool end_object()
    {
        seen_.pop_back();
        --depth_;
        return true;
    }
    bool start_array(std::size_t)
    {
        if (depth_ != 1) {
            refuse(depth_ == 0 ? "it is an array, not an object"
                               : quotedKey() + "is nested too deeply");
        }
        list_ = key_;
        body.lists[list_];
        ++depth_;
        return true;
    }
    bool end_array()
    {
        --depth_;
        return true;
    }
    bool parse_error(std::size_t at, const std::string&, const nlohmann::detail::exception&)
    {
        refuse("it is not JSON in UTF-8 from byte " + std::to_string(at) + " on");
    }
    // NOLINTEND(readability-identifier-naming)

    JsonBody body;

private:
    std::string quotedKey() const { return "the field " + foundation::quoted(key_) + " "; }
    static void requireNoNul(const std::string& text)
    {
        if (text.find('\0') != std::string::npos) {
            refuse("it contains a NUL");
        }
    }
    /// A value must be in the object, or in one of a list.
    void requireField(const char* what)
    {
        if (depth_ == 0) {
            refuse(std::string("it is ") + what + ", not an object");
        }
        if (depth_ == 2) {
            refuse(quotedKey() + "is a list of values, not of objects");
        }
    }
    bool add(JsonScalar value)
    {
        requireField("one value");
        JsonFields& fields = depth_ == 1 ? body.fields : body.lists[list_].back();
        fields.emplace(key_, std::move(value));
        return true;
    }

    int depth_ = 0; ///< 1 in the object, 2 in a list of it, 3 in an object of that
    std::string key_;
    std::string list_;
    std::vector<JsonFields> seen_;
};

} // namespace

JsonBody parseJsonBody(std::string_view text)
{
    BodyReader reader;
    nlohmann::json::sax_parse(text.begin(), text.end(), &reader);
    return std::move(reader.body);
}

} // namespace giftbox::foundation
