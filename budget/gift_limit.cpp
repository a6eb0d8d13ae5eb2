#include "budget/gift_limit.h"

#include "foundation/embedded.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <stdexcept>

namespace giftbox::budget {

using books::Store;
using foundation::Date;
using foundation::Money;
using foundation::Month;
using foundation::Refusal;

namespace {

constexpr std::string_view kLimitFolder = "data/limits/";
constexpr std::string_view kLimitExtension = ".txt";
constexpr std::int32_t kYear = 10'000; // of `yyyymmdd`

/// The setting that says what a store does about a limit.
struct LimitSetting {
    std::string_view limit;
    books::Setting setting;
};
constexpr std::array kLimitSettings = {LimitSetting{"de-gift", books::Setting::LimitDeGift},
                                       LimitSetting{"uk-gift", books::Setting::LimitUkGift},
                                       LimitSetting{"uk-vat", books::Setting::LimitUkVat},
                                       LimitSetting{"us-gift", books::Setting::LimitUsGift}};

/// Reads lines of a name and a value.
class LimitParser {
public:
    explicit LimitParser(std::string_view name) { limit_.name = name; }

    GiftLimit parse(std::string_view text)
    {
        std::istringstream in{std::string(text)};
        for (std::string line; std::getline(in, line);) {
            if (!line.empty() && !line.starts_with('#')) {
                setting(line);
            }
        }
        if (limit_.title.empty() || limit_.currency.empty() || limit_.amounts.empty() ||
            limit_.source.empty()) {
            fail("a title, a currency, an amount or a source is missing");
        }
        return std::move(limit_);
    }

private:
    [[noreturn]] void fail(const std::string& sentence) const
    {
        throw std::logic_error("limit " + limit_.name + ": " + sentence);
    }

    void setting(const std::string& line)
    {
        const auto equals = line.find(" = ");
        if (equals == std::string::npos) {
            fail("expected NAME = VALUE, not " + line);
        }
        const std::string name = line.substr(0, equals);
        const std::string value = line.substr(equals + 3);
        std::string* const words = name == "title"      ? &limit_.title
                                   : name == "country"  ? &limit_.country
                                   : name == "currency" ? &limit_.currency
                                   : name == "source"   ? &limit_.source
                                                        : nullptr;
        if (words != nullptr) {
            *words = value;
        } else if (name == "amount") {
            amount(value);
        } else if (name == "imprinted") {
            limit_.imprinted = money(value);
        } else if (name == "kind" && (value == "cap" || value == "cliff")) {
            limit_.kind = value == "cap" ? LimitKind::Cap : LimitKind::Cliff;
        } else if (name == "window" && (value == "tax year" || value == "12 months")) {
            limit_.window = value == "tax year" ? LimitWindow::TaxYear : LimitWindow::TwelveMonths;
        } else if (name == "counts" && (value == "contents" || value == "contents and packaging")) {
            limit_.countsPackaging = value != "contents";
        } else {
            fail("there is no setting " + line);
        }
    }

    Money money(const std::string& text) const
    {
        return foundation::parseMoney(text, foundation::currencyOf(limit_.currency));
    }

    /// `35.00 from 2004-01-01 to 2023-12-31`
    void amount(const std::string& text)
    {
        std::istringstream in(text);
        std::string number;
        std::string from;
        std::string day;
        if (!(in >> number >> from >> day) || from != "from") {
            fail("expected AMOUNT from DAY, not " + text);
        }
        GiftLimit::Amount amount{.amount = money(number), .from = foundation::parseDate(day)};
        std::string to;
        if (in >> to >> day) {
            amount.to = foundation::parseDate(day);
        }
        limit_.amounts.push_back(amount);
    }

