#include "foundation/refusal.h"
#include "gifting/notes/wording.h"

#include <cstdlib>

namespace {

using giftbox::gifting::mergeWording;

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

} // namespace

/// Any other exception than a refusal ends the run. In what is taken every brace belongs to a field, and a field is
/// replaced once.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string wording(reinterpret_cast<const char*>(data), size);
    try {
        const std::string merged = mergeWording(wording, {.recipient = "{recipient}",
                                                          .store = "{store}",
                                                          .month = "{month}",
                                                          .signers = "{signers}"});
        require(merged == wording);
        require(mergeWording(wording, {}).find('{') == std::string::npos);
    } catch (const giftbox::foundation::Refusal&) { // says where, which is all that is asked of it
    }
    return 0;
}
