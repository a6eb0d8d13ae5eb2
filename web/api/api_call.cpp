#include "web/api/api_call.h"

#include "foundation/fold.h"
#include "foundation/text.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace giftbox::web {

using foundation::Faults;
using foundation::Refusal;

namespace {

constexpr ApiField kPageFields[] = {
    {"limit", ApiType::Integer, false, "Rows of a page: 1 to 1000, 100 when left out."},
    {"after", ApiType::Text, false, "The `next` of the page before."}};

constexpr ApiField kLineFields[] = {{"sku", ApiType::Text, true, "The item."},
                                    {"units", ApiType::Integer, false, "1 when left out."}};
constexpr ApiField kCategoryFields[] = {
    {"category", ApiType::Text, true, "One item of contents of this category."},
    {"units", ApiType::Integer, false, "1 when left out."}};
constexpr ApiField kSignerFields[] = {{"name", ApiType::Text, true, "As they sign."}};

const ApiField* fieldNamed(std::span<const ApiField> fields, std::string_view name)
{
    const auto found = std::ranges::find(fields, name, &ApiField::name);
    return found == fields.end() ? nullptr : &*found;
}

std::string listed(std::span<const ApiField> fields)
{
    std::string names;
    for (const ApiField& field : fields) {
        names += (names.empty() ? "" : ", ") + std::string(field.name);
    }
    return names.empty() ? "there are none" : "there are " + names;
}

[[noreturn]] void refuseUnknown(const std::string& name, std::span<const ApiField> fields)
{
    throw Refusal("field.unknown", {{"name", name}, {"known", listed(fields)}}).about(name);
}

/// `null`, or `""`.
bool isEmpty(const JsonScalar& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? text->empty() : std::holds_alternative<std::nullptr_t>(value);
}

/// What is said of the field; none where it is left out, null, or a number in empty quotation marks.
const JsonScalar* saidIn(const JsonFields& object, const ApiField& field)
{
    const auto found = object.find(field.name);
    const bool isSaid = found != object.end() &&
                        !std::holds_alternative<std::nullptr_t>(found->second) &&
                        (field.type != ApiType::Integer || !isEmpty(found->second));
    return isSaid ? &found->second : nullptr;
}

void requireType(const ApiField& field, bool isInteger, bool isList)
{
    const bool isLines = field.type == ApiType::Rows || !lineFields(field.type).empty();
    const bool wantsInteger = field.type == ApiType::Integer;
    if (isList != isLines || (!isLines && isInteger != wantsInteger)) {
        throw Refusal(
            "field.type",
            {{"field", field.name},
             {"wanted",
              isLines ? "a list of objects: " + listed(lineFields(field.type))
                      : std::string(wantsInteger ? "a whole number" : "text, in quotation marks")}})
            .about(field.name);
    }
}

void requireFields(const JsonFields& given, std::span<const ApiField> fields, Faults& faults)
{
    for (const auto& [name, value] : given) {
        faults.check([&, name = name, value = value] {
            const ApiField* field = fieldNamed(fields, name);
            if (field == nullptr) {
                refuseUnknown(name, fields);
            }
            if (saidIn(given, *field) != nullptr) {
                requireType(*field, std::holds_alternative<std::int64_t>(value), false);
            }
        });
    }
}

/// What is refused by `read`, about the field of that name.
template <class Read>
auto readAs(std::string_view name, Read&& read)
{
    try {
        return read();
    } catch (const Refusal& refusal) {
        throw refusal.about(name);
    }
}

void requireNeeded(const auto& given, std::span<const ApiField> fields, Faults& faults)
{
    for (const ApiField& field : fields) {
        if (field.isNeeded && !given(field)) {
            faults.add(Refusal("field.missing", {{"field", field.name}}).about(field.name));
        }
    }
}

std::int64_t integerOf(const std::string& text, std::string_view name)
{
    std::int64_t value = 0;
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (text.empty() || read.ec != std::errc{} || read.ptr != end) {
        throw Refusal("number.malformed", {{"what", name}, {"text", text}}).about(name);
    }
    return value;
}

bool isYes(std::string_view name, const std::string& text)
{
    if (text != "yes" && text != "no") {
        throw Refusal("field.type/flag", {{"field", name}, {"text", text}}).about(name);
    }
    return text == "yes";
}

std::string textOf(const JsonFields& object, const ApiField& field)
{
    return foundation::entered(std::get<std::string>(*saidIn(object, field)));
}

std::int64_t unitsOf(const JsonFields& object)
{
    const JsonScalar* units = saidIn(object, kLineFields[1]);
    return units == nullptr ? 1 : std::get<std::int64_t>(*units);
}

} // namespace

std::span<const ApiField> pageFields() { return kPageFields; }

