#include "books/set_store.h"

#include "books/code.h"
#include "books/statements.h"
#include "foundation/json.h"

#include <algorithm>

namespace giftbox::books {

using foundation::Date;
using foundation::Refusal;
using foundation::ZoneHistory;

namespace {

void requireCurrency(const Store& store, Setting setting, std::int64_t value)
{
    const std::string_view currency = placeOfLimit(setting).currency;
    if (value != 0 && !currency.empty() && currency != store.currency.code) {
        throw Refusal("store.limit_currency",
                      {{"limit", currency}, {"currency", store.currency.code}})
            .about(toText(setting));
    }
}

/// The rows to add, without those that repeat the value from the same month.
std::vector<DatedSettings::Row> rowsToAdd(WriteTransaction& tx, const StoreSettings& settings)
{
    if (settings.dated.empty()) {
        if (settings.from || !settings.reason.empty()) {
            throw Refusal("store.setting_from/none");
        }
        return {};
    }
    for (const auto& [setting, value] : settings.dated) {
        requireSetting(setting, value);
        requireCurrency(tx.store(), setting, *value);
    }
    if (!settings.from) {
        throw Refusal("store.setting_from");
    }
    requireText(settings.reason, "the reason for the change", "reason");
    const auto& closed = tx.store().closedThrough;
    if (closed && *settings.from <= *closed) {
        throw Refusal("month.closed/setting",
                      {{"month", *settings.from}, {"first", closed->next()}});
    }
    tx.askAbout(*settings.from);
    std::vector<DatedSettings::Row> rows;
    for (const auto& [setting, value] : settings.dated) {
        const DatedSettings::Row* holds = tx.store().settings.rowAt(setting, *settings.from);
        if (holds == nullptr || holds->from != *settings.from || holds->value != *value) {
            rows.push_back({setting, *settings.from, tx.event(), *value});
        }
    }
    return rows;
}

void addRows(WriteTransaction& tx, const std::vector<DatedSettings::Row>& rows,
             const std::string& reason)
{
    for (const DatedSettings::Row& row : rows) {
        const sql::InsertStoreSetting insert{.storeId = tx.storeId(),
                                             .name = toText(row.setting),
                                             .fromMonth = row.from,
                                             .eventSeq = row.event.value,
                                             .value = row.value,
                                             .reason = reason};
        tx.facts().add(facts::kStoreSetting, insert.binds());
        tx.database().execute(insert);
        tx.addSetting(row);
    }
    if (!rows.empty()) {
        tx.database().execute(sql::SetDatedSettings{.storeId = tx.storeId(),
                                                    .datedSettings = tx.store().settings.text()});
    }
}

/// As the store writes once it is set so.
std::string localeAfter(Store store, const StoreSettings& settings)
{
    if (settings.locale) {
        setText(storeField("locale"), store, *settings.locale);
    }
    return store.locale;
}

/// The entity once it is set so, as its code is written.
std::string entityAfter(const WriteTransaction& tx, const StoreSettings& settings)
{
    const std::string entity = settings.entity.value_or(tx.store().entity);
    if (entity.empty() || entity == tx.store().entity) {
        return entity;
    }
    const auto found = tx.database().query(sql::FindEntity{.code = entity});
    if (!found) {
        throw Refusal("entity.unknown", {{"code", entity}});
    }
    return std::string(found->code);
}

/// The recognition once it is set so: the journal has one for all of its facts, so none may stand in a batch.
std::string recognitionAfter(const WriteTransaction& tx, const StoreSettings& settings)
{
    if (!settings.recognition) {
        return tx.store().recognition;
    }
    const foundation::Field<Store>& field = storeField("recognition");
    Store store = tx.store();
    setText(field, store, *settings.recognition);
    if (textOf(field, store) == textOf(field, tx.store())) {
        return tx.store().recognition;
    }
    if (const auto batch = tx.database().query(sql::StandingBatch{.storeId = tx.storeId()})) {
        throw Refusal("store.recognition_booked",
                      {{"key", batch->batchKey}, {"month", batch->month}});
    }
    return store.recognition;
}

/// The first day that may be today: no fact is later, and closed months are over.
Date earliestToday(const WriteTransaction& tx)
{
    const Date day =
        tx.database().query(sql::LastFact{.storeId = tx.storeId()})->happenedOn.value_or(Date());
    const auto& closed = tx.store().closedThrough;
    return closed ? std::max(day, closed->next().firstDay()) : day;
}

std::string zoneNow(const WriteTransaction& tx)
{
    return tx.store().timeZones.zoneAt(tx.actor().now, tx.actor().machineZone);
}

/// If the current zone is unknown to this machine, uses the new one, so that there is a way out.
Date todayBeside(const WriteTransaction& tx, const std::string& zone)
{
    const Date there = localTime(tx.actor().now, zone).day;
    return foundation::isTimeZone(zoneNow(tx)) ? std::min(tx.today(), there) : there;
}

ZoneHistory zonesAfter(const WriteTransaction& tx, const StoreSettings& settings)
{
    const ZoneHistory& before = tx.store().timeZones;
    const Actor& actor = tx.actor();
    if (!settings.timeZone) {
        if (settings.timeZoneFrom) {
            throw Refusal("store.time_zone_from/alone");
        }
        return before;
    }
    const std::string& zone = *settings.timeZone;
    foundation::requireTimeZone(zone);
    if (!settings.timeZoneFrom && before != ZoneHistory() && zoneNow(tx) == zone) {
        return before;
    }
    const Date least = earliestToday(tx);
    const Date from =
        settings.timeZoneFrom ? *settings.timeZoneFrom : std::max(todayBeside(tx, zone), least);
    if (from == Date()) {
        throw Refusal("store.time_zone_from/first", {{"from", from}});
    }
    ZoneHistory after = before.changed(from, zone);
    const Date today = after.at(actor.now, actor.machineZone).day;
    if (today < least) {
        throw Refusal("store.time_zone_from",
                      {{"zone", zone}, {"from", from}, {"today", today}, {"least", least}});
    }
    return after;
}

foundation::JsonObject detailOf(const Store& store, const std::vector<DatedSettings::Row>& added,
                                const std::string& reason)
{
    foundation::JsonObject detail;
    if (!added.empty()) {
        detail.add("from", toText(added.front().from)).add("reason", reason);
    }
    for (const DatedSettings::Row& row : added) {
        const foundation::FieldType type = storeField(toText(row.setting)).info.type;
        type == foundation::FieldType::Amount || type == foundation::FieldType::Text
            ? detail.add(nameInEvents(row.setting), shownSetting(store, row.setting, row.value))
            : detail.add(nameInEvents(row.setting), row.value);
    }
    return detail;
}

} // namespace

void requireSetting(Setting setting, const std::optional<std::int64_t>& value)
{
    const foundation::Field<Store>& field = storeField(toText(setting));
    const foundation::FieldInfo& info = field.info;
    if (!value) {
        throw Refusal("store.setting/empty", {{"what", nounOf(field)}}).about(info.name);
    }
    requireBetween(*value, info.least, info.most, field.malformed, nounOf(field), info.name);
}

std::map<Setting, std::optional<std::int64_t>> datedIn(Store store, const foundation::Said& said)
{
    std::map<Setting, std::optional<std::int64_t>> dated;
    for (const Setting setting : kSettings) {
        const auto found = said.find(toText(setting));
        if (found == said.end()) {
            continue;
        }
        setSaid(storeField(toText(setting)), store, found->second);
        dated[setting] =
            found->second.empty() ? std::nullopt : std::optional(store.settings.first(setting));
    }
    return dated;
}

void setStore(WriteTransaction& tx, const StoreSettings& settings)
{
    const Store& store = tx.store();
    const std::vector<DatedSettings::Row> rows = rowsToAdd(tx, settings);
    const std::string locale = localeAfter(store, settings);
    const ZoneHistory zones = zonesAfter(tx, settings);
    const std::string recognition = recognitionAfter(tx, settings);
    const std::string entity = entityAfter(tx, settings);
    if (rows.empty() && locale == store.locale && zones == store.timeZones &&
        recognition == store.recognition && entity == store.entity) {
        return;
    }
    if (entity != store.entity) {
        tx.database().execute(sql::SetEntity{.storeId = tx.storeId(), .entity = entity});
        tx.setEntity(entity);
    }
    if (recognition != store.recognition) {
        tx.database().execute(
            sql::SetRecognition{.storeId = tx.storeId(), .recognition = recognition});
    }
    tx.setRecognition(recognition);
    if (zones != store.timeZones) {
        tx.database().execute(
            sql::SetTimeZones{.storeId = tx.storeId(), .timeZones = zones.text()});
        tx.setTimeZones(zones);
    }
    if (locale != store.locale) {
        tx.database().execute(sql::SetLocale{.storeId = tx.storeId(), .locale = locale});
    }
    tx.setLocale(locale);
    addRows(tx, rows, settings.reason);
    tx.record("store.set", "store " + store.code, settingsDetail(store, rows, settings.reason));
}

std::vector<SettingChange> listSettingChanges(const ReadTransaction& tx)
{
    std::vector<SettingChange> changes;
    for (const auto& row : tx.database().query(sql::ListStoreSettings{.storeId = tx.storeId()})) {
        changes.push_back({.row = {.setting = parseSetting(row.name),
                                   .from = row.fromMonth,
                                   .event = EventSeq{row.eventSeq},
                                   .value = row.value},
                           .reason = std::string(row.reason),
                           .actor = std::string(row.actor),
                           .recordedAt = row.recordedAt,
                           .detail = std::string(row.detail)});
    }
    return changes;
}

std::string shownSetting(Store store, Setting setting, std::int64_t value)
{
    store.settings.setFirst(setting, value);
    return textOf(storeField(toText(setting)), store);
}

std::string datedDetail(const Store& store, const std::vector<DatedSettings::Row>& added,
                        const std::string& reason)
{
    return detailOf(store, added, reason).text();
}

std::string settingsDetail(const Store& store, const std::vector<DatedSettings::Row>& added,
                           const std::string& reason)
{
    foundation::JsonObject detail = detailOf(store, added, reason);
    if (!store.recognition.empty()) {
        detail.add("recognition", store.recognition);
    }
    if (!store.entity.empty()) {
        detail.add("entity", store.entity);
    }
    if (!store.locale.empty()) {
        detail.add("locale", store.locale);
    }
    if (store.timeZones.hasChanged()) {
        detail.add("time_zones", store.timeZones.text());
    }
    return detail.text();
}

} // namespace giftbox::books
