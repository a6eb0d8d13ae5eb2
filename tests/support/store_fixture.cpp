#include "tests/support/store_fixture.h"

#include "accounting/table_places.h"
#include "accounting/upgrade_books.h"
#include "accounting/verify_books.h"
#include "books/create_store.h"
#include "inventory/add_item.h"
#include "tests/support/details.h"
#include "tests/support/first_settings.h"
#include "tests/support/program.h"
#include "tests/support/sqlite_file.h"

#include <cstdlib>
#include <filesystem>
#include <random>
#include <sstream>

namespace giftbox::tests {

namespace {

constexpr int kMostTries = 200;

std::string newFolder()
{
    std::string folder = (std::filesystem::temp_directory_path() / "giftbox-test-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) {
        throw std::runtime_error("cannot make " + folder);
    }
    return folder;
}

/// All processes of a test run share one PostgreSQL database, so codes must be unique.
std::string newStoreCode()
{
    static std::random_device device;
    std::ostringstream code;
    code << "T-" << std::hex << device() << device();
    return code.str().substr(0, 18);
}

inventory::Item plainItem(const std::string& sku, inventory::ItemKind kind)
{
    inventory::Item item;
    item.sku = sku;
    item.name = "Item " + sku;
    item.kind = kind;
    item.category = "things";
    item.unit = "each";
    return item;
}

} // namespace

std::string engineName(const testing::TestParamInfo<Engine>& engine)
{
    return engine.param == Engine::Sqlite ? "Sqlite" : "Postgresql";
}

std::ostream& operator<<(std::ostream& out, const OnShelf& shelf)
{
    return out << shelf.units << " units for " << shelf.cost;
}

foundation::Date day(const std::string& text) { return foundation::parseDate(text); }
foundation::Month month(const std::string& text) { return foundation::parseMonth(text); }

std::string codeOf(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Refusal& refusal) {
        return refusal.code();
    }
    return "";
}

void StoreFixture::SetUp()
{
    if (GetParam() == Engine::Postgresql) {
        const char* server = std::getenv("GIFTBOX_TEST_POSTGRESQL");
        if (server == nullptr) {
            GTEST_SKIP() << kNoServer;
        }
        url_ = needsOwnDatabase() ? own_.emplace(server).url() : server;
        database_ = std::make_unique<foundation::Database>(foundation::Database::open(url_));
    } else {
        folder_ = newFolder();
        url_ = folder_ + "/store.db";
        database_ = newSqliteFile(url_);
    }
    accounting::upgradeBooks(*database_);
    if (own_ && own_->isOfCluster()) {
        foundation::distribute(*database_, accounting::tablePlaces());
    }
    openStore("USD", "30.00", 0);
    prepare();
}

void StoreFixture::TearDown()
{
    if (!store_.empty() && !falsified_) {
        EXPECT_EQ(verify(), std::vector<std::string>{});
    }
    raw_.reset();
    database_.reset();
    if (!folder_.empty()) {
        std::filesystem::remove_all(folder_);
    }
}

std::string StoreFixture::openStore(const std::string& currency, const std::string& laborRate,
                                    std::int64_t laborMinutes)
{
    const foundation::Currency money = foundation::currencyOf(currency);
    // Stores created at the same time get the same number, and all but one are refused.
    for (int tries = 1;; ++tries) {
        const books::Store wanted{
            .code = newStoreCode(),
            .name = "Test store",
            .legalEntity = "Test Motors Inc.",
            .currency = money,
            .settings = books::DatedSettings(
                firstSettings(laborMinutes, foundation::parseMoney(laborRate, money).minor)),
            .timeZones = foundation::ZoneHistory::always("UTC")};
        try {
            books::createStore(database(), wanted, actor());
            store_ = wanted.code;
            return store_;
        } catch (const Refusal& refusal) {
            if (refusal.code() != "store.exists" || tries == kMostTries) {
                throw;
            }
        }
    }
}

books::Actor StoreFixture::actor()
{
    now_.unixMs += 1000; // each moment is unique
    return {.name = actor_,
            .now = now_,
            .machineZone = "",
            .requestKey = "",
            .isConfirmed = confirmed_};
}

void StoreFixture::itIs(const std::string& today) { itIsAt(today + "T00:00:00Z"); }

void StoreFixture::item(const std::string& sku)
{
    add(plainItem(sku, inventory::ItemKind::Contents));
}

