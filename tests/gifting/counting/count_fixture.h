#pragma once

#include "gifting/counting/post_count.h"
#include "gifting/counting/record_count.h"
#include "gifting/counting/start_count.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests {

/// Stock: 3 mugs for 10.00 and 5 for 25.00, 4 hats for 20.00, and a pen that was never bought.
class CountFixture : public StoreFixture {
protected:
    void prepare() override
    {
        inBin("MUG-01", "A-1", "mugs");
        inBin("HAT-01", "A-1", "hats");
        inBin("PEN-01", "B-2", "pens");
        recipient("C-1");
        stock("MUG-01", 3, "10.00", "2026-06-01");
        stock("MUG-01", 5, "25.00", "2026-06-10");
        stock("HAT-01", 4, "20.00", "2026-06-02");
    }

    void inBin(const std::string& sku, const std::string& bin, const std::string& category)
    {
        add({.sku = sku, .name = "Item " + sku, .category = category, .bin = bin});
    }

    gifting::CountNo start(const gifting::CountStart& request)
    {
        return write([&](auto& tx) { return gifting::startCount(tx, request); }).number;
    }
    gifting::CountNo start(const std::string& on = "2026-06-15") { return start({.on = day(on)}); }

    gifting::CountLine counts(gifting::CountNo number, const gifting::CountedUnits& counted)
    {
        return write([&](auto& tx) { return gifting::recordCount(tx, number, counted); });
    }
    gifting::CountLine counts(gifting::CountNo number, const std::string& sku, std::int64_t units)
    {
        return counts(number, {.sku = sku, .units = units});
    }
    /// As the books have it.
    void countsAll(gifting::CountNo number)
    {
        counts(number, "MUG-01", 8);
        counts(number, "HAT-01", 4);
        counts(number, "PEN-01", 0);
    }

    gifting::PostedCount post(const gifting::CountPosting& request)
    {
        return write([&](auto& tx) { return gifting::postCount(tx, request); });
    }
    gifting::PostedCount post(gifting::CountNo number)
    {
        return post({.number = number, .reason = "stock-take"});
    }
    gifting::CountSession cancel(gifting::CountNo number, const std::string& reason = "wrong bin")
    {
        return write([&](auto& tx) { return gifting::cancelCount(tx, number, reason); });
    }

    gifting::CountSession session(gifting::CountNo number)
    {
        return read([&](const auto& tx) { return gifting::requireCountSession(tx, number); });
    }
    std::vector<gifting::CountLine> linesIn(gifting::CountNo number)
    {
        return read([&](const auto& tx) {
            return gifting::linesOfCount(tx, gifting::requireCountSession(tx, number));
        });
    }
    std::vector<std::string> skusIn(gifting::CountNo number)
    {
        std::vector<std::string> skus;
        for (const gifting::CountLine& line : linesIn(number)) {
            skus.push_back(line.sku);
        }
        return skus;
    }
    std::int64_t events()
    {
        return std::stoll(
            raw().column("SELECT COUNT(*) FROM event WHERE store_id = " + storeId()).front());
    }
};

} // namespace giftbox::tests
