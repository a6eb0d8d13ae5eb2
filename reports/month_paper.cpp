#include "reports/month_paper.h"

#include "foundation/json.h"
#include "foundation/locale.h"
#include "gifting/notes/typeset.h"
#include "reports/exceptions.h"
#include "reports/month_change.h"

#include <algorithm>

namespace giftbox::reports {

using books::ReadTransaction;
using foundation::JsonObject;
using foundation::Money;
using foundation::Month;

namespace {

constexpr int kBars = 12;

/// The cells of each row in one line.
class LinesOfRows final : public foundation::RowWriter {
public:
    void begin(std::span<const foundation::Column>) override {}
    void text(std::string_view value) override
    {
        if (!value.empty()) {
            line_ += (line_.empty() ? "" : ", ") + std::string(value);
        }
    }
    void code(std::string_view value) override { text(value); }
    void personal(foundation::Personal, std::string_view) override {} // the page names nobody
    void integer(std::int64_t value) override { text(std::to_string(value)); }
    void amount(Money) override {}
    void date(foundation::Date value) override { text(toText(value)); }
    void month(Month value) override { text(toText(value)); }
    void empty() override {}
    void endRow() override { lines.push_back(std::exchange(line_, {})); }
    void end() override {}

    std::vector<std::string> lines;

private:
    std::string line_;
};

std::string arrayOf(const std::vector<std::string>& json)
{
    std::string array = "[";
    for (const std::string& one : json) {
        array += (array.size() > 1 ? "," : "") + one;
    }
    return array + "]";
}

std::string textsOf(const std::vector<std::string>& texts)
{
    std::vector<std::string> json(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        foundation::appendJsonString(json[i], texts[i]);
    }
    return arrayOf(json);
}

/// The last month of `months`, beside the one before.
class MonthPaper {
public:
    MonthPaper(const books::Store& store, const std::vector<MonthlyCost>& months)
        : store_(store), locale_(store.locale), months_(months), now_(months.back()),
          before_(months[months.size() - 2])
    {}

    std::string json(const std::string& state, const std::vector<std::string>& exceptions) const
    {
        return JsonObject()
            .add("store", store_.name)
            .add("month", locale_.shown(now_.month))
            .add("state", state)
            .add("bars_title", "Cost of the last twelve months, " + store_.currency.code)
            .add("foot",
                 store_.code + ", " + toText(now_.month) + "; amounts in " + store_.currency.code)
            .addRaw("headings", textsOf({"", locale_.shown(now_.month),
                                         locale_.shown(before_.month), "Change"}))
            .addRaw("figures", figures())
            .addRaw("rows", rows())
            .addRaw("bars", bars())
            .addRaw("lists", arrayOf({cap(), why(), waiting(), listOf("Exceptions", exceptions)}))
            .text();
    }

private:
    std::string shown(Money amount) const { return locale_.shown(amount, store_.currency); }
    std::string changed(Money amount) const
    {
        return (amount > Money{} ? "+" : "") + shown(amount);
    }
    std::string shownOr(const std::optional<Money>& amount, const char* none) const
    {
        return amount ? shown(*amount) : none;
    }
    static std::string listOf(const char* title, const std::vector<std::string>& lines)
    {
        return JsonObject()
            .add("title", title)
            .addRaw("lines", textsOf(lines.empty() ? std::vector<std::string>{"none"} : lines))
            .text();
    }

    std::string figures() const
    {
        const auto figure = [](const char* label, const std::string& text) {
            return JsonObject().add("label", label).add("text", text).text();
        };
        return arrayOf({figure("remaining budget", shownOr(now_.left(), "no cap")),
                        figure("program cost", shown(now_.totals.spent())),
                        figure("recipients", locale_.shown(now_.totals.recipients)),
                        figure("cost per recipient", shownOr(now_.costPerRecipient(), "-"))});
    }

