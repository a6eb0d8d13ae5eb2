#include "foundation/fold.h"
#include "gifting/notes/note_of_box.h"
#include "gifting/notes/note_template.h"
#include "gifting/notes/typeset.h"
#include "gifting/notes/write_notes.h"
#include "web/pages/pages.h"
#include "web/ui/months.h"
#include "web/ui/operation_form.h"
#include "web/ui/seen_form.h"

#include <sstream>

namespace giftbox::web {

using books::ReadTransaction;
using foundation::Month;
using gifting::NoteTemplate;

namespace {

/// Names, one per line.
std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        if (std::string name = foundation::entered(line); !name.empty()) {
            lines.push_back(std::move(name));
        }
    }
    return lines;
}

std::string joinedLines(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines) {
        text += (text.empty() ? "" : "\n") + line;
    }
    return text;
}

std::optional<NoteTemplate> newestTemplate(const ReadTransaction& tx)
{
    auto templates = gifting::listNoteTemplates(tx);
    return templates.empty() ? std::nullopt : std::optional(std::move(templates.back()));
}

FormPage templateFormOf(const RequestContext& context, const std::optional<NoteTemplate>& before)
{
    return {
        .title = "New template version",
        .submit = "Save as a new version",
        .back = context.address("notes"),
        .fields = {{.name = "wording",
                    .label = "Wording",
                    .type = "textarea",
                    .value = before ? before->wording : "Dear {recipient},\n\n",
                    .hint = "{recipient}, {store}, {month}, and {signers} are filled in. An empty "
                            "line starts a new paragraph"},
                   {.name = "signers",
                    .label = "Signers, one per line",
                    .type = "textarea",
                    .value = before ? joinedLines(before->signers) : ""}},
        .intro = "Written notes do not change. A manager must approve the version before "
                 "it is used."};
}

} // namespace

Response setTemplatePage(RequestContext& context)
{
    FormPage page = templateFormOf(context, context.read(newestTemplate));
    page.fields.push_back(seenField(shownBy(page)));
    return runForm(context, page, "web template set", [&](books::WriteTransaction& tx) {
        requireSeen(context.form, templateFormOf(context, newestTemplate(tx)));
        const NoteTemplate kept = gifting::setNoteTemplate(tx, context.form.text("wording"),
                                                           linesOf(context.form.text("signers")));
        const std::string version = std::to_string(kept.version);
        return Done{context.address("notes/template?version=") + version,
                    "Version " + version + " saved. A manager must approve it before it is used."};
    });
}

Response approveTemplatePage(RequestContext& context)
{
    const FormPage page{.title = "Approve the template",
                        .submit = "Approve",
                        .back = context.address("notes"),
                        .fields = {{.name = "version",
                                    .label = "Version",
                                    .type = "units",
                                    .value = context.query.text("version")}},
                        .intro = "New notes use this wording until you approve a newer version."};
    return runForm(context, page, "web template approve", [&](books::WriteTransaction& tx) {
        gifting::approveNoteTemplate(tx, integerIn(context.form, "version"));
        return Done{context.address("notes"),
                    "Template version " + context.form.text("version") + " approved."};
    });
}

Response writeNotesPage(RequestContext& context)
{
    const FormPage page{.title = "Write notes",
                        .submit = "Write notes",
                        .back = context.address("notes?month=") + toText(monthAsked(context)),
                        .fields = {{.name = "month",
                                    .label = "Month",
                                    .type = "month",
                                    .value = toText(monthAsked(context))}},
                        .intro =
                            "Writes a note for every box of the month that has none. You cannot "
                            "change the wording of a written note."};
    return runForm(context, page, "web note write", [&](books::WriteTransaction& tx) {
        const Month month = monthIn(context.form, "month");
        const auto notes = gifting::writeNotes(tx, month);
        // A written note must be printable.
        (void)gifting::printNotes(tx.store(), "", gifting::parsePaper("5x7in"), notes);
        return Done{context.address("notes?month=") + toText(month),
                    "Notes written: " + std::to_string(notes.size()) + ". Print and sign them."};
    });
}

Response signNotePage(RequestContext& context)
{
    const books::BoxNo number{context.number()};
    Field signer{.name = "signer",
                 .label = "Signer",
                 .type = "select",
                 .value = context.query.text("signer")};
    context.read([&](const ReadTransaction& tx) {
        for (const gifting::NoteSignature& one : gifting::noteOfBox(tx, number).note.signatures) {
            signer.options.push_back({one.signer, one.signer});
        }
        return true;
    });
    const std::string back = context.address("boxes/" + context.part + "/note");
    const FormPage page{.title = "Sign the note for box " + context.part,
                        .submit = "Mark as signed",
                        .back = back,
                        .fields = {signer}};
    context.form.set("no", context.part);
    return runOperation(context, page, "note sign", [&](const AnsweredRow& note) {
        return Done{back, "Note for box " + context.part + " has " + note.at("signed") + " of " +
                              note.at("signers") + " signatures."};
    });
}

} // namespace giftbox::web
