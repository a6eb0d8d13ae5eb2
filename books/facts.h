#pragma once

#include "foundation/database/database.h"
#include "foundation/digest.h"
#include "foundation/fields.h"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace giftbox::books {

/// A column of a fact in its event's digest. Empty cells (null, 0 of a Flag, `nothing`) at the end of a row are not
/// counted, so that a new column leaves the digests of older rows unchanged.
struct FactColumn {
    enum class Kind {
        Number,
        Text,
        Flag,
        Presence ///< whether there is text, without the text
    };
    /// As bound by the statement that writes it.
    std::string_view bind;
    Kind kind = Kind::Number;
    /// Left out if this other column is not empty.
    std::string_view unless = {};
    /// The text or number that counts as empty; empty text always does.
    std::string_view nothing = {};
    /// A word that was renamed after digests were made of it: `new=old`. Digests go on covering the old one.
    std::string_view renamed = {};
};

/// A table of facts: what of it is covered, and in which order.
struct FactTable {
    std::string_view name; ///< as digests cover it: it stays when the table is renamed
    std::span<const FactColumn> columns;
    /// Its rows are edited later. Each counts by its own digest, which the event that changes it keeps.
    bool isEdited = false;
};

/// The columns of an object's fields, after that of its number.
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
extern const FactTable kReceiptCorrection;
extern const FactTable kBox;
/// A box's end, if it is recorded with the box.
extern const FactTable kBoxEnd;
extern const FactTable kBoxTakeBack;
extern const FactTable kPlannedBox;
extern const FactTable kPlannedLine;
extern const FactTable kItemHistory;
extern const FactTable kRecipient;
extern const FactTable kCap;
extern const FactTable kCapException;
extern const FactTable kClosedMonth;
extern const FactTable kReopenedMonth;
extern const FactTable kRecipe;
extern const FactTable kRecipeLine;
extern const FactTable kNomination;
extern const FactTable kSelection;
extern const FactTable kTemplate;
extern const FactTable kNote;
extern const FactTable kSignature;
extern const FactTable kItemSupplier;
extern const FactTable kPurchaseOrder;
extern const FactTable kOrderLine;
extern const FactTable kOrderStep;
extern const FactTable kOrderReceipt;

} // namespace facts

/// One row in canonical form: each cell preceded by its length, in the order of the columns. Empty if only the number
/// is set.
std::string factText(const FactTable& table, std::span<const foundation::Bind> row);
/// Where a statement with these columns has those of the table: by name, of an amount with or without `_minor`.
/// Requires that it has all of them.
std::vector<int> factPlaces(const FactTable& table, std::span<const std::string_view> columns);
/// As above, from a row of the statement whose places these are.
std::string factText(const FactTable& table, const foundation::Row& row,
                     std::span<const int> places);
/// As above, from a row of the statement S.
template <class S, const FactTable& kTable>
std::string factText(const foundation::Row& row)
{
    static const std::vector<int> places = factPlaces(kTable, S::Row::kColumns);
    return factText(kTable, row, places);
}
/// The row as FactDigest counts it: for an edited table, its own digest.
std::string factCounted(const FactTable& table, std::string_view text);

/// The digest of an event's facts: SHA-256 per table over its rows in the order of their numbers, and over these.
class FactDigest {
public:
    void add(const FactTable& table, std::string_view text);
    void add(const FactTable& table, std::span<const foundation::Bind> row);
    void add(const FactTable& table, const foundation::Batch& rows,
             std::span<const foundation::Bind> others = {});
    /// A row from factCounted.
    void addCounted(const FactTable& table, std::string_view counted);
    bool empty() const { return tables_.empty(); }
    /// 64 hexadecimal digits.
    std::string text() const;
    void clear() { tables_.clear(); }

private:
    std::map<std::string_view, foundation::Sha256> tables_;
};

/// An event's detail with the digest of its facts as the last figure.
std::string withFacts(std::string_view detail, const FactDigest& facts);
/// Whether a detail begins with the figures of another, like `{"units":3}` in `{"units":3,"facts":"…"}`.
bool saysFirst(std::string_view detail, std::string_view figures);
/// Whether it has these figures and nothing else but a digest of facts.
bool saysOnly(std::string_view detail, std::string_view figures);

} // namespace giftbox::books
