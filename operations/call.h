#pragma once

#include "books/change.h"
#include "foundation/fields.h"
#include "foundation/json_body.h"
#include "gifting/recipe.h"
#include "operations/operation.h"
#include "operations/seen.h"

#include <any>
#include <mutex>

namespace giftbox::operations {

/// Who calls: what they may do, and know of the store's recipients.
struct Caller {
    std::string store; ///< its code
    std::string login; ///< empty: whoever may write the database
    std::vector<access::Role> roles;

    bool isTrusted() const { return login.empty(); }
    bool may(access::Action action) const;
    foundation::PeopleSeen sees() const;
};

inline constexpr std::int64_t kPage = 100;
inline constexpr std::int64_t kLongestPage = 1000;

/// An operation at work: who calls, and what was said. Fields are asked for by the names that the operation declares;
/// others throw std::logic_error.
class Call {
public:
    /// `said`: values in their only text or, of an Integer, as a number; lists as the types say. What has to be said
    /// is there.
    Call(const Operation& operation, foundation::JsonBody said, Caller caller);

    const Operation& operation() const { return *operation_; }
    const Caller caller;
    foundation::Date today;          ///< of the store, once its books are open
    std::optional<std::string> next; ///< the `after` of the page that follows
    bool isDryRun = false;
    std::string_view file; ///< where it takes one
    std::any prepared;
    std::unique_lock<std::mutex> turn; ///< held while it is at work, where one at a time is enough

    /// Whether the operation declares a field of this name.
    bool knows(std::string_view name) const;
    bool has(std::string_view name) const;
    /// As foundation::entered; empty when it was not said.
    std::string text(std::string_view name) const;
    /// As it was said.
    std::string rawText(std::string_view name) const;
    std::optional<std::string> maybeText(std::string_view name) const;
    std::int64_t integer(std::string_view name) const;
    std::optional<std::int64_t> maybeInteger(std::string_view name) const;
    /// Of what an edit may empty.
    books::NumberChange changedInteger(std::string_view name) const;
    std::optional<std::string> changedText(std::string_view name) const;
    foundation::Money amount(std::string_view name, const foundation::Currency& currency) const;
    std::optional<foundation::Money> maybeAmount(std::string_view name,
                                                 const foundation::Currency& currency) const;
    std::optional<foundation::Date> maybeDate(std::string_view name) const;
    /// Today when it was not said.
    foundation::Date day(std::string_view name) const;
    std::optional<foundation::Month> maybeMonth(std::string_view name) const;
    /// This month when it was not said.
    foundation::Month month(std::string_view name) const;
    std::optional<bool> maybeYesNo(std::string_view name) const;
    bool isYes(std::string_view name) const { return maybeYesNo(name).value_or(false); }
    std::vector<gifting::BoxLine> lines(std::string_view name) const;
    std::vector<gifting::CategoryLine> categories(std::string_view name) const;
    std::vector<std::string> names(std::string_view name) const;
    /// What is said of a thing by its fields.
    foundation::Said said() const;
    /// None when it was not said.
    std::optional<SeenRows> seen() const;

    std::int64_t limit() const { return limit_; }
    const std::optional<std::string>& after() const { return after_; }
    void setPage(std::int64_t limit, std::optional<std::string> after)
    {
        limit_ = limit;
        after_ = std::move(after);
    }
    /// As it is kept, where it was found however it was spelled.
    void spellAfter(std::string kept) { after_ = std::move(kept); }
    /// As a number. Throws Refusal `number.malformed`.
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

/// What is said of the field; none where it is left out, null, or a number in empty quotation marks.
const foundation::JsonScalar* saidIn(const foundation::JsonFields& object,
                                     const foundation::FieldInfo& field);
/// Of the objects of a list of this type; none where it is no list or has rows.
std::span<const foundation::FieldInfo> lineFields(foundation::FieldType type);

/// What programs say beside the fields when they change what they have read.
inline constexpr foundation::FieldInfo kSeen{
    .name = "seen",
    .type = foundation::FieldType::Rows,
    .title = "Seen",
    .help = "the rows as they were read; columns may be left out. Where they are otherwise by now, "
            "the change is refused with seen.changed, which says what was changed"};
/// So that nobody's change is lost. Throws Refusal `field.unknown`, SeenChanged where the operation's `seen` gives
/// other rows than were said.
void requireSeen(Call& call, const books::ReadTransaction& tx);

/// Lets through the rows of one page of a list that is gone through from its beginning.
class Page {
public:
    explicit Page(Call& call) : call_(call) {}
    /// For lists in the order of a number.
    bool takes(std::int64_t number, bool isWanted = true);
    /// For lists that always have the row of `after`, in whatever order.
    bool takes(const std::string& key, bool isWanted);
    /// Says where the next page begins.
    void finish();

private:
    bool count(std::string key, bool isWanted);

    Call& call_;
    bool isBegun_ = !call_.after().has_value();
    std::int64_t taken_ = 0;
    std::string last_;
    bool hasMore_ = false;
};

/// Fields that many operations have.
inline constexpr foundation::FieldInfo kOn{.name = "on",
                                           .type = foundation::FieldType::Date,
                                           .title = "Day",
                                           .help = "the day it happened; today when left out"};
inline constexpr foundation::FieldInfo kReason{.name = "reason",
                                               .title = "Reason",
                                               .help = "why, in words; it is kept",
                                               .need = foundation::Need::Required,
                                               .value = "WHY"};
inline constexpr foundation::FieldInfo kMonth{.name = "month",
                                              .type = foundation::FieldType::Month,
                                              .title = "Month",
                                              .help = "this month when left out"};

/// One row.
template <class Cells>
void writeRow(foundation::RowWriter& out, const std::vector<foundation::Column>& columns,
              Cells cells)
{
    out.begin(columns);
    cells();
    out.end();
}

} // namespace giftbox::operations
