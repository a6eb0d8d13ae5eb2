#include "inventory/item_columns.h"

namespace giftbox::inventory {

namespace {

constexpr foundation::OtherNames kNames[] = {
    {"sku", "item sku|variant sku|product sku|sku number|internal reference|item number|"
            "item no|item code|product code|product number|product no|stock code|"
            "stock number|part number|part no|article number|article no|art no|artikelnummer|"
            "artikelnr|artikel nr|art nr|reference interne|reference article|code article|"
            "codigo|referencia|artikelcode|codice articolo|codice|ref|mpn|model number|"
            "model no|style number|style|reference|code|item id|product id|id"},
    {"name", "item name+variation name|item name|product name|product service name|"
             "title+option1 value+option2 value+option3 value|item title|display name|"
             "product title|item|product|bezeichnung|artikelbezeichnung|artikelname|"
             "produktname|produkt|artikel|nom|designation|libelle|nom du produit|article|"
             "nombre|nombre del producto|producto|naam|productnaam|omschrijving|nome|prodotto|"
             "denominazione|item description|product description|description|descripcion|"
             "descrizione|beschreibung"},
    {"category", "categories|product category|item category|item group|product group|"
                 "category name|item type|product type|type|kategorie|warengruppe|artikelgruppe|"
                 "categorie|famille|categoria|familia|labels|tags|department|collection"},
    {"unit", "unit of measure|units of measure|uom|u m|sales unit|stocking unit|einheit|"
             "mengeneinheit|unite|unidad|eenheid|unita"},
    {"size", "variant size|groesse|grosse|taille|talla|maat|taglia"},
    {"barcode", "variant barcode|upc|ean|gtin|upc ean|upc code|ean code|gtin upc ean or isbn|"
                "barcode number|bar code|strichcode|code barres|gencod|codigo de barras|"
                "codice a barre"},
    {"supplier", "vendor|preferred vendor|preferred supplier|supplier name|vendor name|"
                 "default vendor|default supplier|purchase from|purchased from|lieferant|"
                 "hauptlieferant|fournisseur|proveedor|leverancier|fornitore|manufacturer|brand|"
                 "hersteller|marke|marque"},
    {"reorder_point", "reorder level|reorder at|re order level|min amount|min qty|min quantity|"
                      "min stock|min level|minimum|minimum stock|minimum quantity|minimum qty|"
                      "low stock amount|low stock threshold|low stock alert|alert quantity|"
                      "mindestbestand|meldebestand|stock minimum|stock mini|stock minimo|"
                      "minimumvoorraad"},
    {"par_level",
     "par|max qty|max stock|max level|max quantity|maximum|maximum stock|target stock|"
     "target level|desired stock|sollbestand|hochstbestand|stock maximum|stock maximo"},
    {"pack_size", "case pack|case qty|case quantity|case size|pack qty|pack quantity|"
                  "units per pack|units per case|pieces per pack|qty per case|verpackungseinheit|"
                  "packungsgrosse|conditionnement"},
    {"lead_time_days",
     "lead time|lead time in days|lead days|delivery days|lieferzeit|lieferzeit tage|"
     "delai|delai de livraison|plazo de entrega"},
    {"imprinted", "imprint|branded|logo|with logo"},
    {"bin", "bin location|bin number|bin no|shelf|shelf location|storage location|"
            "stock location|location|rack|lagerort|lagerplatz|fach|emplacement|ubicacion|"
            "locatie"},
    {"weight", "weight in grams|weight g|weight grams|unit weight|item weight|grams|gewicht|"
               "gewicht in gramm|poids|peso"}};

} // namespace

std::span<const foundation::OtherNames> itemColumns() { return kNames; }

} // namespace giftbox::inventory
