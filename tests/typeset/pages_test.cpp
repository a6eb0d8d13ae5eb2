#include "foundation/json.h"
#include "tests/support/printed.h"
#include "tests/support/program.h"

namespace giftbox::tests::pages_test {
namespace {

const std::string kGreeting = "Dear Anna Lindqvist,\n\n";
const std::string kWording =
    kGreeting + "An official thank-you from the office: the first fluffy hat of the season is "
                "yours.\n\nEnjoy it this November.";

struct Card {
    std::string wording = kWording;
    std::string store = "Maple Street Motors";
    std::vector<std::string> signers = {"Maria Lopez", "Tom Reed", "Ken Sato"};
};

std::string jsonText(const std::string& text)
{
    std::string json;
    foundation::appendJsonString(json, text);
    return json;
}

std::string jsonOf(const Card& card, std::int64_t box)
{
    std::string signers;
    for (const std::string& signer : card.signers) {
        signers += (signers.empty() ? "" : ",") + jsonText(signer);
    }
    foundation::JsonObject object;
    object.add("box", box).add("store", card.store).add("wording", card.wording);
    return object.addRaw("signers", "[" + signers + "]").text();
}

std::string jsonOf(const std::vector<Card>& cards, std::int64_t width = 127'000,
                   std::int64_t height = 177'800)
{
    std::string list;
    for (const Card& card : cards) {
        list += (list.empty() ? "" : ",") + jsonOf(card, 41 + std::int64_t(&card - cards.data()));
    }
    foundation::JsonObject object;
    object.add("title", "Notes").add("width_micrometers", width).add("height_micrometers", height);
    object.add("picture_dots_per_inch", 0);
    return object.addRaw("cards", "[" + list + "]")
        .addRaw("slips", "[]")
        .addRaw("orders", "[]")
        .addRaw("sheets", "[]")
        .addRaw("months", "[]")
        .text();
}

std::string slipJson(std::size_t lines, const std::string& name,
                     const std::string& recipient = "Anna Lindqvist")
{
    std::string list;
    for (std::size_t i = 0; i < lines; ++i) {
        foundation::JsonObject line;
        line.add("kind", i < lines / 2 ? "contents" : "packaging");
        line.add("sku", "SKU-" + std::to_string(i)).add("name", name);
        list += (list.empty() ? "" : ",") + line.add("size", "M").add("units", 7).text();
    }
    foundation::JsonObject slip;
    slip.add("box", 42).add("store_code", "MAPLE").add("store", "Maple Street Motors");
    slip.add("recipient_code", "C-1").add("recipient_name", recipient);
    slip.add("month", "November 2026").add("state", "planned").addRaw("lines", "[" + list + "]");
    foundation::JsonObject object;
    object.add("title", "Slip").add("width_micrometers", 210'000);
    object.add("height_micrometers", 297'000).add("picture_dots_per_inch", 0).addRaw("cards", "[]");
    return object.addRaw("slips", "[" + slip.text() + "]")
        .addRaw("orders", "[]")
        .addRaw("sheets", "[]")
        .addRaw("months", "[]")
        .text();
}

std::string orderJson(std::size_t lines, const std::string& name = "Cap, navy")
{
    std::string list;
    for (std::size_t i = 0; i < lines; ++i) {
        foundation::JsonObject line;
        line.add("name", name).add("part_number", "CW-118").add("sku", "SKU-" + std::to_string(i));
        list += (list.empty() ? "" : ",") + line.add("units", 24).add("cost", "156.00").text();
    }
    foundation::JsonObject fact;
    fact.add("label", "ship to").add("text", "Maple Street Motors, 1 Main St");
    foundation::JsonObject order;
    order.add("order", "PO-7").add("total", "312.00 USD").addRaw("facts", "[" + fact.text() + "]");
    order.addRaw("lines", "[" + list + "]");
    foundation::JsonObject object;
    object.add("title", "Order").add("width_micrometers", 210'000);
    object.add("height_micrometers", 297'000).add("picture_dots_per_inch", 0).addRaw("cards", "[]");
    return object.addRaw("slips", "[]")
        .addRaw("orders", "[" + order.text() + "]")
        .addRaw("sheets", "[]")
        .addRaw("months", "[]")
        .text();
}

/// So many items in each of two bins.
std::string sheetJson(std::size_t lines, const std::string& name)
{
    std::string list;
    for (const std::string bin : {"A-1", ""}) {
        for (std::size_t i = 0; i < lines; ++i) {
            foundation::JsonObject line;
            line.add("bin", bin).add("sku", "SKU-" + std::to_string(i)).add("name", name);
            list += (list.empty() ? "" : ",") + line.text();
        }
    }
    foundation::JsonObject sheet;
    sheet.add("count", 7).add("store_code", "MAPLE").add("store", "Maple Street Motors");
    sheet.add("day", "2026-11-30").add("scope", "All items").addRaw("lines", "[" + list + "]");
    foundation::JsonObject object;
    object.add("title", "Count").add("width_micrometers", 210'000);
    object.add("height_micrometers", 297'000).add("picture_dots_per_inch", 0).addRaw("cards", "[]");
    return object.addRaw("slips", "[]")
        .addRaw("orders", "[]")
        .addRaw("sheets", "[" + sheet.text() + "]")
        .addRaw("months", "[]")
        .text();
}

/// Without the fonts of the machine.
Ended typesetAlone(const std::string& json)
{
    return run({.words = {GIFTBOX_TYPESET, "--own-fonts"}, .input = json});
}

Ended typeset(const std::string& json, const std::vector<std::string>& variables = {})
{
    return run({.words = {GIFTBOX_TYPESET}, .input = json, .variables = variables});
}

/// The pages of the expected output.
Printed printed(const std::string& json)
{
    const Ended ended = typeset(json);
    EXPECT_TRUE(ended.done() && ended.err.empty()) << ended.status << ended.err;
    return Printed(ended.out);
}

void expectRefused(const Ended& ended, int status, const std::string& words)
{
    EXPECT_EQ(ended.status, status) << ended.err;
    EXPECT_EQ(ended.out, "");
    EXPECT_NE(ended.err.find(words), std::string::npos) << ended.err;
}

constexpr int kMalformed = 2;
constexpr int kDoesNotFit = 4;
constexpr int kNoGlyph = 5;

TEST(NoteCards, AreOnePageEachOfTheSizeAskedFor)
{
    const Printed pages = printed(jsonOf({Card{}, Card{}, Card{}}));
    EXPECT_EQ(pages.count(), 3U);
    EXPECT_NE(pages.facts().find("360 x 504 pts"), std::string::npos) << pages.facts();
    EXPECT_NE(printed(jsonOf({Card{}}, 105'000, 148'000)).facts().find("297.638 x 419.528 pts"),
              std::string::npos);
}

TEST(NoteCards, CanBeAPictureOfTheSamePage)
{
    std::string json = jsonOf({Card{}});
    const std::string name = "\"picture_dots_per_inch\":";
    json.replace(json.find(name) + name.size(), 1, "100");
    const Ended ended = typeset(json);
    ASSERT_TRUE(ended.done()) << ended.err;
    const auto bigEndian = [&](std::size_t at) {
        return int(static_cast<unsigned char>(ended.out[at + 2])) * 256 +
               int(static_cast<unsigned char>(ended.out[at + 3]));
    };
    EXPECT_EQ(ended.out.substr(1, 3), "PNG");
    EXPECT_EQ(bigEndian(16), 500);
    EXPECT_EQ(bigEndian(20), 700);
    EXPECT_GT(ended.out.size(), 10'000U) << "a blank page is smaller";
}

TEST(NoteCards, SayWhatTheWordingSays)
{
    const std::string text = printed(jsonOf({Card{}})).words();
    for (const std::string& part :
         {std::string("Maple Street Motors"), std::string("Dear Anna Lindqvist,"),
          std::string("An official thank-you from the office: the first fluffy hat of the season "
                      "is yours."),
          std::string("Enjoy it this November."), std::string("Maria Lopez"),
          std::string("Tom Reed"), std::string("Ken Sato")}) {
        EXPECT_NE(text.find(part), std::string::npos) << part << "\nin: " << text;
    }
}

TEST(NoteCards, SetFourScripts)
{
    const std::vector<std::string> names = {"Łukasz Żółć", "Ελένη Παπαδοπούλου", "Юрий Ґалаґан",
                                            "髙橋 さくら・マリア"};
    const Printed pages = printed(jsonOf({{.wording = "Dear " + names[3] + ",\n\n" + names[1] +
                                                      ", " + names[2] + ", " + names[0] + ".",
                                           .store = "Автосалон Ελλάς 東京",
                                           .signers = names}}));
    for (const std::string& name : names) {
        EXPECT_NE(pages.words().find(name), std::string::npos) << name << " in " << pages.words();
    }
    EXPECT_EQ(pages.fontsNotEmbedded(), "");
}

TEST(NoteCards, KeepToTheMargin)
{
    const std::string tall = "Ǻǵ Ẫỵ ÇQjpy ";
    std::string wording = tall + "ffff,\n\n";
    for (int i = 0; i < 20; ++i) {
        wording += tall + "Fjord fif ";
    }
    for (const auto& [width, height] : {std::pair<std::int64_t, std::int64_t>{127'000, 177'800},
                                        {177'800, 127'000},
                                        {105'000, 148'000},
                                        {210'000, 297'000}}) {
        const Printed pages = printed(jsonOf(
            {{.wording = wording, .store = tall, .signers = {tall, "f", tall}}}, width, height));
        const double margin = double(std::min(width, height)) / 254'000;
        EXPECT_GE(pages.whiteInches(1), margin - 0.02) << width << " x " << height;
    }
}

TEST(NoteCards, GetSmallerTypeBeforeTheyAreRefused)
{
    std::string wording = kGreeting;
    std::size_t longest = 0;
    Ended refused{};
    for (int words = 100; refused.err.empty() && words < 1000; words += 20) {
        std::string longer = wording;
        for (int i = 0; i < words; ++i) {
            longer += "thanks ";
        }
        const Ended ended = typeset(jsonOf({{.wording = longer + "end."}}));
        if (ended.done()) {
            longest = std::size_t(words);
            const Printed pages(ended.out);
            EXPECT_EQ(pages.count(), 1U);
            EXPECT_NE(pages.words().find("thanks end."), std::string::npos) << words;
            EXPECT_GE(pages.whiteInches(1), 0.5 - 0.015) << words;
        } else {
            refused = ended;
        }
    }
    EXPECT_GE(longest, 120U);
    expectRefused(refused, kDoesNotFit, "Box 41: the note needs ");
}

TEST(NoteCards, AWordLongerThanItsLineIsRefused)
{
    const std::string endless(90, 'w');
    expectRefused(typeset(jsonOf({{.wording = "Dear " + endless + ",\n\nThanks."}})), kDoesNotFit,
                  "Box 41: \"" + endless + ",\" needs a line of ");
    expectRefused(typeset(jsonOf({{.signers = {endless}}})), kDoesNotFit, "Box 41: ");
    expectRefused(typeset(jsonOf({{.store = endless}})), kDoesNotFit, "Box 41: ");
}

TEST(NoteCards, LongNamesAndManySignersAreBrokenIntoLines)
{
    const std::string name = "Maximiliana Konstantinopolitanskaya-Featherstonehaugh von Hohenlohe";
    const Printed pages =
        printed(jsonOf({{.wording = "Dear " + name + ",\n\nThank you.",
                         .signers = {name, name, name, name, name, name, name}}}));
    EXPECT_EQ(pages.count(), 1U);
    EXPECT_GE(pages.whiteInches(1), 0.5 - 0.015);
}

TEST(NoteCards, ACharacterThatNoFontHasIsRefusedAndNamed)
{
    expectRefused(typeset(jsonOf({{.wording = "Dear Ann \U0001F381,\n\nx"}})), kNoGlyph,
                  "Box 41: no font has the character \U0001F381 (U+1F381)");
    expectRefused(typesetAlone(jsonOf({{.wording = "Dear שרה,\n\nx"}})), kNoGlyph, "(U+05E9)");
    expectRefused(typesetAlone(jsonOf({{.wording = "Dear 김,\n\nx"}})), kNoGlyph,
                  "install the packages fonts-noto-core and fonts-noto-cjk");
    expectRefused(typeset(jsonOf({{.signers = {"Ann\a"}}})), kNoGlyph, "(U+0007)");
}

TEST(NoteCards, OfWhichOneCannotBePrintedAreAllTheOthers)
{
    const Card odd{.wording = "Dear Bo \U0001F381,\n\nx"};
    const Card wide{.wording = "Dear " + std::string(90, 'w') + ",\n\nx"};
    const Ended ended = typeset(jsonOf({odd, Card{}, wide, Card{}}));
    ASSERT_TRUE(ended.done()) << ended.err;
    EXPECT_TRUE(ended.err.starts_with("41\tBox 41: no font has the character \U0001F381"))
        << ended.err;
    EXPECT_NE(ended.err.find("\n43\tBox 43: \"www"), std::string::npos) << ended.err;
    const Printed pages(ended.out);
    EXPECT_EQ(pages.count(), 4U) << "a page in its place says why";
    EXPECT_NE(pages.words().find("This note cannot be printed. Box 41: no font has the character "
                                 "(U+1F381)."),
              std::string::npos)
        << pages.words();
    EXPECT_EQ(pages.words().find("Dear Bo"), std::string::npos) << "not a half of it";
    EXPECT_NE(pages.words().find("Dear Anna Lindqvist,"), std::string::npos);
}

TEST(NoteCards, LeaveOutCharactersThatNobodySees)
{
    const Printed pages =
        printed(jsonOf({{.wording = "Dear \u202EAnn\u202C\u200B Lee,\n\nthank\u00ADyou."}}));
    EXPECT_NE(pages.words().find("Dear Ann Lee, thankyou."), std::string::npos) << pages.words();
}

TEST(NoteCards, LookTheSameOnAMachineWithoutFonts)
{
    const Card card{.signers = {"山田 太郎"}};
    const Ended bare =
        typeset(jsonOf({card}), {"FONTCONFIG_FILE=/dev/null", "HOME=/nonexistent",
                                 "FONTCONFIG_PATH=/nonexistent", "DISPLAY=", "XDG_RUNTIME_DIR="});
    EXPECT_EQ(bare.err, "");
    EXPECT_TRUE(Printed(bare.out).picture(1) == printed(jsonOf({card})).picture(1));
}

TEST(PackingSlips, ListWhatGoesIn)
{
    const Printed pages = printed(slipJson(6, "Cap, navy"));
    EXPECT_EQ(pages.count(), 1U);
    for (const char* part :
         {"Packing slip", "Box 42", "Maple Street Motors", "Anna Lindqvist · C-1", "November 2026",
          "planned", "contents", "packaging", "Cap, navy SKU-0 M 7", "Cap, navy SKU-5 M 7"}) {
        EXPECT_NE(pages.words().find(part), std::string::npos) << part << "\n" << pages.words();
    }
    EXPECT_GE(pages.whiteInches(1), 18 / 25.4 - 0.015);
}

TEST(PackingSlips, BreakWordsThatAreLongerThanTheirColumn)
{
    const Printed pages = printed(slipJson(2, std::string(300, 'w')));
    EXPECT_GE(pages.whiteInches(1), 18 / 25.4 - 0.015);
}

TEST(PackingSlips, GoOnOverThePage)
{
    const Printed pages = printed(slipJson(90, "A name of which there is rather more to say than "
                                               "what goes into one line of a slip"));
    EXPECT_GT(pages.count(), 2U);
    for (std::size_t i = 0; i < 90; ++i) {
        EXPECT_NE(pages.words().find("SKU-" + std::to_string(i) + " "), std::string::npos) << i;
    }
    for (std::size_t page = 1; page <= pages.count(); ++page) {
        EXPECT_GE(pages.whiteInches(page), 18 / 25.4 - 0.015) << page;
        EXPECT_NE(pages.words().find("page " + std::to_string(page)), std::string::npos);
    }
}

TEST(PackingSlips, FallBackOnTheCodeOfANameThatCannotBePrinted)
{
    const Printed pages = printed(slipJson(2, "Cap \U0001F381", "Bo \U0001F381"));
    for (const char* part : {"C-1 (the name is not printable)", "(not printable) SKU-0 M 7"}) {
        EXPECT_NE(pages.words().find(part), std::string::npos) << part << "\n" << pages.words();
    }
}

TEST(PackingSlips, ALineHigherThanAPageIsRefused)
{
    std::string endless;
    for (int i = 0; i < 2'000; ++i) {
        endless += "more ";
    }
    expectRefused(typeset(slipJson(2, endless)), kDoesNotFit, "Box 42: a line of the slip");
}

TEST(ParsePages, TakesNothingButWhatTheProgramWrites)
{
    const std::string good = jsonOf({Card{}});
    for (const std::string& bad :
         {std::string(), std::string("{"), std::string("[]"), good + "x",
          "{\"more\":1," + good.substr(1), jsonOf({Card{}}, 1, 177'800),
          jsonOf({Card{}}, 127'000, 90'000'000), std::string("{\"title\":\"x\"}")}) {
        expectRefused(typeset(bad), kMalformed, "the pages are malformed: ");
    }
}

TEST(Licences, OfTheFontsAreInTheProgram)
{
    const Ended ended = run({.words = {GIFTBOX_TYPESET, "--licences"}});
    EXPECT_TRUE(ended.done());
    EXPECT_NE(ended.out.find("SIL OPEN FONT LICENSE"), std::string::npos);
    EXPECT_NE(ended.out.find("IPA Font License Agreement v1.0"), std::string::npos);
}

TEST(PurchaseOrders, HaveTheirNumberAddressLinesAndTotal)
{
    const Printed pages = printed(orderJson(2));
    EXPECT_EQ(pages.count(), 1U);
    for (const char* words : {"PO-7", "1 Main St", "CW-118", "SKU-1", "156.00", "312.00 USD"}) {
        EXPECT_NE(pages.words().find(words), std::string::npos) << words << "\n" << pages.words();
    }
}

TEST(PurchaseOrders, GoOnOnAsManyPagesAsNeededAndRefuseALineTallerThanAPage)
{
    EXPECT_EQ(printed(orderJson(90)).count(), 4U);
    expectRefused(typeset(orderJson(1, std::string(6000, 'x'))), kDoesNotFit, "larger paper");
}

TEST(CountSheets, HaveTheItemsBinByBinAndTwoColumnsToWriteIn)
{
    const Printed pages = printed(sheetJson(2, "Cap, navy"));
    EXPECT_EQ(pages.count(), 1U);
    for (const std::string part : {"Count sheet Count 7", "Maple Street Motors", "2026-11-30",
                                   "All items", "bin A-1 code counted again", "Cap, navy SKU-1",
                                   "without a bin", "counted by, on", "page 1"}) {
        EXPECT_NE(pages.words().find(part), std::string::npos) << part << " in " << pages.words();
    }
}

TEST(CountSheets, GoOnOnMorePagesWithinTheirMargins)
{
    const Printed pages = printed(sheetJson(40, "A name that takes more than one line of a sheet, "
                                                "since it says everything about the item"));
    EXPECT_GT(pages.count(), 2U);
    for (std::size_t page = 1; page <= pages.count(); ++page) {
        EXPECT_GE(pages.whiteInches(page), 18 / 25.4 - 0.015) << page;
    }
}

TEST(CountSheets, HaveACodeInPlaceOfANameThatNoFontHas)
{
    EXPECT_NE(printed(sheetJson(1, "Cap \U0001F381")).words().find("(not printable) SKU-0"),
              std::string::npos);
}

} // namespace
} // namespace giftbox::tests::pages_test
