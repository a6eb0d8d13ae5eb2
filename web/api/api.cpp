#include "web/api/api.h"

#include "books/code.h"
#include "books/request.h"
#include "exchange/copy_store.h"
#include "foundation/digest.h"
#include "foundation/json.h"
#include "foundation/recorded_rows.h"
#include "web/api/api_description.h"
#include "web/api/read_call.h"
#include "web/http/bounds.h"
#include "web/http/http_text.h"
#include "web/http/path_pattern.h"
#include "web/ui/run_form.h"
#include "web/uploads/bad_rows.h"

#include <algorithm>
#include <array>

namespace giftbox::web {

using foundation::Refusal;
using operations::Call;

namespace {

constexpr std::string_view kBase = "/api/v1";
constexpr std::string_view kDescription = "/api/v1/openapi.json";
constexpr std::string_view kKeyHeader = "Idempotency-Key";

Response jsonResponse(int status, std::string body)
{
    Response response;
    response.status = status;
    response.add("Content-Type", "application/json");
    response.body = std::move(body);
    return response;
}

Response fileResponse(operations::GivenFile file)
{
    Response response;
    response.add("Content-Type", std::move(file.type));
    response.body = std::move(file.bytes);
    if (file.file) {
        response.spool = std::make_unique<Spool>();
        file.file->passOn([&](std::string_view bytes) { response.spool->append(bytes); });
    }
    return response;
}

/// The token in `Authorization: Bearer …`; none without exactly one.
std::optional<std::string_view> tokenOf(const Request& request)
{
    constexpr std::string_view kScheme = "bearer ";
    const auto isAuthorization = [](const Header& header) {
        return isSameWithoutCase(header.name, "authorization");
    };
    if (std::ranges::count_if(request.headers, isAuthorization) != 1) {
        return std::nullopt;
    }
    const std::string_view value = request.header("Authorization");
    if (!isSameWithoutCase(value.substr(0, kScheme.size()), kScheme)) {
        return std::nullopt;
    }
    return value.substr(kScheme.size());
}

Response unauthorized(bool hadToken)
{
    Response response = apiError(hadToken ? Refusal("token.ended") : Refusal("token.missing"));
    response.add("WWW-Authenticate", hadToken ? "Bearer realm=\"giftbox\", error=\"invalid_token\""
                                              : "Bearer realm=\"giftbox\"");
    return response;
}

/// The routes of a path, one per method, and the part in braces.
struct FoundApi {
    std::vector<const ApiRoute*> routes;
    std::string part;

