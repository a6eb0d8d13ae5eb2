#include "gifting/notes/note_of_box.h"
#include "gifting/notes/note_template.h"
#include "gifting/notes/typeset.h"
#include "gifting/notes/write_notes.h"
#include "web/http/bounds.h"
#include "web/pages/many.h"
#include "web/pages/operation_forms.h"
#include "web/pages/pages.h"
#include "web/ui/form_page.h"
#include "web/ui/list.h"
#include "web/ui/months.h"

#include <algorithm>

namespace giftbox::web {

using access::Action;
using books::ReadTransaction;
using foundation::Month;
using gifting::BoxNote;
using gifting::NoteOfBox;
using gifting::NoteTemplate;

namespace {

constexpr std::int64_t kPictureDotsPerInch = 120;
constexpr const char* kLid = "5x7in";

std::string noteAddress(const RequestContext& context, books::BoxNo box)
{
    return context.address("boxes/" + std::to_string(box.value) + "/note");
}

std::vector<std::string> missingFrom(const BoxNote& note)
{
    std::vector<std::string> missing;
    for (const gifting::NoteSignature& one : note.signatures) {
        if (!one.isSigned) {
            missing.push_back(one.signer);
        }
    }
    return missing;
}

std::string missingOf(const BoxNote& note) { return gifting::listOfSigners(missingFrom(note)); }

std::string stateOf(const BoxNote& note)
{
    return !note.version                                                ? "not written"
           : note.signedCount() == std::int64_t(note.signatures.size()) ? "signed"
                                                                        : "written";
}

/// A written note is signed at once; every note can be seen.
std::vector<Link> stepsOfNote(const RequestContext& context, const BoxNote& note)
{
    std::vector<Link> links = {{noteAddress(context, note.box), "View"}};
    if (note.version && !missingOf(note).empty() && context.may(Action::EditNote)) {
        links.insert(links.begin(), {noteAddress(context, note.box) + "/sign", "Sign"});
    }
    return links;
}

std::vector<View> noteTable(const RequestContext& context, const ReadTransaction& tx,
                            const std::vector<BoxNote>& notes)
{
    Table table({{"Recipient"}, {"Box state"}, {"Note"}, {"Still to sign"}, {""}}, context.format);
    Checkable checkable(context, "notes");
    for (const BoxNote& note : notes) {
        const std::string box = std::to_string(note.box.value);
        const std::string state = note.anonymized ? "recipient anonymized" : stateOf(note);
        checkable.add(table, state, box, missingFrom(note));
        table
            .named(note.recipientName, note.recipientCode + " · Box " + box,
                   context.address("boxes/" + box))
            .badge(note.state)
            .badge(state)
            .text(missingOf(note))
            .links(stepsOfNote(context, note))
            .endRow();
    }
    return listOf(context, tx, std::move(table),
                  {.place = "notes",
                   .one = "note",
                   .many = "notes",
                   .empty = "No boxes this month.",
                   .checked = checkable.buttons()});
}

std::vector<View> templateTable(const RequestContext& context,
                                const std::vector<NoteTemplate>& templates)
{
    Table table({{"Version"}, {"Signers"}, {"Added by"}, {"Added"}, {"Approved by"}, {""}},
                context.format);
    for (auto one = templates.rbegin(); one != templates.rend(); ++one) {
        const std::string version = std::to_string(one->version);
        std::vector<Link> links = {{context.address("notes/template?version=") + version, "View"}};
        const bool isOvertaken = std::any_of(templates.rbegin(), one,
                                             [](const auto& newer) { return newer.approvedBy; });
        std::ranges::move(actionsOn(context, "template", version,
                                    one->approvedBy || isOvertaken ? "used" : "new"),
                          std::back_inserter(links));
        table.text(version)
            .text(gifting::listOfSigners(one->signers))
            .text(one->setBy)
            .moment(one->setAt)
            .text(one->approvedBy.value_or("Not approved"))
            .links(links)
            .endRow();
    }
    return table.views(
        context.whenEmpty("No template yet.", Action::EditNote, "Add the first version."));
}

Response fileResponse(const char* type, std::string content, const std::string& name)
{
    Response response;
    response.add("Content-Type", type);
    if (!name.empty()) {
        response.add("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
    response.body = std::move(content);
    return response;
}

gifting::Paper paperAsked(const RequestContext& context, const std::string& usual)
{
    return gifting::parsePaper(context.query.has("size") ? context.query.text("size") : usual);
}

/// Gathers the print data inside the read, then typesets outside it.
Response notesFile(RequestContext& context, const std::string& title,
                   const std::vector<BoxNote>& notes, const books::Store& store)
{
    return fileResponse("application/pdf",
                        gifting::printNotes(store, title, paperAsked(context, kLid), notes).pdf,
                        title + ".pdf");
}

Response slipsFile(RequestContext& context, const std::string& title,
                   const std::vector<gifting::BoxSlip>& slips, const books::Store& store)
{
    return fileResponse(
        "application/pdf",
        gifting::printSlips(store, paperAsked(context, gifting::usualPaper(store)), slips),
        title + ".pdf");
}

/// The boxes named in the address.
std::vector<books::BoxNo> boxesAsked(const RequestContext& context)
{
    std::vector<books::BoxNo> boxes;
    for (const std::string& one : context.query.all("box")) {
        boxes.push_back({foundation::wholeNumber(one, "box")});
    }
    requireFewBoxes(boxes.size());
    return boxes;
}

/// Throws Refusal `note.not_written`.
BoxNote writtenNote(const ReadTransaction& tx, books::BoxNo number)
{
    NoteOfBox found = gifting::noteOfBox(tx, number);
    if (!found.isWritten || found.note.wording.empty()) {
        throw foundation::Refusal("note.not_written/print",
                                  {{"box", std::to_string(number.value)}});
    }
    return std::move(found.note);
}

/// The boxes of the month that are not empty.
std::vector<gifting::BoxSlip> slipsOf(const ReadTransaction& tx, Month month)
{
    const std::vector<BoxNote> notes = gifting::listNotes(tx, month);
    requireFewBoxes(notes.size());
    std::vector<gifting::BoxSlip> slips;
    for (const BoxNote& note : notes) {
        slips.push_back(gifting::boxSlip(tx, note.box));
    }
    if (slips.empty()) {
        throw foundation::Refusal("print.nothing", {{"month", month}});
    }
    return slips;
}

View noteView(const RequestContext& context, const NoteOfBox& found)
{
    const BoxNote& note = found.note;
    Table table({{"Signer"}, {"Signed"}}, context.format);
    for (const gifting::NoteSignature& one : note.signatures) {
        table.text(one.signer);
        if (one.isSigned) {
            table.badge("signed");
        } else if (found.isWritten) {
            table.links({{noteAddress(context, note.box).append("/sign?signer=") +
                              encodePercent(one.signer),
                          "Sign"}});
        } else {
            table.text("");
        }
        table.endRow();
    }
    const std::string box = std::to_string(note.box.value);
    View view;
    addMonth(view, context, found.month);
    view.list("table", table.views("No signers."))
        .text("heading", "Note for box " + box)
        .text("recipient", note.recipientName + " (" + note.recipientCode + ")")
        .text("wording", note.wording)
        .flag("may_rewrite", note.signedCount() == 0)
        .flag("has_wording", !note.wording.empty())
        .flag("written", found.isWritten)
        .text("state", found.isWritten ? stateOf(note) : "not written")
        .number("version", note.version.value_or(0))
        .text("box_address", context.address("boxes/" + box))
        .text("base", context.address());
    return view;
}

} // namespace

Response notesPage(RequestContext& context)
{
    const Month month = monthAsked(context);
    return context.read([&](const ReadTransaction& tx) {
        const std::vector<BoxNote> notes = gifting::listNotes(tx, month);
        const auto toWrite = std::ranges::count_if(
            notes, [](const BoxNote& note) { return !note.version && !note.anonymized; });
        const auto templates = gifting::listNoteTemplates(tx);
        View wordings;
        wordings.list("table", templateTable(context, templates));
        View list;
        list.list("table", noteTable(context, tx, notes));
        View view;
        view.list("notes", {list})
            .list("templates", {wordings})
            .number("to_write", toWrite)
            .flag("may_write", toWrite > 0 && gifting::approvedNoteTemplate(tx).has_value())
            .flag("needs_approval", toWrite > 0 && !gifting::approvedNoteTemplate(tx))
            .flag("may_print_notes", std::ranges::any_of(notes,
                                                         [](const BoxNote& note) {
                                                             return note.version &&
                                                                    !note.wording.empty();
                                                         }))
            .flag("may_print_slips", !notes.empty());
        addMonths(view, context, "notes");
        return context.page("notes", "Notes for " + context.format.shown(monthAsked(context)),
                            view);
    });
}

Response notePage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        const View view = noteView(context, gifting::noteOfBox(tx, books::BoxNo{context.number()}));
        return context.page("note", "Note for box " + context.part, view);
    });
}

