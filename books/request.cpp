#include "books/request.h"

#include "books/statements.h"
#include "foundation/check.h"
#include "foundation/digest.h"

namespace giftbox::books {

using foundation::Refusal;

namespace {

void requireSame(const std::string& key, const KeyedRequest& there, std::string_view result,
                 const KeyedRequest& here)
{
    if (there.command != here.command) {
        throw Refusal("request.reused", {{"key", key}, {"command", there.command}});
    }
    if (there.digest.empty() || !result.starts_with('{')) {
        throw Refusal("request.reused/before", {{"key", key}, {"command", there.command}});
    }
    if (there.digest != here.digest) {
        throw Refusal("request.reused/values", {{"key", key}, {"command", there.command}});
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

std::optional<std::string> findRequest(const ReadTransaction& tx, const Actor& actor,
                                       const KeyedRequest& request)
{
    const std::string& key = actor.requestKey;
    if (key.empty()) {
        return std::nullopt;
    }
    GIFTBOX_CHECK(!request.digest.empty());
    const auto kept =
        tx.database().query(sql::FindRequest{.storeId = tx.storeId(), .requestKey = key});
    if (!kept) {
        return std::nullopt;
    }
    const KeyedRequest there{.command = std::string(kept->command),
                             .digest = std::string(kept->digest)};
    if (there.command == request.command && kept->result.empty()) {
        throw Refusal("request.removed", {{"key", key}});
    }
    requireSame(key, there, kept->result, request);
    return std::string(kept->result);
}

std::optional<KeptRequest> keptRequest(const ReadTransaction& tx, const std::string& key)
{
    const auto row =
        tx.database().query(sql::KeptRequest{.storeId = tx.storeId(), .requestKey = key});
    return row ? std::optional(KeptRequest{.result = std::string(row->result),
                                           .actor = std::string(row->actor)})
               : std::nullopt;
}

void keepRequest(WriteTransaction& tx, const KeyedRequest& request, std::string_view result)
{
    if (tx.actor().requestKey.empty()) {
        return;
    }
    GIFTBOX_CHECK(result.starts_with('{'));
    tx.database().execute(sql::InsertRequest{.storeId = tx.storeId(),
                                             .requestKey = tx.actor().requestKey,
                                             .eventSeq = tx.event().value - 1,
                                             .command = request.command,
                                             .result = result,
                                             .digest = request.digest});
}

} // namespace giftbox::books