    const ApiRoute* forRequest(const Request& request) const
    {
        const auto found = std::ranges::find(routes, !request.isRead(), &ApiRoute::isChange);
        return found == routes.end() ? nullptr : *found;
    }
};

/// A literal path wins over one with a part in braces.
FoundApi findApi(std::string_view path)
{
    FoundApi found;
    if (!path.starts_with(kBase)) {
        return found;
    }
    path.remove_prefix(kBase.size());
    for (const bool hasPart : {false, true}) {
        for (const ApiRoute& route : apiRoutes()) {
            const bool isLike = route.address.find('{') != std::string_view::npos;
            auto match = isLike == hasPart && path.starts_with('/') ? matchPath(route.address, path)
                                                                    : std::nullopt;
            if (match) {
                found.routes.push_back(&route);
                found.part = std::move(match->part);
            }
        }
        if (!found.routes.empty()) {
            break;
        }
    }
    return found;
}

Response wrongMethod(const FoundApi& found, const Request& request)
{
    std::string allowed;
    for (const ApiRoute* route : found.routes) {
        allowed +=
            (allowed.empty() ? "" : ", ") + std::string(route->isChange() ? "POST" : "GET, HEAD");
    }
    Response response =
        apiError(Refusal("page.method", {{"allowed", allowed}, {"method", request.method}}));
    response.add("Allow", allowed);
    return response;
}

/// Whether the announced body may be sent.
Response goOn()
{
    Response response;
    response.status = 100;
    return response;
}

void requireBodyType(const ApiRoute& route, const Request& request)
{
    const std::string_view type = request.header("Content-Type");
    std::string_view name = type.substr(0, type.find(';'));
    name = name.substr(0, name.find_last_not_of(" \t") + 1);
    std::string wanted;
    for (const std::string& one : typesIn(route.takesFile() ? route.takes : "application/json")) {
        if (isSameWithoutCase(name, one)) {
            return;
        }
        wanted += (wanted.empty() ? "" : " or ") + one;
    }
    throw Refusal("body.type", {{"wanted", wanted}});
}

/// The errors of a file.
std::string badRowsOf(const std::vector<BadRow>& rows)
{
    std::string json = "[";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        foundation::JsonObject object;
        object.addRaw("line", std::to_string(rows[i].line))
            .add("column", rows[i].column)
            .add("sentence", shownReason(rows[i]));
        json += (i == 0 ? "" : ",\n") + object.text();
    }
    return json + "]";
}

std::string jsonOf(const foundation::RecordedRows& rows, const foundation::Currency& currency)
{
    std::string json;
    rows.replay(
        *foundation::makeJsonWriter([&](std::string_view bytes) { json.append(bytes); }, currency));
    return json;
}

Response answerRead(Call& call, const ApiRoute& route, foundation::Database& database,
                    const Now& now)
{
    std::string json = "{\"rows\":";
    books::read(database, call.caller.store, [&](const books::ReadTransaction& tx) {
        const auto out = foundation::makeJsonWriter(
            [&](std::string_view bytes) {
                requireShort(json.size() + bytes.size());
                json.append(bytes);
            },
            tx.store().currency);
        call.today = dayOf(tx.store(), now.instant, now.machineZone);
        route.read(call, tx, *foundation::makeHidingWriter(*out, call.caller.sees()));
        return true;
    });
    if (!route.gives.empty()) {
        return fileResponse(std::move(call.given));
    }
    if (route.isPaged) {
        json += ",\"next\":";
        call.next ? foundation::appendJsonString(json, *call.next) : void(json += "null");
    }
    return jsonResponse(200, json + "}\n");
}

/// The request behind a request key: sender, fields, and address.
books::KeyedRequest keyedRequest(const Call& call, const ApiRoute& route, const Request& request)
{
    const std::array<std::string, 3> said = {
        call.caller.login, request.path,
        route.takesFile() ? request.query + "\n" + foundation::sha256(call.file) : request.body};
    return {.command = "api " + std::string(route.address), .digest = books::digestOf(said)};
}

std::string requireKey(const Call& call, const Request& request)
{
    const std::string_view key = request.header(kKeyHeader);
    if (call.isDryRun) {
        return {}; // no result is kept
    }
    if (key.empty()) {
        throw Refusal("request.key_missing");
    }
    books::requireOptionalText(key, "the header Idempotency-Key");
    return std::string(key);
}

/// Whether the request was run before, so that there is nothing to prepare.
bool isKept(const Call& call, const books::Actor& actor, const books::KeyedRequest& keyed,
            foundation::Database& database)
{
    return !actor.requestKey.empty() &&
           books::read(database, call.caller.store, [&](const books::ReadTransaction& tx) {
               return books::findRequest(tx, actor, keyed).has_value();
           });
}

/// Runs long work outside of a transaction.
void prepare(Call& call, const books::Actor& actor, const books::KeyedRequest& keyed,
             foundation::Database& database)
{
    const ApiRoute& route = call.operation();
    if (route.prepare != nullptr && !isKept(call, actor, keyed, database)) {
        call.today = books::read(database, call.caller.store, [&](const auto& tx) {
            return dayOf(tx.store(), actor.now, actor.machineZone);
        });
        route.prepare(call, database);
    }
}

/// The answer to a change, once what is left to do is done.
std::string answerOf(const Call& call, const foundation::RecordedRows& rows,
                     const foundation::Currency& currency, foundation::Database& database)
{
    const auto undone =
        call.isDryRun ? std::nullopt : operations::finish(call.operation(), database);
    foundation::JsonObject answer;
    answer.addRaw("rows", jsonOf(rows, currency));
    if (rows.isUnchanged()) {
        answer.addRaw("unchanged", "true");
    }
    if (undone) {
        answer.add("undone", undone->text(foundation::ProgramWording()));
    }
    return answer.text() + "\n";
}

Response answerWrite(ReadCall& read, const Request& request, foundation::Database& database,
                     const Now& now)
{
    Call& call = read.call;
    const ApiRoute& route = call.operation();
    const books::Actor actor{.name = call.caller.login + " (program)",
                             .now = now.instant,
                             .machineZone = now.machineZone,
                             .requestKey = requireKey(call, request),
                             .isConfirmed = read.isConfirmed};
    const books::KeyedRequest keyed = keyedRequest(call, route, request);
    prepare(call, actor, keyed, database);
    foundation::Currency currency;
    const auto work = [&](books::WriteTransaction& tx) {
        currency = tx.store().currency;
        return foundation::RecordedRows(books::once(tx, keyed, [&] {
            foundation::RowRecorder rows;
            call.today = tx.today();
            if (route.seen != nullptr) {
                requireSeen(call, tx);
            }
            route.write(call, tx, *foundation::makeHidingWriter(rows, call.caller.sees()));
            return rows.json(!tx.recorded());
        }));
    };
    const auto dryRun = [&](foundation::Database& on) {
        return books::dryRun(on, call.caller.store, actor, work);
    };
    const auto check = [&] {
        auto copy = exchange::privateCopy(database, call.caller.store);
        return dryRun(copy);
    };
    try {
        const foundation::RecordedRows rows =
            !call.isDryRun       ? books::write(database, call.caller.store, actor, work)
            : route.takesTable() ? check()
                                 : dryRun(database);
        return jsonResponse(200, answerOf(call, rows, currency, database));
    } catch (const Refusal& refusal) {
        if (route.withSubstitutes == nullptr || !gifting::asksForSubstitutes(refusal)) {
            throw;
        }
        throw books::read(database, call.caller.store, [&](const books::ReadTransaction& tx) {
            return route.withSubstitutes(call, tx, refusal);
        });
    }
}

/// Requires that the token allows the route.
void requireRight(const access::ApiAccess& token, const ApiRoute& route)
{
    if (!access::may(token, route.action)) {
        throw Refusal("access.not_allowed",
                      {{"roles", toText(token.roles)}, {"action", toText(route.action)}});
    }
    if (route.isChange() && token.right == access::TokenRight::Read) {
        throw Refusal("access.read_only", {{"action", toText(route.action)}});
    }
}

Response answerRoute(const Request& request, const FoundApi& found, const ApiRoute& route,
                     const access::ApiAccess& token, foundation::Database& database, const Now& now)
{
    requireRight(token, route);
    if (route.takesFile() || (route.isChange() && !request.body.empty())) {
        requireBodyType(route, request);
    }
    if (request.isAnnounced && !route.takesFile()) {
        return goOn();
    }
    ReadCall read = readCall(route, request, found.part, token);
    if (route.takesTable()) {
        database.limitTime(kLongestImport);
    }
    if (request.isAnnounced) {
        (void)requireKey(read.call, request);
        return goOn();
    }
    return route.isChange() ? answerWrite(read, request, database, now)
                            : answerRead(read.call, route, database, now);
}

} // namespace

