#include "web/ui/item_pictures.h"

namespace giftbox::web {

namespace {

/// Enough to tell the pictures of an item apart.
std::string shortened(const std::string& digest) { return digest.substr(0, 16); }

} // namespace

std::string picturePlace(const inventory::PictureMark& mark)
{
    return "pictures/" + std::to_string(mark.item.value) + "?v=" + shortened(mark.digest);
}

std::string ItemPictures::place(std::string_view sku) const
{
    const auto found = marks_.find(sku);
    return found == marks_.end() ? "" : picturePlace(found->second);
}

std::string ItemPictures::address(const RequestContext& context, std::string_view sku) const
{
    const std::string found = place(sku);
    return found.empty() ? "" : context.address(found);
}

std::string pictureAddress(const RequestContext& context, const books::ReadTransaction& tx,
                           books::ItemNo item)
{
    const auto mark = inventory::findPicture(tx, item);
    return mark ? context.address(picturePlace(*mark)) : "";
}

Response answerPicture(const RequestContext& context)
{
    const books::ItemNo item{context.number()};
    return context.read([&](const books::ReadTransaction& tx) {
        const auto mark = inventory::findPicture(tx, item);
        if (!mark) {
            throw foundation::Refusal("page.unknown");
        }
        const std::string tag = "\"" + mark->digest + "\"";
        const bool isNamed = context.query.text("v") == shortened(mark->digest);
        Response response;
        response.headers = {{"ETag", tag},
                            {"Cache-Control", isNamed ? "private, max-age=31536000, immutable"
                                                      : "private, no-cache"}};
        if (context.request.header("If-None-Match") == tag) {
            response.status = 304;
            return response;
        }
        inventory::Picture picture = inventory::readPicture(tx, item)->picture;
        response.add("Content-Type", picture.mediaType)
            .add("Content-Security-Policy", "default-src 'none'");
        response.body = std::move(picture.bytes);
        return response;
    });
}

} // namespace giftbox::web
