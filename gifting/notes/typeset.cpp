#include "gifting/notes/typeset.h"

#include "foundation/json.h"
#include "foundation/refusal.h"
#include "foundation/run_program.h"
#include "foundation/text.h"
#include "gifting/notes/wording.h"
#include "purchasing/item_supplier.h"

#include <charconv>
#include <sstream>

namespace giftbox::gifting {

using foundation::JsonObject;
using foundation::ProgramError;
using foundation::Refusal;

namespace {

constexpr int kLongestSeconds = 120;
/// The exit statuses of giftbox-typeset's refusals.
constexpr int kDoesNotFit = 4;
constexpr int kNoGlyph = 5;

/// A side in thousandths of `unit`: digits, with up to three after a point.
std::optional<std::int64_t> parseSide(std::string_view text, std::int64_t unit)
{
    const std::size_t point = std::min(text.find('.'), text.size());
    std::string digits(text.substr(0, point));
    const std::string_view behind = text.substr(std::min(point + 1, text.size()));
    const bool shaped = !digits.empty() && digits.size() <= 4 && behind.size() <= 3 &&
                        (point == text.size() || !behind.empty());
    digits += behind;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (!shaped || error != std::errc() || end != digits.data() + digits.size() || number < 0) {
        return std::nullopt;
    }
    for (std::size_t i = behind.size(); i < 3; ++i) {
        number *= 10;
    }
    return (number * unit + 500) / 1000;
}

std::optional<Paper> parseSides(const std::string& text)
{
    const bool inches = text.ends_with("in");
    const std::size_t by = text.find('x');
    if ((!inches && !text.ends_with("mm")) || by == std::string::npos) {
        return std::nullopt;
    }
    const std::int64_t unit = inches ? 25'400 : 1'000;
    const auto width = parseSide(std::string_view(text).substr(0, by), unit);
    const auto height =
        parseSide(std::string_view(text).substr(by + 1, text.size() - by - 3), unit);
    const auto isPaper = [](std::optional<std::int64_t> side) {
        return side && *side >= 50'000 && *side <= 1'000'000;
    };
    return isPaper(width) && isPaper(height) ? std::optional(Paper{*width, *height}) : std::nullopt;
}

template <class Range, class ToJson>
std::string listOf(const Range& range, ToJson toJson)
{
    std::string list = "[";
    for (const auto& one : range) {
        list += (list.size() > 1 ? "," : "") + toJson(one);
    }
    return list + "]";
}

std::string jsonOf(const books::Store& store, const BoxNote& note)
{
    return JsonObject()
        .add("box", note.box.value)
        .add("store", store.name)
        .add("wording", note.wording)
        .addRaw("signers", listOf(note.signatures,
                                  [](const NoteSignature& one) {
                                      std::string json;
                                      foundation::appendJsonString(json, one.signer);
                                      return json;
                                  }))
        .text();
}

std::string jsonOf(const SlipLine& line)
{
    return JsonObject()
        .add("kind", toText(line.kind))
        .add("sku", line.sku)
        .add("name", line.name + (line.bin.empty() ? "" : " · bin " + line.bin))
        .add("size", line.size)
        .add("units", line.units)
        .text();
}

std::string jsonOf(const books::Store& store, const BoxSlip& slip)
{
    return JsonObject()
        .add("box", slip.box.value)
        .add("store_code", store.code)
        .add("store", store.name)
        .add("recipient_code", slip.recipientCode)
        .add("recipient_name", slip.recipientName)
        .add("month", inWords(slip.month))
        .add("state", slip.state)
        .addRaw("lines", listOf(slip.lines, [](const auto& line) { return jsonOf(line); }))
        .text();
}

std::string jsonOf(const books::Store& store, const CountSheet& sheet)
{
    return JsonObject()
        .add("count", sheet.number)
        .add("store_code", store.code)
        .add("store", store.name)
        .add("day", toText(sheet.on))
        .add("scope", sheet.scope)
        .addRaw("lines", listOf(sheet.lines,
                                [](const CountSheetLine& line) {
                                    return JsonObject()
                                        .add("bin", line.bin)
                                        .add("sku", line.sku)
                                        .add("name", line.name)
                                        .text();
                                }))
        .text();
}

/// The job: cards, slips and sheets as JSON. `dotsPerInch` is for a picture; 0 for a PDF.
struct Setting {
    std::string title;
    Paper paper;
    std::string cards = "[]";
    std::string slips = "[]";
    std::string orders = "[]";
    std::string sheets = "[]";
    std::string months = "[]";
    std::int64_t dotsPerInch = 0;
};

foundation::ProgramEnd typeset(const Setting& setting)
{
    const std::string pages = JsonObject()
                                  .add("title", setting.title)
                                  .add("width_micrometers", setting.paper.width)
                                  .add("height_micrometers", setting.paper.height)
                                  .add("picture_dots_per_inch", setting.dotsPerInch)
                                  .addRaw("cards", setting.cards)
                                  .addRaw("slips", setting.slips)
                                  .addRaw("orders", setting.orders)
                                  .addRaw("sheets", setting.sheets)
                                  .addRaw("months", setting.months)
                                  .text();
    foundation::ProgramEnd end = [&pages] {
        try {
            return foundation::runProgram(foundation::ownProgram("giftbox-typeset"), pages,
                                          kLongestSeconds);
        } catch (const ProgramError& error) {
            throw ProgramError(std::string("Cannot print: ") + error.what());
        }
    }();
    switch (end.status) {
    case 0:
        return end;
    case kDoesNotFit:
        throw Refusal("print.does_not_fit", {{"what", end.err}});
    case kNoGlyph:
        throw Refusal("print.no_glyph", {{"what", end.err}});
    default:
        throw ProgramError("Cannot print: giftbox-typeset: " + end.err);
    }
}

/// The lines `BOX<tab>SENTENCE`.
std::vector<UnprintableNote> unprintableIn(const std::string& said)
{
    std::vector<UnprintableNote> all;
    std::istringstream lines(said);
    for (std::string line; std::getline(lines, line);) {
        const auto tab = std::min(line.find('\t'), line.size());
        UnprintableNote one;
        const auto read = std::from_chars(line.data(), line.data() + tab, one.box.value);
        if (tab == line.size() || read.ptr != line.data() + tab) {
            throw ProgramError("Cannot print: giftbox-typeset: " + said);
        }
        one.sentence = line.substr(tab + 1);
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace

std::string usualPaper(const books::Store& store)
{
    return store.locale == "en-US" ? "letter" : "a4";
}

Paper parsePaper(const std::string& text)
{
    if (text == "a4") {
        return {210'000, 297'000};
    }
    if (text == "letter") {
        return {215'900, 279'400};
    }
    if (const auto paper = parseSides(text)) {
        return *paper;
    }
    throw Refusal("print.size_malformed", {{"text", text}});
}

PrintedNotes printNotes(const books::Store& store, const std::string& title, const Paper& paper,
                        const std::vector<BoxNote>& notes)
{
    foundation::ProgramEnd end =
        typeset({.title = title, .paper = paper, .cards = listOf(notes, [&](const auto& note) {
                                                     return jsonOf(store, note);
                                                 })});
    return {.pdf = std::move(end.out), .unprintable = unprintableIn(end.err)};
}

std::string pictureNote(const books::Store& store, const Paper& paper, const BoxNote& note,
                        std::int64_t dotsPerInch)
{
    return typeset({.title = "",
                    .paper = paper,
                    .cards = "[" + jsonOf(store, note) + "]",
                    .dotsPerInch = dotsPerInch})
        .out;
}

std::string printSlips(const books::Store& store, const Paper& paper,
                       const std::vector<BoxSlip>& slips)
{
    return typeset({.title = "Packing slips of " + store.name,
                    .paper = paper,
                    .slips = listOf(slips, [&](const auto& slip) { return jsonOf(store, slip); })})
        .out;
}

namespace {

std::string jsonOf(const books::Store& store, const OrderToPrint& print)
{
    const purchasing::Order& order = print.order;
    std::vector<std::string> facts;
    const auto fact = [&facts](const char* label, const std::string& text) {
        if (!text.empty()) {
            facts.push_back(JsonObject().add("label", label).add("text", text).text());
        }
    };
    fact("to", print.supplier.name);
    fact("from", store.name);
    fact("bill to", store.legalEntity);
    fact("ship to", order.shipTo);
    fact("expected", toText(order.expectedOn));
    fact("terms", print.supplier.terms);
    fact("note", order.note);
    const auto line = [&](const purchasing::OrderLine& one) {
        const auto part = print.partNumbers.find(one.item);
        return JsonObject()
            .add("name", one.name)
            .add("part_number", part == print.partNumbers.end() ? "" : part->second)
            .add("sku", one.sku)
            .add("units", one.units)
            .add("cost", one.cost ? toText(*one.cost, store.currency) : "")
            .text();
    };
    return JsonObject()
        .add("order", toText(order.number))
        .add("total", store.amount(order.total()))
        .addRaw("facts", listOf(facts, [](const std::string& one) { return one; }))
        .addRaw("lines", listOf(order.lines, line))
        .text();
}

} // namespace

OrderToPrint orderToPrint(const books::ReadTransaction& tx, purchasing::OrderNo number)
{
    purchasing::Order order = purchasing::requireOrder(tx, number);
    return {.order = order,
            .supplier = purchasing::SupplierBook(tx).of(order.supplier).supplier,
            .partNumbers = purchasing::partNumbersOf(tx, order.supplier)};
}

std::string printOrder(const books::Store& store, const Paper& paper, const OrderToPrint& print)
{
    return typeset({.title = "Purchase order " + toText(print.order.number),
                    .paper = paper,
                    .orders = "[" + jsonOf(store, print) + "]"})
        .out;
}

std::string printCountSheet(const books::Store& store, const Paper& paper, const CountSheet& sheet)
{
    return typeset({.title = "Count " + std::to_string(sheet.number) + " of " + store.name,
                    .paper = paper,
                    .sheets = "[" + jsonOf(store, sheet) + "]"})
        .out;
}

std::string printMonth(const std::string& title, const Paper& paper, const std::string& json)
{
    return typeset({.title = title, .paper = paper, .months = "[" + json + "]"}).out;
}

} // namespace giftbox::gifting
