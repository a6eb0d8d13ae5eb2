#pragma once

#include "access/api_token.h"
#include "books/change.h"
#include "foundation/row_writer.h"
#include "gifting/recipe.h"
#include "gifting/substitutes.h"
#include "web/http/form.h"
#include "web/ui/seen.h"
#include "web/ui/visit.h"

#include <algorithm>
#include <any>
#include <array>
#include <mutex>
#include <span>

namespace giftbox::web {

/// The last four are lists of objects; Rows have the columns of some read.
enum class ApiType { Text, Integer, Amount, Date, Month, YesNo, Lines, Categories, Signers, Rows };

/// What a call may say: in the query of a read, in the body of a write.
struct ApiField {
    std::string_view name;
    ApiType type = ApiType::Text;
    bool isNeeded = false;
    std::string_view says; ///< for the description
};

class ApiCall;

/// One address with one method: the right it needs, what it takes and what it answers. The program, the test of rights and the description
/// are made from these alone.
struct ApiRoute {
    std::string_view pattern; ///< below `/api/v1`; at most one part in braces
    std::string_view summary;
    access::Action action = access::Action::ViewStock;
    std::span<const ApiField> fields;
    const std::vector<foundation::Column>& (*columns)() = nullptr;
    /// One of the two.
    void (*read)(ApiCall&, const books::ReadTransaction&, foundation::RowWriter&) = nullptr;
    void (*write)(ApiCall&, books::WriteTransaction&, foundation::RowWriter&) = nullptr;
    bool isPaged = false; ///< takes `limit` and `after`
    /// What takes long is done before the write, while no transaction is open; `prepared` carries it over.
    void (*prepare)(ApiCall&, foundation::Database&) = nullptr;
    bool takesFile = false; ///< the body is a CSV file, and the fields stand in the query
    /// What to throw in the place of the refusal of a box, with what could go into it instead.
    gifting::BoxRefusal (*withSubstitutes)(ApiCall&, const books::ReadTransaction&,
                                           const foundation::Refusal&) = nullptr;

    bool saysInQuery() const { return read != nullptr || takesFile; }
    std::string_view method() const { return read != nullptr ? "GET" : "POST"; }
};

inline constexpr std::int64_t kApiPage = 100;
inline constexpr std::int64_t kLongestApiPage = 1000;

/// A call at work: who asks, and what was said. Fields are asked for by the names that the route declares; others throw std::logic_error.
class ApiCall {
public:
    /// Takes what was said. Throws Refusal `field.unknown`, `field.missing`, `field.type`, `form.malformed`, `body.malformed`.
    ApiCall(const ApiRoute& route, const Request& request, access::ApiAccess program, Now clock);

    const access::ApiAccess token;
    const Now now;
    foundation::Date today;          ///< of the store, once its books are open
    std::string part;                ///< what stands in braces
    std::optional<std::string> next; ///< the `after` of the page that follows
    bool isDryRun = false;
    bool isConfirmed = false; ///< as of books::Asker
    std::string_view file;    ///< the body where it is one; the request's
    std::any prepared;
    std::unique_lock<std::mutex>
        turn; ///< held while the call is at work, where one at a time is enough

    bool may(access::Action action) const { return access::may(token, action); }
    /// What the token may know of the store's recipients.
    foundation::PeopleSeen peopleSeen() const { return access::recipientsSeenBy(token.roles); }
    bool has(std::string_view name) const;
    /// As foundation::entered; empty when it was not said.
    std::string text(std::string_view name) const;
    /// As it was said.
    std::string rawText(std::string_view name) const;
    std::optional<std::string> maybeText(std::string_view name) const;
    /// Of what an edit may empty with `null` or `""`.
    std::optional<std::string> changedText(std::string_view name) const;
    books::NumberChange changedInteger(std::string_view name) const;
    std::optional<bool> changedYesNo(std::string_view name) const;
    std::int64_t integer(std::string_view name) const;
    std::optional<std::int64_t> maybeInteger(std::string_view name) const;
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
    std::vector<gifting::BoxLine> lines(std::string_view name) const;
    std::vector<gifting::CategoryLine> categories(std::string_view name) const;
    std::vector<std::string> signers(std::string_view name) const;
    /// None when it was not said.
    std::optional<SeenRows> seen() const;
    /// The number in the address. Throws Refusal `page.unknown`.
    std::int64_t number() const;

    std::int64_t limit() const { return limit_; }
    const std::optional<std::string>& after() const { return after_; }
    /// As it is kept, where it was found however it was spelled.
    void spellAfter(std::string kept) { after_ = std::move(kept); }
    /// As a number. Throws Refusal `number.malformed`.
    std::optional<std::int64_t> afterNumber() const;

private:
    void takeQuery(const Request& request);
    void takePage(const Form& query);
    void requireDeclared() const;
    void requireList(const std::string& name) const;
    void requireReadable(const ApiField& field) const;
    const std::vector<JsonFields>& list(std::string_view name) const;
    const JsonScalar* find(std::string_view name) const;
    bool empties(std::string_view name) const;

    const ApiRoute& route_;
    JsonBody said_;
    std::int64_t limit_ = kApiPage;
    std::optional<std::string> after_;
};

/// Of what overwrites something: how it was when the client looked.
inline constexpr ApiField kSeen{
    "seen", ApiType::Rows, false,
    "The rows as they were read; columns may be left out. Where they are otherwise by now, the "
    "change is refused with seen.changed, which says what was changed."};
template <std::size_t Size>
constexpr std::array<ApiField, Size + 1> withSeen(const ApiField (&fields)[Size])
{
    std::array<ApiField, Size + 1> all{};
    std::copy(std::begin(fields), std::end(fields), all.begin());
    all.back() = kSeen;
    return all;
}
/// So that nobody's change is lost. Throws Refusal `field.unknown`, SeenChanged where `read` gives other rows than the call has `seen`.
void requireSeen(ApiCall& call, const books::ReadTransaction& tx,
                 void (*read)(ApiCall&, const books::ReadTransaction&, foundation::RowWriter&));

/// What the API takes beside a route's own fields.
std::span<const ApiField> pageFields();
/// Of the objects of a list; none where it is no list.
std::span<const ApiField> lineFields(ApiType type);
inline constexpr std::string_view kDryRun = "dry_run";
inline constexpr std::string_view kConfirm = "confirm";

/// Lets through the rows of one page of a list that is gone through from its beginning.
class ApiPage {
public:
    explicit ApiPage(ApiCall& call) : call_(call) {}
    /// For lists in the order of a number.
    bool takes(std::int64_t number, bool isWanted = true);
    /// For lists that always have the row of `after`, in whatever order.
    bool takes(const std::string& key, bool isWanted);
    /// Says where the next page begins.
    void finish();

private:
    bool count(std::string key, bool isWanted);

    ApiCall& call_;
    bool isBegun_ = !call_.after().has_value();
    std::int64_t taken_ = 0;
    std::string last_;
    bool hasMore_ = false;
};

} // namespace giftbox::web
