#include "gifting/box_poster.h"

#include "books/by_code.h"
#include "books/code.h"
#include "books/journal_facts.h"
#include "gifting/insert_boxes.h"
#include "gifting/recipient.h"
#include "gifting/statements.h"

#include <algorithm>
#include <map>

namespace giftbox::gifting {

using books::BoxNo;
using books::RecipientNo;
using budget::BoxCost;
using foundation::Batch;
using foundation::Date;
using foundation::Money;
using foundation::Refusal;

BoxPoster::BoxPoster(books::WriteTransaction& tx)
    : tx_(tx), shelf_(tx), months_(tx), limits_(tx), boxes_(boxRows()),
      planned_(sql::InsertPlannedBoxes::batch()), plannedLines_(sql::InsertPlannedLines::batch()),
      taxes_(sql::InsertBoxTaxes::batch())
{}

void BoxPoster::load(std::span<const BoxRequest> requests)
{
    loadLater(requests);
    tx_.database().settle();
}

void BoxPoster::load(std::span<const PlanRequest> requests)
{
    Wanted wanted;
    for (const PlanRequest& request : requests) {
        wanted.add(request.recipient, request.lines);
        months_.load(request.month);
        limits_.expect(request.month.firstDay());
    }
    loadLater(wanted);
    tx_.database().settle();
}

void BoxPoster::loadLater(std::span<const BoxRequest> requests)
{
    Wanted wanted;
    for (const BoxRequest& request : requests) {
        wanted.add(request.recipient, request.lines);
        months_.load(request.packedOn.month());
        limits_.expect(request.givenOn.value_or(request.packedOn));
    }
    loadLater(wanted);
}

void BoxPoster::Wanted::add(const std::string& recipient, const std::vector<BoxLine>& lines)
{
    recipients.push_back(recipient);
    for (const BoxLine& line : lines) {
        skus.push_back(line.sku);
    }
}

void BoxPoster::loadLater(const Wanted& wanted)
{
    Batch codes = sql::FindRecipientNumbers::batch();
    for (const std::string& recipient : wanted.recipients) {
        if (std::string code = books::codeKey(recipient); asked_.insert(code).second) {
            codes.add(code);
        }
    }
    tx_.database().visitLater(sql::FindRecipientNumbers{.storeId = tx_.storeId()}, codes,
                              [this](const sql::FindRecipientNumbers::Row& row) {
                                  const KnownRecipient known{.number = RecipientNo{row.recipientNo},
                                                             .code = std::string(row.code),
                                                             .doNotGift = row.doNotGift != 0,
                                                             .anonymized = row.anonymized != 0,
                                                             .unconfirmed = row.unconfirmed != 0};
                                  recipients_.add(row.called, known);
                                  limits_.expect(known.number);
                                  if (row.called != row.code) {
                                      recipients_.add(row.code, known);
                                  }
                              });
    shelf_.loadLater(wanted.skus);
}

void BoxPoster::addTyped(std::string& recipient, std::vector<BoxLine>& lines,
                         std::vector<std::string*>& typed) const
{
    if (const KnownRecipient* known = recipients_.find(recipient)) {
        recipient = known->code;
    }
    for (BoxLine& line : lines) {
        typed.push_back(&line.sku);
    }
}

void BoxPoster::name(std::span<BoxRequest> requests)
{
    std::vector<std::string*> typed;
    for (BoxRequest& request : requests) {
        addTyped(request.recipient, request.lines, typed);
    }
    shelf_.name(typed);
}

void BoxPoster::name(PlanRequest& request)
{
    std::vector<std::string*> typed;
    addTyped(request.recipient, request.lines, typed);
    shelf_.name(typed);
}

void BoxPoster::requireSound(const BoxRequest& request) const
{
    requireWhole(request.lines, request.minutes, request.override);
    gifting::requireSound(request.tax);
    tx_.requireOpen(request.packedOn);
    if (request.givenOn) {
        tx_.requireOpen(*request.givenOn);
        if (*request.givenOn < request.packedOn) {
            throw Refusal("box.given_before_packed",
                          {{"given_on", *request.givenOn}, {"packed_on", request.packedOn}});
        }
    }
}

void BoxPoster::requireSound(const PlanRequest& request) const
{
    requireWhole(request.lines, request.minutes, request.override);
    gifting::requireSound(request.tax);
    tx_.requireOpen(request.month);
    tx_.askAbout(request.month);
}

RecipientNo BoxPoster::requireGiftable(const std::string& code,
                                       const std::optional<Exemption>& exemption)
{
    const KnownRecipient* found = recipients_.find(code);
    if (found == nullptr) {
        refuseUnknown(code);
    }
    const KnownRecipient& known = *found;
    if (known.anonymized) {
        refuseAnonymized(code);
    }
    if (known.unconfirmed) {
        refuseUnconfirmed(known.code);
    }
    if (exemption) {
        books::requireText(exemption->reason(), "the exception reason", "exception_reason");
    } else if (known.doNotGift) {
        throw Refusal("recipient.do_not_gift", {{"code", code}});
    }
    return known.number;
}

std::vector<BoxPoster::PlannedLine> BoxPoster::planLines(const BoxRequest& request)
{
    std::vector<PlannedLine> planned;
    for (const BoxLine& line : merged(request.lines)) {
        inventory::ShelfItem& item = shelf_.require(line.sku);
        if (item.reserved > 0) {
            requireAvailable(item, line.units);
        }
        planned.push_back({&item, shelf_.plan(item, line.units, request.packedOn)});
    }
    return planned;
}

/// Adds what was taken, or is estimated, for a line to the cost of a box and to its gift.
void BoxPoster::addTaken(const Taken& taken, BoxCost& cost, budget::Gift& gift) const
{
    const bool isContents = taken.item.kind == inventory::ItemKind::Contents;
    (isContents ? cost.contents : cost.packaging) += taken.cost;
    (isContents ? gift.contents : gift.packaging) += taken.cost;
    const Money most = limits_.imprintedLimit(gift.on.month());
    if (isContents && taken.item.imprinted && taken.cost.minor <= most.minor * taken.units) {
        gift.imprinted += taken.cost;
    }
}

BoxPoster::Decision BoxPoster::decide(const BoxRequest& request, std::span<const PlannedLine> lines,
                                      std::int64_t minutes, RecipientNo recipient)
{
    Decision decision{.month = request.packedOn.month()};
    decision.gift.box = request.number.value_or(BoxNo{}).value;
    decision.gift.on = request.givenOn.value_or(request.packedOn);
    for (const PlannedLine& line : lines) {
        for (const inventory::LotDraw& draw : line.draws) {
            addTaken({*line.item, draw.units, draw.cost}, decision.cost, decision.gift);
        }
    }
    decision.cost.labor = laborCost(tx_.store(), decision.month, minutes);
    decision.packing = authorizeBox(tx_.store(), decision.month, months_.month(decision.month),
                                    decision.cost, request.override);
    decision.packing = both(std::move(decision.packing),
                            limits_.test(recipient, decision.gift, request.override.has_value()));
    if (request.givenOn && request.givenOn->month() != decision.month) {
        decision.month = request.givenOn->month();
        decision.giving = authorizeMove(tx_.store(), decision.month, months_.month(decision.month),
                                        decision.cost.total(), request.override);
    }
    return decision;
}

void BoxPoster::count(const BoxRequest& request, const Decision& decision, RecipientNo recipient)
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
    const BoxNo number{decision.gift.box};
    limits_.add(recipient, decision.gift);
    exceptions_.add({.step = budget::Step::Pack, .month = request.packedOn.month(), .box = number},
                    decision.packing);
    exceptions_.add({.step = budget::Step::Give, .month = decision.month, .box = number},
                    decision.giving);
}

