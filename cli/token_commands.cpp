#include "access/api_token.h"
#include "cli/commands.h"
#include "cli/context.h"

#include <set>

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;

int tokenCreate(Context& context)
{
    static const std::vector<Column> columns = {
        {"label", "Label", ColumnType::Text},       {"user", "User", ColumnType::Code},
        {"roles", "Roles", ColumnType::Code},       {"right", "Access", ColumnType::Code},
        {"last_day", "Last day", ColumnType::Date}, {"token", "Token", ColumnType::Code}};
    const Arguments& given = context.arguments();
    if (given.has("--request-key")) {
        throw UsageError(
            "token create does not take --request-key, because a token is shown only once");
    }
    access::NewApiToken token{.login = given.text("--user"),
                              .roles = {},
                              .label = given.text("LABEL"),
                              .right = given.has("--read-only") ? access::TokenRight::Read
                                                                : access::TokenRight::Change,
                              .lastDay = given.maybeDate("--last-day")};
    std::set<access::Role> roles; // in order, without duplicates
    for (const std::string& role : given.all("--role")) {
        roles.insert(access::parseRole(role));
    }
    token.roles.assign(roles.begin(), roles.end());
    const int status =
        context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
            const std::string text = access::createApiToken(tx, token);
            out.begin(columns);
            out.text(token.label);
            out.code(access::foldLogin(token.login));
            out.code(toText(token.roles));
            out.code(toText(token.right));
            token.lastDay ? out.date(*token.lastDay) : out.empty();
            out.code(text);
            out.endRow();
            out.end();
        });
    context.note("save the token now; it is not shown again");
    return status;
}

} // namespace giftbox::cli
