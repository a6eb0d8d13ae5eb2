#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace giftbox::foundation {

class Refusal;
class Wording;

/// Appends the JSON string of UTF-8 text, with its quotes.
void appendJsonString(std::string& out, std::string_view text);

/// Builds one flat JSON object, with keys in the order added.
class JsonObject {
public:
    JsonObject& add(std::string_view key, std::string_view text);
    JsonObject& add(std::string_view key, std::int64_t number);
    /// `json` is already JSON.
    JsonObject& addRaw(std::string_view key, std::string_view json);
    std::string text() const { return text_ + "}"; }

private:
    void appendKey(std::string_view key);
    std::string text_ = "{";
};

/// `code`, `sentence`, `field` if there is one, and `faults` with the same of each if several things are wrong.
JsonObject jsonOf(const Refusal& refusal, const Wording& wording);

} // namespace giftbox::foundation
