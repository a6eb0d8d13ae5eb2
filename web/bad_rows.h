#pragma once

#include "web/http.h"

#include <functional>
#include <span>

namespace giftbox::web {

struct BadRow {
    std::string file; ///< empty where there is one file only
    std::string line;
    std::string column;
    std::string reason;

    bool operator==(const BadRow&) const = default;
};

/// A place of `import.rejected`, `FILE:LINE: COLUMN: reason`, taken apart; FILE is one of the names. Pure.
BadRow badRowOf(std::string_view place, std::span<const std::string> fileNames);

/// Every bad row of a file, or of files that are one import, kept on disk, so that a hundred thousand of them do not fill the memory.
class BadRows {
public:
    static constexpr std::size_t kOnAPage = 200;

    /// Throws std::system_error when the disk is full.
    BadRows(std::span<const std::string> places, std::span<const std::string> fileNames);
    std::size_t count() const { return count_; }
    std::size_t pages() const { return pages_.size(); }
    /// Visits those of a page, counted from 0, in file order. Requires page < pages().
    void visitPage(std::size_t page, const std::function<void(const BadRow&)>& visit) const;

private:
    Spool rows_;
    std::vector<std::uint64_t> pages_; // where each begins
    std::size_t count_ = 0;
};

} // namespace giftbox::web
