#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::foundation {

/// The type of a value. The last five are lists: items with units, categories with units, names, items as they are
/// received, and rows as they were read.
enum class FieldType {
    Text,
    Integer,
    Amount,
    Date,
    Month,
    YesNo,
    Lines,
    Categories,
    Names,
    Received,
    Rows
};

/// A field required only on the command line has a default elsewhere.
enum class Need { Optional, Required, RequiredOnCommandLine };

/// The edges that have the field. Elsewhere its default is used.
enum class Asked { Everywhere, OnCommandLine, ByPrograms };

/// One field of an object or operation, declared once. Command-line options, JSON, forms, files, tables and documents
/// are made from it.
struct FieldInfo {
    std::string_view
        name; ///< `pack_size`: in JSON and files, and `--pack-size` on the command line
    FieldType type = FieldType::Text;
    std::string_view title; ///< the heading of columns and label in forms: `Pack size`
    std::string_view help;  ///< a short phrase, without capital and period
    Need need = Need::Optional;
    std::string_view option =
        {}; ///< the name on the command line instead: `SKU`, a positional argument, or `--for`
    std::string_view value =
        {}; ///< the value's placeholder on the command line: `UNITS`; empty: the type's default
    std::string_view choices = {}; ///< all possible values: `contents|packaging`
    std::int64_t least = std::numeric_limits<std::int64_t>::min();
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
    Asked asked = Asked::Everywhere;
    bool mayBeEmptied = false; ///< what is said empty empties it; else it is as if left out
    bool isFlag = false;       ///< of yes and no: on the command line it stands without a value
    bool isInFile = false; ///< the command line names a file with the value; - is standard input
};

/// `Whole units.` of `whole units`.
std::string sentenceOf(std::string_view words);
/// All possible values.
std::vector<std::string> choicesOf(const FieldInfo& field);

} // namespace giftbox::foundation
