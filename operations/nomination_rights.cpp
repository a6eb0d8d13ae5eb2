#include "operations/nomination_rights.h"

#include "foundation/fold.h"
#include "foundation/refusal.h"

namespace giftbox::operations {

void requireTheirs(const gifting::Nomination& nomination, const std::string& login, bool mayChoose)
{
    if (!mayChoose && !foundation::sameFolded(nomination.adviser, login)) {
        throw foundation::Refusal("access.nomination",
                                  "nomination " + std::to_string(nomination.number.value) +
                                      " is another adviser's; only they or a manager can "
                                      "withdraw it");
    }
}

} // namespace giftbox::operations