std::span<const ApiField> lineFields(ApiType type)
{
    switch (type) {
    case ApiType::Lines:
        return kLineFields;
    case ApiType::Categories:
        return kCategoryFields;
    case ApiType::Signers:
        return kSignerFields;
    default:
        return {};
    }
}

ApiCall::ApiCall(const ApiRoute& route, const Request& request, access::ApiAccess program,
                 Now clock)
    : token(std::move(program)), now(std::move(clock)), route_(route)
{
    takeQuery(request);
    if (route.takesFile) {
        file = request.isAnnounced ? std::string_view() : request.bytes();
    } else if (route.write != nullptr) {
        said_ = parseJsonBody(request.body.empty() ? "{}" : request.body);
    }
    requireDeclared();
}

void ApiCall::takeQuery(const Request& request)
{
    const Form query = parseUrlEncoded(request.query);
    if (route_.isPaged) {
        takePage(query);
    }
    for (const auto& [name, value] : query.fields()) {
        if (route_.isPaged && fieldNamed(kPageFields, name) != nullptr) {
            continue;
        }
        if (route_.write != nullptr && (name == kDryRun || name == kConfirm) &&
            (value == "1" || value == "0")) {
            (name == kDryRun ? isDryRun : isConfirmed) = value == "1";
            continue;
        }
        const auto fields = route_.saysInQuery() ? route_.fields : std::span<const ApiField>();
        const ApiField* field = fieldNamed(fields, name);
        if (field == nullptr || said_.has(name)) {
            refuseUnknown(name, fields);
        }
        if (field->type == ApiType::Integer) {
            said_.fields.emplace(name, integerOf(value, name));
        } else {
            said_.fields.emplace(name, value);
        }
    }
}

void ApiCall::takePage(const Form& query)
{
    if (query.has("limit")) {
        limit_ = integerOf(query.text("limit"), "limit");
        if (limit_ < 1 || limit_ > kLongestApiPage) {
            throw Refusal("field.limit", {{"limit", limit_}, {"most", kLongestApiPage}});
        }
    }
    if (query.has("after")) {
        after_ = query.text("after");
    }
}

void ApiCall::requireDeclared() const
{
    Faults faults;
    requireFields(said_.fields, route_.fields, faults);
    for (const auto& [name, list] : said_.lists) {
        faults.check([&, name = name] { requireList(name); });
    }
    requireNeeded(
        [&](const ApiField& of) {
            return saidIn(said_.fields, of) != nullptr || said_.lists.contains(of.name);
        },
        route_.fields, faults);
    for (const ApiField& field : route_.fields) {
        faults.check([&] { requireReadable(field); });
    }
    faults.throwIfAny();
}

void ApiCall::requireList(const std::string& name) const
{
    const ApiField* field = fieldNamed(route_.fields, name);
    if (field == nullptr) {
        refuseUnknown(name, route_.fields);
    }
    requireType(*field, false, true);
    if (field->type == ApiType::Rows) {
        return; // whatever was read
    }
    Faults faults;
    for (const JsonFields& one : said_.lists.at(name)) {
        requireFields(one, lineFields(field->type), faults);
        requireNeeded([&](const ApiField& of) { return saidIn(one, of) != nullptr; },
                      lineFields(field->type), faults);
    }
    faults.throwIfAny();
}

void ApiCall::requireReadable(const ApiField& field) const
{
    const auto said = said_.fields.find(field.name);
    if (said == said_.fields.end() || isEmpty(said->second) ||
        !std::holds_alternative<std::string>(said->second)) {
        return; // which the call reads as it may be
    }
    if (field.type == ApiType::Date) {
        (void)maybeDate(field.name);
    } else if (field.type == ApiType::Month) {
        (void)maybeMonth(field.name);
    } else if (field.type == ApiType::YesNo) {
        (void)maybeYesNo(field.name);
    }
}

const JsonScalar* ApiCall::find(std::string_view name) const
{
    const ApiField* field = fieldNamed(route_.fields, name);
    if (field == nullptr) {
        throw std::logic_error("the route " + std::string(route_.pattern) +
                               " does not declare the field " + std::string(name));
    }
    return saidIn(said_.fields, *field);
}

bool ApiCall::empties(std::string_view name) const
{
    const auto found = said_.fields.find(name);
    return found != said_.fields.end() && isEmpty(found->second);
}

bool ApiCall::has(std::string_view name) const { return find(name) != nullptr; }

std::string ApiCall::text(std::string_view name) const { return maybeText(name).value_or(""); }

std::optional<std::string> ApiCall::maybeText(std::string_view name) const
{
    return has(name) ? std::optional(foundation::entered(rawText(name))) : std::nullopt;
}

std::string ApiCall::rawText(std::string_view name) const
{
    const JsonScalar* value = find(name);
    return value != nullptr ? std::get<std::string>(*value) : "";
}

