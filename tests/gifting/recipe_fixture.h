#pragma once

#include "gifting/set_recipe.h"
#include "gifting/use_recipe.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests {

using gifting::RecipeVersion;

/// Packaging, two hats, a pen, and shirts in two sizes, without stock.
class RecipeFixture : public StoreFixture {
protected:
    void prepare() override
    {
        packaging("BOX-M", "boxes");
        packaging("TISSUE", "tissue paper");
        contents("HAT-1", "hats");
        contents("HAT-2", "hats");
        contents("PEN-1", "pens");
        contents("SHIRT-L", "shirts", "L");
        contents("SHIRT-M", "shirts", "M");
        recipient("C-1");
    }

    void contents(const std::string& sku, const std::string& category, const std::string& size = "")
    {
        add({.sku = sku, .name = "Item " + sku, .category = category, .size = size});
    }
    void packaging(const std::string& sku, const std::string& category)
    {
        add({.sku = sku,
             .name = "Item " + sku,
             .kind = inventory::ItemKind::Packaging,
             .category = category});
    }

    gifting::Recipe set(const gifting::RecipeRequest& request)
    {
        return write([&](auto& tx) { return gifting::setRecipe(tx, request); });
    }
    gifting::Recipe set(const std::vector<gifting::BoxLine>& items,
                        const std::vector<gifting::CategoryLine>& categories,
                        std::optional<std::int64_t> minutes = std::nullopt)
    {
        return set(
            {.name = "Thanks", .items = items, .categories = categories, .minutes = minutes});
    }

    static std::string inWords(const gifting::Recipe& recipe)
    {
        return recipe.name + " " + std::to_string(recipe.version.version) +
               (recipe.minutes ? ", " + std::to_string(*recipe.minutes) + " minutes" : "") + ": " +
               wordsOf(recipe);
    }
    std::string shown(const std::string& name, std::optional<std::int64_t> version = std::nullopt)
    {
        return read(
            [&](const auto& tx) { return inWords(gifting::requireRecipe(tx, name, version)); });
    }
    std::string listed()
    {
        return read([&](const auto& tx) {
            std::string text;
            gifting::listRecipes(
                tx, [&](const gifting::Recipe& recipe) { text += inWords(recipe) + "\n"; });
            return text;
        });
    }
};

} // namespace giftbox::tests
