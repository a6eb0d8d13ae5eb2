#include "foundation/fold.h"
#include "gifting/counting/count_session.h"
#include "inventory/item.h"
#include "operations/counts.h"
#include "web/pages/pages.h"
#include "web/ui/item_pictures.h"
#include "web/ui/operation_form.h"

#include <algorithm>
#include <set>

namespace giftbox::web {

using books::ReadTransaction;
using gifting::CountLine;
using gifting::CountSession;

namespace {

constexpr const char* kUnits = "units";
constexpr const char* kItem = "item";
/// What was counted so far of the item, by scanning it or adding 1.
constexpr const char* kSoFar = "so_far";
constexpr std::string_view kNotThere = "not-there";
/// Shorter numbers are units; a code in their place is scanned.
constexpr std::size_t kShortestCode = 8;

/// Bins or categories to select from.
template <std::string inventory::Item::*member>
void offerWords(const ReadTransaction& tx, Field& field)
{
    std::set<std::string, foundation::LessFolded> words;
    inventory::listItems(tx, [&](const inventory::NumberedItem& one) {
        if (!one.item.retired) {
            words.insert(one.item.*member);
        }
    });
    field.options = {{"", "Select"}};
    for (const std::string& word : words) {
        if (!word.empty()) {
            field.options.push_back({word, word});
        }
    }
}

void selectFrom(Field& field, void (*offer)(const ReadTransaction&, Field&))
{
    field.type = "select";
    field.isNeeded = false;
    field.hint = "";
    field.beforeShown = offer;
}

/// A count, and the item of it that is counted now.
struct CountedNow {
    CountSession count;
    std::vector<CountLine> lines = {};
    std::size_t at = 0;

