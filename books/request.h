#pragma once

#include "books/books.h"

#include <span>
#include <string>

namespace giftbox::books {

/// One request as recognized by its key: its command, such as `box pack`, and the digestOf everything in it,
/// including the user. The digest may be empty if there is no key.
struct KeyedRequest {
    std::string command;
    std::string digest;
};

/// SHA-256 of a request's parts, each preceded by its length. Nothing else of them is kept, because they may be about
/// people.
std::string digestOf(std::span<const std::string> said);

/// The result that was kept under the asker's request key; none when there is no key or it is new. Throws Refusal
/// `request.reused` when the key was used for another request, or by a version that kept no digest or no JSON;
/// `request.removed` when the result was not kept because it named somebody.
std::optional<std::string> findRequest(const ReadTransaction& tx, const Actor& actor,
                                       const KeyedRequest& request);

/// What was kept under a key, and who sent the request.
struct KeptRequest {
    std::string result; ///< empty where it named somebody who was anonymized since
    std::string actor;
};
/// None when the key was never used.
std::optional<KeptRequest> keptRequest(const ReadTransaction& tx, const std::string& key);

/// Keeps the result, a JSON object, under the asker's request key, if there is one. Requires that the event is
/// recorded, if there is one: what changed nothing is kept too.
void keepRequest(WriteTransaction& tx, const KeyedRequest& request, std::string_view result);

/// Runs `work()`, which returns the request's result as a JSON object, once for each request key: the same request
/// again returns the first result. Throws as findRequest, and whatever `work` throws.
template <class Work>
std::string once(WriteTransaction& tx, const KeyedRequest& request, Work&& work)
{
    if (auto before = findRequest(tx, tx.actor(), request)) {
        return std::move(*before);
    }
    std::string result = std::forward<Work>(work)();
    keepRequest(tx, request, result);
    return result;
}

} // namespace giftbox::books
