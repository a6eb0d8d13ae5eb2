#pragma once

#include "books/change.h"
#include "foundation/fields.h"
#include "foundation/json_body.h"
#include "foundation/own_file.h"
#include "gifting/recipe.h"
#include "operations/operation.h"
#include "operations/seen.h"
#include "purchasing/delivery_line.h"

#include <any>
#include <functional>
#include <mutex>

namespace giftbox::operations {

/// The caller: their rights, and how much they may know about recipients.
struct Caller {
    std::string store; ///< the store's code
    std::string login; ///< empty: anyone who can write the database
    std::vector<access::Role> roles;

    bool isTrusted() const { return login.empty(); }
    bool may(access::Action action) const;
    foundation::PeopleSeen sees() const;
};

/// The file that an operation answers with.
struct GivenFile {
    std::string type;
    std::string bytes;
    std::optional<foundation::OwnFile> file = {}; ///< in the place of `bytes`, of any length
};

inline constexpr std::int64_t kPage = 100;
inline constexpr std::int64_t kLongestPage = 1000;

/// As foundation::Said, numbers in digits; null is empty.
foundation::Said saidOf(const foundation::JsonFields& fields);

/// A call of an operation: the caller and the fields. Fields have the names that the operation declares; other names
/// throw std::logic_error.
class Call {
public:
    /// `said`: values in canonical text, integers as numbers, lists as their types. Required fields are present.
    Call(const Operation& operation, foundation::JsonBody said, Caller who);

    const Operation& operation() const { return *operation_; }
    const Caller caller;
    foundation::Date today;          ///< the store's date, once its books are open
    std::optional<std::string> next; ///< the `after` value of the next page
    bool isDryRun = false;
    std::string_view file; ///< where it takes one
    GivenFile given;       ///< where it gives one
    /// Is told how far it is, `done` of `all`, where somebody looks.
    std::function<void(std::int64_t done, std::int64_t all)> progress = [](auto, auto) {};
    std::any prepared;
    std::unique_lock<std::mutex>
        turn; ///< held during the call, for operations that run one at a time

    /// Whether the operation declares a field of this name.
    bool knows(std::string_view name) const;
    bool has(std::string_view name) const;
    /// The value after foundation::entered; empty when missing.
    std::string text(std::string_view name) const;
    /// The value unchanged.
    std::string rawText(std::string_view name) const;
    std::optional<std::string> maybeText(std::string_view name) const;
    std::int64_t integer(std::string_view name) const;
    std::optional<std::int64_t> maybeInteger(std::string_view name) const;
    /// The change of a field that an edit may empty.
    books::NumberChange changedInteger(std::string_view name) const;
    std::optional<std::string> changedText(std::string_view name) const;
    foundation::Money amount(std::string_view name, const foundation::Currency& currency) const;
    std::optional<foundation::Money> maybeAmount(std::string_view name,
                                                 const foundation::Currency& currency) const;
    std::optional<foundation::Date> maybeDate(std::string_view name) const;
    /// Default: today.
    foundation::Date day(std::string_view name) const;
    std::optional<foundation::Month> maybeMonth(std::string_view name) const;
    /// Default: this month.
    foundation::Month month(std::string_view name) const;
    std::optional<bool> maybeYesNo(std::string_view name) const;
    bool isYes(std::string_view name) const { return maybeYesNo(name).value_or(false); }
    std::vector<gifting::BoxLine> lines(std::string_view name) const;
    std::vector<gifting::CategoryLine> categories(std::string_view name) const;
    std::vector<std::string> names(std::string_view name) const;
    /// Throws Refusal `money.malformed`, `money.overflow`, with every fault of every line.
    std::vector<purchasing::DeliveryLine> received(std::string_view name,
                                                   const foundation::Currency& currency) const;
    /// All that is said.
    const foundation::JsonBody& body() const { return said_; }
    /// The fields of a record.
    foundation::Said said() const { return saidOf(said_.fields); }
    /// None when missing.
    std::optional<SeenRows> seen() const;

    std::int64_t limit() const { return limit_; }
    const std::optional<std::string>& after() const { return after_; }
    void setPage(std::int64_t limit, std::optional<std::string> after)
    {
        limit_ = limit;
        after_ = std::move(after);
    }
    /// The key as stored, when it was found in another spelling.
    void spellAfter(std::string kept) { after_ = std::move(kept); }
    /// The key as a number. Throws Refusal `number.malformed`.
    std::optional<std::int64_t> afterNumber() const;

private:
    const std::vector<foundation::JsonFields>& list(std::string_view name) const;
    const foundation::JsonScalar* find(std::string_view name) const;
    bool empties(std::string_view name) const;

    const Operation* operation_;
    foundation::JsonBody said_;
    std::int64_t limit_ = kPage;
    std::optional<std::string> after_;
};

/// The value of the field; none when it is missing, null, or a number in empty quotation marks.
const foundation::JsonScalar* saidIn(const foundation::JsonFields& object,
                                     const foundation::FieldInfo& field);
/// The fields of the objects in a list of this type; none for a list of rows, or for no list.
std::span<const foundation::FieldInfo> lineFields(foundation::FieldType type);

/// The rows that a program read before its change.
inline constexpr foundation::FieldInfo kSeen{
    .name = "seen",
    .type = foundation::FieldType::Rows,
    .title = "Seen",
    .help = "the rows as you read them; columns are optional. If they have changed, the "
            "request is refused with seen.changed, which lists the changes"};
/// Protects the changes of others. Throws Refusal `field.unknown`, SeenChanged when the operation's `seen` gives
/// other rows.
void requireSeen(Call& call, const books::ReadTransaction& tx);

/// Passes on the rows of one page of a list that is read from its start.
class Page {
public:
    explicit Page(Call& call) : call_(call) {}
    /// For lists ordered by a number.
    bool takes(std::int64_t number, bool isWanted = true);
    /// For lists in any order that always contain the row of `after`.
    bool takes(const std::string& key, bool isWanted);
    /// Sets the start of the next page.
    void finish();

private:
    bool count(std::string key, bool isWanted);

    Call& call_;
    bool isBegun_ = !call_.after().has_value();
    std::int64_t taken_ = 0;
    std::string last_;
    bool hasMore_ = false;
};

/// All fields of a table.
template <class T>
std::vector<foundation::FieldInfo> allInfosOf(foundation::Fields<T> fields)
{
    std::vector<foundation::FieldInfo> infos;
    for (const foundation::Field<T>& field : fields) {
        infos.push_back(field.info);
    }
    return infos;
}

/// What is known of boxes; see RowShape.
inline constexpr std::string_view kBoxChoices = "state:planned|packed|given|unpacked|cancelled";

/// Fields of many operations.
inline constexpr foundation::FieldInfo kOn{.name = "on",
                                           .type = foundation::FieldType::Date,
                                           .title = "Day",
                                           .help = "date it happened; default: today"};
inline constexpr foundation::FieldInfo kReason{.name = "reason",
                                               .title = "Reason",
                                               .help = "reason, kept on record",
                                               .need = foundation::Need::Required,
                                               .value = "WHY"};
inline constexpr foundation::FieldInfo kMonth{.name = "month",
                                              .type = foundation::FieldType::Month,
                                              .title = "Month",
                                              .help = "default: this month"};

/// Writes one row.
template <class Cells>
void writeRow(foundation::RowWriter& out, const std::vector<foundation::Column>& columns,
              Cells cells)
{
    out.begin(columns);
    cells();
    out.end();
}

} // namespace giftbox::operations
