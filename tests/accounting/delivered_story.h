#pragma once

#include "purchasing/record_bill.h"
#include "purchasing/return_receipt.h"
#include "purchasing/reverse_charge.h"

#include <functional>

namespace giftbox::tests {

/// A delivery of pens with its freight and its bill, and a return that is credited; each a change of its own.
inline void tellOfWhatCameTogether(
    const std::function<void(const std::function<void(books::WriteTransaction&)>&)>& change)
{
    const foundation::Date on(20260610);
    purchasing::DeliveryNo number;
    change([&](books::WriteTransaction& tx) {
        const purchasing::Delivery delivery{
            .receivedOn = on,
            .supplier = "Acme & Co",
            .reference = "D-1",
            .authorizedBy = "Dana",
            .lines = {{.sku = "PEN-01", .units = 4, .cost = foundation::Money{800}},
                      {.sku = "PEN-01", .units = 2, .cost = foundation::Money{600}}}};
        number = purchasing::receiveDelivery(tx, delivery).number;
    });
    change([&](books::WriteTransaction& tx) {
        purchasing::addFreight(tx, {.delivery = number,
                                    .amount = {300},
                                    .by = purchasing::SharedBy::Units,
                                    .supplier = "Speedy",
                                    .reference = "F-1"});
    });
    change([&](books::WriteTransaction& tx) {
        const books::LotNo lot = purchasing::lotsOf(tx, number).front().lot;
        purchasing::returnToSupplier(tx, {.lot = lot, .units = 1, .on = on, .reason = "bent"});
    });
    change([&](books::WriteTransaction& tx) {
        const auto sent = purchasing::returnsBefore(tx, std::nullopt, 1).front().movement;
        purchasing::creditReturn(
            tx, {.movement = sent, .amount = {150}, .on = on, .reference = "CN-1"});
    });
    change([&](books::WriteTransaction& tx) {
        purchasing::recordBill(tx, {.supplier = "Acme & Co",
                                    .reference = "B-1",
                                    .on = on,
                                    .amount = {1500},
                                    .deliveries = {number}});
    });
    change([](books::WriteTransaction& tx) { purchasing::reverseBill(tx, 1, "not ours"); });
    change([](books::WriteTransaction& tx) { purchasing::reverseFreight(tx, 1, "twice"); });
}

} // namespace giftbox::tests