    const CountLine& line() const { return lines.at(at); }
};

bool isToCount(const books::Store& store, const CountSession& count, const CountLine& line)
{
    return reports::stateOf(store, count, line) != "counted";
}

/// The first item to count after the one at `after`, or else before it.
std::optional<std::size_t> nextAfter(const books::Store& store, const CountedNow& now,
                                     std::size_t after)
{
    for (std::size_t i = 1; i <= now.lines.size(); ++i) {
        const std::size_t at = (after + i) % now.lines.size();
        if (at != after && isToCount(store, now.count, now.lines[at])) {
            return at;
        }
    }
    return std::nullopt;
}

/// The item that the form or the address names, else the first to count.
CountedNow countedNow(const RequestContext& context, const ReadTransaction& tx)
{
    CountedNow now{.count = gifting::requireOpenCount(tx, gifting::CountNo{context.number()})};
    now.lines = linesOfCount(tx, now.count);
    const std::string& sku =
        context.form.has(kItem) ? context.form.text(kItem) : context.query.text("sku");
    const auto named = std::ranges::find(now.lines, sku, &CountLine::sku);
    if (named != now.lines.end()) {
        now.at = static_cast<std::size_t>(named - now.lines.begin());
        return now;
    }
    if (!sku.empty()) {
        throw foundation::Refusal("count.item_not_in",
                                  {{"sku", sku}, {"number", now.count.number.value}});
    }
    const std::size_t last = now.lines.size() - 1;
    now.at = nextAfter(tx.store(), now, last).value_or(last);
    return now;
}

std::string lineAddress(const RequestContext& context, const CountSession& count,
                        const std::string& sku)
{
    return context.address("counts/" + std::to_string(count.number.value) +
                           "/line?sku=" + encodePercent(sku));
}

Field hiddenOf(const char* name, std::string value)
{
    return {.name = name, .label = {}, .type = "hidden", .value = std::move(value)};
}

FormPage linePageOf(const RequestContext& context, const ReadTransaction& tx, const CountedNow& now)
{
    const CountLine& line = now.line();
    const std::string number = std::to_string(now.count.number.value);
    const std::string soFar = context.query.text(kSoFar);
    FormPage page{.title = line.name,
                  .submit = "Next",
                  .back = context.address("counts/" + number),
                  .fields = fieldsOf("count line", {kUnits, "from_start", "cost"}),
                  .intro = (line.bin.empty() ? "" : "Bin " + line.bin + ", ") + line.sku +
                           ". Item " + std::to_string(now.at + 1) + " of " +
                           std::to_string(now.lines.size()) + " in count " + number + ".",
                  .steps = {{std::string(kPlus), "+1"}, {std::string(kNotThere), "Not there"}},
                  .picture = pictureAddress(context, tx, line.item)};
    Field& units = fieldNamed(page.fields, kUnits);
    units.value = soFar;
    units.hint = "Or scan the item, or the next one";
    if (operations::booksShownTo(context.caller(), tx.store(), now.count) ==
        reports::BooksShown::Yes) {
        units.hint += ". The books had " + context.format.shown(line.expected) + " at the start";
    }
    if (line.entry) {
        units.hint += ". Counted before: " + context.format.shown(line.entry->units);
    }
    fieldNamed(page.fields, "cost").isNeeded = false;
    page.fields.push_back(hiddenOf(kItem, line.sku));
    page.fields.push_back(hiddenOf(kSoFar, soFar));
    return page;
}

std::int64_t soFarIn(const Form& form) { return maybeIntegerIn(form, kSoFar).value_or(0); }

void setSoFar(RequestContext& context, std::int64_t units)
{
    context.form.set(kUnits, std::to_string(units));
    context.form.set(kSoFar, std::to_string(units));
}

/// The item of the count whose code stands in the place of the units.
std::optional<std::string> scannedIn(const RequestContext& context, const CountedNow& now)
{
    const std::string typed = context.form.text(kUnits);
    const bool isNumber = typed.find_first_not_of("0123456789") == std::string::npos;
    if (typed.empty() || (isNumber && typed.size() < kShortestCode)) {
        return std::nullopt;
    }
    const auto item =
        context.read([&](const ReadTransaction& tx) { return inventory::findItem(tx, typed); });
    if (!item) {
        return std::nullopt;
    }
    if (std::ranges::find(now.lines, item->item.sku, &CountLine::sku) == now.lines.end()) {
        throw foundation::Refusal("count.item_not_in",
                                  {{"sku", item->item.sku}, {"number", now.count.number.value}})
            .about(kUnits);
    }
    return item->item.sku;
}

/// Records what was counted, and goes on with an item, or with the next one.
Response recordLine(RequestContext& context, const FormPage& page, const CountedNow& now,
                    const std::optional<std::string>& goesOnWith)
{
    const CountLine& line = now.line();
    context.form.set("no", std::to_string(now.count.number.value));
    context.form.set("sku", line.sku);
    FormWork work{.command = "count line"};
    work.done = [&](const Answered& answer) {
        const std::string said = line.name + ": " + answer.at("counted") + " counted.";
        if (goesOnWith) {
            return Done{lineAddress(context, now.count, *goesOnWith) + "&so_far=1", said};
        }
        const auto next = nextAfter(answer.tx.store(), now, now.at);
        return Done{next ? lineAddress(context, now.count, now.lines[*next].sku) : page.back,
                    next ? said : said + " All items are counted."};
    };
    return runOperation(context, page, work);
}

} // namespace

Response startCountPage(RequestContext& context)
{
    FormPage page{.title = "Start a count",
                  .submit = "Start the count",
                  .back = context.address("counts"),
                  .fields = fieldsOf("count start", {"bin", "category", "all", "as_of"}),
                  .intro = "Keeps what the books have of each item. Nothing moves before you post "
                           "the count, and boxes may be packed meanwhile."};
    selectFrom(fieldNamed(page.fields, "bin"), offerWords<&inventory::Item::bin>);
    selectFrom(fieldNamed(page.fields, "category"), offerWords<&inventory::Item::category>);
    Field& day = fieldNamed(page.fields, "as_of");
    day.label = "End of day";
    day.hint = "";
    day.value = toText(context.today());
    day.isNeeded = true;
    day.answersTo = {"on"};
    return runOperation(context, page, "count start", [&](const AnsweredRow& count) {
        return Done{context.address("counts/" + count.at("no") + "/line"),
                    "Count " + count.at("no") + " started."};
    });
}

Response countLinePage(RequestContext& context)
{
    CountedNow now;
    const FormPage page = context.read([&](const ReadTransaction& tx) {
        now = countedNow(context, tx);
        return linePageOf(context, tx, now);
    });
    if (!context.isForm()) {
        return showForm(context, page);
    }
    try {
        if (context.form.text("step") == kPlus) {
            setSoFar(context, maybeIntegerIn(context.form, kUnits).value_or(0) + 1);
            return showForm(context, page);
        }
        if (context.form.text("step") == kNotThere) {
            context.form.set(kUnits, "0");
            return recordLine(context, page, now, std::nullopt);
        }
        const std::optional<std::string> scanned = scannedIn(context, now);
        if (!scanned) {
            return recordLine(context, page, now, std::nullopt);
        }
        const std::int64_t soFar = soFarIn(context.form);
        if (*scanned == now.line().sku) {
            setSoFar(context, soFar + 1);
            return showForm(context, page);
        }
        if (soFar == 0) {
            return redirectTo(lineAddress(context, now.count, *scanned) + "&so_far=1");
        }
        context.form.set(kUnits, std::to_string(soFar));
        return recordLine(context, page, now, scanned);
    } catch (const foundation::Refusal& refusal) {
        return showForm(context, page, &refusal);
    }
}

} // namespace giftbox::web
