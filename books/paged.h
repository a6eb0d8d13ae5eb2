#pragma once

#include "books/books.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace giftbox::books {

/// Reads a table by its dense numbers, page by page, so that several tables can be read side by side on one
/// connection. `Record` has a static `read(const foundation::Row&)`. The statement binds store_id, after, upto.
template <class Record>
class Paged {
public:
    Paged(const ReadTransaction& tx, std::string_view sql, std::int64_t last)
        : tx_(tx), sql_(sql), last_(last)
    {}

    /// The next record, or nullptr at the end.
    const Record* next()
    {
        while (at_ == page_.size()) {
            if (read_ >= last_) {
                return nullptr;
            }
            readPage();
        }
        return &page_[at_++];
    }

private:
    static constexpr std::int64_t kNumbersAPage = 8192;

    void readPage()
    {
        page_.clear();
        at_ = 0;
        const std::int64_t upto = std::min(read_ + kNumbersAPage, last_);
        foundation::Rows rows = tx_.database().stream(
            sql_, {{"store_id", tx_.storeId()}, {"after", read_}, {"upto", upto}});
        while (rows.next()) {
            page_.push_back(Record::read(rows.row()));
        }
        read_ = upto;
    }

    const ReadTransaction& tx_;
    std::string_view sql_;
    std::int64_t last_;
    std::int64_t read_ = 0;
    std::vector<Record> page_;
    std::size_t at_ = 0;
};

} // namespace giftbox::books
