#include "web/ui/chart.h"

#include "budget/authorize.h"
#include "web/ui/table.h"

#include <algorithm>
#include <array>

namespace giftbox::web {

using foundation::Money;
using reports::MonthlyCost;

namespace {

constexpr std::int64_t kLeft = 84;
constexpr std::int64_t kTop = 16;
constexpr std::int64_t kWidth = 720 - kLeft - 16;
constexpr std::int64_t kHeight = 176;
constexpr std::int64_t kBottom = kTop + kHeight;

/// The place of a month's bar.
struct Slot {
    std::int64_t left = 0;
    std::int64_t width = 0;
    std::int64_t middle() const { return left + width / 2; }
};

Slot slotOf(std::size_t index, std::size_t count)
{
    const std::int64_t step = kWidth / static_cast<std::int64_t>(std::max<std::size_t>(count, 1));
    const std::int64_t width = std::min<std::int64_t>(step * 6 / 10, 64);
    return {.left = kLeft + step * static_cast<std::int64_t>(index) + (step - width) / 2,
            .width = width};
}

View rectangle(std::string_view kind, const Slot& slot, std::int64_t bottom, std::int64_t height)
{
    View view;
    view.text("kind", std::string(kind))
        .number("x", slot.left)
        .number("y", bottom - height)
        .number("width", slot.width)
        .number("height", height);
    return view;
}

/// The month's name, with the year under each January and the first month, except a first December, which it would
/// crowd.
View monthLabel(const Slot& slot, foundation::Month month, std::size_t index)
{
    static constexpr std::array kNames = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::int32_t number = month.number() % 100;
    View view;
    view.number("x", slot.middle())
        .number("y", kBottom + 20)
        .text("name", kNames.at(static_cast<std::size_t>(number - 1)))
        .number("year_y", kBottom + 37)
        .text("year",
              (index == 0 && number != 12) || number == 1 ? toText(month).substr(0, 4) : "");
    return view;
}

std::int64_t unitOf(const foundation::Currency& currency)
{
    std::int64_t unit = 1;
    for (int i = 0; i < currency.exponent; ++i) {
        unit *= 10;
    }
    return unit;
}

/// The lines of an axis from 0 to `top`, in `count` steps, each named.
template <class Name>
std::vector<View> axis(std::int64_t top, std::int64_t count, const Name& name)
{
    std::vector<View> lines;
    for (std::int64_t i = 0; i <= count; ++i) {
        View line;
        line.number("y", kBottom - kHeight * i / count)
            .number("label_y", kBottom - kHeight * i / count + 4)
            .number("left", kLeft)
            .number("right", kLeft + kWidth)
            .number("label_x", kLeft - 8)
            .text("name", name(top * i / count));
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<View> moneyAxis(std::int64_t top, const StoreFormat& format)
{
    const std::int64_t unit = unitOf(format.currency());
    const bool isWhole = top / 4 % unit == 0; // then cents only take space on a phone
    return axis(top, 4, [&](std::int64_t value) {
        return isWhole ? format.shown(value / unit) : format.shown(Money{value});
    });
}

std::string barTitle(const MonthlyCost& month, const StoreFormat& format)
{
    const auto& totals = month.totals;
    return format.shown(month.month) + ": " + format.withCode(totals.spent()) + " (contents " +
           format.shown(totals.contents) + ", packaging " + format.shown(totals.packaging) +
           ", labor " + format.shown(totals.labor) + ")" +
           (month.cap ? ", cap " + format.shown(*month.limit()) : "");
}

std::vector<View> labelsOf(std::span<const MonthlyCost> months)
{
    std::vector<View> labels;
    for (std::size_t i = 0; i < months.size(); ++i) {
        labels.push_back(monthLabel(slotOf(i, months.size()), months[i].month, i));
    }
    return labels;
}

/// A bar with its number above it.
View countedBar(std::string_view kind, const Slot& slot, std::int64_t height, std::string count)
{
    View bar = rectangle(kind, slot, kBottom, height);
    bar.text("count", std::move(count))
        .number("count_x", slot.middle())
        .number("count_y", kBottom - height - 5);
    return bar;
}

View costBar(const MonthlyCost& month, const Slot& slot, std::int64_t top,
             const StoreFormat& format)
{
    const auto& totals = month.totals;
    std::vector<View> parts;
    std::int64_t bottom = kBottom;
    for (const auto& [kind, amount] :
         {std::pair{"contents", totals.contents}, std::pair{"packaging", totals.packaging},
          std::pair{"labor", totals.labor}}) {
        const std::int64_t height = scaled(amount.minor, top, kHeight);
        parts.push_back(rectangle(kind, slot, bottom, height));
        bottom -= height;
    }
    View bar;
    bar.list("parts", std::move(parts)).text("tip", barTitle(month, format));
    if (month.cap) {
        View cap;
        cap.number("x1", slot.left - 6)
            .number("x2", slot.left + slot.width + 6)
            .number("y", kBottom - scaled(month.limit()->minor, top, kHeight));
        bar.list("cap", {cap});
    }
    return bar;
}

} // namespace

std::int64_t scaled(std::int64_t value, std::int64_t whole, std::int64_t length)
{
    if (value <= 0 || whole <= 0) {
        return 0;
    }
    return foundation::portion({std::min(value, whole)}, length, whole).minor;
}

std::int64_t roundedUp(std::int64_t value)
{
    constexpr std::int64_t kMost = 1'000'000'000'000'000'000;
    for (std::int64_t power = 4; power < kMost / 10; power *= 10) {
        for (const std::int64_t factor : {1, 2, 3, 5}) {
            if (value <= power * factor) {
                return power * factor;
            }
        }
    }
    return value;
}

namespace {

/// What rolled over into the month, and that the share at which the cap warns is passed.
void addPolicy(View& view, const budget::Cap& cap, Money used, const StoreFormat& format)
{
    if (cap.rollOver != budget::RollOver::None) {
        View rolled;
        rolled.text("amount", format.shown(cap.rolled)).text("limit", format.shown(cap.limit()));
        view.list("rolled", {rolled});
    }
    const auto above = cap.warnsAbove();
    if (above && used > *above) {
        View near;
        near.text("share", budget::percentText(used, cap.limit()))
            .text("limit", format.withCode(cap.limit()))
            .number("percent", cap.warnPercent);
        view.list("near", {near});
    }
}

} // namespace

View capBar(const std::optional<budget::Cap>& cap, Money spent, Money committed,
            const StoreFormat& format)
{
    const Money used = spent + committed;
    const std::int64_t whole = std::max(cap ? cap->limit().minor : 0, used.minor);
    const std::int64_t spentWidth = scaled(spent.minor, whole, 1000);
    const auto remaining = budget::remainingUnder(cap, used);
    View view;
    view.text("spent", format.shown(spent))
        .text("committed", format.shown(committed))
        .text("cap", cap ? format.shown(cap->amount) : "")
        .text("remaining", remaining ? format.shown(*remaining) : "")
        .flag("has_cap", cap.has_value())
        .flag("over", remaining && remaining->minor < 0)
        .number("spent_width", spentWidth)
        .number("committed_left", spentWidth)
        .number("committed_width", scaled(committed.minor, whole, 1000))
        .number("cap_at", cap ? scaled(cap->limit().minor, whole, 1000) : 1000);
    if (cap) {
        addPolicy(view, *cap, used, format);
    }
    return view;
}

View costChart(std::span<const MonthlyCost> months, const StoreFormat& format)
{
    std::int64_t most = 0;
    for (const MonthlyCost& month : months) {
        most = std::max({most, month.totals.spent().minor, month.cap ? month.limit()->minor : 0});
    }
    const std::int64_t top = roundedUp(std::max<std::int64_t>(most, 4));
    std::vector<View> bars;
    for (std::size_t i = 0; i < months.size(); ++i) {
        bars.push_back(costBar(months[i], slotOf(i, months.size()), top, format));
    }
    View view;
    view.list("bars", std::move(bars))
        .list("labels", labelsOf(months))
        .list("axis", moneyAxis(top, format))
        .flag("is_empty", most == 0);
    return view;
}

View recipientChart(std::span<const MonthlyCost> months, const StoreFormat& format)
{
    std::int64_t most = 0;
    for (const MonthlyCost& month : months) {
        most = std::max(most, month.totals.recipients);
    }
    const std::int64_t top = roundedUp(std::max<std::int64_t>(most, 4));
    std::vector<View> bars;
    for (std::size_t i = 0; i < months.size(); ++i) {
        const std::int64_t count = months[i].totals.recipients;
        bars.push_back(countedBar("recipients", slotOf(i, months.size()),
                                  scaled(count, top, kHeight),
                                  count == 0 ? "" : format.shown(count)));
        bars.back().text("tip", format.shown(months[i].month) + ": " + format.shown(count) +
                                    (count == 1 ? " recipient" : " recipients"));
    }
    View view;
    view.list("bars", std::move(bars))
        .list("labels", labelsOf(months))
        .list("axis", axis(top, 4, [&](std::int64_t value) { return format.shown(value); }))
        .flag("is_empty", most == 0);
    return view;
}

View costPerRecipientChart(std::span<const MonthlyCost> months, const StoreFormat& format)
{
    std::int64_t most = 0;
    for (const MonthlyCost& month : months) {
        most = std::max(most, month.costPerRecipient().value_or(Money{}).minor);
    }
    const std::int64_t top = roundedUp(std::max<std::int64_t>(most, 4));
    std::vector<View> bars;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (const auto each = months[i].costPerRecipient()) {
            bars.push_back(countedBar("each", slotOf(i, months.size()),
                                      scaled(each->minor, top, kHeight), ""));
            bars.back().text("tip", format.shown(months[i].month) + ": " + format.withCode(*each) +
                                        " per recipient");
        }
    }
    View view;
    view.list("bars", std::move(bars))
        .list("labels", labelsOf(months))
        .list("axis", moneyAxis(top, format))
        .flag("is_empty", most == 0);
    return view;
}

} // namespace giftbox::web
