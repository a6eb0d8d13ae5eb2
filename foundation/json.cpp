#include "foundation/json.h"

#include "foundation/refusal.h"

namespace giftbox::foundation {

void appendJsonString(std::string& out, std::string_view text)
{
    constexpr std::string_view kHex = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7f) {
            out += "\\u00";
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

void JsonObject::appendKey(std::string_view key)
{
    if (text_.size() > 1) {
        text_ += ',';
    }
    appendJsonString(text_, key);
    text_ += ':';
}

JsonObject& JsonObject::add(std::string_view key, std::string_view text)
{
    appendKey(key);
    appendJsonString(text_, text);
    return *this;
}

JsonObject& JsonObject::add(std::string_view key, std::int64_t number)
{
    appendKey(key);
    text_ += std::to_string(number);
    return *this;
}

JsonObject& JsonObject::addRaw(std::string_view key, std::string_view json)
{
    appendKey(key);
    text_ += json;
    return *this;
}

namespace {

JsonObject faultOf(const Refusal& fault, const Wording& wording)
{
    JsonObject object;
    object.add("code", fault.code()).add("sentence", fault.sentence(wording));
    if (!fault.field().empty()) {
        object.add("field", fault.field());
    }
    return object;
}

} // namespace

JsonObject jsonOf(const Refusal& refusal, const Wording& wording)
{
    JsonObject object = faultOf(refusal, wording);
    std::string faults;
    for (const Refusal* fault : refusal.faults()) {
        faults += (faults.empty() ? "[" : ",") + faultOf(*fault, wording).text();
    }
    if (!refusal.others().empty()) {
        object.addRaw("faults", faults + "]");
    }
    return object;
}

} // namespace giftbox::foundation
