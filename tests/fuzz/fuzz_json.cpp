#include "foundation/json.h"
#include "foundation/json_body.h"
#include "foundation/refusal.h"

#include <cstdlib>

namespace {

using namespace giftbox::foundation;

std::string written(const JsonFields& fields)
{
    JsonObject object;
    for (const auto& [name, value] : fields) {
        if (const auto* text = std::get_if<std::string>(&value)) {
            object.add(name, *text);
        } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
            object.add(name, *number);
        } else {
            object.addRaw(name, "null");
        }
    }
    return object.text();
}

std::string written(const JsonBody& body)
{
    std::string text = written(body.fields);
    text.pop_back();
    for (const auto& [name, rows] : body.lists) {
        text += text.size() > 1 ? "," : "";
        appendJsonString(text, name);
        text += ":[";
        for (const JsonFields& row : rows) {
            text += (text.ends_with('[') ? "" : ",") + written(row);
        }
        text += "]";
    }
    return text + "}";
}

} // namespace

/// Any other exception than a refusal ends the run; what is read survives being written and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    JsonBody body;
    try {
        body = parseJsonBody(std::string_view(reinterpret_cast<const char*>(data), size));
    } catch (const Refusal&) {
        return 0;
    }
    if (parseJsonBody(written(body)) != body) {
        std::abort();
    }
    return 0;
}
