#pragma once

#include "exchange/reading/encoding.h"
#include "exchange/reading/table.h"
#include "exchange/reading/values.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::exchange {

/// What a field of an import holds.
enum class Holds {
    Text,
    Code,      ///< the key of a thing that the row is about
    OtherCode, ///< the code of another thing
    Whole,
    Amount,
    Date,
    Mark,  ///< 1 or 0
    Choice ///< one of `choices`
};

/// A field that a column of a file can go to.
struct ReadField {
    std::string name;  ///< as in a file of Giftbox: `reorder_point`
    std::string title; ///< `Reorder point`
    Holds holds = Holds::Text;
    bool isNeeded = false;
    /// Names of columns in other programs, the best first, as of `searchable`; `first name+last name` are joined.
    std::vector<std::string> also = {};
    std::vector<std::string> choices = {};
};

/// The fields of one kind of file.
struct ReadFields {
    std::vector<ReadField> fields = {};
    /// The text from which a missing code is made; empty: codes are not made.
    std::string codeFrom = {};
    /// The amount of all units together, and of one, which is multiplied by the units.
    std::string total = {};
    std::string each = {};
    std::string units = {};
    /// Whether the file is about people, so that a column of what they bought for is never taken in.
    bool isOfPeople = false;

    const ReadField* find(std::string_view name) const;
};

/// What becomes of a row without a code.
enum class NoCode { Make, LeaveOut, Refuse };
std::string_view nameOf(NoCode what);
std::optional<NoCode> noCodeNamed(std::string_view name);

/// What people said instead of what is recognized. Nothing said is recognized.
struct Answers {
    std::optional<Encoding> encoding = {};
    std::optional<char> separator = {};
    std::optional<char> decimalMark = {};
    std::optional<DateOrder> dateOrder = {};
    NoCode noCode = NoCode::Make;
    /// A column's name and the field it goes to; an empty field leaves the column out.
    std::map<std::string, std::string> columns = {};
    /// Values for rows without their own, by field.
    std::map<std::string, std::string> values = {};
    /// The column of costs is per unit.
    bool isUnitCost = false;
    /// Lines that are left out.
    std::set<std::int64_t> lines = {};

    bool operator==(const Answers&) const = default;
    bool isEmpty() const { return *this == Answers(); }
};

/// Why a column goes where it goes.
enum class Decided { ByName, ByContent, ByAnswer, Unknown, Refused };

struct ReadColumn {
    std::string name;       ///< as in the file; `column 3` without a name
    std::string field = {}; ///< empty: left out
    Decided decided = Decided::Unknown;
    Evidence evidence = {};
    std::set<std::string> few = {}; ///< its values, up to a few
};

/// Why a row is left out.
enum class LeftOut { Blank, Total, Note, Nothing, NoCode, Answer };
std::string_view nameOf(LeftOut why);

struct LeftOutRow {
    std::int64_t line = 0;
    LeftOut why = LeftOut::Blank;
    std::string text = {}; ///< its beginning
};

/// A table as it is read. What was recognized stands in `used`; `isAssumed…` when nothing in the file told it.
struct Reading {
    Answers used;
    bool isMarkAssumed = false;
    bool isOrderAssumed = false;
    std::int64_t headerLine = 1;
    std::vector<ReadColumn> columns = {};
    /// The first rows, as in the file.
    std::vector<TableRow> sample = {};
    std::int64_t rows = 0; ///< below the header
    /// Up to kMostLeftOut of the rows left out; blank ones are only counted.
    std::vector<LeftOutRow> leftOut = {};
    std::int64_t rowsLeftOut = 0;
    std::int64_t codesMade = 0;
    std::int64_t codesFitted = 0;
    /// Needed fields that no column goes to and no value is given for.
    std::vector<std::string> missing = {};
    /// Malformed rows: line, cell, sentence.
    struct Fault {
        std::int64_t line = 0;
        std::string column;
        std::string sentence;
    };
    std::vector<Fault> faults = {};
    /// The table as a file of Giftbox: each row begins at its own line.
    std::string text = {};
};

inline constexpr std::size_t kRowsShown = 20;
inline constexpr std::size_t kMostLeftOut = 200;

/// How amounts and dates are written in the store, for what the file does not tell.
struct ReadHabits {
    char decimalMark = '.';
    DateOrder dateOrder = DateOrder::YearFirst;
    int currencyDigits = 2;
    /// Items by their name, in the form of foundation::folded, for rows that name an item instead of its code.
    std::map<std::string, std::string> codes = {};
};

/// A code made of a name: capitals, digits and hyphens; the same for the same name. Pure.
std::string codeOf(std::string_view name);

} // namespace giftbox::exchange
