#include "access/user_rows.h"
#include "cli/commands.h"
#include "cli/context.h"

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;

int tokenCreate(Context& context)
{
    static const std::vector<Column> columns = {{"label", "Label", ColumnType::Text},
                                                {"user", "User", ColumnType::Code},
                                                {"role", "Role", ColumnType::Code},
                                                {"token", "Token", ColumnType::Code}};
    const Arguments& given = context.arguments();
    if (given.has("--request-key")) {
        throw UsageError("a token is shown once, so making one takes no --request-key");
    }
    const access::NewApiToken token{.login = given.text("--user"),
                                    .role = access::parseRole(given.text("--role")),
                                    .label = given.text("LABEL")};
    const int status =
        context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
            const std::string text = access::createApiToken(tx, token);
            out.begin(columns);
            out.text(token.label);
            out.code(access::foldLogin(token.login));
            out.code(toText(token.role));
            out.code(text);
            out.endRow();
            out.end();
        });
    context.note("keep the token now: it is not shown again");
    return status;
}

int tokenList(Context& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const auto out = context.output().writer(tx.store().currency, Shape::Rows);
        out->begin(access::apiTokenColumns());
        for (const access::ApiTokenLine& line : access::listApiTokens(tx)) {
            access::writeApiToken(line, *out);
        }
        out->end();
    });
}

int tokenRevoke(Context& context)
{
    static const std::vector<Column> columns = {{"label", "Label", ColumnType::Text},
                                                {"state", "State", ColumnType::Code}};
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        const std::string label = context.arguments().text("LABEL");
        access::revokeApiToken(tx, label);
        out.begin(columns);
        out.text(label);
        out.code("revoked");
        out.endRow();
        out.end();
    });
}

} // namespace giftbox::cli
