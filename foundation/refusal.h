#pragma once

#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace giftbox::foundation {

/// A request that the rules turn down. Nothing has changed when it is thrown out of a transaction. `code` is stable,
/// dotted and listed in docs/errors.md; `sentence` carries the numbers and what to do; `places` lists every bad row of
/// a rejected file as `FILE:LINE: COLUMN: what is wrong, what was expected`, in file order, and is empty otherwise.
class Refusal : public std::exception {
public:
    Refusal(std::string code, std::string sentence, std::vector<std::string> places = {})
        : code_(std::move(code)), sentence_(std::move(sentence)), places_(std::move(places))
    {}

    const std::string& code() const noexcept { return code_; }
    const std::string& sentence() const noexcept { return sentence_; }
    const std::vector<std::string>& places() const noexcept { return places_; }
    const char* what() const noexcept override { return sentence_.c_str(); }

private:
    std::string code_;
    std::string sentence_;
    std::vector<std::string> places_;
};

} // namespace giftbox::foundation
