#include "inventory/item.h"

namespace giftbox::inventory {

namespace {

using foundation::Edited;
using foundation::Field;
using enum foundation::FieldType;
using enum foundation::Need;

constexpr std::int64_t kMostUnits = 1'000'000'000;
constexpr std::int64_t kMostGrams = 1'000'000;
constexpr std::string_view kLevel = "item.level_malformed";

constexpr Field<Item> kFields[] = {
    {.info = {.name = "sku",
              .title = "SKU",
              .help = "the item's SKU",
              .need = Required,
              .option = "SKU"},
     .member = &Item::sku,
     .edited = Edited::Never,
     .noun = "the SKU",
     .isCode = true,
     .isNeededInFile = true,
     .isSearched = true},
    {.info = {.name = "name",
              .title = "Name",
              .help = "the item's name",
              .need = Required,
              .value = "NAME"},
     .member = &Item::name,
     .noun = "the item's name",
     .isNeededInFile = true,
     .isSearched = true},
    {.info = {.name = "kind",
              .title = "Kind",
              .help = "contents for a gift item, or packaging",
              .need = Required,
              .choices = "contents|packaging"},
     .member = foundation::Converted<Item>{
         [](const Item& item) { return std::string(toText(item.kind)); },
         [](Item& item, const std::string& text) { item.kind = parseItemKind(text); }},
     .edited = Edited::Never,
     .isCode = true,
     .isNeededInFile = true},
    {.info = {.name = "category",
              .title = "Category",
              .help = "hat, shirt, key chain, ...",
              .value = "WORD"},
     .member = &Item::category,
     .isSearched = true},
    {.info = {.name = "unit", .title = "Unit", .help = "each, pair, meter, ...", .value = "WORD"},
     .member = &Item::unit},
    {.info =
         {.name = "size", .title = "Size", .help = "S, M, L, ... if it has one", .value = "SIZE"},
     .member = &Item::size},
    {.info = {.name = "barcode",
              .title = "Barcode",
              .help = "the code that the scanner reads",
              .value = "CODE"},
     .member = &Item::barcode},
    {.info = {.name = "supplier",
              .title = "Supplier",
              .help = "the company you buy it from",
              .value = "NAME"},
     .member = &Item::supplier},
    {.info = {.name = "reorder_point",
              .type = Integer,
              .title = "Reorder point",
              .help = "the stock at which to reorder",
              .value = "UNITS",
              .least = 0,
              .most = kMostUnits},
     .member = &Item::reorderPoint,
     .malformed = kLevel},
    {.info = {.name = "par_level",
              .type = Integer,
              .title = "Par level",
              .help = "the stock to refill to",
              .value = "UNITS",
              .least = 0,
              .most = kMostUnits},
     .member = &Item::parLevel,
     .malformed = kLevel},
    {.info = {.name = "pack_size",
              .type = Integer,
              .title = "Pack size",
              .help = "units per pack; 1 if empty",
              .value = "UNITS",
              .least = 1,
              .most = kMostUnits},
     .member = &Item::packSize,
     .malformed = "item.pack_size"},
    {.info = {.name = "lead_time_days",
              .type = Integer,
              .title = "Lead time (days)",
              .help = "days from order to delivery",
              .value = "DAYS",
              .least = 0,
              .most = kMostUnits},
     .member = &Item::leadTimeDays,
     .noun = "the lead time in days",
     .malformed = kLevel},
    {.info = {.name = "imprinted",
              .type = YesNo,
              .title = "Imprinted",
              .help = "has the store's name on it"},
     .member = &Item::imprinted},
    {.info =
         {.name = "retired", .type = YesNo, .title = "Retired", .help = "no longer in the catalog"},
     .member = &Item::retired,
     .edited = Edited::ByItsOwn},
    {.info = {.name = "bin", .title = "Bin", .help = "its place on the shelf", .value = "PLACE"},
     .member = &Item::bin,
     .isSearched = true},
    {.info = {.name = "weight",
              .type = Integer,
              .title = "Weight (grams)",
              .help = "weight of one unit in grams, for sharing freight",
              .value = "GRAMS",
              .least = 1,
              .most = kMostGrams},
     .member = &Item::weight,
     .noun = "the weight in grams",
     .malformed = kLevel}};

} // namespace

foundation::Fields<Item> itemFields() { return kFields; }

const books::FactTable& itemFacts()
{
    static const std::vector<books::FactColumn> columns =
        books::factColumnsOf<Item>("item_no", kFields);
    static const books::FactTable table{"item", columns, true};
    return table;
}

} // namespace giftbox::inventory
