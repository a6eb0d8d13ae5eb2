#include "tests/gifting/receipt_steps.h"

#include "purchasing/correct_receipt.h"
#include "purchasing/record_bill.h"
#include "purchasing/return_receipt.h"
#include "purchasing/reverse_charge.h"
#include "tests/gifting/program_differences.h"

#include <algorithm>

namespace giftbox::tests {

using books::WriteTransaction;
using foundation::Money;

namespace {

bool agreeOnDelivery(const Step& step, NaiveProgram& naive, const Takes& takes)
{
    const auto& n = step.numbers;
    purchasing::Delivery delivery{.receivedOn = foundation::Date(dayAfter(n[0])),
                                  .reason = "as agreed"};
    std::vector<NaiveProgram::Line> lines;
    for (int i = 0; i <= n[1] % 3; ++i) {
        const NaiveProgram::Line line{.item = (n[2] + i * n[3]) % NaiveProgram::kItems,
                                      .units = n[4 + static_cast<std::size_t>(i)] % 30,
                                      .cost = n[5] * (1 + i)};
        lines.push_back(line);
        delivery.lines.push_back(
            {.sku = sku(line.item), .units = line.units, .cost = Money{line.cost}});
    }
    return takes([&](WriteTransaction& tx) { purchasing::receiveDelivery(tx, delivery); }) ==
           naive.deliver(lines, delivery.receivedOn.number());
}

bool agreeOnCharge(const Step& step, NaiveProgram& naive, const Takes& takes)
{
    const auto& n = step.numbers;
    const int deliveries = naive.deliveries();
    const int delivery = n[1] % 9 == 0 || deliveries == 0 ? n[1] % 4 : 1 + n[1] % deliveries;
    const std::string reference = "F-" + std::to_string(n[2] % 5);
    const std::int64_t amount = n[3] % 13 == 0 ? n[3] % 2 - 1 : n[3] * (1 + n[4] % 3);
    if (step.verb == "bill") {
        const purchasing::Bill same{.supplier = "Harbor",
                                    .reference = reference,
                                    .on = foundation::Date(dayAfter(n[0])),
                                    .amount = Money{amount},
                                    .deliveries = {purchasing::DeliveryNo{delivery}}};
        return takes([&](WriteTransaction& tx) { purchasing::recordBill(tx, same); }) ==
               naive.bill(static_cast<std::size_t>(delivery), amount, same.on.number(), n[2] % 5);
    }
    const purchasing::Freight same{.delivery = {delivery},
                                   .amount = Money{amount},
                                   .by = static_cast<purchasing::SharedBy>(n[5] % 3),
                                   .supplier = "Speedy",
                                   .reference = reference};
    return takes([&](WriteTransaction& tx) { purchasing::addFreight(tx, same); }) ==
           naive.freight(static_cast<std::size_t>(delivery), amount, "vul"[n[5] % 3], n[2] % 5);
}

/// Mostly of the last one, which mostly was made just now.
bool agreeOnChargeReversal(const Step& step, NaiveProgram& naive, const Takes& takes)
{
    const bool isBill = step.verb == "reverseBill";
    if (!agreeOnCharge({.verb = isBill ? "bill" : "freight", .numbers = step.numbers}, naive,
                       takes)) {
        return false;
    }
    const int last = naive.charges(isBill ? 'b' : 'f');
    const std::int64_t number = step.numbers[6] % 3 == 0 ? 1 + step.numbers[7] % 4 : last;
    return takes([&](WriteTransaction& tx) {
               isBill ? purchasing::reverseBill(tx, number, "not ours")
                      : purchasing::reverseFreight(tx, number, "twice");
           }) == naive.reverseCharge(isBill ? 'b' : 'f', static_cast<std::size_t>(number));
}

bool agreeOnCorrection(const Step& step, NaiveProgram& naive, const Takes& takes)
{
    const auto& n = step.numbers;
    const std::size_t lot = static_cast<std::size_t>(n[1]) % (naive.lots().size() + 2);
    NaiveProgram::Correction correction{.units = n[2] % 30, .cost = n[3] * (1 + n[4] % 5)};
    if (lot > 0 && lot <= naive.lots().size()) {
        const NaiveProgram::Lot& there = naive.lots()[lot - 1];
        correction.reference = there.reference;
        correction.units = n[5] % 3 == 0 ? there.units : there.units + n[2] % 9 - 3;
        correction.cost = n[6] % 3 == 0 ? there.cost : correction.cost;
    }
    if (n[7] % 3 == 0) {
        correction.reference = "INV-" + std::to_string(lot) + "-" + std::to_string(n[7] % 2);
    }
    purchasing::ReceiptCorrection same{.lot = books::LotNo{static_cast<std::int64_t>(lot)},
                                       .units = correction.units,
                                       .cost = Money{correction.cost},
                                       .reason = "typed wrong"};
    if (!correction.reference.empty()) {
        same.reference = correction.reference;
    }
    return takes([&](WriteTransaction& tx) { purchasing::correctReceipt(tx, same); }) ==
           naive.correct(lot, correction);
}

bool agreeOnReturn(const Step& step, NaiveProgram& naive, const Takes& takes)
{
    const auto& n = step.numbers;
    std::size_t lot = static_cast<std::size_t>(n[1]) % (naive.lots().size() + 2);
    int day = dayAfter(n[0]);
    for (std::size_t i = 0; i < naive.lots().size() && n[3] % 4 != 0; ++i) {
        // Mostly a receipt of which something is left, on a day after it.
        const NaiveProgram::Lot& other = naive.lots()[(lot + i) % naive.lots().size()];
        if (other.bought && other.unitsLeft > 0) {
            lot = static_cast<std::size_t>(other.number);
            day = std::max(day, other.day);
            break;
        }
    }
    const purchasing::SupplierReturn same{.lot = books::LotNo{static_cast<std::int64_t>(lot)},
                                          .units = n[2] % 7,
                                          .on = foundation::Date(day),
                                          .reason = "wrong color"};
    return takes([&](WriteTransaction& tx) { purchasing::returnToSupplier(tx, same); }) ==
           naive.giveBack(lot, same.units, day);
}

/// Mostly a return that stands.
std::size_t returnAsked(const Step& step, const NaiveProgram& naive)
{
    const auto& movements = naive.movements();
    const std::size_t asked = static_cast<std::size_t>(step.numbers[1]) % (movements.size() + 2);
    for (std::size_t i = 0; i < movements.size() && step.numbers[3] % 4 != 0; ++i) {
        const std::size_t other = (asked + i) % movements.size();
        if (movements[other].kind == 's' && !movements[other].reversed) {
            return other + 1;
        }
    }
    return asked;
}

/// A credit of a return, or its reversal; mostly of one made just now, if there is anything to return.
bool agreeOnCredit(const Step& step, NaiveProgram& naive, const Takes& takes)
{
    const auto& n = step.numbers;
    if (n[4] % 4 != 0 && !agreeOnReturn(step, naive, takes)) {
        return false;
    }
    const std::size_t asked = returnAsked(step, naive);
    const auto number = static_cast<std::int64_t>(asked);
    if (step.verb == "reverseReturn") {
        return takes([&](WriteTransaction& tx) {
                   purchasing::reverseReturn(tx, number, "they stayed");
               }) == naive.reverseReturn(asked);
    }
    int day = dayAfter(n[0]);
    if (asked > 0 && asked <= naive.movements().size() && n[5] % 5 != 0) {
        day = std::max(day, naive.movements()[asked - 1].day);
    }
    const std::int64_t amount = n[6] % 12 == 0 ? -1 : n[7];
    return takes([&](WriteTransaction& tx) {
               purchasing::creditReturn(tx, {.movement = number,
                                             .amount = Money{amount},
                                             .on = foundation::Date(day),
                                             .reference = "CN-1"});
           }) == naive.credit(asked, amount, day);
}

} // namespace

bool isReceiptStep(const Step& step)
{
    return step.verb == "deliver" || step.verb == "correct" || step.verb == "giveBack" ||
           step.verb == "credit" || step.verb == "reverseReturn" || step.verb == "bill" ||
           step.verb == "freight" || step.verb == "reverseBill" || step.verb == "reverseFreight";
}

bool agreeOnReceipt(const Step& step, NaiveProgram& naive, const Takes& takes)
{
    if (step.verb == "reverseBill" || step.verb == "reverseFreight") {
        return agreeOnChargeReversal(step, naive, takes);
    }
    return step.verb == "bill" || step.verb == "freight" ? agreeOnCharge(step, naive, takes)
           : step.verb == "deliver"                      ? agreeOnDelivery(step, naive, takes)
           : step.verb == "correct"                      ? agreeOnCorrection(step, naive, takes)
           : step.verb == "giveBack"                     ? agreeOnReturn(step, naive, takes)
                                                         : agreeOnCredit(step, naive, takes);
}

} // namespace giftbox::tests
