#pragma once

#include "gifting/notes/note_template.h"
#include "gifting/notes/rewrite_note.h"
#include "gifting/notes/sign_note.h"
#include "gifting/notes/write_notes.h"
#include "inventory/edit_item.h"

namespace giftbox::tests {

/// Notes of a month with boxes, one of them signed and one written again, and an item that is renamed there and back.
/// `write` runs work in a transaction and returns what it returns.
template <class Write>
void tellOfNotes(foundation::Month month, const std::string& sku, Write&& write)
{
    const gifting::Paper paper = gifting::parsePaper("5x7in");
    for (const char* wording : {"Hello {recipient}", "Dear {recipient}"}) {
        write([&](auto& tx) { return gifting::setNoteTemplate(tx, wording, {"Ann", "Ben"}); });
    }
    write([&](auto& tx) { return gifting::approveNoteTemplate(tx, 1); });
    const auto notes = write([&](auto& tx) { return gifting::writeNotes(tx, month, paper); });
    write([&](auto& tx) { return gifting::signNote(tx, notes.written.front().box, "Ben"); });
    write([&](auto& tx) { return gifting::approveNoteTemplate(tx, 2); });
    write([&](auto& tx) { return gifting::rewriteNote(tx, notes.written.back().box, paper); });
    write([&](auto& tx) { return inventory::renameItem(tx, sku, sku + "-X"); });
    write([&](auto& tx) { return inventory::renameItem(tx, sku + "-X", sku); });
}

} // namespace giftbox::tests