PackedBox BoxPoster::pack(const BoxRequest& request)
{
    requireSound(request);
    const RecipientNo recipient = requireGiftable(request.recipient, request.exemption);
    const std::vector<PlannedLine> lines = planLines(request);
    const std::int64_t minutes =
        request.minutes.value_or(tx_.store().laborMinutes(request.packedOn.month()));
    Decision decision = decide(request, lines, minutes, recipient);

    const BoxNo number = request.number ? *request.number : BoxNo{++tx_.counters().box};
    const std::int64_t firstMovement = tx_.counters().movement + 1;
    const inventory::Posting posting{
        .kind = books::MovementKind::Issue, .on = request.packedOn, .box = number, .reason = {}};
    for (const PlannedLine& line : lines) {
        shelf_.take(*line.item, line.draws, posting);
    }
    months_.addMovements(request.packedOn.month(), firstMovement, tx_.counters().movement);
    decision.gift.box = number.value;
    count(request, decision, recipient);
    addTax(number, request.tax);
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
        .addNull()
        .add(minutes);
    boxes_.add(decision.cost.contents.minor)
        .add(decision.cost.packaging.minor)
        .add(decision.cost.labor.minor);
    boxes_.add(reasonFor(decision.packing))
        .add(reasonFor(decision.giving))
        .add(firstMovement)
        .add(tx_.counters().movement);

    return {.number = number,
            .recipient = request.recipient,
            .recipientNo = recipient,
            .month = decision.month,
            .cost = decision.cost,
            .verdict = both(decision.packing, decision.giving),
            .remaining = remainingAfter(months_.month(decision.month), decision.cost)};
}

