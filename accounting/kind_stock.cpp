#include "accounting/kind_stock.h"

#include "accounting/statements.h"

namespace giftbox::accounting {

using books::ReadTransaction;
using foundation::Month;

namespace {

/// After every month that has facts.
Month calendarEnd() { return Month(999912); }

} // namespace

StockSum& StockSum::operator+=(const StockSum& more)
{
    units += more.units;
    cost += more.cost;
    return *this;
}

StockSum& StockSum::operator-=(const StockSum& less)
{
    units -= less.units;
    cost -= less.cost;
    return *this;
}

StockSum KindStock::all() const
{
    StockSum sum = gifts;
    return sum += packaging;
}

KindStock& KindStock::operator+=(const KindStock& more)
{
    gifts += more.gifts;
    packaging += more.packaging;
    return *this;
}

KindStock stockAfter(const ReadTransaction& tx, Month month)
{
    KindStock stock;
    Month known = calendarEnd();
    if (const auto kept =
            tx.database().query(sql::KeptStock{.storeId = tx.storeId(), .month = month})) {
        stock = {.gifts = {.units = kept->stockGiftUnits, .cost = kept->stockGift},
                 .packaging = {.units = kept->stockPackagingUnits, .cost = kept->stockPackaging}};
        known = kept->month;
    } else {
        for (const auto& row : tx.database().query(sql::StockOfKinds{.storeId = tx.storeId()})) {
            stock.of(row.kind) = {.units = row.units, .cost = row.cost};
        }
    }
    if (known > month) {
        for (const auto& row : tx.database().query(
                 sql::MovedOfKinds{.storeId = tx.storeId(), .month = month, .lastMonth = known})) {
            stock.of(row.kind) -= {.units = row.units, .cost = row.cost};
        }
    }
    return stock;
}

} // namespace giftbox::accounting
