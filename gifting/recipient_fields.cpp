#include "gifting/recipient.h"

namespace giftbox::gifting {

namespace {

using foundation::Edited;
using foundation::Field;
using foundation::Personal;
using foundation::FieldType::YesNo;
using enum foundation::Need;

constexpr Field<Recipient> kFields[] = {
    {.info = {.name = "recipient",
              .title = "Recipient",
              .help = "a code for the person or business",
              .need = Required,
              .option = "RECIPIENT"},
     .member = &Recipient::code,
     .edited = Edited::Never,
     .column = "code",
     .noun = "the recipient's code",
     .isCode = true,
     .isNeededInFile = true,
     .personal = Personal::Code},
    {.info = {.name = "name",
              .title = "Name",
              .help = "the recipient's name",
              .need = Required,
              .value = "NAME"},
     .member = &Recipient::name,
     .noun = "the recipient's name",
     .isNeededInFile = true,
     .personal = Personal::Name},
    {.info = {.name = "group",
              .title = "Group",
              .help = "your own grouping: service, parts, fleet, ...",
              .value = "WORD"},
     .member = &Recipient::group,
     .column = "recipient_group",
     .personal = Personal::Words},
    {.info = {.name = "kind",
              .title = "Kind",
              .help =
                  "a person, or a business such as a wholesale parts account; a person if left out",
              .choices = "person|business"},
     .member = foundation::Converted<Recipient>{
         [](const Recipient& one) { return std::string(toText(one.kind)); },
         [](Recipient& one, const std::string& text) { one.kind = parseRecipientKind(text); }},
     .isCode = true},
    {.info = {.name = "note", .title = "Note", .help = "a note for staff", .value = "TEXT"},
     .member = &Recipient::note,
     .personal = Personal::Words},
    {.info = {.name = "household",
              .title = "Household",
              .help = "the same word for a whole family or fleet",
              .value = "WORD"},
     .member = &Recipient::household,
     .personal = Personal::Words},
    {.info = {.name = "sizes",
              .title = "Sizes",
              .help = "their sizes, as CATEGORY=SIZE separated by commas",
              .value = "LIST"},
     .member = foundation::Converted<Recipient>{
         [](const Recipient& one) { return toText(one.sizes); },
         [](Recipient& one, const std::string& text) { one.sizes = parseSizes(text); },
         [](Recipient& one, const std::string& text) { one.sizes = keptSizes(text); }},
     .noun = "the list of sizes",
     .personal = Personal::Words},
    {.info = {.name = "preferences",
              .title = "Preferences",
              .help = "categories they like, separated by commas",
              .value = "LIST"},
     .member = foundation::Converted<Recipient>{
         [](const Recipient& one) { return toText(one.preferences); },
         [](Recipient& one, const std::string& text) { one.preferences = parsePreferences(text); },
         [](Recipient& one, const std::string& text) { one.preferences = keptPreferences(text); }},
     .noun = "the list of preferences",
     .personal = Personal::Words},
    {.info = {.name = "do_not_gift",
              .type = YesNo,
              .title = "Do not gift",
              .help = "never give this recipient a box"},
     .member = &Recipient::doNotGift}};

} // namespace

foundation::Fields<Recipient> recipientFields() { return kFields; }

} // namespace giftbox::gifting
