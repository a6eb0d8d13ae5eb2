#include "web/pages/import_upload.h"

#include "exchange/read_fields.h"
#include "exchange/reading/read_table.h"
#include "exchange/run_workbook.h"
#include "foundation/digest.h"
#include "web/ui/form_page.h"
#include "web/ui/run_form.h"
#include "web/uploads/import_queue.h"
#include "web/uploads/uploaded_file.h"

#include <algorithm>

namespace giftbox::web {

using foundation::Refusal;

namespace {

constexpr std::size_t kHeadBytes = std::size_t{1} << 20;

/// The files of one import.
struct ChosenFiles {
    std::vector<SentPart> parts;
    std::vector<std::string_view> contents;
};

enum class Need { Needed, Optional };

/// Adds the file in a field. Throws Refusal `import.no_file`, `import.not_csv`.
void addFile(const RequestContext& context, const std::string& field, Need need, Encodings readable,
             ChosenFiles& files)
{
    const Upload* upload = context.form.upload(field);
    const bool isThere =
        upload != nullptr && !upload->fileName.empty() && context.request.file != nullptr;
    if (!isThere && need == Need::Optional) {
        return;
    }
    try {
        if (!isThere) {
            throw Refusal("import.no_file");
        }
        requireCsv(upload->content, readable);
    } catch (const Refusal& refusal) {
        throw refusal.about(field);
    }
    std::string name = shownFileName(upload->fileName);
    while (std::ranges::find(files.parts, name, &SentPart::name) != files.parts.end()) {
        name += " (" + field + ")";
    }
    files.parts.push_back({.field = field,
                           .name = std::move(name),
                           .sha256 = foundation::sha256(upload->content),
                           .size = static_cast<std::int64_t>(upload->content.size())});
    files.contents.push_back(upload->content);
}

ChosenFiles filesIn(const RequestContext& context, const ImportKind& kind)
{
    ChosenFiles files;
    const Encodings readable =
        exchange::readFieldsOf(kind.name) ? Encodings::AreRead : Encodings::Utf8Only;
    addFile(context, "file", Need::Needed, readable, files);
    if (kind.hasBoxes) {
        addFile(context, "boxes", Need::Needed, readable, files);
        addFile(context, "stock", Need::Optional, readable, files);
    }
    return files;
}

/// Text instead of the file that was sent.
Spool takeText(const std::string& text, std::string name, ChosenFiles& files)
{
    Spool spool;
    spool.append(text);
    files.parts.push_back({.field = "file",
                           .name = std::move(name),
                           .sha256 = foundation::sha256(text),
                           .size = static_cast<std::int64_t>(text.size())});
    files.contents.push_back(spool.bytes());
    return spool;
}

/// The rows that were pasted, or the first sheet of a workbook. Throws Refusal `import.workbook`.
std::optional<Spool> takeOther(const RequestContext& context, const ImportKind& kind,
                               ChosenFiles& files)
{
    const Upload* upload = context.form.upload("file");
    const bool hasFile = upload != nullptr && !upload->fileName.empty();
    const std::string& pasted = context.form.text("pasted");
    if (!hasFile && !pasted.empty()) {
        return takeText(pasted, "pasted rows", files);
    }
    if (hasFile && exchange::readFieldsOf(kind.name) && exchange::isWorkbook(upload->content)) {
        try {
            const std::string name = shownFileName(upload->fileName);
            return takeText(exchange::csvOf(std::string(upload->content), name), name, files);
        } catch (const Refusal& refusal) {
            throw refusal.about("file");
        }
    }
    return std::nullopt;
}

/// Whether people say first how the file is read.
bool isAsked(const ImportKind& kind, std::string_view bytes)
{
    const auto fields = exchange::readFieldsOf(kind.name);
    return fields && !exchange::isOwnTable(bytes.substr(0, kHeadBytes), *fields);
}

std::string digestOf(const std::vector<SentPart>& parts)
{
    if (parts.size() == 1) {
        return parts.front().sha256;
    }
    std::string digests;
    for (const SentPart& part : parts) {
        digests += part.field + " " + part.sha256 + "\n";
    }
    return foundation::sha256(digests);
}

} // namespace

std::string sendFile(RequestContext& context)
{
    requireKey(context.form);
    const ImportKind& kind = importKind(context.form.text("kind"));
    ChosenFiles files;
    std::optional<Spool> text = takeOther(context, kind, files);
    if (!text) {
        files = filesIn(context, kind);
    }
    SentFile file{.id = {},
                  .store = context.store,
                  .login = context.session->login,
                  .kind = std::string(kind.name),
                  .parts = std::move(files.parts),
                  .ignored = columnsNamed(context.form.text("ignored")),
                  .on = context.form.has("on") ? dateIn(context.form, "on") : context.today(),
                  .isConfirmed = context.actor().isConfirmed};
    if (isAsked(kind, files.contents.front())) {
        file.answers.emplace();
        file.state = ImportState::AsksHow;
    }
    file.sha256 = digestOf(file.parts);
    // A form sent twice is one file; a different file in the same form is another.
    constexpr std::size_t kIdSize = 32;
    file.id = foundation::sha256(context.store + "\n" + file.login + "\n" +
                                 context.form.text("request_key") + "\n" + file.kind + "\n" +
                                 context.form.text("ignored") + "\n" + toText(file.on) + "\n" +
                                 (file.isConfirmed ? "confirmed\n" : "") + file.sha256)
                  .substr(0, kIdSize);
    books::Actor actor = context.actor();
    actor.requestKey.clear();
    Spool& bytes = text ? *text : *context.request.file;
    return context.imports->check(std::move(file), std::move(bytes), std::move(files.contents),
                                  actor);
}

} // namespace giftbox::web
