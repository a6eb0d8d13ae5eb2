#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::foundation {

/// The kind of a refusal. It determines the exit status and the HTTP status.
enum class RefusalKind {
    Part,            ///< not a refusal: information, or part of another sentence
    Invalid,         ///< a wrong value
    Doubtful,        ///< a suspicious value, accepted when confirmed
    Short,           ///< too little of something
    Over,            ///< over a limit
    Unknown,         ///< there is no such thing
    Conflict,        ///< in conflict with what is already there
    Forbidden,       ///< not allowed for this user
    Unauthenticated, ///< no valid login or token
    Unreadable,      ///< not readable as a request
    WrongMethod,
    WrongType,   ///< the body's
    Unavailable, ///< may work in a minute
    Failed       ///< no rule: a disk, a database or the program failed
};

int exitStatusOf(RefusalKind kind);
/// The status of an API answer.
int httpStatusOf(RefusalKind kind);

/// A sentence of the catalog. Its patterns have slots, as described in decision 50.
struct CatalogRow {
    std::string_view
        key; ///< the code of a refusal; `code/variant` for an alternative sentence, after the first
    RefusalKind kind = RefusalKind::Part;
    std::string_view field;   ///< the field of a form, body or file
    std::string_view says;    ///< the problem, with its numbers
    std::string_view command; ///< advice on the command line
    std::string_view page;    ///< advice on pages and in the API
    std::string_view when;    ///< for docs/errors.md, in Markdown, as is `then`
    std::string_view then;
};

/// The rows of one file of foundation/refusals, a section of docs/errors.md.
struct CatalogPart {
    std::string_view title;
    std::vector<CatalogRow> rows;
};

/// Throws std::logic_error if one of its files is malformed.
std::span<const CatalogPart> catalog();
/// None if the key is unknown; catalogRow throws std::logic_error.
const CatalogRow* findCatalogRow(std::string_view key);
const CatalogRow& catalogRow(std::string_view key);
/// The generated part of docs/errors.md.
std::string catalogDocument();

} // namespace giftbox::foundation
