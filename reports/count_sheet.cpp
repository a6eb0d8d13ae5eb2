#include "reports/count_sheet.h"

namespace giftbox::reports {

std::string scopeInWords(const gifting::CountSession& count)
{
    switch (count.scope) {
    case gifting::CountScope::Bin:
        return "Bin " + count.scopeValue;
    case gifting::CountScope::Category:
        return "Category " + count.scopeValue;
    default:
        return "All items";
    }
}

gifting::CountSheet countSheetOf(const books::ReadTransaction& tx, gifting::CountNo number)
{
    const gifting::CountSession count = gifting::requireOpenCount(tx, number);
    gifting::CountSheet sheet{
        .number = number.value, .on = count.on, .scope = scopeInWords(count), .lines = {}};
    for (const gifting::CountLine& line : linesOfCount(tx, count)) {
        sheet.lines.push_back({.bin = line.bin, .sku = line.sku, .name = line.name});
    }
    return sheet;
}

} // namespace giftbox::reports
