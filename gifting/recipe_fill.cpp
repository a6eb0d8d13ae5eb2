#include "gifting/recipe_fill.h"

#include "foundation/fold.h"
#include "foundation/text.h"

#include <algorithm>
#include <tuple>

namespace giftbox::gifting {

using foundation::quoted;
using foundation::Refusal;
using inventory::AvailableItem;
using inventory::ItemKind;

namespace {

/// The category lines of one box being filled.
class Filler {
public:
    Filler(const Recipe& recipe, std::span<const AvailableItem> shelf, const RecipeFilling& filling)
        : recipe_(recipe), shelf_(shelf), filling_(filling), selected_(recipe.categories.size())
    {}

    void pick(const std::string& sku)
    {
        const AvailableItem* item = inventory::findAvailable(shelf_, sku);
        for (std::size_t at = 0; item != nullptr && at < selected_.size(); ++at) {
            if (selected_[at] == nullptr && mayBe(*item, recipe_.categories[at])) {
                selected_[at] = item;
                return;
            }
        }
        throw Refusal("recipe.pick_unfit",
                      {{"recipe", recipe_.name}, {"sku", sku}, {"recipe_lines", wordsOf(recipe_)}});
    }

    void chooseTheRest()
    {
        for (std::size_t at = 0; at < selected_.size(); ++at) {
            if (selected_[at] == nullptr) {
                selected_[at] = best(recipe_.categories[at]);
            }
            if (selected_[at] == nullptr) {
                refuse(recipe_.categories[at]);
            }
        }
    }

    std::vector<BoxLine> lines() const
    {
        std::vector<BoxLine> lines = recipe_.items;
        for (std::size_t at = 0; at < selected_.size(); ++at) {
            lines.push_back({.sku = selected_[at]->sku, .units = recipe_.categories[at].units});
        }
        return lines;
    }

private:
    /// The item may fill the line and is not in the box yet.
    bool mayBe(const AvailableItem& item, const CategoryLine& line) const
    {
        return mayFill(recipe_, line, item) &&
               std::ranges::find(selected_, &item) == selected_.end();
    }

    bool isThere(const AvailableItem& item, const CategoryLine& line) const
    {
        return mayBe(item, line) && item.available(filling_.on) >= line.units;
    }

    bool fits(const AvailableItem& item) const
    {
        const auto size = filling_.sizes.find(item.category);
        return item.size.empty() ||
               (size != filling_.sizes.end() && foundation::sameFolded(size->second, item.size));
    }

    auto rank(const AvailableItem& item) const
    {
        return std::tuple(filling_.hadLately.contains(item.sku), -item.abovePar(),
                          item.lots.front().receivedOn, std::string_view(item.sku));
    }

    const AvailableItem* best(const CategoryLine& line) const
    {
        const AvailableItem* best = nullptr;
        for (const AvailableItem& item : shelf_) {
            if (isThere(item, line) && fits(item) &&
                (best == nullptr || rank(item) < rank(*best))) {
                best = &item;
            }
        }
        return best;
    }

    [[noreturn]] void refuse(const CategoryLine& line) const
    {
        std::set<std::string_view> sizes;
        for (const AvailableItem& item : shelf_) {
            if (isThere(item, line)) {
                sizes.insert(item.size);
            }
        }
        std::string there;
        for (const std::string_view size : sizes) {
            there += (there.empty() ? "" : ", ") + std::string(size);
        }
        const auto worn = filling_.sizes.find(line.category);
        const bool isKnown = worn != filling_.sizes.end();
        throw Refusal(sizes.empty() ? "recipe.unfilled"
                      : isKnown     ? "recipe.unfilled/size"
                                    : "recipe.unfilled/unknown",
                      {{"recipe", recipe_.name},
                       {"category", line.category},
                       {"units", line.units},
                       {"size", isKnown ? worn->second : ""},
                       {"sizes", there}});
    }

    const Recipe& recipe_;
    std::span<const AvailableItem> shelf_;
    const RecipeFilling& filling_;
    std::vector<const AvailableItem*> selected_;
};

} // namespace

bool mayFill(const Recipe& recipe, const CategoryLine& line, const AvailableItem& item)
{
    return item.kind == ItemKind::Contents &&
           foundation::sameFolded(item.category, line.category) && !recipe.names(item.sku);
}

std::vector<BoxLine> fillRecipe(const Recipe& recipe, std::span<const AvailableItem> shelf,
                                const RecipeFilling& filling)
{
    Filler filler(recipe, shelf, filling);
    for (const std::string& sku : filling.picks) {
        filler.pick(sku);
    }
    filler.chooseTheRest();
    return filler.lines();
}

} // namespace giftbox::gifting
