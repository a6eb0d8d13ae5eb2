#include "gifting/box_run.h"

#include "books/code.h"

#include <algorithm>

namespace giftbox::gifting {

using books::BoxNo;
using books::RecipientNo;
using budget::BoxCost;
using foundation::Batch;
using foundation::Date;
using foundation::Money;
using foundation::Refusal;
using foundation::Row;

namespace {

constexpr std::int64_t kMostMinutes = 100'000;

/// The lines with each SKU once, its units added up, in order of first use.
std::vector<BoxLine> merged(const std::vector<BoxLine>& lines)
{
    std::vector<BoxLine> once;
    std::unordered_map<std::string_view, std::size_t> at;
    for (const BoxLine& line : lines) {
        inventory::requireUnits(line.units);
        const auto [place, isNew] = at.try_emplace(line.sku, once.size());
        if (isNew) {
            once.push_back(line);
        } else {
            once[place->second].units += line.units;
        }
    }
    return once;
}

/// What the caps said to packing it and to giving it in another month.
budget::Verdict both(budget::Verdict packing, const budget::Verdict& giving)
{
    packing.warned.insert(packing.warned.end(), giving.warned.begin(), giving.warned.end());
    packing.overridden.insert(packing.overridden.end(), giving.overridden.begin(),
                              giving.overridden.end());
    return packing;
}

} // namespace

Money laborCost(const books::Store& store, std::int64_t minutes)
{
    return portion(store.laborRate, minutes, 60);
}

BoxRun::BoxRun(books::WriteTransaction& tx)
    : tx_(tx), shelf_(tx), months_(tx),
      boxes_({"box_no", "reference", "recipient_no", "state", "month", "packed_on", "given_on",
              "labor_minutes", "contents", "packaging", "labor", "pack_override", "give_override",
              "first_movement", "last_movement"})
{}

void BoxRun::load(std::span<const BoxRequest> requests)
{
    loadLater(requests);
    tx_.database().settle();
}

void BoxRun::loadLater(std::span<const BoxRequest> requests)
{
    std::vector<std::string> skus;
    Batch codes({"code"});
    for (const BoxRequest& request : requests) {
        for (const BoxLine& line : request.lines) {
            skus.push_back(line.sku);
        }
        months_.load(request.packedOn.month());
        if (recipients_.try_emplace(request.recipient).second) {
            codes.add(request.recipient);
        }
    }
    tx_.database().visitLater(
        "gifting/find_recipient_numbers", {{"store_id", tx_.storeId()}}, codes,
        [this](const Row& row) { recipients_[row.string(0)] = RecipientNo{row.integer(1)}; });
    shelf_.loadLater(skus);
}

void BoxRun::requireSound(const BoxRequest& request) const
{
    if (request.lines.empty()) {
        throw Refusal("box.empty", "the box has no items; name at least one with --item SKU");
    }
    if (request.minutes && (*request.minutes < 0 || *request.minutes > kMostMinutes)) {
        throw Refusal("labor.negative", "the labor is " + std::to_string(*request.minutes) +
                                            " minutes; expected 0 to " +
                                            std::to_string(kMostMinutes));
    }
    if (request.override) {
        books::requireText(*request.override, "the reason for the override");
    }
    tx_.requireOpen(request.packedOn);
    if (request.givenOn) {
        tx_.requireOpen(*request.givenOn);
        if (*request.givenOn < request.packedOn) {
            throw Refusal("box.given_before_packed",
                          "given on " + toText(*request.givenOn) + ", packed on " +
                              toText(request.packedOn) +
                              "; a box is given on the day it is packed or later");
        }
    }
}

RecipientNo BoxRun::recipientNo(const std::string& code)
{
    const RecipientNo number = recipients_[code];
    if (number.value == 0) {
        throw Refusal(
            "recipient.unknown",
            "there is no recipient " + code.substr(0, 64) +
                "; `giftbox recipient list` shows them, `giftbox recipient add` adds one");
    }
    return number;
}

std::vector<BoxRun::PlannedLine> BoxRun::planLines(const BoxRequest& request)
{
    std::vector<PlannedLine> planned;
    for (const BoxLine& line : merged(request.lines)) {
        inventory::ShelfItem& item = shelf_.require(line.sku);
        planned.push_back({&item, shelf_.plan(item, line.units, request.packedOn)});
    }
    return planned;
}

BoxRun::Decision BoxRun::decide(const BoxRequest& request, std::span<const PlannedLine> lines,
                                std::int64_t minutes)
{
    Decision decision{.cost = {}, .month = request.packedOn.month(), .packing = {}, .giving = {}};
    for (const PlannedLine& line : lines) {
        const bool isContents = line.item->kind == inventory::ItemKind::Contents;
        for (const inventory::LotDraw& draw : line.draws) {
            (isContents ? decision.cost.contents : decision.cost.packaging) += draw.cost;
        }
    }
    decision.cost.labor = laborCost(tx_.store(), minutes);
    decision.packing = authorizeBox(tx_.store(), decision.month, months_.month(decision.month),
                                    decision.cost, request.override);
    if (request.givenOn && request.givenOn->month() != decision.month) {
        decision.month = request.givenOn->month();
        decision.giving = authorizeMove(tx_.store(), decision.month, months_.month(decision.month),
                                        decision.cost.total(), request.override);
    }
    return decision;
}

void BoxRun::count(const BoxRequest& request, const Decision& decision, RecipientNo recipient)
{
    if (request.givenOn) {
        months_.addGiven(decision.month, decision.cost, recipient);
    } else {
        months_.addCommitted(decision.month, decision.cost.total());
    }
    if (!decision.packing.overridden.empty()) {
        months_.addOverride(request.packedOn.month());
    }
    if (!decision.giving.overridden.empty()) {
        months_.addOverride(decision.month);
    }
}

PackedBox BoxRun::pack(const BoxRequest& request)
{
    requireSound(request);
    const RecipientNo recipient = recipientNo(request.recipient);
    const std::vector<PlannedLine> lines = planLines(request);
    const std::int64_t minutes = request.minutes.value_or(tx_.store().laborMinutes);
    const Decision decision = decide(request, lines, minutes);

    const BoxNo number{++tx_.counters().box};
    const std::int64_t firstMovement = tx_.counters().movement + 1;
    const inventory::Posting posting{.kind = inventory::MovementKind::Issue,
                                     .on = request.packedOn,
                                     .box = number,
                                     .reason = {}};
    for (const PlannedLine& line : lines) {
        shelf_.take(*line.item, line.draws, posting);
    }
    months_.addMovements(request.packedOn.month(), firstMovement, tx_.counters().movement);
    count(request, decision, recipient);
    const auto reasonFor = [&](const budget::Verdict& verdict) {
        return verdict.overridden.empty() ? std::nullopt : request.override;
    };
    boxes_.add(number.value).add(request.reference).add(recipient.value);
    boxes_.add(toText(request.givenOn ? BoxState::Given : BoxState::Packed))
        .add(decision.month.number());
    boxes_.add(request.packedOn.number());
    boxes_
        .add(request.givenOn ? std::optional<std::int64_t>(request.givenOn->number())
                             : std::nullopt)
        .add(minutes);
    boxes_.add(decision.cost.contents.minor)
        .add(decision.cost.packaging.minor)
        .add(decision.cost.labor.minor);
    boxes_.add(reasonFor(decision.packing))
        .add(reasonFor(decision.giving))
        .add(firstMovement)
        .add(tx_.counters().movement);

    const budget::MonthState& month = months_.month(decision.month);
    const Money used = month.totals.spent() + month.totals.committed;
    return {.number = number,
            .month = decision.month,
            .cost = decision.cost,
            .verdict = both(decision.packing, decision.giving),
            .room = {
                .boxTotal =
                    roomUnder(capOf(month.caps, budget::CapName::BoxTotal), decision.cost.total()),
                .boxContents = roomUnder(capOf(month.caps, budget::CapName::BoxContents),
                                         decision.cost.contents),
                .monthProgram = roomUnder(capOf(month.caps, budget::CapName::MonthProgram), used)}};
}

void BoxRun::write()
{
    tx_.database().executeForEach("gifting/insert_boxes",
                                  {{"store_id", tx_.storeId()}, {"event_seq", tx_.event().value}},
                                  boxes_);
    boxes_.clear();
    shelf_.write();
    months_.write();
}

} // namespace giftbox::gifting
