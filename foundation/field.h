#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::foundation {

/// What a value is. The last four are lists: items with units, categories with units, names, and rows as they were
/// read.
enum class FieldType { Text, Integer, Amount, Date, Month, YesNo, Lines, Categories, Names, Rows };

/// What is required on the command line alone has a value elsewhere when it is left out.
enum class Need { Optional, Required, RequiredOnCommandLine };

/// Where a field is asked for. What is not asked for has a value of its own there.
enum class Asked { Everywhere, OnCommandLine };

/// One field of a thing or of an operation, declared once. Options of the command line, JSON, forms, files, tables,
/// and documents are made from it.
struct FieldInfo {
    std::string_view
        name; ///< `pack_size`: in JSON and files, and `--pack-size` on the command line
    FieldType type = FieldType::Text;
    std::string_view title; ///< heads a column and labels a form: `Pack size`
    std::string_view help;  ///< in a few words, without capital and period
    Need need = Need::Optional;
    std::string_view option =
        {}; ///< on the command line instead: `SKU`, an argument by its place, or `--for`
    std::string_view value =
        {}; ///< stands for the value on the command line: `UNITS`; empty: the type's own word
    std::string_view choices = {}; ///< all values there are: `contents|packaging`
    std::int64_t least = std::numeric_limits<std::int64_t>::min();
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
    Asked asked = Asked::Everywhere;
    bool mayBeEmptied = false; ///< what is said empty empties it; else it is as if left out
    bool isFlag = false;       ///< of yes and no: on the command line it stands without a value
};

/// `Whole units.` of `whole units`.
std::string sentenceOf(std::string_view words);
/// Each of the choices.
std::vector<std::string> choicesOf(const FieldInfo& field);

} // namespace giftbox::foundation
