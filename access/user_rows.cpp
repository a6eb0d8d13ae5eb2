#include "access/user_rows.h"

#include <algorithm>

namespace giftbox::access {

using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;

namespace {

void writeLockOut(const std::optional<LockOut>& lockOut, RowWriter& out)
{
    if (!lockOut) {
        for (int cell = 0; cell < 4; ++cell) {
            out.empty();
        }
        return;
    }
    out.code(toText(lockOut->beganAt));
    out.code(toText(lockOut->untilAt));
    out.integer(lockOut->failures);
    out.text(lockOut->address);
}

} // namespace

const std::vector<Column>& userColumns()
{
    static const std::vector<Column> columns = {
        {"login", "Login", ColumnType::Code},
        {"name", "Name", ColumnType::Text},
        {"roles", "Roles", ColumnType::Code},
        {"state", "State", ColumnType::Code},
        {"locked_at", "Locked out", ColumnType::Date, Cells::MaybeEmpty},
        {"locked_until", "Until", ColumnType::Date, Cells::MaybeEmpty},
        {"failures", "Wrong passwords", ColumnType::Integer, Cells::MaybeEmpty},
        {"locked_from", "From", ColumnType::Text, Cells::MaybeEmpty}};
    return columns;
}

void writeUser(const UserLine& user, RowWriter& out)
{
    out.code(user.login);
    out.text(user.displayName);
    out.code(toText(user.roles));
    out.code(user.isDisabled ? "disabled" : "active");
    writeLockOut(user.lockOut, out);
    out.endRow();
}

void writeUserNow(const books::ReadTransaction& tx, const std::string& login, RowWriter& out)
{
    const User user = requireUser(tx.database(), login);
    const std::vector<UserLine> all = listUsers(tx);
    const auto line = std::ranges::find(all, user.login, &UserLine::login);
    out.begin(userColumns());
    writeUser(line != all.end() ? *line
                                : UserLine{.login = user.login,
                                           .displayName = user.displayName,
                                           .roles = {}, // the last was taken
                                           .isDisabled = user.isDisabled,
                                           .lockOut = {}},
              out);
    out.end();
}

const std::vector<Column>& apiTokenColumns()
{
    static const std::vector<Column> columns = {
        {"label", "Label", ColumnType::Text},
        {"user", "User", ColumnType::Code},
        {"roles", "Roles", ColumnType::Code},
        {"right", "Access", ColumnType::Code},
        {"state", "State", ColumnType::Code},
        {"created_at", "Created", ColumnType::Date},
        {"last_day", "Last day", ColumnType::Date, Cells::MaybeEmpty},
        {"last_used_at", "Used", ColumnType::Date, Cells::MaybeEmpty},
        {"ended_at", "Ended", ColumnType::Date, Cells::MaybeEmpty}};
    return columns;
}

void writeApiToken(const ApiTokenLine& line, foundation::Date today, RowWriter& out)
{
    const auto moment = [&out](const std::optional<foundation::Instant>& at) {
        at ? out.code(toText(*at)) : out.empty();
    };
    out.text(line.label);
    out.code(line.login);
    out.code(toText(line.roles));
    out.code(toText(line.right));
    out.code(stateOf(line, today));
    out.code(toText(line.createdAt));
    line.lastDay ? out.date(*line.lastDay) : out.empty();
    moment(line.lastUsedAt);
    moment(line.endedAt);
    out.endRow();
}

} // namespace giftbox::access
