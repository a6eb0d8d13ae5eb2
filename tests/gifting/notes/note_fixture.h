#pragma once

#include "gifting/anonymize_recipient.h"
#include "gifting/edit_recipient.h"
#include "gifting/notes/box_slip.h"
#include "gifting/notes/note_template.h"
#include "gifting/notes/sign_note.h"
#include "gifting/notes/write_notes.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests {

inline const std::string kWording =
    "Dear {recipient},\n\n{store} thanks you in {month}.\n\n{signers}";

/// The steps for notes. It is 2026-06-15, and there are plenty of mugs.
class NoteFixture : public StoreFixture {
protected:
    void prepare() override
    {
        openStore("USD", "30.00", 10);
        item("MUG-01");
        packagingItem("CARTON");
        recipient("C-1");
        recipient("C-2");
        stock("MUG-01", 50, "500.00", "2026-03-01");
        stock("CARTON", 50, "100.00", "2026-03-01");
    }

    gifting::NoteTemplate set(const std::string& wording, const std::vector<std::string>& signers)
    {
        return write([&](auto& tx) { return gifting::setNoteTemplate(tx, wording, signers); });
    }
    gifting::NoteTemplate approve(std::int64_t version)
    {
        return write([&](auto& tx) { return gifting::approveNoteTemplate(tx, version); });
    }
    void approved(const std::string& wording,
                  const std::vector<std::string>& signers = {"Ann Example", "Ben Example"})
    {
        approve(set(wording, signers).version);
    }
    books::BoxNo plan(const std::string& code, const std::string& of = "2026-06")
    {
        return write([&](auto& tx) {
            return gifting::planBox(tx, {.recipient = code,
                                         .lines = {{"MUG-01", 1}, {"CARTON", 1}},
                                         .month = month(of)})
                .number;
        });
    }
    std::vector<gifting::BoxNote> writeNotes(const std::string& of = "2026-06")
    {
        return write([&](auto& tx) {
                   return gifting::writeNotes(tx, month(of), gifting::parsePaper("5x7in"));
               })
            .written;
    }
    gifting::SignedNote sign(books::BoxNo box, const std::string& signer)
    {
        return write([&](auto& tx) { return gifting::signNote(tx, box, signer); });
    }
    std::vector<gifting::BoxNote> notes(const std::string& of = "2026-06")
    {
        return read([&](const auto& tx) { return gifting::listNotes(tx, month(of)); });
    }
    std::vector<gifting::BoxNote> toPrint(const std::string& of = "2026-06")
    {
        return read([&](const auto& tx) { return gifting::notesToPrint(tx, month(of)); });
    }
    gifting::BoxSlip slip(books::BoxNo box)
    {
        return read([&](const auto& tx) { return gifting::boxSlip(tx, box); });
    }
    gifting::NotesToDo toDo(const std::string& of = "2026-06")
    {
        return read([&](const auto& tx) { return gifting::notesToDo(tx, month(of)); });
    }
    void rename(const std::string& code, const std::string& name)
    {
        write([&](auto& tx) { return gifting::editRecipient(tx, code, {{"name", name}}); });
    }
};

} // namespace giftbox::tests
