#include "books/store.h"
#include "foundation/locale.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace giftbox::books {

namespace {

using foundation::Converted;
using foundation::Edited;
using foundation::Field;
using foundation::RowWriter;
using enum foundation::FieldType;
using enum foundation::Need;

constexpr std::string_view kMalformed = "store.setting";
constexpr std::string_view kIso = "iso";

constexpr foundation::FieldType typeOf(Setting setting)
{
    switch (setting) {
    case Setting::LaborRate:
    case Setting::OrderApprovalLimit:
    case Setting::CountLimitCost:
    case Setting::WriteOffLimit:
        return Amount;
    case Setting::CountBlind:
    case Setting::CountTwoPeople:
    case Setting::JournalLabor:
        return YesNo;
    case Setting::LimitDeGift:
    case Setting::LimitUkGift:
    case Setting::LimitUkVat:
    case Setting::LimitUsGift:
    case Setting::TaxYearStart:
        return Text;
    default:
        return Integer;
    }
}

constexpr std::array<std::string_view, 3> kLimitActions = {"none", "warn", "block"};
constexpr std::int64_t kLastStart = 28; // a day that every month has

std::string twoDigits(std::int64_t number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// `04-06` as 406. Throws Refusal `store.tax_year`.
std::int64_t parseTaxYearStart(const std::string& text)
{
    constexpr std::int64_t kMonths = 12;
    for (std::int64_t month = 1; month <= kMonths && text.size() == 5; ++month) {
        for (std::int64_t day = 1; day <= kLastStart; ++day) {
            if (twoDigits(month) + "-" + twoDigits(day) == text) {
                return month * 100 + day;
            }
        }
    }
    throw foundation::Refusal("store.tax_year", {{"text", text}});
}

/// Throws Refusal `store.limit_action`.
std::int64_t parseLimitAction(const std::string& text)
{
    const auto* const found = std::ranges::find(kLimitActions, text);
    if (found == kLimitActions.end()) {
        throw foundation::Refusal("store.limit_action", {{"text", text}});
    }
    return found - kLimitActions.begin();
}

std::string wordOf(Setting setting, std::int64_t value)
{
    return setting == Setting::TaxYearStart
               ? twoDigits(value / 100) + "-" + twoDigits(value % 100)
               : std::string(kLimitActions.at(static_cast<std::size_t>(value)));
}

std::string settingText(const Store& store, Setting setting, std::int64_t value)
{
    const foundation::FieldType type = typeOf(setting);
    return type == Text     ? wordOf(setting, value)
           : type == Amount ? toText(foundation::Money{value}, store.currency)
           : type == YesNo  ? std::string(value == 0 ? "no" : "yes")
                            : std::to_string(value);
}

std::int64_t settingOf(const Store& store, Setting setting, const std::string& text)
{
    const foundation::FieldType type = typeOf(setting);
    return text.empty()     ? DatedSettings().first(setting)
           : type == Amount ? foundation::parseMoney(text, store.currency).minor
           : type == YesNo  ? static_cast<std::int64_t>(foundation::yesOrNo(text, toText(setting)))
           : setting == Setting::TaxYearStart ? parseTaxYearStart(text)
           : type == Text                     ? parseLimitAction(text)
                                              : foundation::wholeNumber(text, toText(setting));
}

/// A number, an amount in minor units, or yes (1) and no (0).
template <Setting setting>
constexpr Converted<Store> dated()
{
    return {[](const Store& store) {
                return settingText(store, setting, store.settings.first(setting));
            },
            [](Store& store, const std::string& text) {
                store.settings.setFirst(setting, settingOf(store, setting, text));
            },
            nullptr,
            [](const Store& store, RowWriter& out) {
                const std::int64_t value = store.settings.first(setting);
                switch (typeOf(setting)) {
                case Amount:
                    return out.amount(foundation::Money{value});
                case YesNo:
                case Text:
                    return out.code(settingText(store, setting, value));
                default:
                    return out.integer(value);
                }
            }};
}

constexpr foundation::FieldInfo limitInfo(Setting setting, std::string_view title,
                                          std::string_view help)
{
    return {.name = toText(setting), .title = title, .help = help, .choices = "none|warn|block"};
}

std::string recognitionOf(const Store& store)
{
    return store.recognition.empty() ? "issue" : store.recognition;
}

/// Throws Refusal `store.recognition`.
void setRecognition(Store& store, const std::string& text)
{
    if (text != "issue" && text != "receipt") {
        throw foundation::Refusal("store.recognition", {{"text", text}});
    }
    store.recognition = text;
}

void setLocale(Store& store, const std::string& tag)
{
    store.locale = tag == kIso ? "" : tag;
    static_cast<void>(foundation::Locale(store.locale));
}

constexpr Field<Store> kFields[] = {
    {.info = {.name = "store",
              .title = "Store",
              .help = "short code for web addresses, such as NORTH",
              .need = Required},
     .member = &Store::code,
     .edited = Edited::Never,
     .noun = "the store's code",
     .isCode = true},
    {.info =
         {.name = "name", .title = "Name", .help = "store name", .need = Required, .value = "NAME"},
     .member = &Store::name,
     .edited = Edited::Never,
     .noun = "the store's name"},
    {.info = {.name = "legal_entity",
              .title = "Legal entity",
              .help = "company that owns the books",
              .value = "NAME"},
     .member = &Store::legalEntity,
     .edited = Edited::Never},
    {.info = {.name = "currency",
              .title = "Currency",
              .help = "ISO 4217 code, such as USD; you cannot change it later",
              .need = Required,
              .value = "CODE"},
     .member = Converted<Store>{[](const Store& store) { return store.currency.code; },
                                [](Store& store, const std::string& text) {
                                    store.currency = foundation::currencyOf(text);
                                }},
     .edited = Edited::Never,
     .isCode = true},
    {.info = {.name = "costing_method", .title = "Costing method", .help = "FIFO"},
     .member = &Store::costingMethod,
     .edited = Edited::ByItsOwn,
     .isCode = true},
    {.info = {.name = toText(Setting::LaborRate),
              .type = Amount,
              .title = "Labor rate per hour",
              .help = "labor cost per hour; default for a new store: 0",
              .least = 0},
     .member = dated<Setting::LaborRate>(),
     .noun = "the labor rate per hour",
     .malformed = "store.setting/least"},
    {.info = {.name = toText(Setting::LaborMinutes),
              .type = Integer,
              .title = "Default minutes per box",
              .help =
                  "used when a box does not have its own, 0 to 100000; default for a new store: 0",
              .value = "MINUTES",
              .least = 0,
              .most = 100'000}, // as of any one box
     .member = dated<Setting::LaborMinutes>(),
     .noun = "the default time per box in minutes",
     .malformed = kMalformed},
    {.info = {.name = "closed_through",
              .type = Month,
              .title = "Closed through",
              .help = "last closed month"},
     .member = Converted<Store>{
         [](const Store& store) { return store.closedThrough ? toText(*store.closedThrough) : ""; },
         nullptr, nullptr,
         [](const Store& store, RowWriter& out) {
             store.closedThrough ? out.month(*store.closedThrough) : out.empty();
         }},
     .edited = Edited::ByItsOwn},
    {.info = {.name = toText(Setting::MinimumGiftInterval),
              .type = Integer,
              .title = "Minimum gift interval (months)",
              .help = "months between two boxes for one recipient, 0 to 120",
              .value = "MONTHS",
              .least = 0,
              .most = 120},
     .member = dated<Setting::MinimumGiftInterval>(),
     .edited = Edited::Later,
     .noun = "the minimum gift interval in months",
     .malformed = kMalformed},
    {.info = {.name = toText(Setting::OrderApprovalLimit),
              .type = Amount,
              .title = "Orders without a manager, up to",
              .help = "a manager approves orders above this amount; default: 0, every order",
              .least = 0},
     .member = dated<Setting::OrderApprovalLimit>(),
     .edited = Edited::Later,
     .noun = "the largest order without a manager's approval",
     .malformed = "store.setting/least"},
    {.info = {.name = toText(Setting::OrderMorePercent),
              .type = Integer,
              .title = "More than ordered, up to (percent)",
              .help = "percent more than ordered that is received without asking; default: 0, "
                      "every unit more is asked about",
              .value = "PERCENT",
              .least = 0,
              .most = 1000},
     .member = dated<Setting::OrderMorePercent>(),
     .edited = Edited::Later,
     .noun = "the percent more than ordered that is received without asking",
     .malformed = kMalformed},
    {.info = {.name = toText(Setting::CountBlind),
              .type = YesNo,
              .title = "Count blind",
              .help = "whether those who count see no units of the books until the count is posted",
              .least = 0,
              .most = 1},
     .member = dated<Setting::CountBlind>(),
     .edited = Edited::Later,
     .noun = "whether the store counts blind",
     .malformed = kMalformed},
    {.info = {.name = toText(Setting::CountTwoPeople),
              .type = YesNo,
              .title = "Counts posted by somebody else",
              .help = "whether another user than those who counted posts a count",
              .least = 0,
              .most = 1},
     .member = dated<Setting::CountTwoPeople>(),
     .edited = Edited::Later,
     .noun = "whether somebody else posts a count",
     .malformed = kMalformed},
    {.info = {.name = toText(Setting::CountLimitUnits),
              .type = Integer,
              .title = "Second count over (units)",
              .help = "units that a count may be off without a second one; 0: any",
              .value = "UNITS",
              .least = 0,
              .most = 1'000'000'000},
     .member = dated<Setting::CountLimitUnits>(),
     .edited = Edited::Later,
     .noun = "the units over which a second count is needed",
     .malformed = kMalformed},
    {.info = {.name = toText(Setting::CountLimitCost),
              .type = Amount,
              .title = "Second count over (cost)",
              .help = "cost that a count may be off without a second one; 0: any",
              .least = 0},
     .member = dated<Setting::CountLimitCost>(),
     .edited = Edited::Later,
     .noun = "the cost over which a second count is needed",
     .malformed = "store.setting/least"},
    {.info = {.name = toText(Setting::WriteOffLimit),
              .type = Amount,
              .title = "Write-offs by a manager over (cost)",
              .help = "cost over which only a manager records a write-off; 0: any",
              .least = 0},
     .member = dated<Setting::WriteOffLimit>(),
     .edited = Edited::Later,
     .noun = "the cost over which a manager records a write-off",
     .malformed = "store.setting/least"},
    {.info = {.name = toText(Setting::JournalLabor),
              .type = YesNo,
              .title = "Labor in the journal",
              .help = "whether the journal books the labor of boxes given; no where payroll has it",
              .least = 0,
              .most = 1},
     .member = dated<Setting::JournalLabor>(),
     .edited = Edited::Later,
     .noun = "whether the journal books labor",
     .malformed = kMalformed},
    {.info = limitInfo(Setting::LimitUsGift, "Gift limit: US, a recipient and year",
                       "when gifts to a recipient pass 25.00 USD in a tax year"),
     .member = dated<Setting::LimitUsGift>(),
     .edited = Edited::Later,
     .isCode = true},
    {.info = limitInfo(Setting::LimitUkGift, "Gift limit: UK, a recipient and year",
                       "when gifts to a recipient pass 50.00 GBP in a tax year"),
     .member = dated<Setting::LimitUkGift>(),
     .edited = Edited::Later,
     .isCode = true},
    {.info = limitInfo(Setting::LimitUkVat, "Gift limit: UK VAT, a recipient and 12 months",
                       "when gifts to a recipient pass 50.00 GBP in 12 months"),
     .member = dated<Setting::LimitUkVat>(),
     .edited = Edited::Later,
     .isCode = true},
    {.info = limitInfo(Setting::LimitDeGift, "Gift limit: Germany, a recipient and year",
                       "when gifts to a recipient pass 50.00 EUR in a business year"),
     .member = dated<Setting::LimitDeGift>(),
     .edited = Edited::Later,
     .isCode = true},
    {.info = {.name = toText(Setting::TaxYearStart),
              .title = "Tax year starts on",
              .help = "month and day on which the tax or business year starts; default: 01-01",
              .value = "MM-DD"},
     .member = dated<Setting::TaxYearStart>(),
     .edited = Edited::Later,
     .noun = "the start of the tax year",
     .isCode = true},
    {.info = {.name = "entity",
              .title = "Entity",
              .help = "code of the legal entity whose gift limits, tax year and accounts apply "
                      "where the store has none of its own",
              .value = "CODE",
              .mayBeEmptied = true},
     .member = &Store::entity,
     .edited = Edited::Later,
     .isCode = true},
    {.info = {.name = "recognition",
              .title = "Expense in the journal",
              .help = "when the journal books gifts as an expense: when they are issued, or when "
                      "they are received; changes only while no batch of the journal holds",
              .choices = "issue|receipt"},
     .member = Converted<Store>{recognitionOf, setRecognition},
     .edited = Edited::Later,
     .isCode = true},
    {.info = {.name = "locale",
              .title = "Language and country",
              .help =
                  "how pages write dates and amounts: en-US, or iso; files and programs always use "
                  "2026-11-22 and 1234.50",
              .value = "LOCALE"},
     .member = Converted<Store>{[](const Store& store) {
                                    return store.locale.empty() ? std::string(kIso) : store.locale;
                                },
                                setLocale},
     .edited = Edited::Later,
     .isCode = true},
    {.info = {.name = "time_zone",
              .title = "Time zone",
              .help = "time zone of the store, such as America/New_York; default for a new store: "
                      "the zone of this machine",
              .value = "ZONE"},
     .member = Converted<Store>{[](const Store& store) { return store.timeZones.text(); },
                                [](Store& store, const std::string& text) {
                                    store.timeZones = foundation::ZoneHistory::always(text);
                                }},
     .edited = Edited::Never}};

} // namespace

foundation::Fields<Store> storeFields() { return kFields; }

const Field<Store>& storeField(std::string_view name)
{
    const auto found =
        std::ranges::find(kFields, name, [](const Field<Store>& field) { return field.info.name; });
    if (found == std::end(kFields)) {
        throw std::logic_error("a store has no field " + std::string(name));
    }
    return *found;
}

} // namespace giftbox::books