PlannedResult BoxPoster::plan(const PlanRequest& request)
{
    requireSound(request);
    const RecipientNo recipient = requireGiftable(request.recipient, request.exemption);
    const std::int64_t minutes = request.minutes.value_or(tx_.store().laborMinutes(request.month));
    const std::vector<BoxLine> lines = merged(request.lines);
    budget::Gift gift{.on = request.month.firstDay()};
    const BoxCost cost = estimate(lines, request.month, minutes, gift);
    const budget::Verdict verdict =
        both(authorizeBox(tx_.store(), request.month, months_.month(request.month), cost,
                          request.override),
             limits_.test(recipient, gift, request.override.has_value()));

    const BoxNo number{++tx_.counters().box};
    gift.box = number.value;
    limits_.add(recipient, gift);
    addTax(number, request.tax);
    for (const BoxLine& line : lines) {
        inventory::ShelfItem& item = shelf_.require(line.sku);
        shelf_.reserve(item, line.units);
        plannedLines_.add(number.value).add(item.number.value).add(line.units);
    }
    months_.addCommitted(request.month, cost.total());
    exceptions_.add({.step = budget::Step::Plan, .month = request.month, .box = number}, verdict);
    planned_.add(number.value).add(recipient.value).add(request.month.number()).add(minutes);
    planned_.add(cost.contents.minor).add(cost.packaging.minor).add(cost.labor.minor);
    planned_.add(verdict.overridden.empty() ? std::nullopt : request.override);
    planned_.add(request.recipe ? std::optional(request.recipe->recipe) : std::nullopt);
    planned_.add(request.recipe ? std::optional(request.recipe->version) : std::nullopt);
    PlannedResult planned{.number = number,
                          .month = request.month,
                          .cost = cost,
                          .verdict = verdict,
                          .remaining = remainingAfter(months_.month(request.month), cost)};
    planned.digest = digestOf(request, planned, recipient, minutes);
    return planned;
}

std::string BoxPoster::digestOf(const PlanRequest& request, const PlannedResult& planned,
                                RecipientNo recipient, std::int64_t minutes)
{
    const auto maybe = [](bool there, const foundation::Value& value) {
        return there ? value : foundation::Value();
    };
    const bool isMade = request.recipe.has_value();
    const std::vector<foundation::Bind> box = {
        {"box_no", planned.number.value},
        {"recipient_no", recipient.value},
        {"labor_minutes", minutes},
        {"contents", planned.cost.contents.minor},
        {"packaging", planned.cost.packaging.minor},
        {"labor", planned.cost.labor.minor},
        {"plan_override",
         maybe(!planned.verdict.overridden.empty(), std::string_view("overridden"))},
        {"recipe_no", maybe(isMade, isMade ? request.recipe->recipe : 0)},
        {"recipe_version", maybe(isMade, isMade ? request.recipe->version : 0)},
        {"event_seq", tx_.event().value}};
    std::map<std::int64_t, std::string> lines; // by item number
    for (const BoxLine& line : merged(request.lines)) {
        const std::int64_t item = shelf_.require(line.sku).number.value;
        const std::vector<foundation::Bind> row = {{"item_no", item}, {"units", line.units}};
        lines[item] = factText(books::facts::kPlannedLine, row);
    }
    std::vector<std::string> texts;
    for (auto& [item, line] : lines) {
        texts.push_back(std::move(line));
    }
    return planDigest(factText(books::facts::kPlannedBox, box), texts);
}

