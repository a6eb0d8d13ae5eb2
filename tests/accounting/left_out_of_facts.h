#pragma once

#include <map>
#include <set>
#include <string>

namespace giftbox::tests {

/// Columns that verify does not check, with the reason. It must detect all others, so a new column fails this test
/// until verify covers it.
inline const std::map<std::string, std::string>& leftOutByDesign()
{
    static const std::map<std::string, std::string> columns = {
        {"box.give_override", "a reason, which may be anonymized; that there is one is found"},
        {"box.pack_override", "a reason, which may be anonymized; that there is one is found"},
        {"box_tax.purpose", "may be about the recipient; emptied when anonymized"},
        {"box_note.wording", "names the recipient; emptied when anonymized"},
        {"selection.exception_reason", "a reason, which may be anonymized"},
        {"selection.warnings", "about the recipient; may be anonymized"},
        {"import_batch.file_name", "a name that people gave, which may name a recipient"},
        {"import_batch.undo_reason", "a reason, which may be about a recipient"},
        {"movement.reason", "of what came back, which may be anonymized; others are found"},
        {"nomination.answer", "a reason, which may be anonymized"},
        {"nomination.reason", "about the recipient; may be anonymized"},
        {"planned_box.cancel_reason", "a reason, which may be anonymized"},
        {"box_take_back.give_override",
         "a reason, which may be anonymized; that there is one is found"},
        {"box_take_back.reason", "a reason, which may be anonymized"},
        {"planned_box.plan_override",
         "a reason, which may be anonymized; that there is one is found"},
        {"recipient.name", "who it is; replaced when anonymized"},
        {"recipient.note", "about the recipient; emptied when anonymized"},
        {"recipient.recipient_group", "about the recipient; emptied when anonymized"},
        {"recipient.sizes", "about the recipient; emptied when anonymized"},
        {"recipient.preferences", "about the recipient; emptied when anonymized"}};
    return columns;
}

/// Not facts: the results of request keys, proposals, which neither reserve nor cost anything, how the files of other
/// programs were read, the earlier values of what an import changed and the earlier codes of recipients, which may be
/// anonymized, and pictures.
inline const std::set<std::string>& noFacts()
{
    static const std::set<std::string> tables = {
        "import_before",   "import_mapping",  "item_picture", "month_plan",
        "month_plan_line", "recipient_alias", "request"};
    return tables;
}

/// Another word that could stand in the place of one.
inline const std::map<std::string, std::string>& otherWords()
{
    static const std::map<std::string, std::string> words = {
        {"contents", "packaging"},
        {"purchase", "parts_transfer"},
        {"stop", "warn"},
        {"person", "business"},
        {"business", "person"},
        {"packed", "given"},
        {"given", "unpacked"},
        {"open", "declined"},
        {"declined", "withdrawn"},
        {"planned", "cancelled"},
        {"issue", "write-off"},
        {"receipt", "count"},
        {"reversal", "write-off"},
        {"write-off-reversal", "count-reversal"},
        {"count-reversal", "write-off-reversal"},
        {"correction", "receipt"},
        {"variance", "issue"},
        {"items", "recipients"},
        {"recipients", "receipts"},
        {"receipts", "items"},
        {"suppliers", "orders"},
        {"orders", "suppliers"},
        {"deliveries", "counts"},
        {"counts", "deliveries"},
        {"returns", "counts"},
        {"supplier", "recipient"},
        {"undone", "draft"},
        {"draft", "undone"},
        {"approved", "ordered"},
        {"ordered", "closed_short"},
        {"closed_short", "approved"},
        {"all", "bin"},
        {"category", "bin"},
        {"posted", "cancelled"},
        {"cancelled", "posted"},
        {"item", "recipient"},
        {"recipient", "item"}};
    return words;
}

} // namespace giftbox::tests