bool apiTakesFile(std::string_view path)
{
    return std::ranges::any_of(findApi(path).routes, &ApiRoute::takesFile);
}

Response apiError(int status, const Refusal& refusal)
{
    foundation::JsonObject object = jsonOf(refusal, foundation::ProgramWording());
    if (!refusal.badRows().empty()) {
        object.addRaw("bad_rows", badRowsOf(refusal.badRows()));
    }
    if (const auto* box = dynamic_cast<const gifting::BoxRefusal*>(&refusal)) {
        object.addRaw("substitutes", box->json());
    }
    return jsonResponse(status, object.text() + "\n");
}

Response apiError(const Refusal& refusal)
{
    return apiError(foundation::httpStatusOf(refusal.kind()), refusal);
}

Response answerApi(const Request& request, foundation::Database& database, const Now& now)
{
    if (request.path == kDescription && request.isRead()) {
        return jsonResponse(200, apiDescription(request.base));
    }
    const auto bearer = tokenOf(request);
    const auto token = bearer
                           ? access::findApiToken(database, *bearer, now.instant, now.machineZone)
                           : std::nullopt;
    if (!token) {
        return unauthorized(bearer.has_value());
    }
    access::noteTokenUse(database, *bearer, *token, now.instant);
    const FoundApi found = findApi(request.path);
    const ApiRoute* route = found.forRequest(request);
    Response response;
    try {
        response = found.routes.empty() ? apiError(Refusal("page.unknown/api"))
                   : route == nullptr   ? wrongMethod(found, request)
                                      : answerRoute(request, found, *route, *token, database, now);
    } catch (const Refusal& refusal) {
        response = apiError(refusal);
    }
    response.actor = token->login + "(program)";
    return response;
}

} // namespace giftbox::web
