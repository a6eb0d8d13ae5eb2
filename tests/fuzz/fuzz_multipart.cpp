#include "foundation/refusal.h"
#include "web/http/multipart.h"

#include <cstdint>
#include <cstdlib>

namespace {

using giftbox::web::Part;

std::string quotedName(const std::string& name)
{
    std::string out;
    for (const char c : name) {
        out += c == '"' ? std::string("%22") : std::string(1, c);
    }
    return "\"" + out + "\"";
}

/// Parsed values must survive writing and reading again.
void requireSame(const std::vector<Part>& parts)
{
    std::string body;
    for (const Part& part : parts) {
        body += "--B\r\nContent-Disposition: form-data; name=" + quotedName(part.name) +
                (part.fileName ? "; filename=" + quotedName(*part.fileName) : "") + "\r\n\r\n" +
                std::string(part.content) + "\r\n";
    }
    body += "--B--\r\n";
    if (giftbox::web::parseMultipart(body, "B") != parts) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        requireSame(giftbox::web::parseMultipart(text, "B"));
    } catch (const giftbox::foundation::Refusal&) { // a reason is enough
    }
    (void)giftbox::web::headerParameter(text, "boundary");
    return 0;
}
