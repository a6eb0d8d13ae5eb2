#pragma once

#include "foundation/date.h"

#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace giftbox::cli {

/// Incorrect usage: exit status 2.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The arguments of one command: values by option or positional name as in the command table; a flag has the value
/// `1`.
class Arguments {
public:
    std::map<std::string, std::vector<std::string>> values;

    bool has(const std::string& name) const;
    /// The value after foundation::entered; empty when missing.
    std::string text(const std::string& name) const;
    std::optional<std::string> maybeText(const std::string& name) const;
    std::vector<std::string> all(const std::string& name) const;
    /// all() without trimming, because values with a number are read strictly.
    std::vector<std::string> allRaw(const std::string& name) const;
    /// A required parameter. Throws Refusal `month.malformed`.
    foundation::Month month(const std::string& name) const;
    /// The unchanged value, for a file or a database; empty when missing.
    std::string path(const std::string& name) const;
    /// Throws Refusal `number.malformed`.
    std::optional<std::int64_t> maybeInteger(const std::string& name) const;
    std::int64_t integer(const std::string& name) const;
    /// Throw the refusals of the parsers in foundation.
    /// Of `yes` or `no`; nothing in the quotation marks is no. Throws UsageError.
    std::optional<bool> maybeYesNo(const std::string& name) const;
    std::optional<foundation::Date> maybeDate(const std::string& name) const;
    std::optional<foundation::Month> maybeMonth(const std::string& name) const;

private:
    std::optional<std::string> maybeRaw(const std::string& name) const;
};

/// Reads a whole number in plain digits with an optional `-`. Throws Refusal `number.malformed`; `what` names it.
std::int64_t parseInteger(const std::string& text, const std::string& what);

} // namespace giftbox::cli
