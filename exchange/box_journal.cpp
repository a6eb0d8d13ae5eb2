#include "exchange/box_journal.h"

#include "books/code.h"
#include "foundation/text.h"
#include "gifting/box_poster.h"
#include "gifting/recipient.h"

#include <algorithm>

namespace giftbox::exchange {

using foundation::Date;

namespace {

constexpr std::int64_t kHighestNumber = 1'000'000'000;

std::vector<ImportColumn> columns()
{
    return {{"box"},         {"reference"},     {"recipient"},
            {"state"},       {"month"},         {"packed_on"},
            {"given_on"},    {"contents_cost"}, {"packaging_cost"},
            {"labor_cost"},  {"total_cost"},    {"labor_minutes"},
            {"unpacked_on"}, {"pack_override"}, {"give_override"}};
}

} // namespace

BoxJournal::BoxJournal(books::WriteTransaction& tx, ImportSource source)
    : tx_(tx), file_(std::move(source), columns(), tx.store().currency)
{
    gifting::listRecipients(tx, [this](const gifting::NumberedRecipient& one) {
        recipients_.emplace(one.recipient.code, one.number);
    });
    while (file_.next()) {
        readBox();
    }
}

JournalBox* BoxJournal::find(std::int64_t number)
{
    const auto at = boxes_.find(number);
    return at == boxes_.end() ? nullptr : &at->second;
}

void BoxJournal::reject(JournalBox& box, Column column, std::string_view sentence)
{
    box.good = false;
    file_.rejectAt(box.line, column, sentence);
}

std::optional<std::string> BoxJournal::readText(Column column)
{
    std::string words = file_.text(column);
    if (words.empty()) {
        return std::nullopt;
    }
    file_.holds(file_.line(), column, [&] { books::requireText(words, "the text"); });
    return words;
}

void BoxJournal::readBox()
{
    const std::int64_t number = file_.requiredInteger(Number);
    JournalBox box{.line = file_.line(),
                   .month = file_.month(Month),
                   .packedOn = file_.date(PackedOn),
                   .givenOn = file_.optionalDate(GivenOn),
                   .unpackedOn = file_.optionalDate(UnpackedOn),
                   .minutes = file_.requiredInteger(Minutes),
                   .cost = {.contents = file_.amount(Contents),
                            .packaging = file_.amount(Packaging),
                            .labor = file_.amount(Labor)},
                   .reference = readText(Reference),
                   .packOverride = readText(PackOverride),
                   .giveOverride = readText(GiveOverride)};
    const foundation::Money total = file_.amount(Total);
    file_.holds(box.line, State, [&] { box.state = gifting::parseBoxState(file_.code(State)); });
    const auto recipient = recipients_.find(file_.code(Recipient));
    if (recipient != recipients_.end()) {
        box.recipient = recipient->second;
    } else {
        file_.holds(box.line, Recipient, [&] { gifting::refuseUnknown(file_.code(Recipient)); });
    }
    if (file_.isHopeless()) {
        return;
    }
    box.read = file_.rowIsGood();
    if (box.read) {
        requireDates(box);
        requireCost(box, total);
        requireNew(number, box);
    }
    box.good = file_.rowIsGood();
    boxes_.try_emplace(number, box);
}

void BoxJournal::requireDates(const JournalBox& box)
{
    const auto require = [&](Column column, const std::optional<Date>& date,
                             gifting::BoxState state) {
        const std::string step(toText(state));
        if (date.has_value() != (box.state == state)) {
            file_.reject(column, "The box is " + std::string(toText(box.state)) +
                                     (date ? ". Leave this cell empty."
                                           : ". Enter the day it was " + step + "."));
        } else if (date && *date < box.packedOn) {
            file_.reject(column, "The box was " + step + " on " + toText(*date) +
                                     " but packed on " + toText(box.packedOn) +
                                     ". Enter that day or a later day.");
        } else if (date) {
            file_.holds(box.line, column, [&] { tx_.requireOpen(*date); });
        }
    };
    file_.holds(box.line, PackedOn, [&] { tx_.requireOpen(box.packedOn); });
    require(GivenOn, box.givenOn, gifting::BoxState::Given);
    require(UnpackedOn, box.unpackedOn, gifting::BoxState::Unpacked);
    if (box.giveOverride && box.state != gifting::BoxState::Given) {
        file_.reject(GiveOverride, "The box is not given. Leave this cell empty.");
    }
    // A box still packed when a month was closed counts in a later one.
    const foundation::Month least =
        (box.givenOn ? *box.givenOn : box.unpackedOn.value_or(box.packedOn)).month();
    if (box.month < least || (box.givenOn && box.month != least) ||
        box.month > tx_.today().month()) {
        file_.reject(
            Month,
            toText(box.month) + " is not the month of the box. Use " + toText(least) +
                (box.givenOn ? ", when it was given." : " or a later month that has begun."));
    }
}

void BoxJournal::requireCost(const JournalBox& box, foundation::Money total)
{
    const books::Store& store = tx_.store();
    file_.holds(box.line, Minutes, [&] { gifting::requireMinutes(box.minutes); });
    if (!file_.rowIsGood()) {
        return;
    }
    // A later rate for the same month does not affect boxes packed before.
    const foundation::Month month = box.packedOn.month();
    const auto rates = store.settings.everAt(books::Setting::LaborRate, month);
    const bool isLabor = std::ranges::any_of(rates, [&](std::int64_t rate) {
        return portion(foundation::Money{rate}, box.minutes, 60) == box.cost.labor;
    });
    if (!isLabor) {
        file_.reject(Labor, "The file has " + store.amount(box.cost.labor) + ", but " +
                                std::to_string(box.minutes) + " minutes at " +
                                store.amount(store.laborRate(month)) + " per hour are " +
                                store.amount(gifting::laborCost(store, month, box.minutes)) + ".");
    }
    file_.holds(box.line, Total, [&] {
        if (total != box.cost.total()) {
            file_.reject(Total, "The file has " + store.amount(total) +
                                    ", but its three parts add up to " +
                                    store.amount(box.cost.total()) + ".");
        }
    });
}

void BoxJournal::requireNew(std::int64_t number, const JournalBox& box)
{
    if (number < 1 || number > kHighestNumber) {
        file_.reject(Number, std::to_string(number) + " is not valid. Enter a number from 1 to " +
                                 std::to_string(kHighestNumber) + ".");
    } else if (const JournalBox* there = find(number)) {
        file_.reject(Number, "Line " + std::to_string(there->line) + " already has box " +
                                 std::to_string(number) + ". Keep one.");
    }
    if (box.reference && box.state != gifting::BoxState::Unpacked) {
        const auto [first, isFirst] = references_.try_emplace(*box.reference, box.line);
        if (!isFirst) {
            file_.reject(Reference, foundation::quoted(*box.reference) +
                                        " already belongs to the box in line " +
                                        std::to_string(first->second) + ". Use another reference.");
        }
    }
}

} // namespace giftbox::exchange