    GiftLimit limit_;
};

std::optional<Money> amountOn(const GiftLimit& limit, Date day)
{
    for (const GiftLimit::Amount& one : limit.amounts) {
        if (one.from <= day && (!one.to || day <= *one.to)) {
            return one.amount;
        }
    }
    return std::nullopt;
}

/// What counts from one day up to another one, both as `yyyymmdd`, the second not included, without the gift itself.
Money countedBetween(const GiftLimit& limit, std::span<const Gift> others, const Gift& gift,
                     std::int32_t first, std::int32_t end)
{
    Money sum;
    for (const Gift& one : others) {
        if (one.box != gift.box && one.on.number() >= first && one.on.number() < end) {
            sum += countedOf(limit, one);
        }
    }
    return sum;
}

/// Of the twelve months that the gift is in and that end on its day or with a later gift, the sum that is largest.
Money mostInTwelveMonths(const GiftLimit& limit, std::span<const Gift> others, const Gift& gift)
{
    const auto until = [&](std::int32_t last) {
        return countedBetween(limit, others, gift, last - kYear + 1, last + 1);
    };
    const std::int32_t day = gift.on.number();
    Money most = until(day);
    for (const Gift& one : others) {
        const std::int32_t last = one.on.number();
        if (one.box != gift.box && last > day && last < day + kYear) {
            most = std::max(most, until(last));
        }
    }
    return most;
}

std::string_view nameOf(std::string_view path)
{
    path.remove_prefix(kLimitFolder.size());
    path.remove_suffix(kLimitExtension.size());
    return path;
}

} // namespace

GiftLimit parseGiftLimit(std::string_view name, std::string_view text)
{
    return LimitParser(name).parse(text);
}

const std::vector<GiftLimit>& giftLimits()
{
    static const std::vector<GiftLimit> limits = [] {
        std::vector<GiftLimit> all;
        for (const std::string& path : foundation::embeddedFiles(kLimitFolder)) {
            all.push_back(parseGiftLimit(nameOf(path), foundation::embeddedFile(path).value()));
        }
        return all;
    }();
    return limits;
}

const GiftLimit* findGiftLimit(std::string_view name)
{
    const auto& all = giftLimits();
    const auto found = std::ranges::find(all, name, &GiftLimit::name);
    return found == all.end() ? nullptr : &*found;
}

std::string_view toText(LimitKind kind) { return kind == LimitKind::Cap ? "cap" : "cliff"; }

std::string_view toText(LimitWindow window)
{
    return window == LimitWindow::TaxYear ? "tax year" : "12 months";
}

LimitAction actionOf(const Store& store, const GiftLimit& limit, Month month)
{
    const auto* const found = std::ranges::find(kLimitSettings, limit.name, &LimitSetting::limit);
    if (found == kLimitSettings.end() || limit.currency != store.currency.code) {
        return LimitAction::None;
    }
    return static_cast<LimitAction>(store.settings.at(found->setting, month));
}

Date taxYearOf(const Store& store, Date day)
{
    const auto start =
        static_cast<std::int32_t>(store.settings.at(books::Setting::TaxYearStart, day.month()));
    const std::int32_t year = day.number() / kYear * kYear;
    return Date(day.number() >= year + start ? year + start : year - kYear + start);
}

Money countedOf(const GiftLimit& limit, const Gift& gift)
{
    return gift.contents + (limit.countsPackaging ? gift.packaging : Money{}) -
           (limit.imprinted ? gift.imprinted : Money{});
}

std::optional<LimitUse> useOf(const Store& store, const GiftLimit& limit,
                              std::span<const Gift> others, const Gift& gift)
{
    const bool isYear = limit.window == LimitWindow::TaxYear;
    const Date first = isYear ? taxYearOf(store, gift.on) : gift.on;
    const std::optional<Money> amount = amountOn(limit, first);
    if (!amount) {
        return std::nullopt;
    }
    return LimitUse{.before = isYear ? countedBetween(limit, others, gift, first.number(),
                                                      first.number() + kYear)
                                     : mostInTwelveMonths(limit, others, gift),
                    .amount = *amount};
}

std::vector<LimitStanding> standingsOf(const Store& store, std::span<const Gift> others,
                                       const Gift& gift)
{
    std::vector<LimitStanding> standings;
    for (const GiftLimit& limit : giftLimits()) {
        const LimitAction action = actionOf(store, limit, gift.on.month());
        const std::optional<LimitUse> use =
            action == LimitAction::None ? std::nullopt : useOf(store, limit, others, gift);
        if (use) {
            standings.push_back({.name = limit.name,
                                 .window = limit.window,
                                 .action = action,
                                 .use = *use,
                                 .added = countedOf(limit, gift)});
        }
    }
    return standings;
}

Verdict authorizeGift(const Store& store, std::span<const Gift> others, const Gift& gift,
                      bool isOverridden)
{
    Verdict verdict;
    for (const LimitStanding& standing : standingsOf(store, others, gift)) {
        const LimitUse* const use = &standing.use;
        const Money added = standing.added;
        if (use->before + added <= use->amount) {
            continue;
        }
        PassedCap passed{.cap = {.name = {}, .from = {}, .amount = use->amount},
                         .wouldBe = use->before + added,
                         .limit = standing.name,
                         .before = use->before};
        if (standing.action == LimitAction::Warn) {
            verdict.warned.push_back(std::move(passed));
        } else if (isOverridden) {
            verdict.overridden.push_back(std::move(passed));
        } else {
            throw Refusal("limit.exceeded", {{"name", standing.name},
                                             {"limit", store.money(use->amount)},
                                             {"over", store.money(passed.wouldBe - use->amount)},
                                             {"before", store.money(use->before)},
                                             {"added", store.money(added)}});
        }
    }
    return verdict;
}

std::optional<Money> imprintedLimit(const Store& store, Month month)
{
    std::optional<Money> most;
    for (const GiftLimit& limit : giftLimits()) {
        if (limit.imprinted && actionOf(store, limit, month) != LimitAction::None) {
            most = std::max(most.value_or(Money{}), *limit.imprinted);
        }
    }
    return most;
}

bool actsOnLimits(const Store& store, Month month)
{
    return std::ranges::any_of(giftLimits(), [&](const GiftLimit& limit) {
        return actionOf(store, limit, month) != LimitAction::None;
    });
}

} // namespace giftbox::budget
