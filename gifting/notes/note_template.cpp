#include "gifting/notes/note_template.h"

#include "books/code.h"
#include "foundation/fold.h"
#include "foundation/json.h"
#include "foundation/text.h"
#include "gifting/notes/statements.h"
#include "gifting/notes/wording.h"

#include <algorithm>

namespace giftbox::gifting {

using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Refusal;

namespace {

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

NoteTemplate templateOf(const sql::NoteTemplates::Row& row)
{
    NoteTemplate one{.version = row.version,
                     .wording = std::string(row.wording),
                     .signers = linesOf(row.signers),
                     .setBy = std::string(row.setBy),
                     .setAt = row.setAt,
                     .approvedBy = {},
                     .approvedAt = row.approvedAt};
    if (row.approvedAt) {
        one.approvedBy = std::string(row.approvedBy);
    }
    return one;
}

/// Lines end in LF alone, without empty lines at the end.
std::string unpadded(std::string wording)
{
    if (wording.starts_with("\xEF\xBB\xBF")) {
        wording.erase(0, 3);
    }
    std::erase(wording, '\r');
    wording.erase(wording.find_last_not_of(" \t\n") + 1);
    return wording;
}

void requireWording(const std::string& wording)
{
    if (wording.empty()) {
        throw Refusal("text.missing", {{"what", "the wording"}});
    }
    if (foundation::firstInvalidUtf8(wording) || wording.find('\0') != std::string::npos) {
        throw Refusal("text.malformed/wording");
    }
    if (wording.size() > kLongestWording) {
        throw Refusal("text.too_long/wording",
                      {{"bytes", wording.size()}, {"most", kLongestWording}});
    }
    (void)mergeWording(wording, {});
}

void requireSigners(const std::vector<std::string>& signers)
{
    if (signers.empty()) {
        throw Refusal("note.signers_malformed");
    }
    for (auto signer = signers.begin(); signer != signers.end(); ++signer) {
        books::requireText(*signer, "a signer", "signers");
        if (signer->find('\n') != std::string::npos) {
            throw Refusal("note.signers_malformed/lines", {{"signer", *signer}});
        }
        const auto isSame = [&signer](const std::string& other) {
            return foundation::sameFolded(other, *signer);
        };
        if (std::find_if(signers.begin(), signer, isSame) != signer) {
            throw Refusal("note.signers_malformed/twice", {{"signer", *signer}});
        }
    }
}

[[noreturn]] void refuseUnknown(std::optional<std::int64_t> version)
{
    throw Refusal(version ? "note.template_unknown/version" : "note.template_unknown",
                  {{"version", version}});
}

} // namespace

std::vector<NoteTemplate> listNoteTemplates(const ReadTransaction& tx)
{
    std::vector<NoteTemplate> all;
    for (const auto& row : tx.database().query(sql::NoteTemplates{.storeId = tx.storeId()})) {
        all.push_back(templateOf(row));
    }
    return all;
}

NoteTemplate requireNoteTemplate(const ReadTransaction& tx, std::optional<std::int64_t> version)
{
    std::vector<NoteTemplate> all = listNoteTemplates(tx);
    const auto found = version ? std::ranges::find(all, *version, &NoteTemplate::version)
                               : all.end() - (all.empty() ? 0 : 1);
    if (found == all.end()) {
        refuseUnknown(version);
    }
    return std::move(*found);
}

std::optional<NoteTemplate> approvedNoteTemplate(const ReadTransaction& tx)
{
    std::optional<NoteTemplate> newest;
    for (NoteTemplate& one : listNoteTemplates(tx)) {
        if (one.approvedBy) {
            newest = std::move(one);
        }
    }
    return newest;
}

NoteTemplate setNoteTemplate(WriteTransaction& tx, const std::string& wording,
                             const std::vector<std::string>& signers)
{
    const std::string kept = unpadded(wording);
    requireWording(kept);
    requireSigners(signers);
    std::vector<NoteTemplate> before = listNoteTemplates(tx);
    if (!before.empty() && before.back().wording == kept && before.back().signers == signers) {
        return std::move(before.back());
    }
    const std::int64_t version = before.empty() ? 1 : before.back().version + 1;
    std::string lines;
    for (const std::string& signer : signers) {
        lines += (lines.empty() ? "" : "\n") + signer;
    }
    const sql::InsertNoteTemplate row{.storeId = tx.storeId(),
                                      .version = version,
                                      .wording = kept,
                                      .signers = lines,
                                      .eventSeq = tx.event().value};
    tx.facts().add(books::facts::kTemplate, row.binds());
    tx.database().execute(row);
    tx.record("template.set", "template " + std::to_string(version),
              foundation::JsonObject().add("signers", std::int64_t(signers.size())).text());
    return {.version = version,
            .wording = kept,
            .signers = signers,
            .setBy = tx.actor().name,
            .setAt = tx.actor().now,
            .approvedBy = {},
            .approvedAt = {}};
}

NoteTemplate approveNoteTemplate(WriteTransaction& tx, std::int64_t version)
{
    NoteTemplate one = requireNoteTemplate(tx, version);
    if (one.approvedBy) {
        throw Refusal("note.approved_already", {{"version", version},
                                                {"approved_by", *one.approvedBy},
                                                {"approved_at", *one.approvedAt}});
    }
    const auto newest = approvedNoteTemplate(tx);
    if (newest && newest->version > version) {
        throw Refusal("note.template_overtaken",
                      {{"version", version}, {"newest", newest->version}});
    }
    tx.database().execute(sql::ApproveNoteTemplate{.storeId = tx.storeId(),
                                                   .approvedBy = tx.actor().name,
                                                   .approvedEvent = tx.event().value,
                                                   .version = version});
    tx.record("template.approve", "template " + std::to_string(version), "{}");
    one.approvedBy = tx.actor().name;
    one.approvedAt = tx.actor().now;
    return one;
}

std::string listOfSigners(const std::vector<std::string>& signers)
{
    std::string list;
    for (const std::string& signer : signers) {
        list += (list.empty() ? "" : ", ") + signer;
    }
    return list;
}

} // namespace giftbox::gifting
