#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace giftbox::exchange {

/// The codes of digits that are there, by their digits without the zeros at the beginning, which spreadsheets drop.
class CodesByNumber {
public:
    void add(const std::string& code);
    /// Another code with the same number; none for a code that is no number.
    std::optional<std::string> alike(std::string_view code) const;

private:
    std::map<std::string, std::string, std::less<>> codes_;
};

/// Whether two texts are the same number, with or without zeros at the beginning.
bool areSameNumber(std::string_view a, std::string_view b);

/// What is asked about a code that differs only by zeros from one that is there.
std::string askAboutZeros(std::string_view code, std::string_view there);

} // namespace giftbox::exchange
