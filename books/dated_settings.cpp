#include "books/dated_settings.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace giftbox::books {

using foundation::Month;

Setting parseSetting(std::string_view name)
{
    const auto at = std::ranges::find(kSettings, name, [](Setting one) { return toText(one); });
    if (at == kSettings.end()) {
        throw std::logic_error("there is no setting " + std::string(name));
    }
    return *at;
}

LimitPlace placeOfLimit(Setting setting)
{
    switch (setting) {
    case Setting::LimitDeGift:
        return {"DE", "EUR"};
    case Setting::LimitUkGift:
    case Setting::LimitUkVat:
        return {"GB", "GBP"};
    case Setting::LimitUsGift:
        return {"US", "USD"};
    default:
        return {};
    }
}

DatedSettings::DatedSettings(const First& first, std::string_view rows) : first_(first)
{
    if (rows.empty()) {
        return; // the case of most stores, in every transaction
    }
    std::istringstream in{std::string(rows)};
    for (std::string name; in >> name;) {
        std::int32_t month = 0;
        Row row;
        row.setting = parseSetting(name);
        if (!(in >> month >> row.event.value >> row.value)) {
            throw std::logic_error("a row of the setting " + name + " is incomplete");
        }
        row.from = Month(month);
        rows_.push_back(row);
    }
}

std::string DatedSettings::text() const
{
    std::string all;
    for (const Row& row : rows_) {
        all += (all.empty() ? "" : " ") + std::string(toText(row.setting)) + " " +
               std::to_string(row.from.number()) + " " + std::to_string(row.event.value) + " " +
               std::to_string(row.value);
    }
    return all;
}

namespace {

const DatedSettings::Row* rowIn(const std::vector<DatedSettings::Row>& rows, Setting setting,
                                Month month, EventSeq event)
{
    const DatedSettings::Row* holds = nullptr;
    for (const DatedSettings::Row& row : rows) {
        if (row.setting == setting && row.from <= month && row.event < event &&
            (holds == nullptr || row.from >= holds->from)) {
            holds = &row;
        }
    }
    return holds;
}

} // namespace

const DatedSettings::Row* DatedSettings::rowAt(Setting setting, Month month, EventSeq event) const
{
    return rowIn(rows_, setting, month, event);
}

std::int64_t DatedSettings::at(Setting setting, Month month, EventSeq event) const
{
    const Row* row = rowAt(setting, month, event);
    if (row == nullptr) {
        row = rowIn(defaults_, setting, month, kNow);
    }
    return row == nullptr ? first(setting) : row->value;
}

DatedSettings DatedSettings::asOf(Month month) const
{
    DatedSettings then;
    for (const Setting setting : kSettings) {
        then.setFirst(setting, at(setting, month));
    }
    return then;
}

std::vector<std::int64_t> DatedSettings::everAt(Setting setting, Month month, EventSeq event) const
{
    std::vector<std::int64_t> values = {first(setting)};
    for (const Row& row : rows_) {
        if (row.setting == setting && row.event < event) {
            values.push_back(at(setting, month, EventSeq{row.event.value + 1}));
        }
    }
    return values;
}

} // namespace giftbox::books
