#pragma once

#include "web/http/http.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::web {

struct Upload {
    std::string name;
    std::string fileName;     ///< from the browser; empty when no file was selected
    std::string_view content; ///< within the request's bytes

    bool operator==(const Upload&) const = default;
};

/// The fields of a form or query, in the order sent; all well-formed UTF-8 without NUL.
class Form {
public:
    void add(std::string name, std::string value);
    /// Replaces the first value of the name, or adds one.
    void set(std::string_view name, std::string value);
    void add(Upload upload) { uploads_.push_back(std::move(upload)); }
    /// The first value of the name; empty when there is none.
    const std::string& text(std::string_view name) const;
    bool has(std::string_view name) const;
    std::vector<std::string> all(std::string_view name) const;
    const Upload* upload(std::string_view name) const;
    const std::vector<Upload>& uploads() const { return uploads_; }
    const std::vector<std::pair<std::string, std::string>>& fields() const { return fields_; }

    bool operator==(const Form&) const = default;

private:
    std::vector<std::pair<std::string, std::string>> fields_;
    std::vector<Upload> uploads_;
};

/// Reads `application/x-www-form-urlencoded`. Throws Refusal `form.malformed` (a bad escape, bad UTF-8, a NUL, over
/// 2,000 fields).
Form parseUrlEncoded(std::string_view text);

/// parseMultipart as a form. Throws Refusal `form.malformed`.
Form parseMultipartForm(std::string_view body, std::string_view boundary);

/// Reads the body of a request by its Content-Type; empty without a body. Throws Refusal `form.malformed`.
Form formOf(const Request& request);

/// Applies foundation::entered to each field, except passwords and the wording of a note, which keep their spaces.
Form asEntered(const Form& form);

/// `%41` is `A`; `plusIsBlank` is for queries. None for a bad escape, bad UTF-8, or a NUL.
enum class Plus { IsItself, IsBlank };
std::optional<std::string> decodePercent(std::string_view text, Plus plus);
/// Writes all but ASCII letters, digits, and `-._~` as `%XX`.
std::string encodePercent(std::string_view text);
/// `name=value` joined by `&`, without fields that have an empty value.
std::string queryText(const std::vector<std::pair<std::string, std::string>>& fields);

} // namespace giftbox::web
