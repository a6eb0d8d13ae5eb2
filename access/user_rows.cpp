#include "access/user_rows.h"

namespace giftbox::access {

using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;

const std::vector<Column>& userColumns()
{
    static const std::vector<Column> columns = {{"login", "Login", ColumnType::Code},
                                                {"name", "Name", ColumnType::Text},
                                                {"roles", "Roles", ColumnType::Code},
                                                {"state", "State", ColumnType::Code}};
    return columns;
}

void writeUser(const UserLine& user, RowWriter& out)
{
    std::string roles;
    for (const Role role : user.roles) {
        roles += (roles.empty() ? "" : " ") + std::string(toText(role));
    }
    out.code(user.login);
    out.text(user.displayName);
    out.code(roles);
    out.code(user.isDisabled ? "disabled" : "active");
    out.endRow();
}

const std::vector<Column>& apiTokenColumns()
{
    static const std::vector<Column> columns = {
        {"label", "Label", ColumnType::Text},     {"user", "User", ColumnType::Code},
        {"role", "Role", ColumnType::Code},       {"state", "State", ColumnType::Code},
        {"created_at", "Made", ColumnType::Date}, {"revoked_at", "Revoked", ColumnType::Date}};
    return columns;
}

void writeApiToken(const ApiTokenLine& line, RowWriter& out)
{
    out.text(line.label);
    out.code(line.login);
    out.code(toText(line.role));
    out.code(line.revokedAt ? "revoked" : "active");
    out.code(toText(line.createdAt));
    line.revokedAt ? out.code(toText(*line.revokedAt)) : out.empty();
    out.endRow();
}

} // namespace giftbox::access
