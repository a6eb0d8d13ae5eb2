#pragma once

#include "foundation/refusal.h"
#include "web/http/http.h"

#include <functional>
#include <span>

namespace giftbox::web {

using foundation::BadRow;

/// The error of a row for people; long cells in it are cut. Pure.
std::string shownReason(const BadRow& row);

/// The bad rows of an import, kept on disk, so that a hundred thousand of them do not fill the memory.
class BadRows {
public:
    static constexpr std::size_t kOnAPage = 200;

    /// Throws std::system_error when the disk is full.
    explicit BadRows(std::span<const BadRow> rows);
    std::size_t count() const { return count_; }
    std::size_t pages() const { return pages_.size(); }
    /// Visits the rows of a page, counted from 0, in file order, each with its shown reason. Requires page < pages().
    void visitPage(std::size_t page, const std::function<void(const BadRow&)>& context) const;

private:
    Spool rows_;
    std::vector<std::uint64_t> pages_; // where each page begins
    std::size_t count_ = 0;
};

} // namespace giftbox::web
