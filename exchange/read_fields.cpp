#include "exchange/read_fields.h"

#include "foundation/fold.h"
#include "foundation/locale.h"
#include "gifting/recipient.h"
#include "gifting/recipient_columns.h"
#include "inventory/item.h"
#include "inventory/item_columns.h"

#include <algorithm>
#include <map>
#include <set>

namespace giftbox::exchange {

namespace {

std::vector<std::string> namesIn(std::string_view also)
{
    std::vector<std::string> names;
    while (!also.empty()) {
        const auto end = std::min(also.find('|'), also.size());
        names.emplace_back(also.substr(0, end));
        also.remove_prefix(std::min(end + 1, also.size()));
    }
    return names;
}

Holds holdsOf(const foundation::FieldInfo& info, bool isKey)
{
    using enum foundation::FieldType;
    return isKey                   ? Holds::Code
           : info.type == Integer  ? Holds::Whole
           : info.type == YesNo    ? Holds::Mark
           : !info.choices.empty() ? Holds::Choice
                                   : Holds::Text;
}

std::vector<std::string> namesOf(std::span<const foundation::OtherNames> all,
                                 std::string_view field)
{
    const auto found = std::ranges::find(all, field, &foundation::OtherNames::field);
    return found == all.end() ? std::vector<std::string>() : namesIn(found->names);
}

template <class T>
ReadFields fieldsOf(foundation::Fields<T> fields, std::span<const foundation::OtherNames> names)
{
    ReadFields read;
    for (const foundation::Field<T>& field : fields) {
        if (!field.mayBeSaid(foundation::Stage::New)) {
            continue;
        }
        read.fields.push_back({.name = std::string(field.info.name),
                               .title = std::string(field.info.title),
                               .holds = holdsOf(field.info, read.fields.empty()),
                               .isNeeded = field.isNeededInFile,
                               .also = namesOf(names, field.info.name),
                               .choices = choicesOf(field.info)});
    }
    read.codeFrom = "name";
    return read;
}

/// Columns with an item's code, or its name.
std::vector<std::string> namesOfItems()
{
    std::vector<std::string> names;
    for (const std::string_view field : {"sku", "barcode", "name"}) {
        for (const std::string& name : namesOf(inventory::itemColumns(), field)) {
            names.push_back(name.substr(0, name.find('+')));
        }
        names.emplace_back(field);
    }
    return names;
}

constexpr std::string_view kUnits =
    "qty|quantity|quantity received|qty received|received qty|received quantity|units received|"
    "qty ordered|quantity ordered|ordered|pieces|pcs|count|counted|stock|on hand|qty on hand|"
    "quantity on hand|variant inventory qty|stock quantity|menge|anzahl|stuck|stuckzahl|bestand|"
    "quantite|qte|cantidad|aantal|quantita";

constexpr foundation::OtherNames kReceiptColumns[] = {
    {"received_on", "date received|received|received date|receipt date|date of receipt|"
                    "delivery date|delivered on|date|invoice date|purchase date|purchase time|"
                    "purchased on|order date|datum|lieferdatum|wareneingang|rechnungsdatum|"
                    "date de reception|date de livraison|fecha|fecha de recepcion|data"},
    {"total_cost", "total|line total|total price|total amount|amount|extended cost|"
                   "extended price|ext cost|ext price|extension|line amount|net amount|"
                   "betrag|gesamt|gesamtpreis|summe|gesamtbetrag|montant|montant ht|total ht|"
                   "importe|bedrag|importo|totaal"},
    {"reference", "ref|invoice|invoice number|invoice no|invoice num|po|po number|po no|"
                  "purchase order|order number|order no|order id|order|receipt|"
                  "receipt number|receipt no|packing slip|delivery note|document number|"
                  "document no|belegnummer|beleg|rechnungsnummer|rechnung|lieferschein|"
                  "lieferscheinnummer|bestellnummer|facture|numero de facture|factura"},
    {"line", "line number|line no|pos|position|posnr"},
    {"unit_cost", "unit price|cost per item|cost per unit|cost each|price each|"
                  "price per unit|purchase cost|purchase price|cost price|cost|buy price|"
                  "wholesale price|unit cost price|rate|each|price|einzelpreis|stuckpreis|"
                  "einkaufspreis|ek|ek preis|preis|prix unitaire|prix d achat|pu|pu ht|prix|"
                  "precio unitario|precio|stukprijs|prijs|prezzo unitario|prezzo"},
    {"units", kUnits}};

ReadFields receiptFields()
{
    const auto field = [](const char* name, const char* title, Holds holds, bool isNeeded) {
        return ReadField{.name = name,
                         .title = title,
                         .holds = holds,
                         .isNeeded = isNeeded,
                         .also = namesOf(kReceiptColumns, name)};
    };
    ReadFields read{.total = "total_cost", .each = "unit_cost", .units = "units"};
    read.fields = {field("received_on", "Received on", Holds::Date, true),
                   field("sku", "Item", Holds::OtherCode, true),
                   field("units", "Units", Holds::Whole, true),
                   field("total_cost", "Total cost", Holds::Amount, true),
                   field("reference", "Reference", Holds::Text, true),
                   field("supplier", "Supplier", Holds::Text, false),
                   field("source", "Source", Holds::Choice, false),
                   field("line", "Line", Holds::Whole, false),
                   field("reason", "Reason", Holds::Text, false),
                   field("unit_cost", "Cost per unit", Holds::Amount, false)};
    const auto of = [&](std::string_view name) {
        return std::ranges::find(read.fields, name, &ReadField::name);
    };
    of("sku")->also = namesOfItems();
    of("supplier")->also = namesOf(inventory::itemColumns(), "supplier");
    of("source")->choices = {"purchase", "parts_transfer"};
    return read;
}

constexpr foundation::OtherNames kCountColumns[] = {
    {"units", "counted|count|counted units|counted qty|physical count|actual|actual count|"
              "gezahlt|istbestand|compte|contado|qty|quantity|on hand|qty on hand|"
              "quantity on hand|stock|menge|anzahl|bestand|quantite|cantidad"},
    {"reason", "note|notes|comment|comments|remark|grund|motif|motivo"},
    {"counted_on", "date counted|count date|date|datum|gezahlt am|fecha|data"},
    {"cost", "cost of found|found cost"}};

ReadFields countFields()
{
    const auto field = [](const char* name, const char* title, Holds holds, bool isNeeded) {
        return ReadField{.name = name,
                         .title = title,
                         .holds = holds,
                         .isNeeded = isNeeded,
                         .also = namesOf(kCountColumns, name)};
    };
    ReadFields read;
    read.fields = {field("sku", "Item", Holds::OtherCode, true),
                   field("units", "Units counted", Holds::Whole, true),
                   field("reason", "Reason", Holds::Text, true),
                   field("counted_on", "Counted on", Holds::Date, false),
                   field("cost", "Total cost of found units", Holds::Amount, false),
                   field("count", "Number of the count", Holds::Whole, false)};
    read.fields.front().also = namesOfItems();
    return read;
}

} // namespace

std::optional<ReadFields> readFieldsOf(std::string_view kind)
{
    if (kind == "items") {
        return fieldsOf(inventory::itemFields(), inventory::itemColumns());
    }
    if (kind == "recipients") {
        ReadFields read = fieldsOf(gifting::recipientFields(), gifting::recipientColumns());
        read.isOfPeople = true;
        return read;
    }
    if (kind == "counts") {
        return countFields();
    }
    return kind == "receipts" ? std::optional(receiptFields()) : std::nullopt;
}

ReadHabits habitsOf(const books::ReadTransaction& tx)
{
    const foundation::Locale locale(tx.store().locale);
    const std::string day = locale.shown(foundation::Date(20030201));
    ReadHabits habits{.decimalMark = locale.decimalMark(),
                      .dateOrder = day.starts_with("2003")         ? DateOrder::YearFirst
                                   : day.find('2') < day.find('1') ? DateOrder::MonthFirst
                                                                   : DateOrder::DayFirst,
                      .currencyDigits = tx.store().currency.exponent};
    std::map<std::string, std::string> skus;
    std::set<std::string> several;
    inventory::listItems(tx, [&](const inventory::NumberedItem& one) {
        const std::string name = foundation::folded(one.item.name);
        skus.emplace(foundation::folded(one.item.sku), one.item.sku);
        if (!habits.codes.emplace(name, one.item.sku).second) {
            several.insert(name);
        }
    });
    // Of several items with a name, the one meant has the code that an import makes from it.
    for (const std::string& name : several) {
        const auto made = skus.find(foundation::folded(codeOf(name)));
        if (made == skus.end()) {
            habits.codes.erase(name);
        } else {
            habits.codes[name] = made->second;
        }
    }
    for (const auto& [folded, sku] : skus) {
        habits.codes.erase(folded);
    }
    return habits;
}

} // namespace giftbox::exchange