void StoreFixture::packagingItem(const std::string& sku)
{
    add(plainItem(sku, inventory::ItemKind::Packaging));
}

void StoreFixture::add(const inventory::Item& item)
{
    write([&](auto& tx) { return inventory::addItem(tx, item), 0; });
}

void StoreFixture::edit(const std::string& sku, const foundation::Said& said)
{
    write([&](auto& tx) { return inventory::editItem(tx, sku, said); });
}

void StoreFixture::retire(const std::string& sku)
{
    write([&](auto& tx) { return inventory::retireItem(tx, sku), 0; });
}

void StoreFixture::recipient(const std::string& code)
{
    gifting::Recipient recipient;
    recipient.code = code;
    recipient.name = "Customer " + code;
    recipient.group = "service";
    write([&](auto& tx) { return gifting::addRecipient(tx, recipient), 0; });
}

void StoreFixture::cap(const std::string& name, const std::string& amount, budget::CapAction action,
                       const std::string& from)
{
    const budget::Cap cap{.name = budget::parseCapName(name),
                          .from = month(from),
                          .amount = money(amount),
                          .action = action};
    write([&](auto& tx) { return budget::setCap(tx, cap, "as agreed"), 0; });
}

void StoreFixture::setFrom(books::Setting setting, std::int64_t value, const std::string& from,
                           const std::string& reason)
{
    write([&](auto& tx) {
        books::setStore(tx, {.dated = {{setting, value}}, .from = month(from), .reason = reason});
        return 0;
    });
}

purchasing::ReceivedLot StoreFixture::stock(const std::string& sku, std::int64_t units,
                                            const std::string& cost, const std::string& on)
{
    purchasing::Receipt receipt;
    receipt.sku = sku;
    receipt.units = units;
    receipt.cost = money(cost);
    receipt.receivedOn = day(on);
    receipt.reason = receipt.cost == Money{0} ? "sample" : "";
    return receive(receipt);
}

purchasing::ReceivedLot StoreFixture::receive(const purchasing::Receipt& receipt)
{
    return write([&](auto& tx) { return purchasing::receiveStock(tx, receipt); });
}

gifting::PackedBox StoreFixture::pack(const gifting::BoxRequest& request)
{
    return write([&](auto& tx) { return gifting::packBox(tx, request); });
}

gifting::PackedBox StoreFixture::pack(const std::string& to,
                                      const std::vector<gifting::BoxLine>& lines,
                                      const std::string& on)
{
    gifting::BoxRequest request;
    request.recipient = to;
    request.lines = lines;
    request.packedOn = day(on);
    return pack(request);
}

gifting::PackedBox StoreFixture::packAndGive(const std::string& to,
                                             const std::vector<gifting::BoxLine>& lines,
                                             const std::string& on)
{
    gifting::BoxRequest request;
    request.recipient = to;
    request.lines = lines;
    request.packedOn = day(on);
    request.givenOn = day(on);
    return pack(request);
}

gifting::GivenBox StoreFixture::give(const gifting::PackedBox& box, const std::string& on,
                                     const std::optional<std::string>& override)
{
    return write([&](auto& tx) { return gifting::giveBox(tx, box.number, day(on), override); });
}

gifting::Box StoreFixture::unpack(const gifting::PackedBox& box, const std::string& on)
{
    return write(
        [&](auto& tx) { return gifting::unpackBox(tx, box.number, day(on), "packed by mistake"); });
}

gifting::Adjustment StoreFixture::writeOff(const std::string& sku, std::int64_t units,
                                           const std::string& on)
{
    return write([&](auto& tx) {
        return gifting::writeOffStock(
            tx, {.sku = sku, .units = units, .on = day(on), .reason = "broken"});
    });
}

gifting::Adjustment StoreFixture::count(const std::string& sku, std::int64_t units,
                                        const std::string& on,
                                        const std::optional<std::string>& foundCost)
{
    gifting::ShelfCount request;
    request.sku = sku;
    request.units = units;
    request.on = day(on);
    request.reason = "counted";
    if (foundCost) {
        request.foundCost = money(*foundCost);
    }
    return write([&](auto& tx) { return gifting::countStock(tx, request); });
}

accounting::ClosedMonth StoreFixture::close(const std::string& closed)
{
    return write([&](auto& tx) { return accounting::closeMonth(tx, month(closed)); });
}

