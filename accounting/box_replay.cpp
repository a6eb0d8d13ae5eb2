#include "accounting/box_replay.h"

#include "accounting/plan_check.h"

#include <algorithm>
#include <limits>

namespace giftbox::accounting {

using budget::MonthTotals;
using foundation::Money;

namespace {

constexpr int kMonthShift = 40;

/// `month 2026-11: `, also for an invalid number.
std::string nameOf(std::int64_t month)
{
    return "month " + std::to_string(month / 100) + "-" + (month % 100 < 10 ? "0" : "") +
           std::to_string(month % 100) + ": ";
}

} // namespace

BoxReplay::BoxReplay(const books::ReadTransaction& tx, const LastNumbers& last,
                     const StockReplay& stock, FactReplay& facts, Differences& differences)
    : tx_(tx), stock_(stock), facts_(facts), differences_(differences),
      boxes_(tx, sql::BoxFacts::kName, last.boxes), lastRecipient_(last.recipients),
      lastBox_(last.boxes)
{}

std::string BoxReplay::amount(std::int64_t minor) const
{
    return toText(Money{minor}, tx_.store().currency);
}

void BoxReplay::differ(std::int64_t box, const std::string& sentence)
{
    differences_.push_back("box " + std::to_string(box) + ": " + sentence);
}

void BoxReplay::add(const MovementFact& movement)
{
    if (movement.kind != books::MovementKind::Issue) {
        return;
    }
    if (!box_ || box_->number != movement.box) {
        nextBox(movement);
    }
    (stock_.isContents(movement.item) ? contents_ : packaging_) -= movement.cost;
    lastSeq_ = movement.seq;
}

void BoxReplay::nextBox(const MovementFact& movement)
{
    finishBox();
    contents_ = packaging_ = 0;
    const std::optional<BoxFact> next = takeBox(movement.box);
    if (!next) {
        differ(movement.box, "movement " + std::to_string(movement.seq) +
                                 " belongs to it, but the box is missing");
        box_ = BoxFact{.number = movement.box, .state = '?'};
        return;
    }
    box_ = next;
    facts_.box(*box_);
    if (box_->firstMovement != movement.seq) {
        differ(box_->number, "its first movement is " + std::to_string(movement.seq) + ", " +
                                 std::to_string(box_->firstMovement) + " is stored");
    }
    if (box_->recipient < 1 || box_->recipient > lastRecipient_) {
        differ(box_->number, "there is no recipient number " + std::to_string(box_->recipient));
    }
    if (box_->packedOn != movement.movedOn) {
        differ(box_->number, "its stock left on another day than the packing day");
    }
}

std::optional<BoxFact> BoxReplay::takeBox(std::int64_t number)
{
    while (lastRead_ < number) {
        const BoxFact* next = boxes_.next();
        if (next == nullptr) {
            break;
        }
        ++boxesRead_;
        lastRead_ = next->number;
        if (next->number == number) {
            return *next;
        }
        waiting_.emplace(next->number, *next);
    }
    const auto at = waiting_.find(number);
    if (at == waiting_.end()) {
        return std::nullopt;
    }
    const BoxFact box = at->second;
    waiting_.erase(at);
    return box;
}

void BoxReplay::finishBox()
{
    if (!box_ || box_->state == '?') {
        return;
    }
    const BoxFact& box = *box_;
    const auto compare = [&](const char* part, std::int64_t kept, std::int64_t recomputed) {
        if (kept != recomputed) {
            differ(box.number, std::string(part) + " " + amount(kept) + " stored, " +
                                   amount(recomputed) + " recomputed");
        }
    };
    compare("contents", box.contents, contents_);
    compare("packaging", box.packaging, packaging_);
    compare("labor", box.labor, laborOf(box));
    if (box.lastMovement != lastSeq_) {
        differ(box.number, "its last movement is " + std::to_string(lastSeq_) + ", " +
                               std::to_string(box.lastMovement) + " is stored");
    }
    countInMonths(box);
}

std::int64_t BoxReplay::laborOf(const BoxFact& box) const
{
    const foundation::Month month = monthOrFirst(box.packedOn / 100);
    const books::DatedSettings& settings = tx_.store().settings;
    const auto labor = [&](std::int64_t rate) {
        return portion(Money{rate}, box.minutes, 60).minor;
    };
    if (box.event == facts_.told().replay) {
        const auto rates =
            settings.everAt(books::Setting::LaborRate, month, books::EventSeq{box.event});
        if (std::ranges::find(rates, box.labor, labor) != rates.end()) {
            return box.labor;
        }
    }
    return labor(settings.at(books::Setting::LaborRate, month, books::EventSeq{box.event}));
}

void BoxReplay::countInMonths(const BoxFact& box)
{
    MonthTotals& month = months_[box.month];
    if (box.packOverride) {
        ++months_[box.packedOn / 100].overrides;
    }
    if (box.giveOverride) {
        ++months_[box.givenOn / 100].overrides;
    }
    if (box.state == 'p') {
        month.committed += Money{box.contents + box.packaging + box.labor};
        const auto& closed = tx_.store().closedThrough;
        const std::int64_t packed = box.packedOn / 100;
        const std::int64_t due =
            closed ? std::max<std::int64_t>(packed, closed->next().number()) : packed;
        // The months that another store had closed are open where its movements are imported.
        const bool isImported = box.event == facts_.told().replay;
        if (isImported ? box.month < due : box.month != due) {
            differ(box.number, "it counts in another month than it was packed in, or that is open");
        }
    } else if (box.state == 'u') {
        if (box.unpackedOn / 100 != box.month) {
            differ(box.number, "it was unpacked in another month than stored");
        }
        unpacked_[box.number] = box.contents + box.packaging;
    } else {
        ++month.boxesGiven;
        month.contents += Money{box.contents};
        month.packaging += Money{box.packaging};
        month.labor += Money{box.labor};
        given_.push_back((box.month << kMonthShift) | box.recipient);
        if (box.givenOn / 100 != box.month) {
            differ(box.number, "it was given in another month than it counts in");
        }
    }
}

void BoxReplay::finish()
{
    finishBox();
    while (const BoxFact* box = boxes_.next()) {
        ++boxesRead_;
        waiting_.emplace(box->number, *box);
    }
    for (const auto& [number, box] : waiting_) {
        differ(number, "it has no movements");
    }
    const std::int64_t kept = boxesRead_ + checkPlans(tx_, facts_.told(), months_, differences_);
    if (kept + numbersLeftOut() != lastBox_) {
        differences_.push_back("boxes: " + std::to_string(kept) +
                               " packed, planned or cancelled, " + std::to_string(lastBox_) +
                               " numbers were issued");
    }
    for (const auto& [month, moved] : stock_.months) {
        MonthTotals& totals = months_[month];
        totals.moved = moved.moved;
        totals.firstMovement = moved.firstMovement;
        totals.lastMovement = moved.lastMovement;
    }
    compareRecipients();
    compareMonths();
    compareReturned();
}

std::int64_t BoxReplay::numbersLeftOut() const
{
    return tx_.database().query(sql::BoxNumbersLeftOut{.storeId = tx_.storeId()})->leftOut;
}

void BoxReplay::compareReturned()
{
    for (const auto& [box, cost] : unpacked_) {
        const auto at = stock_.returned.find(box);
        const std::int64_t came = at == stock_.returned.end() ? 0 : at->second;
        if (came != cost) {
            differ(box, "it left with " + amount(cost) + " but came back with " + amount(came));
        }
    }
    for (const auto& [box, cost] : stock_.returned) {
        if (!unpacked_.contains(box)) {
            differ(box, amount(cost) + " came back, but it is not unpacked");
        }
    }
}

void BoxReplay::compareRecipients()
{
    std::sort(given_.begin(), given_.end());
    given_.erase(std::unique(given_.begin(), given_.end()), given_.end());
    for (const std::int64_t one : given_) {
        ++months_[one >> kMonthShift].recipients;
    }
    std::vector<std::int64_t> kept;
    kept.reserve(given_.size());
    for (const auto& row : tx_.database().stream(sql::MonthRecipients{.storeId = tx_.storeId()})) {
        kept.push_back((row.month << kMonthShift) | row.recipientNo);
    }
    std::vector<std::int64_t> different;
    std::set_symmetric_difference(given_.begin(), given_.end(), kept.begin(), kept.end(),
                                  std::back_inserter(different));
    for (const std::int64_t one : different) {
        differences_.push_back(nameOf(one >> kMonthShift) + "recipient number " +
                               std::to_string(one & ((std::int64_t{1} << kMonthShift) - 1)) +
                               " is either counted or given a box, but not both");
    }
}

void BoxReplay::compareMonth(std::int64_t month, const MonthTotals& kept,
                             const MonthTotals& recomputed)
{
    const std::string name = nameOf(month);
    const auto compareAmount = [&](std::string_view what, Money a, Money b) {
        if (a != b) {
            differences_.push_back(name + std::string(what) + " " + amount(a.minor) + " stored, " +
                                   amount(b.minor) + " recomputed");
        }
    };
    const auto compareCount = [&](const char* what, std::int64_t a, std::int64_t b) {
        if (a != b) {
            differences_.push_back(name + what + " " + std::to_string(a) + " stored, " +
                                   std::to_string(b) + " recomputed");
        }
    };
    compareCount("boxes given", kept.boxesGiven, recomputed.boxesGiven);
    compareCount("recipients", kept.recipients, recomputed.recipients);
    compareAmount("contents", kept.contents, recomputed.contents);
    compareAmount("packaging", kept.packaging, recomputed.packaging);
    compareAmount("labor", kept.labor, recomputed.labor);
    compareAmount("committed", kept.committed, recomputed.committed);
    for (const books::MonthFigureRule& rule : books::kMonthFigures) {
        compareAmount(rule.name, kept.of(rule.figure), recomputed.of(rule.figure));
    }
    compareCount("first movement", kept.firstMovement, recomputed.firstMovement);
    compareCount("last movement", kept.lastMovement, recomputed.lastMovement);
    compareCount("overrides", kept.overrides, recomputed.overrides);
}

void BoxReplay::compareMonths()
{
    constexpr std::int64_t kEveryNumber = std::numeric_limits<std::int64_t>::max();
    for (const auto& [month, kept] : budget::monthTotals(tx_, -kEveryNumber, kEveryNumber)) {
        compareMonth(month, kept, months_[month]);
        months_.erase(month);
    }
    for (const auto& [month, totals] : months_) {
        compareMonth(month, MonthTotals{}, totals);
    }
}

} // namespace giftbox::accounting