BoxCost BoxPoster::estimate(std::span<const BoxLine> lines, foundation::Month month,
                            std::int64_t minutes, budget::Gift& gift)
{
    BoxCost cost{.contents = {}, .packaging = {}, .labor = laborCost(tx_.store(), month, minutes)};
    for (const BoxLine& line : lines) {
        const inventory::ShelfItem& item = shelf_.require(line.sku);
        addTaken({item, line.units, shelf_.estimate(item, line.units)}, cost, gift);
    }
    return cost;
}

MoreBoxes BoxPoster::more(const BoxRequest& request)
{
    return more(Step::Packing, request.lines, request.minutes, request.packedOn.month(),
                request.packedOn);
}

MoreBoxes BoxPoster::more(const PlanRequest& request)
{
    return more(Step::Planning, request.lines, request.minutes, request.month, inventory::kEver);
}

MoreBoxes BoxPoster::more(Step step, const std::vector<BoxLine>& lines,
                          const std::optional<std::int64_t>& minutes, foundation::Month month,
                          Date day)
{
    std::vector<RepeatedLine> repeated;
    for (const BoxLine& line : merged(lines)) {
        const inventory::ShelfItem& item = shelf_.require(line.sku);
        const auto lots = item.lotsBy(day);
        repeated.push_back({.sku = line.sku,
                            .kind = item.kind,
                            .units = line.units,
                            .available = std::min(unitsOf(lots), item.available()),
                            .lots = {lots.begin(), lots.end()},
                            .reserved = item.reserved});
    }
    const Money labor = laborCost(tx_.store(), month, minutes);
    return countMoreBoxes(step, std::move(repeated), labor, months_.month(month));
}

void BoxPoster::release(const PlannedBox& box, std::span<const BoxLine> lines)
{
    std::vector<std::string> skus(lines.size());
    std::ranges::transform(lines, skus.begin(), &BoxLine::sku);
    shelf_.load(skus);
    for (const BoxLine& line : lines) {
        shelf_.reserve(shelf_.require(line.sku), -line.units);
    }
    months_.addCommitted(box.month, -box.cost.total());
}

void BoxPoster::addTax(BoxNo number, const BoxTaxChange& tax)
{
    if (!tax.taxClass.value_or("").empty() || !tax.purpose.value_or("").empty()) {
        taxes_.add(number.value).add(tax.taxClass.value_or("")).add(tax.purpose.value_or(""));
    }
}

void BoxPoster::write()
{
    insertBoxes(tx_, boxes_);
    boxes_.clear();
    tx_.database().executeForEach(
        sql::InsertPlannedBoxes{.storeId = tx_.storeId(), .eventSeq = tx_.event().value}, planned_);
    planned_.clear();
    tx_.database().executeForEach(sql::InsertPlannedLines{.storeId = tx_.storeId()}, plannedLines_);
    plannedLines_.clear();
    exceptions_.write(tx_);
    if (!taxes_.empty()) {
        tx_.facts().add(books::facts::kBoxTax, taxes_);
        tx_.database().executeForEach(
            sql::InsertBoxTaxes{.storeId = tx_.storeId(), .eventSeq = tx_.event().value}, taxes_);
        taxes_.clear();
    }
    limits_.clear();
    shelf_.write();
    months_.write();
}

WaitingBoxes BoxPoster::waitingBefore(foundation::Month month)
{
    return gifting::waitingBefore(tx_, month, months_.month(month));
}

} // namespace giftbox::gifting