Money StoreFixture::money(const std::string& amount)
{
    return read(
        [&](const auto& tx) { return foundation::parseMoney(amount, tx.store().currency); });
}

std::string StoreFixture::text(Money amount)
{
    return read([&](const auto& tx) { return toText(amount, tx.store().currency); });
}

OnShelf StoreFixture::onShelf(const std::string& sku)
{
    return read([&](const auto& tx) {
        OnShelf shelf;
        inventory::stockNow(tx, [&](const inventory::StockLine& line) {
            if (line.sku == sku) {
                shelf = {.units = line.units, .cost = toText(line.cost, tx.store().currency)};
            }
        });
        return shelf;
    });
}

gifting::Box StoreFixture::box(const gifting::PackedBox& packed)
{
    return read([&](const auto& tx) { return gifting::requireBox(tx, packed.number); });
}

std::string StoreFixture::lines(const gifting::PackedBox& packed)
{
    return read([&](const auto& tx) {
        std::string text;
        for (const auto& line : gifting::linesOf(tx, gifting::requireBox(tx, packed.number))) {
            text += line.sku + " " + std::string(toText(line.kind)) + " " +
                    std::to_string(line.units) + " " + toText(line.cost, tx.store().currency) +
                    "\n";
        }
        return text;
    });
}

budget::MonthTotals StoreFixture::total(const std::string& of)
{
    return read([&](const auto& tx) { return budget::loadMonth(tx, month(of)).totals; });
}

std::vector<std::string> StoreFixture::verify()
{
    return read([](const auto& tx) { return accounting::verifyBooks(tx, {}); });
}

RawDatabase& StoreFixture::raw()
{
    if (!raw_) {
        raw_ = std::make_unique<RawDatabase>(url_);
    }
    return *raw_;
}

std::string StoreFixture::storeId()
{
    return read([](const auto& tx) { return std::to_string(tx.storeId()); });
}

std::string StoreFixture::lastDetail()
{
    return withoutDigests(raw()
                              .column("SELECT detail FROM event WHERE store_id = " + storeId() +
                                      " ORDER BY event_seq DESC LIMIT 1")
                              .front());
}

std::string StoreFixture::allRows()
{
    const std::string id = storeId();
    std::string text;
    std::vector<std::string> tables = raw().storeTables();
    tables.insert(tables.end(), {"api_token", "user_role"});
    for (const std::string& table : tables) {
        text += table + "\n";
        std::vector<RawDatabase::Cells> rows =
            raw().rows("SELECT * FROM " + table + " WHERE store_id = " + id);
        std::ranges::sort(rows);
        for (RawDatabase::Cells& row : rows) {
            if (table == "api_token") {
                row.pop_back(); // the time of last use is not a change
            }
            for (const std::string& cell : row) {
                text += cell + "|";
            }
            text += "\n";
        }
    }
    return text;
}

Refusal StoreFixture::refusalOf(const std::string& code, const std::function<void()>& work)
{
    const std::string before = allRows();
    std::optional<Refusal> refusal;
    try {
        work();
    } catch (const Refusal& thrown) {
        refusal = thrown;
    }
    EXPECT_EQ(refusal ? refusal->code() : "(not refused)", code)
        << (refusal ? refusal->sentence() : "");
    EXPECT_EQ(allRows(), before) << "a refusal changes nothing";
    return refusal.value_or(Refusal("program.failed"));
}

} // namespace giftbox::tests

namespace giftbox::foundation {

void PrintTo(Engine engine, std::ostream* out)
{
    *out << (engine == Engine::Sqlite ? "SQLite" : "PostgreSQL");
}

} // namespace giftbox::foundation

namespace giftbox::budget {

void PrintTo(const MonthTotals& totals, std::ostream* out)
{
    *out << totals.boxesGiven << " boxes given to " << totals.recipients << ", contents "
         << totals.contents << ", packaging " << totals.packaging << ", labor " << totals.labor
         << ", committed " << totals.committed << ", restock "
         << totals.of(books::MonthFigure::Restock) << ", write-offs "
         << totals.of(books::MonthFigure::WriteOff) << ", overrides " << totals.overrides
         << ", movements " << totals.firstMovement << " to " << totals.lastMovement;
}

void PrintTo(const BoxCost& cost, std::ostream* out)
{
    *out << "contents " << cost.contents << ", packaging " << cost.packaging << ", labor "
         << cost.labor;
}

} // namespace giftbox::budget
