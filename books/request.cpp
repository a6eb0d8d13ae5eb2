#include "books/request.h"

namespace giftbox::books {

std::optional<std::string> findRequest(const WriteTransaction& tx, std::string_view command)
{
    const std::string& key = tx.asker().requestKey;
    if (key.empty()) {
        return std::nullopt;
    }
    foundation::Rows rows = tx.database().query("books/find_request",
                                                {{"store_id", tx.storeId()}, {"request_key", key}});
    if (!rows.next()) {
        return std::nullopt;
    }
    if (rows.row().text(0) != command) {
        throw foundation::Refusal("request.reused", "the request key " + key + " was used for " +
                                                        rows.row().string(0) +
                                                        "; take a new key for another request");
    }
    if (rows.row().text(1).empty()) {
        throw foundation::Refusal("request.removed",
                                  "what the request key " + key +
                                      " did is done; its result named a recipient who was "
                                      "anonymized since, so it was not kept");
    }
    return rows.row().string(1);
}

void keepRequest(WriteTransaction& tx, std::string_view command, std::string_view result)
{
    if (tx.asker().requestKey.empty()) {
        return;
    }
    tx.database().execute("books/insert_request", {{"store_id", tx.storeId()},
                                                   {"request_key", tx.asker().requestKey},
                                                   {"event_seq", tx.event().value - 1},
                                                   {"command", command},
                                                   {"result", result}});
}

} // namespace giftbox::books
