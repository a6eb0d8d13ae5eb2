#pragma once

#include "inventory/item.h"
#include "inventory/picture.h"

#include <map>

namespace giftbox::inventory {

/// An item's picture without its bytes.
struct PictureMark {
    books::ItemNo item;
    std::string digest; ///< SHA-256 of the bytes

    bool operator==(const PictureMark&) const = default;
};

/// What setPicture kept.
struct KeptPicture {
    Item item;
    PictureMark mark;
    std::string mediaType;
    std::int64_t bytes = 0;
};

/// Gives the item the picture in a file, as cleanPicture keeps it, in place of an earlier one. The event has its digest
/// only. Records nothing if the item has this picture. Throws Refusal `item.unknown`, and like cleanPicture.
KeptPicture setPicture(books::WriteTransaction& tx, std::string_view sku, std::string_view file);
/// Throws Refusal `item.unknown`, `item.no_picture`.
Item removePicture(books::WriteTransaction& tx, std::string_view sku);

/// None when the item has no picture.
std::optional<PictureMark> findPicture(const books::ReadTransaction& tx, books::ItemNo item);
/// The picture with its digest; none when the item has none.
struct FoundPicture {
    Picture picture;
    std::string digest;
};
std::optional<FoundPicture> readPicture(const books::ReadTransaction& tx, books::ItemNo item);
/// By SKU, those of all items that have one, in one statement.
std::map<std::string, PictureMark, std::less<>> listPictures(const books::ReadTransaction& tx);

} // namespace giftbox::inventory
