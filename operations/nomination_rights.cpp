#include "operations/nomination_rights.h"

#include "foundation/fold.h"
#include "foundation/refusal.h"

namespace giftbox::operations {

void requireTheirs(const gifting::Nomination& nomination, const std::string& login, bool maySelect)
{
    if (!maySelect && !foundation::sameFolded(nomination.adviser, login)) {
        throw foundation::Refusal("access.nomination", {{"number", nomination.number.value}});
    }
}

} // namespace giftbox::operations
