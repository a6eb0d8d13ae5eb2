#include "foundation/refusal.h"
#include "inventory/picture.h"

#include <cstdlib>

namespace {

using giftbox::inventory::cleanPicture;

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

} // namespace

/// Any other exception than a refusal ends the run. What is kept has its bounds, and nothing more to drop.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view file(reinterpret_cast<const char*>(data), size);
    try {
        const giftbox::inventory::Picture kept = cleanPicture(file);
        require(kept.bytes.size() <= giftbox::inventory::kMostPictureBytes);
        require(cleanPicture(kept.bytes) == kept);
    } catch (const giftbox::foundation::Refusal&) { // says that it is no picture
    }
    return 0;
}
