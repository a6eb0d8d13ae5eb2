#include "web/api/read_call.h"

#include "foundation/date.h"
#include "foundation/refusal.h"
#include "web/http/form.h"

#include <algorithm>

namespace giftbox::web {

using foundation::Faults;
using foundation::FieldInfo;
using foundation::FieldType;
using foundation::JsonBody;
using foundation::JsonFields;
using foundation::Refusal;
using operations::lineFields;
using operations::saidIn;

namespace {

using Infos = std::span<const FieldInfo>;

const FieldInfo* fieldNamed(Infos fields, std::string_view name)
{
    const auto found = std::ranges::find(fields, name, &FieldInfo::name);
    return found == fields.end() ? nullptr : &*found;
}

std::string listed(Infos fields)
{
    std::string names;
    for (const FieldInfo& field : fields) {
        names += (names.empty() ? "" : ", ") + std::string(field.name);
    }
    return names.empty() ? "there are none" : "there are " + names;
}

[[noreturn]] void refuseUnknown(const std::string& name, Infos fields)
{
    throw Refusal("field.unknown", {{"name", name}, {"known", listed(fields)}}).about(name);
}

void requireType(const FieldInfo& field, bool isInteger, bool isList)
{
    const bool isLines = field.type == FieldType::Rows || !lineFields(field.type).empty();
    const bool wantsInteger = field.type == FieldType::Integer;
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

void checkFields(const JsonFields& given, Infos fields, Faults& faults)
{
    for (const auto& [name, value] : given) {
        faults.check([&, name = name, value = value] {
            const FieldInfo* field = fieldNamed(fields, name);
            if (field == nullptr) {
                refuseUnknown(name, fields);
            }
            if (saidIn(given, *field) != nullptr) {
                requireType(*field, std::holds_alternative<std::int64_t>(value), false);
            }
        });
    }
}

void checkNeeded(const auto& given, Infos fields, Faults& faults)
{
    for (const FieldInfo& field : fields) {
        if (field.need == foundation::Need::Required && !given(field)) {
            faults.add(Refusal("field.missing", {{"field", field.name}}).about(field.name));
        }
    }
}

void requireList(const std::string& name, const std::vector<JsonFields>& list, Infos fields)
{
    const FieldInfo* field = fieldNamed(fields, name);
    if (field == nullptr) {
        refuseUnknown(name, fields);
    }
    requireType(*field, false, true);
    if (field->type == FieldType::Rows) {
        return; // keep the first value
    }
    Faults faults;
    for (const JsonFields& one : list) {
        checkFields(one, lineFields(field->type), faults);
        checkNeeded([&](const FieldInfo& of) { return saidIn(one, of) != nullptr; },
                    lineFields(field->type), faults);
    }
    faults.throwIfAny();
}

/// Requires a readable day, month, or mark. Throws Refusal about the field.
void requireReadable(const FieldInfo& field, const std::string& text)
{
    try {
        if (field.type == FieldType::Date) {
            (void)foundation::parseDate(text);
        } else if (field.type == FieldType::Month) {
            (void)foundation::parseMonth(text);
        } else if (field.type == FieldType::YesNo) {
            (void)foundation::yesOrNo(text, field.name);
        }
    } catch (const Refusal& refusal) {
        throw refusal.about(field.name);
    }
}

/// Checks all fields and reports all faults at once.
void requireDeclared(const JsonBody& said, Infos fields)
{
    Faults faults;
    checkFields(said.fields, fields, faults);
    for (const auto& [name, list] : said.lists) {
        faults.check([&, name = name, &rows = list] { requireList(name, rows, fields); });
    }
    checkNeeded(
        [&](const FieldInfo& of) {
            return saidIn(said.fields, of) != nullptr || said.lists.contains(of.name);
        },
        fields, faults);
    for (const FieldInfo& field : fields) {
        const foundation::JsonScalar* value = saidIn(said.fields, field);
        const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
        if (text != nullptr && !text->empty()) {
            faults.check([&] { requireReadable(field, *text); });
        }
    }
    faults.throwIfAny();
}

/// The parameters beside the fields.
struct Beside {
    std::int64_t limit = operations::kPage;
    std::optional<std::string> after;
    bool isDryRun = false;
    bool isConfirmed = false;
};

/// Throws Refusal `number.malformed` about the field.
std::int64_t numberNamed(const std::string& text, const std::string& name)
{
    try {
        return foundation::wholeNumber(text, name);
    } catch (const Refusal& refusal) {
        throw refusal.about(name);
    }
}

Beside pageIn(const Form& query)
{
    Beside beside;
    if (query.has("limit")) {
        beside.limit = numberNamed(query.text("limit"), "limit");
        if (beside.limit < 1 || beside.limit > operations::kLongestPage) {
            throw Refusal("field.limit",
                          {{"limit", beside.limit}, {"most", operations::kLongestPage}});
        }
    }
    if (query.has("after")) {
        beside.after = query.text("after");
    }
    return beside;
}

Beside takeQuery(const ApiRoute& route, const Form& query, Infos fields, JsonBody& said)
{
    Beside beside = route.isPaged ? pageIn(query) : Beside{};
    for (const auto& [name, value] : query.fields()) {
        if (route.isPaged && fieldNamed(pageFields(), name) != nullptr) {
            continue;
        }
        if (route.isChange() && (name == kDryRun || name == kConfirm) &&
            (value == "1" || value == "0")) {
            (name == kDryRun ? beside.isDryRun : beside.isConfirmed) = value == "1";
            continue;
        }
        const FieldInfo* field = saysInQuery(route) ? fieldNamed(fields, name) : nullptr;
        if (field != nullptr && field->type == FieldType::Names) {
            said.lists[name].push_back(
                {{std::string(lineFields(field->type).front().name), value}});
            continue;
        }
        if (field == nullptr || said.has(name)) {
            refuseUnknown(name, saysInQuery(route) ? fields : Infos());
        }
        if (field->type == FieldType::Integer) {
            said.fields.emplace(name, numberNamed(value, name));
        } else {
            said.fields.emplace(name, value);
        }
    }
    return beside;
}

/// The number in an address. Throws Refusal `page.unknown`.
std::int64_t numberOf(const std::string& part)
{
    try {
        const std::int64_t number = foundation::wholeNumber(part, "the number");
        if (number >= 1) {
            return number;
        }
    } catch (const Refusal&) {
    }
    throw Refusal("page.unknown/number");
}

} // namespace

ReadCall readCall(const ApiRoute& route, const Request& request, const std::string& part,
                  const access::ApiAccess& token)
{
    const std::vector<FieldInfo> fields = saidFields(route);
    JsonBody said;
    const Beside beside = takeQuery(route, parseUrlEncoded(request.query), fields, said);
    if (route.isChange() && !route.takesFile()) {
        said = foundation::parseJsonBody(request.body.empty() ? "{}" : request.body);
    }
    requireDeclared(said, fields);
    if (const std::string_view name = partOf(route); !name.empty()) {
        if (route.field(name).type == FieldType::Integer) {
            said.fields.emplace(name, numberOf(part));
        } else {
            said.fields.emplace(name, part);
        }
    }
    ReadCall read{.call = operations::Call(
                      route, std::move(said),
                      {.store = token.storeCode, .login = token.login, .roles = token.roles}),
                  .isConfirmed = beside.isConfirmed};
    read.call.setPage(beside.limit, beside.after);
    read.call.isDryRun = beside.isDryRun;
    if (route.takesFile() && !request.isAnnounced) {
        read.call.file = request.bytes();
    }
    return read;
}

} // namespace giftbox::web
