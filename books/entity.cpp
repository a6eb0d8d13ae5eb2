#include "books/entity.h"

#include "books/code.h"
#include "books/set_store.h"
#include "books/statements.h"
#include "foundation/json.h"

#include <algorithm>

namespace giftbox::books {

using foundation::Month;
using foundation::Reader;
using foundation::Refusal;

namespace {

constexpr std::size_t kLongestEntityCode = 20;

/// Of what is set when an entity is added.
const Month kBeginning(190001);

template <class R>
Entity entityOf(const R& row)
{
    return {.code = std::string(row.code),
            .name = std::string(row.name),
            .country = std::string(row.country),
            .settings = DatedSettings(kFirstSettings, row.datedSettings)};
}

void requireCountry(const std::string& country)
{
    if (country.size() != 2 ||
        !std::ranges::all_of(country, [](char c) { return c >= 'A' && c <= 'Z'; })) {
        throw Refusal("entity.country", {{"text", country}});
    }
}

void requireLaw(const Entity& entity, Setting setting, const std::optional<std::int64_t>& value)
{
    requireSetting(setting, value);
    const std::string_view country = placeOfLimit(setting).country;
    if (*value != 0 && !country.empty() && country != entity.country) {
        throw Refusal("entity.limit_country", {{"limit", country}, {"country", entity.country}})
            .about(toText(setting));
    }
}

void requireValid(const Entity& entity, const EntitySettings& settings)
{
    foundation::Faults faults;
    faults.check([&] {
        requireCode(entity.code, kLongestEntityCode, "entity.code_malformed", "the entity's code");
    });
    faults.check([&] { requireText(entity.name, "the entity's name", "name"); });
    faults.check([&] { requireCountry(entity.country); });
    for (const auto& [setting, value] : settings) {
        faults.check([&, &of = setting, &to = value] { requireLaw(entity, of, to); });
    }
    faults.throwIfAny();
}

/// With a row in the place of one for the same setting and month.
DatedSettings with(const DatedSettings& settings, const DatedSettings::Row& added)
{
    DatedSettings after;
    for (const DatedSettings::Row& row : settings.rows()) {
        if (row.setting != added.setting || row.from != added.from) {
            after.add(row);
        }
    }
    after.add(added);
    return after;
}

/// Sets what differs from what applies in that month, and tells it.
void setFrom(Entity& entity, const EntitySettings& settings, Month from,
             foundation::JsonObject& detail)
{
    for (const auto& [setting, value] : settings) {
        const DatedSettings::Row* const row = entity.settings.rowAt(setting, from);
        if (row == nullptr || row->value != *value || row->from != from) {
            entity.settings = with(
                entity.settings, {.setting = setting, .from = from, .event = {}, .value = *value});
            detail.add(toText(setting), shownSetting({}, setting, *value));
        }
    }
}

std::string subjectOf(const Entity& entity) { return "entity " + entity.code; }

} // namespace

Entity addEntity(WriteTransaction& tx, const Entity& entity, const EntitySettings& settings)
{
    requireValid(entity, settings);
    Entity added = entity;
    foundation::JsonObject detail;
    detail.add("name", entity.name).add("country", entity.country);
    setFrom(added, settings, kBeginning, detail);
    if (!tx.database().query(sql::InsertEntity{.code = added.code,
                                               .name = added.name,
                                               .country = added.country,
                                               .datedSettings = added.settings.text()})) {
        const Entity there = requireEntity(tx.database(), added.code);
        throw Refusal("entity.exists", {{"entity", there.code}, {"name", there.name}});
    }
    tx.record("entity.add", subjectOf(added), detail.text());
    return added;
}

Entity editEntity(WriteTransaction& tx, std::string_view code,
                  const std::optional<std::string>& name, const EntitySettings& settings,
                  Month from)
{
    const auto locked =
        tx.database().query(sql::LockEntity{.code = requireEntity(tx.database(), code).code});
    Entity entity = entityOf(*locked);
    const std::string before = entity.settings.text();
    foundation::JsonObject detail;
    detail.add("from", toText(from));
    const bool isRenamed = name && *name != entity.name;
    if (isRenamed) {
        entity.name = *name;
        detail.add("name", entity.name);
    }
    requireValid(entity, settings);
    setFrom(entity, settings, from, detail);
    if (isRenamed || entity.settings.text() != before) {
        tx.askAbout(from);
        tx.database().execute(sql::SetEntitySettings{
            .name = entity.name, .datedSettings = entity.settings.text(), .code = entity.code});
        tx.record("entity.edit", subjectOf(entity), detail.text());
    }
    return entity;
}

std::optional<Entity> findEntity(Reader& database, std::string_view code)
{
    const auto row = database.query(sql::FindEntity{.code = code});
    return row ? std::optional(entityOf(*row)) : std::nullopt;
}

Entity requireEntity(Reader& database, std::string_view code)
{
    auto entity = findEntity(database, code);
    if (!entity) {
        throw Refusal("entity.unknown", {{"code", code}});
    }
    return *std::move(entity);
}

std::vector<Entity> listEntities(Reader& database, std::string_view after, std::int64_t most)
{
    std::vector<Entity> entities;
    for (const auto& row : database.query(sql::ListEntities{.after = after, .most = most})) {
        entities.push_back(entityOf(row));
    }
    return entities;
}

void carryEntity(foundation::Database& database, const Entity& entity)
{
    database.query(sql::InsertEntity{.code = entity.code,
                                     .name = entity.name,
                                     .country = entity.country,
                                     .datedSettings = entity.settings.text()});
}

} // namespace giftbox::books
