#include "reports/recipient_history.h"

#include "gifting/planned_box.h"
#include "gifting/selection/nomination.h"
#include "reports/statements.h"

#include <map>

namespace giftbox::reports {

using books::ReadTransaction;
using books::RecipientNo;
using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::Month;

namespace {

struct HistoryMonth {
    std::int64_t nominated = 0; ///< including declined ones
    std::int64_t declined = 0;
    std::string_view selected; ///< `selected`, `approved`, or empty
    std::int64_t boxes = 0;    ///< planned, packed and given
    std::optional<foundation::Date> givenOn;
    foundation::Money cost;
};
using History = std::map<Month, HistoryMonth>;

void addNominations(const ReadTransaction& tx, RecipientNo recipient, History& history)
{
    gifting::listNominations(tx, {.month = {}, .adviser = {}, .recipient = recipient, .state = {}},
                             [&](const gifting::Nomination& one) {
                                 if (one.state != gifting::NominationState::Withdrawn) {
                                     HistoryMonth& month = history[one.month];
                                     ++month.nominated;
                                     month.declined +=
                                         one.state == gifting::NominationState::Declined ? 1 : 0;
                                 }
                             });
}

void addSelections(const ReadTransaction& tx, RecipientNo recipient, History& history)
{
    for (const auto& row : tx.database().query(
             sql::SelectionsOfRecipient{.storeId = tx.storeId(), .recipientNo = recipient.value})) {
        history[row.month].selected = row.approvedEvent == 0 ? "selected" : "approved";
    }
}

void addBoxes(const ReadTransaction& tx, RecipientNo recipient, History& history)
{
    gifting::listPlannedBoxes(tx, {.month = {}, .recipient = recipient},
                              [&](const gifting::PlannedBox& box) {
                                  if (box.state == gifting::PlanState::Planned) {
                                      ++history[box.month].boxes;
                                  }
                              });
    gifting::listBoxes(tx, {.month = {}, .state = {}, .recipient = recipient},
                       [&](const gifting::Box& box) {
                           if (box.state != gifting::BoxState::Unpacked) {
                               HistoryMonth& month = history[box.month];
                               ++month.boxes;
                               month.givenOn = std::max(month.givenOn, box.givenOn);
                               month.cost += box.cost.total();
                           }
                       });
}

} // namespace

const std::vector<Column>& recipientHistoryColumns()
{
    static const std::vector<Column> columns = {
        {"month", "Month", ColumnType::Date},
        {"nominated", "Nominated", ColumnType::Integer},
        {"declined", "Declined", ColumnType::Integer},
        {"selected", "Selected", ColumnType::Code, Cells::MaybeEmpty},
        {"boxes", "Boxes", ColumnType::Integer},
        {"given_on", "Handed over", ColumnType::Date, Cells::MaybeEmpty},
        {"total_cost", "Cost", ColumnType::Amount}};
    return columns;
}

void writeRecipientHistory(const ReadTransaction& tx, RecipientNo recipient,
                           foundation::RowWriter& out)
{
    History history;
    addNominations(tx, recipient, history);
    addSelections(tx, recipient, history);
    addBoxes(tx, recipient, history);
    out.begin(recipientHistoryColumns());
    for (const auto& [month, one] : history) {
        out.month(month);
        out.integer(one.nominated);
        out.integer(one.declined);
        one.selected.empty() ? out.empty() : out.code(one.selected);
        out.integer(one.boxes);
        one.givenOn ? out.date(*one.givenOn) : out.empty();
        out.amount(one.cost);
        out.endRow();
    }
    out.end();
}

} // namespace giftbox::reports