std::optional<std::string> ApiCall::changedText(std::string_view name) const
{
    return empties(name) ? "" : maybeText(name);
}

books::NumberChange ApiCall::changedInteger(std::string_view name) const
{
    const auto number = maybeInteger(name);
    return empties(name) ? books::NumberChange(std::in_place)
           : number      ? books::NumberChange(number)
                         : std::nullopt;
}

std::optional<bool> ApiCall::changedYesNo(std::string_view name) const
{
    return empties(name) ? false : maybeYesNo(name);
}

std::int64_t ApiCall::integer(std::string_view name) const { return maybeInteger(name).value(); }

std::optional<std::int64_t> ApiCall::maybeInteger(std::string_view name) const
{
    const JsonScalar* value = find(name);
    return value != nullptr ? std::optional(std::get<std::int64_t>(*value)) : std::nullopt;
}

foundation::Money ApiCall::amount(std::string_view name, const foundation::Currency& currency) const
{
    return readAs(name, [&] { return foundation::parseMoney(rawText(name), currency); });
}

std::optional<foundation::Money> ApiCall::maybeAmount(std::string_view name,
                                                      const foundation::Currency& currency) const
{
    return has(name) ? std::optional(amount(name, currency)) : std::nullopt;
}

std::optional<foundation::Date> ApiCall::maybeDate(std::string_view name) const
{
    return has(name)
               ? std::optional(readAs(name, [&] { return foundation::parseDate(rawText(name)); }))
               : std::nullopt;
}

foundation::Date ApiCall::day(std::string_view name) const
{
    return maybeDate(name).value_or(today);
}

std::optional<foundation::Month> ApiCall::maybeMonth(std::string_view name) const
{
    return has(name)
               ? std::optional(readAs(name, [&] { return foundation::parseMonth(rawText(name)); }))
               : std::nullopt;
}

foundation::Month ApiCall::month(std::string_view name) const
{
    return maybeMonth(name).value_or(today.month());
}

std::optional<bool> ApiCall::maybeYesNo(std::string_view name) const
{
    return has(name) ? std::optional(isYes(name, rawText(name))) : std::nullopt;
}

const std::vector<JsonFields>& ApiCall::list(std::string_view name) const
{
    static const std::vector<JsonFields> none;
    (void)find(name);
    const auto found = said_.lists.find(name);
    return found == said_.lists.end() ? none : found->second;
}

std::vector<gifting::BoxLine> ApiCall::lines(std::string_view name) const
{
    std::vector<gifting::BoxLine> lines;
    for (const JsonFields& one : list(name)) {
        lines.push_back({.sku = textOf(one, kLineFields[0]), .units = unitsOf(one)});
    }
    return lines;
}

std::vector<gifting::CategoryLine> ApiCall::categories(std::string_view name) const
{
    std::vector<gifting::CategoryLine> lines;
    for (const JsonFields& one : list(name)) {
        lines.push_back({.category = textOf(one, kCategoryFields[0]), .units = unitsOf(one)});
    }
    return lines;
}

std::vector<std::string> ApiCall::signers(std::string_view name) const
{
    std::vector<std::string> names;
    for (const JsonFields& one : list(name)) {
        names.push_back(textOf(one, kSignerFields[0]));
    }
    return names;
}

std::optional<SeenRows> ApiCall::seen() const
{
    return said_.lists.contains(kSeen.name) ? std::optional(seenRowsIn(list(kSeen.name)))
                                            : std::nullopt;
}

void requireSeen(ApiCall& call, const books::ReadTransaction& tx,
                 void (*read)(ApiCall&, const books::ReadTransaction&, foundation::RowWriter&))
{
    const auto seen = call.seen();
    if (!seen) {
        return;
    }
    SeenWriter now(tx.store().currency);
    read(call, tx, *foundation::makeHidingWriter(now, call.peopleSeen()));
    for (const SeenRow& row : *seen) {
        for (const auto& [column, value] : row) {
            if (std::ranges::find(now.columns(), column) == now.columns().end()) {
                throw Refusal("field.unknown/seen", {{"column", column}});
            }
        }
    }
    requireSeen(*seen, now.rows(), "seen.changed/program");
}

std::int64_t ApiCall::number() const
{
    std::int64_t value = 0;
    const auto end = part.data() + part.size();
    const auto read = std::from_chars(part.data(), end, value);
    if (part.empty() || read.ec != std::errc{} || read.ptr != end || value < 1) {
        throw Refusal("page.unknown/number");
    }
    return value;
}

std::optional<std::int64_t> ApiCall::afterNumber() const
{
    if (!after_) {
        return std::nullopt;
    }
    const std::int64_t number = integerOf(*after_, "after");
    if (number < 0) {
        throw Refusal("number.malformed/after");
    }
    return number;
}

} // namespace giftbox::web
