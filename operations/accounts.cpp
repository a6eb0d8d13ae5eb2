#include "accounting/account_map.h"
#include "operations/table.h"
#include "reports/journal_rows.h"

#include <algorithm>

namespace giftbox::operations {

namespace {

constexpr RowShape kAccountRow{
    "Account", reports::accountColumns,
    "role:gift-stock|packaging-stock|boxes-packed|grni|payables|parts-inventory|gift-expense|"
    "packaging-expense|labor-applied|labor-contra|price-variance|shrinkage|write-off"};

constexpr FieldInfo kFromMonth{
    .name = "from", .type = Month, .title = "From", .help = "first month", .need = Required};
constexpr FieldInfo kDepartment{.name = "department",
                                .title = "Department",
                                .help = "department, such as service or parts",
                                .need = Required,
                                .option = "DEPARTMENT"};

/// `gift_stock` of each role, for fields.
const std::vector<std::string>& roleFields()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const accounting::JournalRoleRule& rule : accounting::kJournalRoles) {
            std::string& name = all.emplace_back(rule.text);
            std::ranges::replace(name, '-', '_');
        }
        return all;
    }();
    return names;
}

std::vector<FieldInfo> mapFields()
{
    std::vector<FieldInfo> fields;
    for (std::size_t i = 0; i < accounting::kJournalRoles.size(); ++i) {
        const accounting::JournalRoleRule& rule = accounting::kJournalRoles.at(i);
        fields.push_back(
            {.name = roleFields()[i], .title = rule.title, .help = rule.what, .value = "ACCOUNT"});
    }
    fields.push_back(kFromMonth);
    return fields;
}

void mapAccounts(Call& call, WriteTransaction& tx, RowWriter& out)
{
    std::vector<accounting::AccountAsked> asked;
    for (std::size_t i = 0; i < accounting::kJournalRoles.size(); ++i) {
        if (const auto account = call.maybeText(roleFields()[i]); account && !account->empty()) {
            asked.push_back({accounting::kJournalRoles.at(i).role, *account});
        }
    }
    const foundation::Month from = call.maybeMonth("from").value();
    accounting::setAccounts(tx, std::move(asked), from);
    reports::writeAccounts(accounting::AccountMap(tx, from), out);
}

/// The accounts of all roles from the month on, by their fields.
void readMapped(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    static const std::vector<Column> columns = [] {
        std::vector<Column> all;
        for (std::size_t i = 0; i < accounting::kJournalRoles.size(); ++i) {
            all.push_back({roleFields()[i], std::string(accounting::kJournalRoles.at(i).title),
                           ColumnType::Text, Cells::MaybeEmpty});
        }
        return all;
    }();
    const accounting::AccountMap accounts(tx, call.month("from"));
    writeRow(out, columns, [&] {
        for (const accounting::JournalRoleRule& rule : accounting::kJournalRoles) {
            const auto mapped = accounts.of(rule.role);
            out.text(mapped ? mapped->account : "");
        }
        out.endRow();
    });
}

void readDefaultDepartment(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const foundation::Month from = call.month("from");
    reports::writeDefaultDepartment(accounting::defaultDepartment(tx, from), from, out);
}

void readBoxDepartment(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const books::BoxNo number{call.integer("no")};
    reports::writeBoxDepartment(number, accounting::departmentOf(tx, number), out);
}

void setChart(Call& call, WriteTransaction& tx, RowWriter& out)
{
    reports::writeChart(accounting::setChart(tx, call.file), out);
}

void readChart(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const auto found =
        accounting::chartAccounts(tx, call.afterNumber().value_or(0), call.limit() + 1);
    const auto most = std::min(found.size(), static_cast<std::size_t>(call.limit()));
    out.begin(reports::chartAccountColumns());
    for (std::size_t i = 0; i < most; ++i) {
        reports::writeChartAccount(found[i], out);
    }
    out.end();
    if (found.size() > most) {
        call.next = std::to_string(found[most - 1].line);
    }
}

void setBoxDepartment(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const books::BoxNo number{call.integer("no")};
    reports::writeBoxDepartment(
        number,
        accounting::setBoxDepartment(tx, number, call.text("department"), call.text("reason")),
        out);
}

void setDefaultDepartment(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const foundation::Month from = call.maybeMonth("from").value();
    accounting::setDefaultDepartment(tx, from, call.text("department"));
    reports::writeDefaultDepartment(call.text("department"), from, out);
}

std::vector<Operation> charts()
{
    return {{.command = "account map",
             .address = "/accounts",
             .summary = "map several roles of the journal to accounts at once",
             .effect = "Roles without an account here keep theirs.",
             .action = Action::KeepJournal,
             .fields = mapFields(),
             .columns = kAccountRow,
             .write = mapAccounts,
             .example = "--gift-stock 1480 --grni 2110 --gift-expense 6310 --from 2026-11",
             .inverse = {.command = "account map", .thing = readMapped, .same = "from"},
             .oneWay = "A role that is mapped can be mapped to another account, not to none."},
            {.command = "account chart",
             .address = "/chart",
             .summary = "upload the accounts of your ledger: a CSV file, the account first, then "
                        "its name",
             .effect = "It replaces the earlier chart. From then on, accounts that are mapped and "
                       "those of each file must be in it.",
             .action = Action::KeepJournal,
             .columns = {"Chart", reports::chartColumns},
             .write = setChart,
             .answer = Answer::Row,
             .example = "accounts.csv",
             .takes = "text/plain|text/csv",
             .oneWay = "The earlier chart is not kept."},
            {.command = "account show-chart",
             .address = "/chart",
             .summary = "the accounts of your ledger, as uploaded",
             .action = Action::ViewJournal,
             .columns = {"ChartAccount", reports::chartAccountColumns},
             .read = readChart,
             .isPaged = true}};
}

std::vector<Operation> departments()
{
    return {{.command = "account department",
             .address = "/department",
             .summary = "set the department of boxes whose nomination and recipient have none",
             .action = Action::KeepJournal,
             .fields = {kDepartment, kFromMonth},
             .columns = {"Department", reports::defaultDepartmentColumns},
             .write = setDefaultDepartment,
             .answer = Answer::Row,
             .example = "sales --from 2026-11",
             .inverse = {.command = "account department",
                         .thing = readDefaultDepartment,
                         .same = "from"},
             .oneWay = "A department that was set can be changed, not removed."},
            {.command = "box department",
             .address = "/boxes/{no}/department",
             .summary = "charge a box to another department",
             .effect = "Until its giving stands in a batch of the journal. Both are kept "
                       "permanently, so do not name a person.",
             .action = Action::KeepJournal,
             .fields = {{.name = "no",
                         .type = Integer,
                         .title = "Box",
                         .help = "box number",
                         .need = Required,
                         .option = "NO"},
                        kDepartment,
                        kReason},
             .columns = {"BoxDepartment", reports::boxDepartmentColumns},
             .write = setBoxDepartment,
             .answer = Answer::Row,
             .example = "42 parts --reason \"the parts counter gave it\"",
             .inverse = {.command = "box department", .column = "box", .thing = readBoxDepartment},
             .oneWay = "A department that was set can be changed, not removed."}};
}

} // namespace

std::vector<Operation> accountOperations()
{
    std::vector<Operation> all = charts();
    std::ranges::move(departments(), std::back_inserter(all));
    return all;
}

} // namespace giftbox::operations