Response notePicture(RequestContext& context)
{
    books::Store store;
    const NoteOfBox found = context.read([&](const ReadTransaction& tx) {
        store = tx.store();
        return gifting::noteOfBox(tx, books::BoxNo{context.number()});
    });
    return fileResponse(
        "image/png",
        gifting::pictureNote(store, gifting::parsePaper(kLid), found.note, kPictureDotsPerInch),
        "");
}

Response templatePicture(RequestContext& context)
{
    books::Store store;
    BoxNote note;
    context.read([&](const ReadTransaction& tx) {
        store = tx.store();
        note.recipientName = "Alex Example";
        mergeNote(store, context.today().month(),
                  gifting::requireNoteTemplate(tx, maybeIntegerIn(context.query, "version")), note);
        return true;
    });
    return fileResponse(
        "image/png",
        gifting::pictureNote(store, gifting::parsePaper(kLid), note, kPictureDotsPerInch), "");
}

Response templatePage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        const NoteTemplate one =
            gifting::requireNoteTemplate(tx, maybeIntegerIn(context.query, "version"));
        View view;
        view.number("version", one.version)
            .text("wording", one.wording)
            .text("signers", gifting::listOfSigners(one.signers))
            .text("approved_by", one.approvedBy.value_or(""))
            .flag("approved", one.approvedBy.has_value())
            .list("acts", actsOf(actionsOn(context, "template", std::to_string(one.version),
                                           one.approvedBy ? "used" : "new")))
            .text("base", context.address());
        return context.page("template", "Template, version " + std::to_string(one.version), view);
    });
}

