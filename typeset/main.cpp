#include "typeset/count_sheet.h"
#include "typeset/month_page.h"
#include "typeset/note_card.h"
#include "typeset/packing_slip.h"
#include "typeset/purchase_order.h"

#include <QFile>
#include <QTemporaryDir>

#include <iostream>
#include <iterator>

namespace {

using namespace giftbox::typeset;

/// The exit statuses that the calling program distinguishes.
enum Status { Done = 0, Malformed = 2, Failed = 3, DoesNotFit = 4, NoGlyph = 5 };

/// Neither the language nor the settings for fonts of the machine change a page.
void leaveTheMachineAlone(const QString& folder)
{
    QFile none(folder + "/fonts.conf");
    if (!none.open(QIODevice::WriteOnly) || none.write("<fontconfig/>\n") < 0) {
        throw std::runtime_error("cannot write to the folder for temporary files");
    }
    none.close();
    qputenv("FONTCONFIG_FILE", none.fileName().toUtf8());
    for (const char* name : {"LC_ALL", "LANG", "LANGUAGE", "PANGO_LANGUAGE", "FC_LANG"}) {
        qputenv(name, "C");
    }
}

/// A note that cannot be printed; the calling program reads it from standard error.
struct LeftOut {
    std::int64_t box = 0;
    Why why = Why::NoGlyph;
    std::string sentence;
};

/// What a person reads of a box that cannot be printed.
std::string sentenceOf(std::int64_t box, const Unprintable& refused)
{
    return "Box " + std::to_string(box) + ": " + refused.what();
}

/// One note that cannot be printed stops no other: a page in its place gives the reason.
std::vector<LeftOut> drawCards(Sheet& sheet, const Pages& pages)
{
    std::vector<LeftOut> left;
    for (const NoteCard& card : pages.cards) {
        if (&card != &pages.cards.front()) {
            sheet.newPage();
        }
        try {
            drawNoteCard(sheet, card);
        } catch (const Unprintable& refused) {
            left.push_back({card.box, refused.why(), sentenceOf(card.box, refused)});
            drawMissingCard(sheet, left.back().sentence);
        }
    }
    return left;
}

void drawSlips(Sheet& sheet, const std::vector<PackingSlip>& slips)
{
    for (const PackingSlip& slip : slips) {
        if (&slip != &slips.front()) {
            sheet.newPage();
        }
        try {
            drawPackingSlip(sheet, slip);
        } catch (const Unprintable& refused) {
            throw Unprintable(refused.why(), sentenceOf(slip.box, refused));
        }
    }
}

void drawOrders(Sheet& sheet, const std::vector<PurchaseOrder>& orders)
{
    for (const PurchaseOrder& order : orders) {
        if (&order != &orders.front()) {
            sheet.newPage();
        }
        drawPurchaseOrder(sheet, order);
    }
}

void drawSheets(Sheet& sheet, const std::vector<CountSheet>& counts)
{
    for (const CountSheet& count : counts) {
        if (&count != &counts.front()) {
            sheet.newPage();
        }
        drawCountSheet(sheet, count);
    }
}

struct Typeset {
    std::string bytes;
    std::vector<LeftOut> left{};
};

Typeset typeset(const Fonts& fonts, const Pages& pages)
{
    Sheet sheet(fonts, pages.paper, pages.title, pages.pictureDotsPerInch);
    Typeset done{.bytes = {}, .left = drawCards(sheet, pages)};
    if (!pages.cards.empty() && !pages.slips.empty()) {
        sheet.newPage();
    }
    drawSlips(sheet, pages.slips);
    if (!pages.orders.empty() && pages.cards.size() + pages.slips.size() > 0) {
        sheet.newPage();
    }
    drawOrders(sheet, pages.orders);
    drawSheets(sheet, pages.sheets);
    for (const MonthPage& month : pages.months) {
        drawMonthPage(sheet, month);
    }
    done.bytes = sheet.finish();
    return done;
}

int printLicences()
{
    for (const char* name : {":/fonts/gentiumplus.txt", ":/fonts/ipaexfont-mincho.txt"}) {
        QFile text(name);
        if (!text.open(QIODevice::ReadOnly)) {
            return Failed;
        }
        std::cout << text.readAll().toStdString() << "\n";
    }
    return std::cout.flush().good() ? Done : Failed;
}

int say(Status status, const char* sentence)
{
    std::cerr << sentence << std::endl;
    return status;
}

int run(int argc, char** argv)
{
    if (argc == 2 && std::string(argv[1]) == "--licences") {
        return printLicences();
    }
    const bool isAlone = argc == 2 && std::string(argv[1]) == "--own-fonts";
    if (argc != 1 && !isAlone) {
        return say(Malformed, "usage: giftbox-typeset [--own-fonts] < pages.json > pages.pdf; "
                              "giftbox-typeset --licences prints the licenses of its fonts");
    }
    const QTemporaryDir folder;
    leaveTheMachineAlone(folder.path());
    const Fonts fonts(folder.path().toStdString(),
                      isAlone ? Fonts::Of::ProgramAlone : Fonts::Of::Machine);
    const Pages pages =
        parsePages({std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()});
    const Typeset done = typeset(fonts, pages);
    // Nothing but reasons is of no use to a printer; a picture shows it in its place.
    const bool isOfUse = pages.pictureDotsPerInch > 0 || done.left.size() < pages.cards.size() ||
                         pages.cards.empty();
    if (!isOfUse) {
        throw Unprintable(done.left.front().why, done.left.front().sentence);
    }
    for (const LeftOut& one : done.left) {
        std::cerr << one.box << '\t' << one.sentence << '\n';
    }
    std::cout.write(done.bytes.data(), std::streamsize(done.bytes.size()));
    return std::cout.flush().good() ? Done : say(Failed, "cannot write the pages");
}

} // namespace

/// Reads pages as JSON from standard input, and writes a PDF or the picture of one page to standard output, or only a
/// sentence to standard error. Beside pages, a line `BOX<tab>SENTENCE` there names each note that could not be printed.
int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const Unprintable& refused) {
        return say(refused.why() == Why::NoGlyph ? NoGlyph : DoesNotFit, refused.what());
    } catch (const MalformedPages& error) {
        return say(Malformed, error.what());
    } catch (const std::exception& error) {
        return say(Failed, error.what());
    }
}
