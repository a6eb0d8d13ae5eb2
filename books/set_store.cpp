#include "books/set_store.h"

#include "foundation/json.h"
#include "foundation/locale.h"

namespace giftbox::books {

using foundation::Refusal;

namespace {

constexpr std::int64_t kMostWaitingMonths = 120;
constexpr std::string_view kIso = "iso";

std::int64_t validMonths(std::optional<std::int64_t> given)
{
    if (!given) {
        throw Refusal("store.waiting_months", "the waiting months cannot be empty; give 0 to " +
                                                  std::to_string(kMostWaitingMonths));
    }
    const std::int64_t months = *given;
    if (months < 0 || months > kMostWaitingMonths) {
        throw Refusal("store.waiting_months", std::to_string(months) +
                                                  " months cannot be waited; give 0 to " +
                                                  std::to_string(kMostWaitingMonths));
    }
    return months;
}

std::string validLocale(const std::string& tag)
{
    const std::string locale = tag == kIso ? "" : tag;
    static_cast<void>(foundation::Locale(locale));
    return locale;
}

} // namespace

void setStore(WriteTransaction& tx, const StoreSettings& settings)
{
    const Store& store = tx.store();
    const std::int64_t months = validMonths(settings.waitingMonths.value_or(store.waitingMonths));
    const std::string locale = settings.locale ? validLocale(*settings.locale) : store.locale;
    if (months == store.waitingMonths && locale == store.locale) {
        return;
    }
    if (locale != store.locale) {
        tx.database().execute("books/set_locale",
                              {{"store_id", tx.storeId()}, {"locale", std::string_view(locale)}});
    }
    tx.setSettings(months, locale);
    tx.record("store.set", "store " + store.code, settingsDetail(store));
}

std::string shownLocale(const Store& store)
{
    return store.locale.empty() ? std::string(kIso) : store.locale;
}

std::string settingsDetail(const Store& store)
{
    foundation::JsonObject detail;
    detail.add("waiting_months", store.waitingMonths);
    if (!store.locale.empty()) {
        detail.add("locale", store.locale);
    }
    return detail.text();
}

} // namespace giftbox::books