Response notesPdf(RequestContext& context)
{
    const Month month = monthAsked(context);
    const std::vector<books::BoxNo> asked = boxesAsked(context);
    books::Store store;
    const auto notes = context.read([&](const ReadTransaction& tx) {
        store = tx.store();
        if (asked.empty()) {
            return gifting::notesToPrint(tx, month);
        }
        std::vector<BoxNote> some;
        for (const books::BoxNo number : asked) {
            some.push_back(writtenNote(tx, number));
        }
        return some;
    });
    requireFewBoxes(notes.size());
    return notesFile(context, "Notes for " + toText(month), notes, store);
}

Response slipsPdf(RequestContext& context)
{
    const Month month = monthAsked(context);
    const std::vector<books::BoxNo> asked = boxesAsked(context);
    books::Store store;
    const auto slips = context.read([&](const ReadTransaction& tx) {
        store = tx.store();
        if (asked.empty()) {
            return slipsOf(tx, month);
        }
        std::vector<gifting::BoxSlip> some;
        for (const books::BoxNo number : asked) {
            some.push_back(gifting::boxSlip(tx, number));
        }
        return some;
    });
    return slipsFile(context, "Packing slips for " + toText(month), slips, store);
}

Response notePdf(RequestContext& context)
{
    const books::BoxNo number{context.number()};
    books::Store store;
    const BoxNote note = context.read([&](const ReadTransaction& tx) {
        store = tx.store();
        return writtenNote(tx, number);
    });
    return notesFile(context, "Note for box " + context.part, {note}, store);
}

Response slipPdf(RequestContext& context)
{
    const books::BoxNo number{context.number()};
    books::Store store;
    const auto slip = context.read([&](const ReadTransaction& tx) {
        store = tx.store();
        return gifting::boxSlip(tx, number);
    });
    return slipsFile(context, "Packing slip for box " + context.part, {slip}, store);
}

} // namespace giftbox::web
