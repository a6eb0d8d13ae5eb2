#include "books/set_store.h"

#include "foundation/json.h"

namespace giftbox::books {

using foundation::Refusal;

namespace {

constexpr std::int64_t kMostWaitingMonths = 120;

} // namespace

void setWaitingMonths(WriteTransaction& tx, std::int64_t months)
{
    if (months < 0 || months > kMostWaitingMonths) {
        throw Refusal("store.waiting_months", std::to_string(months) +
                                                  " months cannot be waited; give 0 to " +
                                                  std::to_string(kMostWaitingMonths));
    }
    if (months == tx.store().waitingMonths) {
        throw Refusal("store.unchanged", "the waiting months of store " + tx.store().code +
                                             " are " + std::to_string(months) + " already");
    }
    tx.setWaitingMonths(months);
    tx.record("store.set", "store " + tx.store().code, settingsDetail(tx.store()));
}

std::string settingsDetail(const Store& store)
{
    return foundation::JsonObject().add("waiting_months", store.waitingMonths).text();
}

} // namespace giftbox::books
