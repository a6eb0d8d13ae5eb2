#include "operations/call.h"

#include "foundation/refusal.h"
#include "foundation/text.h"

#include <algorithm>

namespace giftbox::operations {

using foundation::FieldInfo;
using foundation::FieldType;
using foundation::JsonFields;
using foundation::JsonScalar;
using foundation::Refusal;

namespace {

constexpr FieldInfo kUnits{
    .name = "units", .type = FieldType::Integer, .title = "Units", .help = "default: 1"};
constexpr FieldInfo kLineFields[] = {
    {.name = "sku", .title = "SKU", .help = "item SKU", .need = foundation::Need::Required},
    kUnits};
constexpr FieldInfo kCategoryFields[] = {{.name = "category",
                                          .title = "Category",
                                          .help = "any item of contents in this category",
                                          .need = foundation::Need::Required},
                                         kUnits};
constexpr FieldInfo kNameFields[] = {{.name = "name",
                                      .title = "Name",
                                      .help = "name of the signer",
                                      .need = foundation::Need::Required}};

constexpr FieldInfo kReceivedFields[] = {
    {.name = "sku", .title = "SKU", .help = "item SKU", .need = foundation::Need::Required},
    {.name = "units",
     .type = FieldType::Integer,
     .title = "Units",
     .help = "number of units; needed without packs"},
    {.name = "packs",
     .type = FieldType::Integer,
     .title = "Packs",
     .help = "number of packs; needed without units"},
    {.name = "pack_size",
     .type = FieldType::Integer,
     .title = "Pack size",
     .help = "units per pack; default: the pack size of the item"},
    {.name = "cost",
     .type = FieldType::Amount,
     .title = "Total cost",
     .help = "total cost (all units together); needed without a price"},
    {.name = "price",
     .type = FieldType::Amount,
     .title = "Price",
     .help = "cost of one unit; needed without a total cost"}};

/// `null`, or `""`.
bool isEmpty(const JsonScalar& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? text->empty() : std::holds_alternative<std::nullptr_t>(value);
}

/// Refusals in `read` are about the field of that name.
template <class Read>
auto readAs(std::string_view name, Read&& read)
{
    try {
        return read();
    } catch (const Refusal& refusal) {
        throw refusal.about(name);
    }
}

std::string textOf(const JsonFields& object, const FieldInfo& field)
{
    return foundation::entered(std::get<std::string>(*saidIn(object, field)));
}

std::int64_t unitsOf(const JsonFields& object)
{
    const JsonScalar* units = saidIn(object, kUnits);
    return units == nullptr ? 1 : std::get<std::int64_t>(*units);
}

} // namespace

const JsonScalar* saidIn(const JsonFields& object, const FieldInfo& field)
{
    const auto found = object.find(field.name);
    const bool isSaid = found != object.end() &&
                        !std::holds_alternative<std::nullptr_t>(found->second) &&
                        (field.type != FieldType::Integer || !isEmpty(found->second));
    return isSaid ? &found->second : nullptr;
}

foundation::Said saidOf(const JsonFields& fields)
{
    foundation::Said said;
    for (const auto& [name, value] : fields) {
        const auto* text = std::get_if<std::string>(&value);
        const auto* number = std::get_if<std::int64_t>(&value);
        said.emplace(name, text != nullptr     ? foundation::entered(*text)
                           : number != nullptr ? std::to_string(*number)
                                               : "");
    }
    return said;
}

std::span<const FieldInfo> lineFields(FieldType type)
{
    switch (type) {
    case FieldType::Lines:
        return kLineFields;
    case FieldType::Categories:
        return kCategoryFields;
    case FieldType::Names:
        return kNameFields;
    case FieldType::Received:
        return kReceivedFields;
    default:
        return {};
    }
}

bool Caller::may(access::Action action) const
{
    return isTrusted() || std::ranges::any_of(roles, [action](access::Role role) {
               return access::may(role, action);
           });
}

foundation::PeopleSeen Caller::sees() const
{
    return isTrusted() ? foundation::PeopleSeen::Name : access::recipientsSeenBy(roles);
}

Call::Call(const Operation& operation, foundation::JsonBody said, Caller who)
    : caller(std::move(who)), operation_(&operation), said_(std::move(said))
{}

const JsonScalar* Call::find(std::string_view name) const
{
    return saidIn(said_.fields, operation_->field(name));
}

bool Call::empties(std::string_view name) const
{
    const auto found = said_.fields.find(name);
    return found != said_.fields.end() && isEmpty(found->second);
}

bool Call::knows(std::string_view name) const
{
    return std::ranges::find(operation_->fields, name, &FieldInfo::name) !=
           operation_->fields.end();
}

bool Call::has(std::string_view name) const { return find(name) != nullptr; }

std::string Call::text(std::string_view name) const { return maybeText(name).value_or(""); }

std::optional<std::string> Call::maybeText(std::string_view name) const
{
    return has(name) ? std::optional(foundation::entered(rawText(name))) : std::nullopt;
}

std::string Call::rawText(std::string_view name) const
{
    const JsonScalar* value = find(name);
    return value != nullptr ? std::get<std::string>(*value) : "";
}

std::optional<std::string> Call::changedText(std::string_view name) const
{
    return empties(name) ? "" : maybeText(name);
}

books::NumberChange Call::changedInteger(std::string_view name) const
{
    const auto number = maybeInteger(name);
    return empties(name) ? books::NumberChange(std::in_place)
           : number      ? books::NumberChange(number)
                         : std::nullopt;
}

std::int64_t Call::integer(std::string_view name) const { return maybeInteger(name).value(); }

std::optional<std::int64_t> Call::maybeInteger(std::string_view name) const
{
    const JsonScalar* value = find(name);
    return value != nullptr ? std::optional(std::get<std::int64_t>(*value)) : std::nullopt;
}

foundation::Money Call::amount(std::string_view name, const foundation::Currency& currency) const
{
    return readAs(name, [&] { return foundation::parseMoney(rawText(name), currency); });
}

std::optional<foundation::Money> Call::maybeAmount(std::string_view name,
                                                   const foundation::Currency& currency) const
{
    return has(name) ? std::optional(amount(name, currency)) : std::nullopt;
}

std::optional<foundation::Date> Call::maybeDate(std::string_view name) const
{
    return has(name)
               ? std::optional(readAs(name, [&] { return foundation::parseDate(rawText(name)); }))
               : std::nullopt;
}

foundation::Date Call::day(std::string_view name) const { return maybeDate(name).value_or(today); }

std::optional<foundation::Month> Call::maybeMonth(std::string_view name) const
{
    return has(name)
               ? std::optional(readAs(name, [&] { return foundation::parseMonth(rawText(name)); }))
               : std::nullopt;
}

foundation::Month Call::month(std::string_view name) const
{
    return maybeMonth(name).value_or(today.month());
}

std::optional<bool> Call::maybeYesNo(std::string_view name) const
{
    return has(name) ? std::optional(
                           readAs(name, [&] { return foundation::yesOrNo(rawText(name), name); }))
                     : std::nullopt;
}

const std::vector<JsonFields>& Call::list(std::string_view name) const
{
    static const std::vector<JsonFields> none;
    const auto found = said_.lists.find(name);
    return found == said_.lists.end() ? none : found->second;
}

std::vector<gifting::BoxLine> Call::lines(std::string_view name) const
{
    (void)operation_->field(name);
    std::vector<gifting::BoxLine> lines;
    for (const JsonFields& one : list(name)) {
        lines.push_back({.sku = textOf(one, kLineFields[0]), .units = unitsOf(one)});
    }
    return lines;
}

std::vector<gifting::CategoryLine> Call::categories(std::string_view name) const
{
    (void)operation_->field(name);
    std::vector<gifting::CategoryLine> lines;
    for (const JsonFields& one : list(name)) {
        lines.push_back({.category = textOf(one, kCategoryFields[0]), .units = unitsOf(one)});
    }
    return lines;
}

std::vector<std::string> Call::names(std::string_view name) const
{
    (void)operation_->field(name);
    std::vector<std::string> names;
    for (const JsonFields& one : list(name)) {
        names.push_back(textOf(one, kNameFields[0]));
    }
    return names;
}

std::vector<purchasing::DeliveryLine> Call::received(std::string_view name,
                                                     const foundation::Currency& currency) const
{
    (void)operation_->field(name);
    const auto integer = [](const JsonFields& one, std::size_t field) {
        const JsonScalar* value = saidIn(one, kReceivedFields[field]);
        return value == nullptr ? std::nullopt : std::optional(std::get<std::int64_t>(*value));
    };
    std::vector<purchasing::DeliveryLine> lines;
    foundation::Faults faults;
    for (const JsonFields& one : list(name)) {
        const auto amount = [&](std::size_t field) -> std::optional<foundation::Money> {
            const JsonScalar* value = saidIn(one, kReceivedFields[field]);
            if (value == nullptr || isEmpty(*value)) {
                return std::nullopt;
            }
            try {
                return foundation::parseMoney(std::get<std::string>(*value), currency);
            } catch (const Refusal& refusal) {
                faults.add(refusal.about(name).saidAs(foundation::Sentence(
                    "part.line_fault", {{"line", lines.size() + 1}, {"fault", refusal.said()}})));
                return std::nullopt;
            }
        };
        lines.push_back({.sku = textOf(one, kReceivedFields[0]),
                         .units = integer(one, 1),
                         .packs = integer(one, 2),
                         .packSize = integer(one, 3),
                         .cost = amount(4),
                         .price = amount(5)});
    }
    faults.throwIfAny();
    return lines;
}

std::optional<SeenRows> Call::seen() const
{
    return said_.lists.contains(kSeen.name) ? std::optional(seenRowsIn(list(kSeen.name)))
                                            : std::nullopt;
}

std::optional<std::int64_t> Call::afterNumber() const
{
    if (!after_) {
        return std::nullopt;
    }
    const std::int64_t number =
        readAs("after", [&] { return foundation::wholeNumber(*after_, "after"); });
    if (number < 0) {
        throw Refusal("number.malformed/after");
    }
    return number;
}

void requireSeen(Call& call, const books::ReadTransaction& tx)
{
    const auto seen = call.seen();
    if (!seen) {
        return;
    }
    SeenWriter now(tx.store().currency);
    call.operation().seen(call, tx, *foundation::makeHidingWriter(now, call.caller.sees()));
    for (const SeenRow& row : *seen) {
        for (const auto& [column, value] : row) {
            if (std::ranges::find(now.columns(), column) == now.columns().end()) {
                throw Refusal("field.unknown/seen", {{"column", column}});
            }
        }
    }
    requireSeen(*seen, now.rows(), "seen.changed/program");
}

bool Page::takes(std::int64_t number, bool isWanted)
{
    const auto after = call_.afterNumber();
    isBegun_ = true;
    return (!after || number > *after) && count(std::to_string(number), isWanted);
}

bool Page::takes(const std::string& key, bool isWanted)
{
    if (!isBegun_) {
        isBegun_ = key == *call_.after();
        return false;
    }
    return count(key, isWanted);
}

bool Page::count(std::string key, bool isWanted)
{
    if (!isWanted || hasMore_) {
        return false;
    }
    if (taken_ == call_.limit()) {
        hasMore_ = true;
        return false;
    }
    ++taken_;
    last_ = std::move(key);
    return true;
}

void Page::finish()
{
    if (hasMore_) {
        call_.next = last_;
    }
}

} // namespace giftbox::operations
