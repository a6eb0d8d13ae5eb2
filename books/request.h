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

/// The result kept under the request key; none if there is no key or it is new. Throws Refusal `request.reused` if
/// the key was used for another request, or for one without a digest, and `request.removed` if the result was not
/// kept because it named somebody.
std::optional<std::string> findRequest(const ReadTransaction& tx, const Actor& actor,
                                       const KeyedRequest& request);

/// Keeps the result under the request key, if any. Requires that the event, if any, is recorded; results without a
/// change are kept too.
void keepRequest(WriteTransaction& tx, const KeyedRequest& request, std::string_view result);

/// Runs `work()`, which returns the request's result as text, once per request key: repeating the request returns the
/// first result. Throws like findRequest, and whatever `work` throws.
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
