#include "program/note_template.h"

#include "books/code.h"
#include "foundation/fold.h"
#include "foundation/json.h"
#include "foundation/text.h"
#include "program/wording.h"

#include <algorithm>

namespace giftbox::program {

using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Instant;
using foundation::Refusal;
using foundation::Row;
using foundation::Rows;

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

NoteTemplate templateOf(const Row& row)
{
    NoteTemplate one{.version = row.integer(0),
                     .wording = row.string(1),
                     .signers = linesOf(row.text(2)),
                     .setBy = row.string(3),
                     .setAt = {row.integer(4)},
                     .approvedBy = {},
                     .approvedAt = {}};
    if (!row.isNull(6)) {
        one.approvedBy = row.string(5);
        one.approvedAt = Instant{row.integer(6)};
    }
    return one;
}

/// Lines end in LF alone, and the last one has its text.
std::string trimmed(std::string wording)
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
        throw Refusal("text.missing", "the wording is empty; say it in words");
    }
    if (foundation::firstInvalidUtf8(wording) || wording.find('\0') != std::string::npos) {
        throw Refusal("text.malformed", "the wording is no UTF-8 text, or has a NUL");
    }
    if (wording.size() > kLongestWording) {
        throw Refusal("text.too_long", "the wording has " + std::to_string(wording.size()) +
                                           " bytes; a note has room for less than " +
                                           std::to_string(kLongestWording));
    }
    (void)mergeWording(wording, {});
}

void requireSigners(const std::vector<std::string>& signers)
{
    if (signers.empty()) {
        throw Refusal("note.signers_malformed", "nobody signs; name everybody who does");
    }
    for (auto signer = signers.begin(); signer != signers.end(); ++signer) {
        books::requireText(*signer, "a signer");
        if (signer->find('\n') != std::string::npos) {
            throw Refusal("note.signers_malformed",
                          "the signer " + foundation::quoted(*signer) + " goes over two lines");
        }
        const auto isSame = [&signer](const std::string& other) {
            return foundation::sameFolded(other, *signer);
        };
        if (std::find_if(signers.begin(), signer, isSame) != signer) {
            throw Refusal("note.signers_malformed",
                          "the signer " + foundation::quoted(*signer) + " is named twice");
        }
    }
}

[[noreturn]] void refuseUnknown(std::optional<std::int64_t> version)
{
    throw Refusal("note.template_unknown",
                  version ? "the template has no version " + std::to_string(*version) +
                                "; `giftbox template list` shows them"
                          : "there is no template yet; `giftbox template set FILE` makes one");
}

} // namespace

std::vector<NoteTemplate> listNoteTemplates(const ReadTransaction& tx)
{
    std::vector<NoteTemplate> all;
    for (Rows rows = tx.database().query("program/note_templates", {{"store_id", tx.storeId()}});
         rows.next();) {
        all.push_back(templateOf(rows.row()));
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
    const std::string kept = trimmed(wording);
    requireWording(kept);
    requireSigners(signers);
    const std::vector<NoteTemplate> before = listNoteTemplates(tx);
    const std::int64_t version = before.empty() ? 1 : before.back().version + 1;
    std::string lines;
    for (const std::string& signer : signers) {
        lines += (lines.empty() ? "" : "\n") + signer;
    }
    tx.database().execute("program/insert_note_template", {{"store_id", tx.storeId()},
                                                           {"version", version},
                                                           {"wording", kept},
                                                           {"signers", lines},
                                                           {"event_seq", tx.event().value}});
    tx.record("template.set", "template " + std::to_string(version),
              foundation::JsonObject().add("signers", std::int64_t(signers.size())).text());
    return {.version = version,
            .wording = kept,
            .signers = signers,
            .setBy = tx.asker().actor,
            .setAt = tx.asker().now,
            .approvedBy = {},
            .approvedAt = {}};
}

NoteTemplate approveNoteTemplate(WriteTransaction& tx, std::int64_t version)
{
    NoteTemplate one = requireNoteTemplate(tx, version);
    const std::string name = "version " + std::to_string(version);
    if (one.approvedBy) {
        throw Refusal("note.approved_already", name + " was approved by " + *one.approvedBy +
                                                   " at " + toText(*one.approvedAt));
    }
    const auto newest = approvedNoteTemplate(tx);
    if (newest && newest->version > version) {
        throw Refusal("note.template_overtaken",
                      name + " is older than version " + std::to_string(newest->version) +
                          ", which is approved; set it as a new version to go back to it");
    }
    tx.database().execute("program/approve_note_template", {{"store_id", tx.storeId()},
                                                            {"version", version},
                                                            {"approved_by", tx.asker().actor},
                                                            {"approved_event", tx.event().value}});
    tx.record("template.approve", "template " + std::to_string(version), "{}");
    one.approvedBy = tx.asker().actor;
    one.approvedAt = tx.asker().now;
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

} // namespace giftbox::program