    std::string rows() const
    {
        const auto row = [](const char* label, const std::vector<std::string>& cells, bool total) {
            return JsonObject()
                .add("label", label)
                .addRaw("cells", textsOf(cells))
                .add("total", std::int64_t{total})
                .text();
        };
        const auto count = [&](const char* label, std::int64_t now, std::int64_t before) {
            return row(label,
                       {locale_.shown(now), locale_.shown(before),
                        (now > before ? "+" : "") + locale_.shown(now - before)},
                       false);
        };
        const auto cost = [&](const char* label, Money now, Money before, bool total = false) {
            return row(label, {shown(now), shown(before), changed(now - before)}, total);
        };
        const budget::MonthTotals& now = now_.totals;
        const budget::MonthTotals& before = before_.totals;
        return arrayOf({count("Boxes given", now.boxesGiven, before.boxesGiven),
                        count("Recipients", now.recipients, before.recipients),
                        cost("Contents", now.contents, before.contents),
                        cost("Packaging", now.packaging, before.packaging),
                        cost("Labor", now.labor, before.labor),
                        cost("Program cost", now.spent(), before.spent(), true)});
    }

    std::string bars() const
    {
        Money highest{1};
        for (const MonthlyCost& one : months_) {
            highest = std::max(highest, one.totals.spent());
        }
        std::vector<std::string> bars;
        for (const MonthlyCost& one : months_) {
            const Money spent = one.totals.spent();
            bars.push_back(
                JsonObject()
                    .add("label", locale_.shown(one.month))
                    .add("text", spent == Money{} ? "" : shown(spent))
                    .add("thousandths",
                         foundation::portion(Money{1000}, std::max<std::int64_t>(spent.minor, 0),
                                             highest.minor)
                             .minor)
                    .text());
        }
        return arrayOf(bars);
    }

    std::string cap() const
    {
        std::vector<std::string> lines;
        if (now_.cap) {
            lines.push_back("Cap: " + shown(*now_.cap));
        }
        if (now_.cap && now_.rolled != Money{}) {
            lines.push_back("Rolled over: " + changed(now_.rolled));
            lines.push_back("Limit: " + shown(*now_.limit()));
        }
        return listOf("Boxes of the month", lines);
    }

    std::string why() const
    {
        const MonthChange change = monthChange(before_.totals, now_.totals);
        return listOf("Why the cost changed", {"Boxes: " + changed(change.boxes) +
                                               "; contents of a box: " + changed(change.contents) +
                                               "; packaging: " + changed(change.packaging) +
                                               "; labor: " + changed(change.labor)});
    }

    std::string waiting() const
    {
        std::vector<std::string> lines;
        if (now_.packed.boxes > 0) {
            lines.push_back(
                "Boxes packed and not given on the last day: " + locale_.shown(now_.packed.boxes) +
                ", for " + shown(now_.packed.cost.contents + now_.packed.cost.packaging));
        }
        if (now_.totals.committed > Money{}) {
            lines.push_back("Committed for boxes that are planned or packed: " +
                            shown(now_.totals.committed));
        }
        return listOf("What waits", lines);
    }

    const books::Store& store_;
    foundation::Locale locale_;
    const std::vector<MonthlyCost>& months_;
    const MonthlyCost& now_;
    const MonthlyCost& before_;
};

} // namespace

std::string printMonth(const ReadTransaction& tx, Month month, foundation::Date today)
{
    std::vector<MonthlyCost> months = monthlyCosts(tx, monthsBefore(month, kBars - 1), month);
    if (months.size() == 1) { // the first month there is
        months.insert(months.begin(), MonthlyCost{.month = month, .totals = {}, .cap = {}});
    }
    LinesOfRows exceptions;
    writeExceptions(tx, month, month, exceptions);
    const books::Store& store = tx.store();
    const bool isClosed = store.closedThrough && month <= *store.closedThrough;
    const std::string state = isClosed ? "Closed: these figures stay as they are."
                                       : "Open: these figures are as of " +
                                             foundation::Locale(store.locale).shown(today) +
                                             " and may change.";
    return gifting::printMonth(store.name + ", " + toText(month),
                               gifting::parsePaper(gifting::usualPaper(store)),
                               MonthPaper(store, months).json(state, exceptions.lines));
}

} // namespace giftbox::reports
