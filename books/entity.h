#pragma once

#include "books/books.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace giftbox::books {

/// A company that owns stores. Its gift limits and the start of its tax year apply in each of its stores that set none
/// of their own. Entities are shared by the stores of a database, as users are.
struct Entity {
    std::string code = {};
    std::string name = {};
    std::string country = {};    ///< `US`, `GB`; it stays
    DatedSettings settings = {}; ///< of kEntitySettings
};

/// The settings that an entity has.
inline constexpr std::array kEntitySettings = {Setting::TaxYearStart, Setting::LimitUsGift,
                                               Setting::LimitUkGift, Setting::LimitUkVat,
                                               Setting::LimitDeGift};
/// Values of these settings by name; an empty value is refused.
using EntitySettings = std::map<Setting, std::optional<std::int64_t>>;

/// Adds an entity, with settings that apply from the beginning. Records `entity.add`. Throws Refusal
/// `entity.code_malformed`, `text.*` (the name), `entity.country`, `entity.limit_country` (a limit of another country),
/// `store.setting`, `entity.exists`.
Entity addEntity(WriteTransaction& tx, const Entity& entity, const EntitySettings& settings);

/// Changes its name, and its settings from a month on; what is left out stays. Records `entity.edit`, or nothing if
/// nothing changes. Throws like addEntity, and Refusal `entity.unknown`.
Entity editEntity(WriteTransaction& tx, std::string_view code,
                  const std::optional<std::string>& name, const EntitySettings& settings,
                  foundation::Month from);

/// Regardless of capitals. None if there is no such entity.
std::optional<Entity> findEntity(foundation::Reader& database, std::string_view code);
/// Throws Refusal `entity.unknown`.
Entity requireEntity(foundation::Reader& database, std::string_view code);
/// By code, those after `after`, at most so many.
std::vector<Entity> listEntities(foundation::Reader& database, std::string_view after,
                                 std::int64_t most);
/// Adds it as it is, where there is none with its code. Requires an open write transaction.
void carryEntity(foundation::Database& database, const Entity& entity);

} // namespace giftbox::books
