#include "web/ui/assets.h"

#include "foundation/digest.h"
#include "foundation/embedded.h"

#include <map>

namespace giftbox::web {
namespace {

struct Asset {
    std::string content;
    std::string type;
    std::string tag;
    std::string address;
};

std::string typeOf(const std::string& name)
{
    return name.ends_with(".css")  ? "text/css; charset=utf-8"
           : name.ends_with(".js") ? "text/javascript; charset=utf-8"
                                   : "image/svg+xml";
}

using Assets = std::map<std::string, Asset, std::less<>>;

void add(Assets& all, const std::string& name, std::string content)
{
    const std::string hash = foundation::sha256(content).substr(0, 16);
    all.emplace(name, Asset{.content = std::move(content),
                            .type = typeOf(name),
                            .tag = "\"" + hash + "\"",
                            .address = "/assets/" + name + "?v=" + hash});
}

/// The parts in a folder, in the order of their numbers.
std::string joined(std::string_view folder)
{
    std::string all;
    for (const std::string& path : foundation::embeddedFiles(folder)) {
        all += foundation::embeddedFile(path).value_or("");
    }
    return all;
}

Assets loadAssets()
{
    Assets all;
    for (const std::string& path : foundation::embeddedFiles("web/assets/")) {
        add(all, path.substr(path.rfind('/') + 1), foundation::embeddedFile(path).value_or(""));
    }
    add(all, "style.css", joined("web/assets/style/"));
    add(all, "page.js", joined("web/assets/page/"));
    return all;
}

const Assets& assets()
{
    static const Assets all = loadAssets();
    return all;
}

} // namespace

const std::string& assetPath(std::string_view name) { return assets().find(name)->second.address; }

std::optional<Response> answerAsset(const Request& request, std::string_view name)
{
    const auto found = assets().find(name);
    if (found == assets().end()) {
        return std::nullopt;
    }
    const Asset& asset = found->second;
    const bool isNamed = request.query == asset.address.substr(asset.address.find('?') + 1);
    Response response;
    response.headers = {
        {"ETag", asset.tag},
        {"Cache-Control", isNamed ? "public, max-age=31536000, immutable" : "public, max-age=300"}};
    if (request.header("If-None-Match") == asset.tag) {
        response.status = 304;
        return response;
    }
    response.add("Content-Type", asset.type);
    response.body = asset.content;
    return response;
}

} // namespace giftbox::web
