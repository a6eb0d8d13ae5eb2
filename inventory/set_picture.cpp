#include "inventory/set_picture.h"

#include "foundation/base64.h"
#include "foundation/digest.h"
#include "foundation/json.h"
#include "inventory/statements.h"

namespace giftbox::inventory {

using books::ReadTransaction;
using books::WriteTransaction;

KeptPicture setPicture(WriteTransaction& tx, std::string_view sku, std::string_view file)
{
    const NumberedItem found = requireItem(tx, sku);
    const Picture picture = cleanPicture(file);
    KeptPicture kept{.item = found.item,
                     .mark = {.item = found.number, .digest = foundation::sha256(picture.bytes)},
                     .mediaType = picture.mediaType,
                     .bytes = static_cast<std::int64_t>(picture.bytes.size())};
    if (findPicture(tx, found.number) == kept.mark) {
        return kept;
    }
    tx.database().execute(sql::KeepPicture{.storeId = tx.storeId(),
                                           .itemNo = found.number.value,
                                           .mediaType = kept.mediaType,
                                           .digest = kept.mark.digest,
                                           .content = foundation::toBase64(picture.bytes)});
    tx.record("item.picture", "item " + found.item.sku,
              foundation::JsonObject()
                  .add("media_type", kept.mediaType)
                  .addRaw("bytes", std::to_string(kept.bytes))
                  .add("digest", kept.mark.digest)
                  .text());
    return kept;
}

Item removePicture(WriteTransaction& tx, std::string_view sku)
{
    const NumberedItem found = requireItem(tx, sku);
    const auto before = findPicture(tx, found.number);
    if (!before) {
        throw foundation::Refusal("item.no_picture", {{"sku", found.item.sku}});
    }
    tx.database().execute(sql::DeletePictures{
        .storeId = tx.storeId(), .firstNo = found.number.value, .lastNo = found.number.value});
    tx.record("item.remove_picture", "item " + found.item.sku,
              foundation::JsonObject().add("digest", before->digest).text());
    return found.item;
}

std::optional<PictureMark> findPicture(const ReadTransaction& tx, books::ItemNo item)
{
    const auto row =
        tx.database().query(sql::PictureDigest{.storeId = tx.storeId(), .itemNo = item.value});
    return row ? std::optional(PictureMark{.item = item, .digest = std::string(row->digest)})
               : std::nullopt;
}

std::optional<FoundPicture> readPicture(const ReadTransaction& tx, books::ItemNo item)
{
    const auto row =
        tx.database().query(sql::Picture{.storeId = tx.storeId(), .itemNo = item.value});
    if (!row) {
        return std::nullopt;
    }
    return FoundPicture{.picture = {.mediaType = std::string(row->mediaType),
                                    .bytes = foundation::fromBase64(row->content)},
                        .digest = std::string(row->digest)};
}

std::map<std::string, PictureMark, std::less<>> listPictures(const ReadTransaction& tx)
{
    std::map<std::string, PictureMark, std::less<>> marks;
    for (const auto& row : tx.database().query(sql::Pictures{.storeId = tx.storeId()})) {
        marks.emplace(row.sku, PictureMark{.item = books::ItemNo{row.itemNo},
                                           .digest = std::string(row.digest)});
    }
    return marks;
}

} // namespace giftbox::inventory
