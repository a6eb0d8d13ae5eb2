#include "web/ui/form_page.h"

#include "foundation/text.h"
#include "web/http/bounds.h"
#include "web/http/http_text.h"
#include "web/ui/beside_form.h"
#include "web/ui/delivery_lines.h"

#include <algorithm>
#include <array>

namespace giftbox::web {

using foundation::Refusal;

namespace {

constexpr std::size_t kFewestLines = 6;

std::vector<View> optionViews(const std::vector<Option>& options, const std::string& selected)
{
    std::vector<View> views;
    for (const Option& option : options) {
        View view;
        view.text("value", option.value)
            .text("name", option.text)
            .text("barcode", option.barcode)
            .flag("has_barcode", !option.barcode.empty())
            .text("picture", option.picture)
            .text("pack", option.packSize)
            .flag("has_pack", !option.packSize.empty())
            .text("ordered_units", option.orderedUnits)
            .text("ordered_cost", option.orderedCost)
            .flag("ordered", !option.orderedUnits.empty())
            .flag("selected", option.value == selected);
        views.push_back(std::move(view));
    }
    return views;
}

/// The name behind an SKU or a barcode.
std::string nameOf(const std::vector<Option>& items, const std::string& typed)
{
    const auto found = std::ranges::find_if(items, [&](const Option& item) {
        return !typed.empty() && (item.value == typed || item.barcode == typed);
    });
    return found == items.end() ? "" : found->text;
}

View fieldView(const RequestContext& context, const std::vector<Option>& items, const Field& field,
               const std::string& fault)
{
    const bool isKept = (context.isForm() || context.isShownAgain) && field.type != "password" &&
                        field.type != "file";
    const std::string value = isKept ? context.form.text(field.name) : field.value;
    const bool isTypedAgain = context.isForm() && field.type == "password";
    const std::string hint =
        isTypedAgain ? "Type it again: a page never keeps a password" : field.hint;
    View view;
    view.text("name", field.name)
        .text("label", field.label)
        .text("value", value)
        .text("hint", hint)
        .flag("has_hint", !hint.empty())
        .flag("needed", field.isNeeded)
        .flag("may_be_empty", !field.isNeeded && !field.isOneOf)
        .flag("select", field.type == "select")
        .flag("textarea", field.type == "textarea")
        .number("rows", std::clamp<std::int64_t>(std::ranges::count(value, '\n') + 2, 4, 16))
        .flag("refused", !fault.empty())
        .text("sentence", fault)
        .list("options", optionViews(field.options, value));
    const bool isItem = field.type == "item";
    const bool isWritten = isItem || field.type == "units" || field.type == "amount";
    const std::string autocomplete = isWritten ? "off" : field.autocomplete;
    view.text("finds", field.finds)
        .flag("has_finds", !field.finds.empty())
        .flag("item", isItem)
        .flag("has_finder", isItem || !field.finds.empty())
        .text("found", isItem ? nameOf(items, value) : field.found)
        .flag("has_matches", !field.finds.empty() && !field.options.empty())
        .flag("only_match", field.options.size() == 1);
    view.text("heading", field.heading).flag("has_heading", !field.heading.empty());
    view.text("only_with", field.onlyWith).flag("is_only_with", !field.onlyWith.empty());
    view.text("autocomplete", autocomplete).flag("has_autocomplete", !autocomplete.empty());
    const bool isTick = field.type == "tick";
    view.flag("tick", isTick).flag("ticked", isTick && value == kTicked);
    return view.text("type", isWritten ? "text" : field.type)
        .flag("units", field.type == "units")
        .flag("amount", field.type == "amount")
        .flag("file", field.type == "file")
        .text("accept", field.accept)
        .flag("hidden", field.type == "hidden")
        .flag("shown", field.type != "hidden" && field.type != "select" &&
                           field.type != "textarea" && !isTick);
}

std::vector<View> lineViews(const RequestContext& context, const FormPage& page)
{
    auto skus = context.form.all("sku");
    auto units = context.form.all("line_units");
    if (!context.isForm() && !context.isShownAgain) {
        for (const auto& [sku, count] : page.lines) {
            skus.push_back(sku);
            units.push_back(count);
        }
    }
    while (!skus.empty() && skus.back().empty()) {
        skus.pop_back();
    }
    std::vector<View> views;
    for (std::size_t i = 0; i < std::max(skus.size() + 2, kFewestLines); ++i) {
        const std::string sku = i < skus.size() ? skus[i] : "";
        View view;
        view.text("units", i < units.size() ? units[i] : "")
            .number("row", static_cast<std::int64_t>(i + 1))
            .text("sku", sku)
            .text("found", nameOf(page.items, sku));
        views.push_back(std::move(view));
    }
    return views;
}

/// The rows of a delivery, and how the store writes amounts, for the sums that the page shows meanwhile.
void addDelivery(const RequestContext& context, const FormPage& page, View& view)
{
    const auto nameOfItem = [&](const std::string& typed) { return nameOf(page.items, typed); };
    const std::string cents = context.format.typed(foundation::Money{1});
    view.list("delivery_lines", deliveryLineViews(context.form, page.deliveryRows, nameOfItem))
        .text("mark", cents.size() > 1 ? cents.substr(1, 1) : ".")
        .number("digits", context.format.currency().exponent);
}

std::vector<View> adviceViews(const RequestContext& context,
                              const std::vector<foundation::Sentence>& advice)
{
    std::vector<View> views;
    for (const foundation::Sentence& sentence : advice) {
        View view;
        view.text("sentence", sentence.text(context.format));
        views.push_back(std::move(view));
    }
    return views;
}

std::vector<View> stepViews(const std::vector<Option>& steps)
{
    std::vector<View> views;
    for (const Option& step : steps) {
        View view;
        view.text("value", step.value).text("name", step.text);
        views.push_back(std::move(view));
    }
    return views;
}

std::vector<View> faultViews(const RequestContext& context, std::span<const Refusal* const> faults)
{
    std::vector<View> views;
    for (const Refusal* fault : faults) {
        views.push_back(View().text("sentence", fault->sentence(context.format)));
    }
    return views;
}

/// Takes out the faults of a field, so that a sentence appears only once.
std::string takeFault(const RequestContext& context, std::string_view field,
                      const std::vector<std::string>& answersTo,
                      std::vector<const Refusal*>& faults)
{
    const auto taken =
        std::stable_partition(faults.begin(), faults.end(), [&](const Refusal* fault) {
            return fault->field() != field &&
                   std::ranges::find(answersTo, fault->field()) == answersTo.end();
        });
    std::string text;
    for (auto fault = taken; fault != faults.end(); ++fault) {
        text += (text.empty() ? "" : " ") + (*fault)->sentence(context.format);
    }
    faults.erase(taken, faults.end());
    return text;
}

} // namespace

Field confirmField(const FormPage& page)
{
    return {.name = kConfirmField,
            .label = page.confirm,
            .type = "tick",
            .isNeeded = false,
            .answersTo = {"on", "month"}};
}

namespace {

/// The page with the data it reads before it is shown; without it when time has run out.
FormPage completed(const RequestContext& context, FormPage page)
{
    const bool reads =
        page.beforeShown != nullptr || std::ranges::any_of(page.fields, [](const Field& field) {
            return field.beforeShown != nullptr || isToldBeside(field.name);
        });
    if (!reads || context.store.empty() || !context.session) {
        return page;
    }
    try {
        context.read([&](const books::ReadTransaction& tx) {
            if (page.beforeShown) {
                page.beforeShown(tx, page);
            }
            for (Field& field : page.fields) {
                if (field.beforeShown) {
                    field.beforeShown(tx, field);
                }
            }
            const auto told = besideForm(context, tx, [&](std::string_view name) {
                const auto field = std::ranges::find(page.fields, name, &Field::name);
                const bool isTyped = context.isForm() || context.isShownAgain;
                return field == page.fields.end()
                           ? std::nullopt
                           : std::optional(isTyped ? context.form.text(name) : field->value);
            });
            page.beside.insert(page.beside.end(), told.begin(), told.end());
            return true;
        });
    } catch (const foundation::TimeIsUp&) {
        // The typed text is shown without lists to select from.
    }
    return page;
}

/// The steps, and what stands above the fields.
View stepsAndPicture(const FormPage& page)
{
    View view;
    view.list("form_steps", stepViews(page.steps))
        .flag("has_steps", !page.steps.empty())
        .flag("adds", std::ranges::find(page.steps, kPlus, &Option::value) != page.steps.end())
        .text("picture_above", page.picture)
        .flag("has_picture_above", !page.picture.empty());
    return view;
}

/// All that is neither a field, a row nor a fault.
View frameOf(const RequestContext& context, const FormPage& page)
{
    const std::string& key = context.form.text("request_key");
    View view;
    view
        // A form shown in place of another page carries its own address.
        .text("action",
              context.isShownAgain ? context.place(targetOf(context.request)) : page.action)
        .text("submit", page.submit)
        .text("back", page.back)
        .flag("has_back", !page.back.empty())
        .text("intro", page.intro)
        .flag("has_intro", !page.intro.empty())
        .list("links", stepViews(page.links))
        .flag("has_links", !page.links.empty())
        .text("request_key", key.empty() ? access::newToken() : key)
        .flag("has_lines", page.hasLines)
        .flag("has_delivery", page.deliveryRows > 0)
        .flag("has_items", page.hasLines || page.deliveryRows > 0 || !page.items.empty())
        .list("items", optionViews(page.items, ""))
        .list("table", page.table)
        .flag("has_table", !page.table.empty())
        .text("working", page.working)
        .flag("has_working", !page.working.empty())
        .with(stepsAndPicture(page))
        .text("currency", context.format.currency().code)
        .flag("takes_file", page.takesFile)
        .flag("has_file", std::ranges::find(page.fields, "file", &Field::type) != page.fields.end())
        .list("beside", page.beside)
        .list("below", page.below)
        .flag("has_beside", !page.beside.empty());
    return view;
}

} // namespace

Response showForm(const RequestContext& context, const FormPage& form, const Refusal* refusal)
{
    const FormPage page = completed(context, form);
    std::vector<const Refusal*> faults =
        refusal == nullptr ? std::vector<const Refusal*>() : refusal->faults();
    std::vector<View> fields;
    for (const Field& field : page.fields) {
        const std::string fault =
            field.type == "hidden" ? "" : takeFault(context, field.name, field.answersTo, faults);
        if (!field.isAnswer || !fault.empty() || context.form.has(field.name)) {
            fields.push_back(fieldView(context, page.items, field, fault));
        }
    }
    const std::string ofLines = page.hasLines || page.deliveryRows > 0
                                    ? takeFault(context, "lines", page.linesAnswerTo, faults)
                                    : std::string();
    View view = frameOf(context, page);
    view.list("fields", std::move(fields))
        .flag("refused_lines", !ofLines.empty())
        .text("sentence", ofLines)
        .list("refused_elsewhere", faultViews(context, faults));
    if (page.hasLines) {
        view.list("lines", lineViews(context, page))
            .list("advice", adviceViews(context, page.advice));
        view.flag("has_advice", !page.advice.empty());
    }
    if (page.deliveryRows > 0) {
        addDelivery(context, page, view);
    }
    Response response = context.page("form", page.title, view);
    response.status = refusal == nullptr ? 200 : 422;
    return response;
}

void fillRows(Form& form, const std::vector<gifting::BoxLine>& lines)
{
    Form filled;
    for (const auto& [name, value] : form.fields()) {
        if (name != "sku" && !name.starts_with("line_")) {
            filled.add(name, value);
        }
    }
    for (const gifting::BoxLine& line : lines) {
        filled.add("sku", line.sku);
        filled.add("line_units", std::to_string(line.units));
    }
    form = std::move(filled);
}

std::vector<gifting::BoxLine> typedLines(const Form& form)
{
    const auto skus = form.all("sku");
    const auto units = form.all("line_units");
    std::vector<gifting::BoxLine> lines;
    for (std::size_t i = 0; i < skus.size(); ++i) {
        if (skus[i].empty()) {
            continue;
        }
        Form one;
        one.add("units", i < units.size() && !units[i].empty() ? units[i] : "1");
        try {
            lines.push_back({.sku = skus[i], .units = integerIn(one, "units")});
        } catch (const Refusal& refusal) {
            throw refusal.about("lines");
        }
    }
    return lines;
}

std::vector<gifting::BoxLine> linesIn(const books::ReadTransaction& tx, const Form& form)
{
    std::vector<gifting::BoxLine> lines = typedLines(form);
    gifting::nameItems(tx, lines);
    return lines;
}

namespace {

void requireReadable(const Field& field, const Form& form, const StoreFormat& format)
{
    if (field.type == "units") {
        (void)integerIn(form, field.name);
    } else if (field.type == "amount") {
        (void)amountIn(form, field.name, format);
    } else if (field.type == "date") {
        (void)dateIn(form, field.name);
    } else if (field.type == "month") {
        (void)monthIn(form, field.name);
    }
}

/// Whether the field needs a value before anything is done, and has none; that a text is missing is said with
/// whatever else is wrong.
bool isLeftOut(const Field& field, const Form& form)
{
    constexpr std::array kRead = {"units", "amount", "date", "month", "item"};
    return field.isNeeded && !form.has(field.name) &&
           std::ranges::find(kRead, field.type) != kRead.end();
}

} // namespace

void requireReadable(const FormPage& page, const Form& form, const StoreFormat& format)
{
    foundation::Faults faults;
    for (const Field& field : page.fields) {
        if (!field.onlyWith.empty()) {
            continue;
        }
        if (isLeftOut(field, form)) {
            faults.add(Refusal("field.missing/form").about(field.name));
        } else if (form.has(field.name)) {
            faults.check([&] { requireReadable(field, form, format); });
        }
    }
    faults.throwIfAny();
}

} // namespace giftbox::web
