#include "gifting/take_back_box.h"

#include "books/code.h"
#include "foundation/json.h"
#include "gifting/give_box.h"
#include "gifting/planned_box.h"
#include "gifting/statements.h"

namespace giftbox::gifting {

using books::BoxNo;
using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Date;
using foundation::Refusal;

namespace {

constexpr std::int64_t kEventsOfHandovers = 20'000;

Box requireGiven(const WriteTransaction& tx, BoxNo number)
{
    std::optional<Box> box = findBox(tx, number);
    const auto refuse = [number](std::string_view state) {
        throw Refusal("box.not_given", {{"number", number.value}, {"state", state}});
    };
    if (!box) {
        if (const std::optional<PlannedBox> plan = findPlannedBox(tx, number)) {
            refuse(toText(plan->state));
        }
        box = requireBox(tx, number);
    }
    if (box->state != BoxState::Given) {
        refuse(toText(box->state));
    }
    const auto& closed = tx.store().closedThrough;
    if (closed && box->month <= *closed) {
        throw Refusal(
            "box.given_in_closed_month",
            {{"number", number.value}, {"given_on", *box->givenOn}, {"month", box->month}});
    }
    return *std::move(box);
}

/// Its cost is committed again, and no longer spent.
void moveBack(WriteTransaction& tx, const Box& box, foundation::Month to)
{
    const auto others = tx.database().query(sql::OthersGiven{.storeId = tx.storeId(),
                                                             .recipientNo = box.recipient.value,
                                                             .month = box.month,
                                                             .boxNo = box.number.value});
    budget::MonthBook months(tx);
    months.removeGiven(box.month, box.cost,
                       others->boxes == 0 ? std::optional(box.recipient) : std::nullopt);
    if (box.giveOverride) {
        months.removeOverride(box.month);
    }
    months.addCommitted(to, box.cost.total());
    months.write();
}

} // namespace

void enterTakeBack(WriteTransaction& tx, Box& box, const std::string& reason)
{
    const foundation::Month to = tx.correctionDay(box.packedOn).month();
    moveBack(tx, box, to);
    const sql::InsertTakeBack row{.storeId = tx.storeId(),
                                  .eventSeq = tx.event().value,
                                  .boxNo = box.number.value,
                                  .givenOn = *box.givenOn,
                                  .takenBackOn = tx.today(),
                                  .giveOverride = box.giveOverride,
                                  .reason = reason};
    tx.facts().add(books::facts::kBoxTakeBack, row.binds());
    tx.database().execute(row);
    box.state = BoxState::Packed;
    box.month = to;
    box.givenOn = {};
    box.giveOverride = {};
}

Box takeBackBox(WriteTransaction& tx, BoxNo number, const std::string& reason)
{
    books::requireText(reason, "the reason for taking the box back", "reason");
    Box box = requireGiven(tx, number);
    const Date givenOn = *box.givenOn;
    enterTakeBack(tx, box, reason);
    updateBox(tx, box);
    tx.record("box.take_back", "box " + std::to_string(number.value),
              foundation::JsonObject()
                  .add("given_on", toText(givenOn))
                  .add("total", toText(box.cost.total(), tx.store().currency))
                  .text());
    return box;
}

std::optional<Handover> lastHandover(const ReadTransaction& tx, BoxNo number)
{
    const std::string subject = "box " + std::to_string(number.value);
    const auto row = tx.database().query(sql::LastHandover{
        .storeId = tx.storeId(), .subject = subject, .newest = kEventsOfHandovers});
    return row ? std::optional(
                     Handover{.actor = std::string(row->actor), .recordedAt = row->recordedAt})
               : std::nullopt;
}

std::vector<TakenBack> takenBack(const ReadTransaction& tx, BoxNo number)
{
    std::vector<TakenBack> all;
    for (const auto& row :
         tx.database().query(sql::TakeBacksOfBox{.storeId = tx.storeId(), .boxNo = number.value})) {
        all.push_back({.givenOn = row.givenOn,
                       .on = row.takenBackOn,
                       .giveOverride = std::optional<std::string>(row.giveOverride),
                       .reason = std::string(row.reason),
                       .actor = std::string(row.actor)});
    }
    return all;
}

} // namespace giftbox::gifting
