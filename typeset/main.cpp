#include "typeset/note_card.h"
#include "typeset/packing_slip.h"

#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <iostream>
#include <iterator>

namespace {

using namespace giftbox::typeset;

/// The exit statuses that the calling program distinguishes.
enum Status { Done = 0, Malformed = 2, Failed = 3, DoesNotFit = 4, NoGlyph = 5 };

/// Uses neither a screen nor the machine's fonts, so that pages are the same everywhere.
void leaveTheMachineAlone(const QString& folder)
{
    QFile none(folder + "/fonts.conf");
    if (!none.open(QIODevice::WriteOnly) || none.write("<fontconfig/>\n") < 0) {
        throw std::runtime_error("cannot write to the folder for temporary files");
    }
    none.close();
    qputenv("FONTCONFIG_FILE", none.fileName().toUtf8());
    qputenv("XDG_RUNTIME_DIR", folder.toUtf8());
    qputenv("QT_QPA_PLATFORM", "offscreen");
}

template <class Page>
void drawAll(Sheet& sheet, const std::vector<Page>& pages, void (*draw)(Sheet&, const Page&))
{
    for (const Page& page : pages) {
        if (&page != &pages.front()) {
            sheet.newPage();
        }
        try {
            draw(sheet, page);
        } catch (const Unprintable& refused) {
            throw Unprintable(refused.why(),
                              "Box " + std::to_string(page.box) + ": " + refused.what());
        }
    }
}

std::string typeset(const Pages& pages)
{
    Sheet sheet(pages.paper, pages.title, pages.pictureDotsPerInch);
    drawAll(sheet, pages.cards, &drawNoteCard);
    if (!pages.cards.empty() && !pages.slips.empty()) {
        sheet.newPage();
    }
    drawAll(sheet, pages.slips, &drawPackingSlip);
    return sheet.finish();
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
    if (argc != 1) {
        return say(Malformed, "usage: giftbox-typeset < pages.json > pages.pdf; "
                              "giftbox-typeset --licences prints the licenses of its fonts");
    }
    const QTemporaryDir folder;
    leaveTheMachineAlone(folder.path());
    const QGuiApplication application(argc, argv);
    const std::string pdf = typeset(
        parsePages({std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()}));
    std::cout.write(pdf.data(), std::streamsize(pdf.size()));
    return std::cout.flush().good() ? Done : say(Failed, "cannot write the pages");
}

} // namespace

/// Reads pages as JSON from standard input, and writes a PDF or the picture of one page to standard output, or only a
/// sentence to standard error.
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
