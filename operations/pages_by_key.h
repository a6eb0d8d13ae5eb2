#pragma once

#include "operations/call.h"

namespace giftbox::operations {

/// Requires that `after` is an existing item and gives it the stored capitals. Throws Refusal `item.unknown`.
void requireAfterItem(Call& call, const books::ReadTransaction& tx);

/// One page of a list ordered by a key. When rows are filtered, reads in batches until the page is full.
template <class ReadAfter, class KeyOf, class Wanted>
auto pageByKey(Call& call, bool wantsAll, ReadAfter readAfter, KeyOf keyOf, Wanted wanted)
{
    constexpr std::int64_t kStep = 1000;
    const std::int64_t step = wantsAll ? call.limit() + 1 : kStep;
    decltype(readAfter(std::string(), step)) page;
    std::string after = call.after().value_or("");
    for (bool isEnd = false; !isEnd;) {
        auto rows = readAfter(after, step);
        isEnd = std::ssize(rows) < step;
        const std::string last = isEnd ? "" : keyOf(rows.back());
        for (auto& row : rows) {
            if (!wanted(row)) {
                continue;
            }
            if (std::ssize(page) == call.limit()) {
                call.next = keyOf(page.back());
                return page;
            }
            page.push_back(std::move(row));
        }
        after = last;
    }
    return page;
}

} // namespace giftbox::operations
