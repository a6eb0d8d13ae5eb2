#pragma once

#include "inventory/set_picture.h"
#include "web/ui/request_context.h"

namespace giftbox::web {

/// The place of an item's picture within the store; see RequestContext::address. It changes with the picture, so
/// browsers may keep it.
std::string picturePlace(const inventory::PictureMark& mark);

/// The pictures of all items, read in one statement; of none when made without books.
class ItemPictures {
public:
    ItemPictures() = default;
    explicit ItemPictures(const books::ReadTransaction& tx) : marks_(inventory::listPictures(tx)) {}
    /// See picturePlace; empty when the item has none.
    std::string place(std::string_view sku) const;
    std::string address(const RequestContext& context, std::string_view sku) const;

private:
    std::map<std::string, inventory::PictureMark, std::less<>> marks_;
};

/// The address of one item's picture; empty when it has none.
std::string pictureAddress(const RequestContext& context, const books::ReadTransaction& tx,
                           books::ItemNo item);

/// The picture of the item with the number in the address. Browsers keep it without asking where the address names it
/// by its digest, and ask again otherwise. Throws Refusal `page.unknown`.
Response answerPicture(const RequestContext& context);

} // namespace giftbox::web
