#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace giftbox::foundation {

/// A cell of a file, or a row that is no row, and what is wrong with it.
struct BadRow {
    std::string file;
    std::int64_t line = 0; ///< counted from 1
    std::string
        column; ///< its name; in quotes when it is not known; its number, from 1, where the row is malformed
    std::string sentence; ///< what is wrong, what was expected

    bool operator==(const BadRow&) const = default;
};

/// A request that the rules turn down. Nothing has changed when it is thrown out of a transaction. `code` is stable,
/// dotted and listed in docs/errors.md; `sentence` carries the numbers and what to do; `badRows` has every bad row of
/// a rejected file, in file order, and is empty otherwise.
class Refusal : public std::exception {
public:
    Refusal(std::string code, std::string sentence, std::vector<BadRow> badRows = {})
        : code_(std::move(code)), sentence_(std::move(sentence)), badRows_(std::move(badRows))
    {}

    const std::string& code() const noexcept { return code_; }
    const std::string& sentence() const noexcept { return sentence_; }
    const std::vector<BadRow>& badRows() const noexcept { return badRows_; }
    /// The bad rows as `FILE:LINE: COLUMN: SENTENCE`.
    std::vector<std::string> places() const
    {
        std::vector<std::string> places;
        places.reserve(badRows_.size());
        for (const BadRow& row : badRows_) {
            places.push_back(row.file + ":" + std::to_string(row.line) + ": " + row.column + ": " +
                             row.sentence);
        }
        return places;
    }
    const char* what() const noexcept override { return sentence_.c_str(); }

private:
    std::string code_;
    std::string sentence_;
    std::vector<BadRow> badRows_;
};

} // namespace giftbox::foundation
