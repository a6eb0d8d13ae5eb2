#pragma once

#include "foundation/database/database.h"
#include "foundation/digest.h"
#include "foundation/fields.h"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace giftbox::books {

/// A column of a fact as its event's digest covers it. A cell that says nothing (null, 0 of a Flag, `nothing`) is not counted at the end of a row,
/// so that a column that is added later leaves the digests of earlier rows as they are.
struct FactColumn {
    enum class Kind {
        Number,
        Text,
        Flag,
        Presence ///< whether there is a text; what it says is left out
    };
    /// As the statement that writes it binds it.
    std::string_view bind;
    Kind kind = Kind::Number;
    /// Left out where this other column says something.
    std::string_view unless = {};
    /// What says nothing, a text or a number; an empty text never does.
    std::string_view nothing = {};
    /// A word that was renamed after digests were made of it: `new=old`. Digests go on covering the old one.
    std::string_view renamed = {};
};

/// A table of facts: what of it is covered, and in which order. The statement `accounting/facts_…` reads the same columns in the same order.
struct FactTable {
    std::string_view name; ///< as digests cover it: it stays when the table is renamed
    std::span<const FactColumn> columns;
    /// Its rows are edited later: each is counted by its own digest, which the event that changes it keeps.
    bool isEdited = false;
};

/// The columns of a thing's fields, after that of its number.
template <class T>
std::vector<FactColumn> factColumnsOf(std::string_view number, foundation::Fields<T> fields)
{
    std::vector<FactColumn> columns = {{number}};
    for (const foundation::Field<T>& field : fields) {
        const auto kind =
            field.info.type == foundation::FieldType::Integer ? FactColumn::Kind::Number
            : field.info.type == foundation::FieldType::YesNo ? FactColumn::Kind::Flag
                                                              : FactColumn::Kind::Text;
        columns.push_back({field.columnName(), kind});
    }
    return columns;
}

namespace facts {

extern const FactTable kStore;
extern const FactTable kStoreSetting;
extern const FactTable kMovement;
extern const FactTable kLot;
extern const FactTable kBox;
/// What became of a box, when it is recorded with it.
extern const FactTable kBoxEnd;
extern const FactTable kPlannedBox;
extern const FactTable kPlannedLine;
extern const FactTable kItemHistory;
extern const FactTable kRecipient;
extern const FactTable kCap;
extern const FactTable kCapException;
extern const FactTable kClosedMonth;
extern const FactTable kRecipe;
extern const FactTable kRecipeLine;
extern const FactTable kNomination;
extern const FactTable kSelection;
extern const FactTable kTemplate;
extern const FactTable kNote;
extern const FactTable kSignature;

} // namespace facts

/// One row in its only form: each cell led by its length, in the order of the columns. Empty when nothing but its number is said.
std::string factText(const FactTable& table, std::span<const foundation::Bind> row);
/// As above, from a result row whose columns from `first` on are those of the table.
std::string factText(const FactTable& table, const foundation::Row& row, int first);
/// Where a statement with these columns has those of the table.
std::vector<int> factPlaces(const FactTable& table, std::span<const std::string_view> columns);
std::string factText(const FactTable& table, const foundation::Row& row,
                     std::span<const int> places);
/// The row as FactDigest counts it: of a table that is edited its own digest.
std::string factCounted(const FactTable& table, std::string_view text);

/// The digest of the facts that an event records: SHA-256 for each table over its rows, in the order in which they are numbered, and over these.
class FactDigest {
public:
    void add(const FactTable& table, std::string_view text);
    void add(const FactTable& table, std::span<const foundation::Bind> row);
    void add(const FactTable& table, const foundation::Batch& rows,
             std::span<const foundation::Bind> others = {});
    /// A row as factCounted gives it.
    void addCounted(const FactTable& table, std::string_view counted);
    bool empty() const { return tables_.empty(); }
    /// 64 hexadecimal digits.
    std::string text() const;
    void clear() { tables_.clear(); }

private:
    std::map<std::string_view, foundation::Sha256> tables_;
};

/// The detail of an event with the digest of its facts as its last figure.
std::string withFacts(std::string_view detail, const FactDigest& facts);
/// Whether a detail begins with the figures of another, as `{"units":3}` in `{"units":3,"facts":"…"}`.
bool saysFirst(std::string_view detail, std::string_view figures);

} // namespace giftbox::books
