#include "web/ui/suggested.h"

#include "foundation/fold.h"
#include "inventory/item.h"
#include "inventory/item_code.h"
#include "web/ui/item_options.h"

#include <algorithm>

namespace giftbox::web {

using books::ReadTransaction;
using foundation::Refusal;

namespace {

constexpr std::string_view kSkuField = "sku";

/// Without the units or the word in parentheses that a suggestion ends with.
std::string_view withoutParentheses(std::string_view text)
{
    const std::size_t at = text.rfind(" (");
    return at != std::string_view::npos && text.ends_with(')') ? text.substr(0, at) : text;
}

/// The items with this name, with their sizes, those that are not retired first if there is one.
std::vector<inventory::Item> itemsNamed(const ReadTransaction& tx, const std::string& typed)
{
    const std::string whole = foundation::folded(typed);
    const std::string bare = foundation::folded(withoutParentheses(typed));
    std::vector<inventory::Item> found;
    inventory::listItems(tx, [&](const inventory::NumberedItem& one) {
        const std::string name = foundation::folded(one.item.name);
        const std::string sized = foundation::folded(sizedName(one.item));
        if (name == whole || sized == whole || sized == bare) {
            found.push_back(one.item);
        }
    });
    if (!std::ranges::all_of(found, &inventory::Item::retired)) {
        std::erase_if(found, [](const inventory::Item& one) { return one.retired; });
    }
    return found;
}

/// Throws Refusal `item.ambiguous`.
std::string skuSuggested(const ReadTransaction& tx, const std::string& typed)
{
    if (typed.empty() || !inventory::skusMeant(tx, typed).empty()) {
        return typed;
    }
    const std::vector<inventory::Item> found = itemsNamed(tx, typed);
    if (found.size() > 1) {
        std::string codes;
        for (const inventory::Item& one : found) {
            codes += (codes.empty() ? "" : ", ") + one.sku +
                     (one.size.empty() ? "" : " (size " + one.size + ")");
        }
        throw Refusal("item.ambiguous/name", {{"asked", typed}, {"codes", codes}});
    }
    return found.empty() ? typed : found.front().sku;
}

bool hasItems(const FormPage& page)
{
    return page.hasLines || page.deliveryRows > 0 ||
           std::ranges::find(page.fields, "item", &Field::type) != page.fields.end();
}

/// The value of a field of this name; faults of rows are about all of them.
std::string meantBy(const ReadTransaction& tx, const FormPage& page, const std::string& name,
                    const std::string& typed)
{
    const bool isRow = page.hasLines || page.deliveryRows > 0;
    const auto field = std::ranges::find(page.fields, name, &Field::name);
    try {
        if (name == kSkuField && hasItems(page)) {
            return skuSuggested(tx, typed);
        }
        return field != page.fields.end() && field->meant ? field->meant(tx, typed) : typed;
    } catch (const Refusal& refusal) {
        throw refusal.about(name == kSkuField && isRow ? "lines" : name);
    }
}

} // namespace

void takeSuggested(RequestContext& context, const FormPage& page)
{
    const bool isAsked = hasItems(page) || std::ranges::any_of(page.fields, [](const Field& field) {
                             return field.meant != nullptr;
                         });
    if (!isAsked || context.store.empty() || !context.session) {
        return;
    }
    Form taken;
    foundation::Faults faults;
    context.read([&](const ReadTransaction& tx) {
        for (const auto& field : context.form.fields()) {
            std::string value = field.second;
            faults.check([&] { value = meantBy(tx, page, field.first, field.second); });
            taken.add(field.first, std::move(value));
        }
        return true;
    });
    for (const Upload& upload : context.form.uploads()) {
        taken.add(upload);
    }
    context.form = std::move(taken);
    faults.throwIfAny();
}

} // namespace giftbox::web
