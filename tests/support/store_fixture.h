#pragma once

#include "accounting/close_month.h"
#include "books/set_store.h"
#include "budget/set_cap.h"
#include "exchange/export.h"
#include "exchange/import_recipients.h"
#include "gifting/adjust_stock.h"
#include "gifting/give_box.h"
#include "gifting/pack_box.h"
#include "gifting/plan_box.h"
#include "gifting/recipient.h"
#include "inventory/edit_item.h"
#include "inventory/stock.h"
#include "purchasing/receive_stock.h"
#include "reports/monthly_cost.h"
#include "tests/support/raw_database.h"
#include "tests/support/server_database.h"

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace giftbox::tests {

using foundation::Engine;
using foundation::Money;
using foundation::Refusal;

/// `Sqlite` or `Postgresql`.
std::string engineName(const testing::TestParamInfo<Engine>& engine);

/// Names end in /Sqlite and /Postgresql.
#define GIFTBOX_ON_BOTH_ENGINES(Suite)                                                             \
    INSTANTIATE_TEST_SUITE_P(, Suite,                                                              \
                             testing::Values(giftbox::foundation::Engine::Sqlite,                  \
                                             giftbox::foundation::Engine::Postgresql),             \
                             giftbox::tests::engineName)

/// The stock of an item, with its cost as text.
struct OnShelf {
    std::int64_t units = 0;
    std::string cost;

    bool operator==(const OnShelf&) const = default;
};
std::ostream& operator<<(std::ostream& out, const OnShelf& shelf);

/// A separate store with empty books on either engine, and the steps of a story. It is 2026-06-15. The labor rate is
/// 30.00 USD per hour, and a box takes no minutes by default. Every test ends with books that verify, unless it
/// falsified them.
class StoreFixture : public testing::TestWithParam<Engine> {
protected:
    void SetUp() override;
    void TearDown() override;
    /// The start of every test in the suite; not run for skipped tests.
    virtual void prepare() {}
    /// Whether the suite has effects outside its store, so that it needs a separate database.
    virtual bool needsOwnDatabase() const { return false; }

    /// Opens another store; later steps use it. Returns its code.
    std::string openStore(const std::string& currency, const std::string& laborRate,
                          std::int64_t laborMinutes);
    void useStore(const std::string& code) { store_ = code; }
    const std::string& store() const { return store_; }
    const std::string& url() const { return url_; }
    foundation::Database& database() { return *database_; }
    /// Marks the books as falsified on purpose, so they need not verify at the end.
    void booksAreFalsified() { falsified_ = true; }

    books::Actor actor();
    /// Sets the clock to midnight of that day, in UTC unless the store has another zone.
    void itIs(const std::string& today);
    void itIsAt(const std::string& instant) { now_ = foundation::parseInstant(instant); }
    /// From now on, distant days and months need confirmation; before, all are confirmed, so that stories may use any
    /// day.
    void nothingIsConfirmed() { confirmed_ = false; }
    void allIsConfirmed() { confirmed_ = true; }
    void actsAs(const std::string& actor) { actor_ = actor; }

    template <class Work>
    auto write(Work&& work)
    {
        return books::write(database(), store_, actor(), std::forward<Work>(work));
    }
    template <class Work>
    auto read(Work&& work)
    {
        return books::read(database(), store_, std::forward<Work>(work));
    }

    /// Adds a contents item, a packaging item, or one with all fields.
    void item(const std::string& sku);
    void packagingItem(const std::string& sku);
    void add(const inventory::Item& item);
    void edit(const std::string& sku, const foundation::Said& said);
    void retire(const std::string& sku);
    void recipient(const std::string& code);
    void cap(const std::string& name, const std::string& amount, budget::CapAction action,
             const std::string& from = "2026-01");

    /// A setting that changes by month, in minor units, minutes or months.
    void setFrom(books::Setting setting, std::int64_t value, const std::string& from = "2026-01",
                 const std::string& reason = "as agreed");

    purchasing::ReceivedLot stock(const std::string& sku, std::int64_t units,
                                  const std::string& cost, const std::string& on);
    purchasing::ReceivedLot receive(const purchasing::Receipt& receipt);
    gifting::PackedBox pack(const std::string& to, const std::vector<gifting::BoxLine>& lines,
                            const std::string& on);
    gifting::PackedBox pack(const gifting::BoxRequest& request);
    gifting::PackedBox packAndGive(const std::string& to,
                                   const std::vector<gifting::BoxLine>& lines,
                                   const std::string& on);
    gifting::GivenBox give(const gifting::PackedBox& box, const std::string& on,
                           const std::optional<std::string>& override = std::nullopt);
    gifting::Box unpack(const gifting::PackedBox& box, const std::string& on);
    gifting::Adjustment writeOff(const std::string& sku, std::int64_t units, const std::string& on);
    gifting::Adjustment count(const std::string& sku, std::int64_t units, const std::string& on,
                              const std::optional<std::string>& foundCost = std::nullopt);
    accounting::ClosedMonth close(const std::string& month);

    Money money(const std::string& amount);
    std::string text(Money amount);
    OnShelf onShelf(const std::string& sku);
    gifting::Box box(const gifting::PackedBox& packed);
    /// The lines of a box, `SKU kind units cost` per line.
    std::string lines(const gifting::PackedBox& packed);
    budget::MonthTotals total(const std::string& month);
    std::vector<std::string> verify();

    exchange::ImportSummary importItems(const std::string& csv);
    exchange::ImportSummary importRecipients(const std::string& csv);
    exchange::ImportSummary importReceipts(const std::string& csv);
    exchange::ImportSummary importBoxes(const std::string& csv);

    /// The output of `exportTo(tx, writer)`, as CSV.
    std::string
    csv(const std::function<void(const books::ReadTransaction&, foundation::RowWriter&)>& exportTo);
    std::string monthlyReport(const std::string& first, const std::string& last);

    RawDatabase& raw();
    std::string storeId();
    /// The detail of the last event, as JSON.
    std::string lastDetail();
    /// All rows of the store, and of the roles in it.
    std::string allRows();

    /// Runs `work` and expects a refusal with the code, without any change in the store.
    Refusal refusalOf(const std::string& code, const std::function<void()>& work);

private:
    std::optional<ServerDatabase> own_;
    std::unique_ptr<foundation::Database> database_;
    std::unique_ptr<RawDatabase> raw_;
    std::string folder_;
    std::string url_;
    std::string store_;
    std::string actor_ = "ann";
    foundation::Instant now_{1'781'481'600'000}; // 2026-06-15T00:00:00Z
    bool confirmed_ = true;
    bool falsified_ = false;
};

/// The refusal of the statement, without any change.
#define EXPECT_REFUSAL(code, ...)                                                                  \
    [&] {                                                                                          \
        SCOPED_TRACE(#__VA_ARGS__);                                                                \
        return refusalOf(code, [&] { __VA_ARGS__; });                                              \
    }()

/// The code of the refusal thrown by `work`; empty without one. For work without a store.
std::string codeOf(const std::function<void()>& work);

foundation::Date day(const std::string& text);
foundation::Month month(const std::string& text);

} // namespace giftbox::tests

namespace giftbox::foundation {
void PrintTo(Engine engine, std::ostream* out);
} // namespace giftbox::foundation

namespace giftbox::budget {
void PrintTo(const MonthTotals& totals, std::ostream* out);
void PrintTo(const BoxCost& cost, std::ostream* out);
} // namespace giftbox::budget
