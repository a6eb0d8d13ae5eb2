#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::foundation {

/// What sort of refusal it is. Exit status and HTTP status follow from it.
enum class RefusalKind {
    Part,            ///< no refusal: a sentence that only tells something, or a part of another
    Invalid,         ///< a value that is wrong in itself
    Doubtful,        ///< it may be meant: somebody confirms it
    Short,           ///< there is not enough of something
    Over,            ///< a limit is passed
    Unknown,         ///< there is no such thing
    Conflict,        ///< something else is so already, or meanwhile
    Forbidden,       ///< somebody else may
    Unauthenticated, ///< nobody knows who asks
    Unreadable,      ///< a request that cannot be read
    WrongMethod,
    WrongType,   ///< of a body
    Unavailable, ///< it may go in a minute
    Failed       ///< no rule, but a disk, a database or the program
};

int exitStatusOf(RefusalKind kind);
/// Of the answer to a program.
int httpStatusOf(RefusalKind kind);

/// A sentence of the catalog. Its patterns have slots, as decision 50 says them.
struct CatalogRow {
    std::string_view
        key; ///< the code of a refusal; `code/variant` for another sentence of it, behind the first
    RefusalKind kind = RefusalKind::Part;
    std::string_view field;   ///< of a form, body or file, that it is about
    std::string_view says;    ///< what is wrong, with the numbers
    std::string_view command; ///< what the command line advises
    std::string_view page;    ///< what pages and the API advise
    std::string_view when;    ///< for docs/errors.md, in Markdown, as is `then`
    std::string_view then;
};

/// The rows of one file of foundation/refusals, a section of docs/errors.md.
struct CatalogPart {
    std::string_view title;
    std::vector<CatalogRow> rows;
};

/// Throws std::logic_error when a file of it is not well formed.
std::span<const CatalogPart> catalog();
/// None when the key is not known; catalogRow throws std::logic_error.
const CatalogRow* findCatalogRow(std::string_view key);
const CatalogRow& catalogRow(std::string_view key);
/// The part of docs/errors.md that is made from the catalog.
std::string catalogDocument();

} // namespace giftbox::foundation
