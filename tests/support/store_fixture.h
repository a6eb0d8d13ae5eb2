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

/// What is on the shelf of an item, its cost as text.
struct OnShelf {
    std::int64_t units = 0;
    std::string cost;

    bool operator==(const OnShelf&) const = default;
};
std::ostream& operator<<(std::ostream& out, const OnShelf& shelf);

/// A store of its own with empty books on either engine, and the verbs of a story. It is 2026-06-15. Labor costs 30.00 USD an hour and a box takes no
/// minutes unless said. Every test ends with books that verify, unless it has falsified them.
class StoreFixture : public testing::TestWithParam<Engine> {
protected:
    void SetUp() override;
    void TearDown() override;
    /// What every test of the suite begins with; not run when the test is skipped.
    virtual void prepare() {}
    /// Whether the suite does what would be felt outside its store, so that it cannot share a database with other tests.
    virtual bool needsOwnDatabase() const { return false; }

    /// Opens one more store; the verbs work on it from now on. Returns its code.
    std::string openStore(const std::string& currency, const std::string& laborRate,
                          std::int64_t laborMinutes);
    void useStore(const std::string& code) { store_ = code; }
    const std::string& store() const { return store_; }
    const std::string& url() const { return url_; }
    foundation::Database& database() { return *database_; }
    /// The books were falsified on purpose: they need not verify at the end.
    void booksAreFalsified() { falsified_ = true; }

    books::Actor actor();
    /// The clock from now on: midnight of that day where the store has set no other zone than UTC.
    void itIs(const std::string& today);
    void itIsAt(const std::string& instant) { now_ = foundation::parseInstant(instant); }
    /// Far days and months are asked about from now on; until then everything is confirmed, so that stories may have any days.
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

    /// An item of contents, of packaging, or with every word given.
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
    /// The lines of a box, one `SKU kind units cost` a line.
    std::string lines(const gifting::PackedBox& packed);
    budget::MonthTotals total(const std::string& month);
    std::vector<std::string> verify();

    exchange::ImportSummary importItems(const std::string& csv);
    exchange::ImportSummary importRecipients(const std::string& csv);
    exchange::ImportSummary importReceipts(const std::string& csv);
    exchange::ImportSummary importBoxes(const std::string& csv);

    /// What an export writes, `exportTo(tx, writer)`, as CSV.
    std::string
    csv(const std::function<void(const books::ReadTransaction&, foundation::RowWriter&)>& exportTo);
    std::string monthlyReport(const std::string& first, const std::string& last);

    RawDatabase& raw();
    std::string storeId();
    /// What the last event says, as JSON.
    std::string lastDetail();
    /// Every row of every table of the store, and of what people may do in it.
    std::string allRows();

    /// Runs `work`, which must be refused with the code and leave every row of the store as it was.
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

/// The refusal of the statement, which changed nothing.
#define EXPECT_REFUSAL(code, ...)                                                                  \
    [&] {                                                                                          \
        SCOPED_TRACE(#__VA_ARGS__);                                                                \
        return refusalOf(code, [&] { __VA_ARGS__; });                                              \
    }()

/// The code of the refusal that `work` throws; empty when it throws none. For what touches no store.
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
