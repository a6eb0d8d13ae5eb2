#include "gifting/notes/note_template.h"
#include "web/pages/pages.h"
#include "web/ui/operation_form.h"
#include "web/ui/seen_form.h"

namespace giftbox::web {

using books::ReadTransaction;
using gifting::NoteTemplate;

namespace {

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
    FormPage page{
        .title = "New template version",
        .submit = "Save as a new version",
        .back = context.address("notes"),
        .fields = fieldsOf("template set", {"wording", "signers"}),
        .intro =
            "Written notes do not change. A manager must approve the version before it is used."};
    fieldNamed(page.fields, "wording").value = before ? before->wording : "Dear {recipient},\n\n";
    Field& signers = fieldNamed(page.fields, "signers");
    signers.label = "Signers, one per line";
    signers.value = before ? joinedLines(before->signers) : "";
    return page;
}

} // namespace

Response setTemplatePage(RequestContext& context)
{
    FormPage page = templateFormOf(context, context.read(newestTemplate));
    page.fields.push_back(seenField(shownBy(page)));
    return runOperation(
        context, page, "template set",
        [&](const AnsweredRow& kept) {
            const std::string& version = kept.at("version");
            return Done{context.address("notes/template?version=") + version,
                        "Version " + version +
                            " saved. A manager must approve it before it is used."};
        },
        [&](const ReadTransaction& tx) {
            requireSeen(context.form, templateFormOf(context, newestTemplate(tx)));
        });
}

} // namespace giftbox::web
