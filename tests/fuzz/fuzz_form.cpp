#include "foundation/refusal.h"
#include "web/http/form.h"

#include <cstdint>
#include <cstdlib>

namespace {

using giftbox::foundation::Refusal;
using giftbox::web::Form;

/// Parsed values must survive writing and reading again.
void requireSame(const Form& form)
{
    std::string text;
    for (const auto& [name, value] : form.fields()) {
        text += (text.empty() ? "" : "&") + giftbox::web::encodePercent(name) + "=" +
                giftbox::web::encodePercent(value);
    }
    if (giftbox::web::parseUrlEncoded(text).fields() != form.fields()) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        requireSame(giftbox::web::parseUrlEncoded(text));
    } catch (const Refusal&) { // a reason is enough
    }
    try {
        requireSame(giftbox::web::parseMultipartForm(text, "B"));
    } catch (const Refusal&) {
    }
    try {
        giftbox::web::Request request;
        request.body = text;
        request.headers = {
            {"Content-Type", "multipart/form-data;" + std::string(text.substr(0, 64))}};
        requireSame(giftbox::web::formOf(request));
    } catch (const Refusal&) {
    }
    return 0;
}
