#include "books/request.h"

#include "foundation/digest.h"

#include <cassert>

namespace giftbox::books {

using foundation::Refusal;

namespace {

void requireSame(const std::string& key, const KeyedRequest& there, const KeyedRequest& here)
{
    const std::string used = "the request key " + key + " was used for " + there.command;
    if (there.command != here.command) {
        throw Refusal("request.reused", used + "; take a new key for another request");
    }
    if (there.digest.empty()) {
        throw Refusal("request.reused",
                      used +
                          " before Giftbox kept what a key stands for, and nothing was done now. "
                          "Look whether this is recorded; if not, take a new key");
    }
    if (there.digest != here.digest) {
        throw Refusal("request.reused", used + " with other values, another file or by somebody "
                                               "else, and nothing was done now; take a new key for "
                                               "another request");
    }
}

} // namespace

std::string digestOf(std::span<const std::string> said)
{
    std::string all;
    for (const std::string& part : said) {
        all += std::to_string(part.size()) + ":" + part;
    }
    return foundation::sha256(all);
}

std::optional<std::string> findRequest(const ReadTransaction& tx, const Asker& asker,
                                       const KeyedRequest& request)
{
    const std::string& key = asker.requestKey;
    if (key.empty()) {
        return std::nullopt;
    }
    assert(!request.digest.empty());
    foundation::Rows rows = tx.database().query("books/find_request",
                                                {{"store_id", tx.storeId()}, {"request_key", key}});
    if (!rows.next()) {
        return std::nullopt;
    }
    const foundation::Row row = rows.row();
    const KeyedRequest there{.command = row.string(0), .digest = row.string(1)};
    if (there.command == request.command && row.text(2).empty()) {
        throw Refusal("request.removed", "what the request key " + key +
                                             " did is done; its result named a recipient who was "
                                             "anonymized since, so it was not kept");
    }
    requireSame(key, there, request);
    return row.string(2);
}

void keepRequest(WriteTransaction& tx, const KeyedRequest& request, std::string_view result)
{
    if (tx.asker().requestKey.empty()) {
        return;
    }
    tx.database().execute("books/insert_request", {{"store_id", tx.storeId()},
                                                   {"request_key", tx.asker().requestKey},
                                                   {"event_seq", tx.event().value - 1},
                                                   {"command", request.command},
                                                   {"result", result},
                                                   {"digest", request.digest}});
}

} // namespace giftbox::books
