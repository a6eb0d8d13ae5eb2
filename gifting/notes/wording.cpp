#include "gifting/notes/wording.h"

#include "foundation/refusal.h"
#include "foundation/text.h"

#include <algorithm>
#include <array>

namespace giftbox::gifting {

using foundation::Refusal;

namespace {

/// Line and character, from 1, as shown by editors.
[[noreturn]] void refuseField(std::string_view wording, std::size_t at, std::string_view field)
{
    const std::string_view before = wording.substr(0, at);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t lineBegin = before.rfind('\n') + 1;
    const auto characters = std::count_if(before.begin() + std::ptrdiff_t(lineBegin), before.end(),
                                          [](char c) { return (c & 0xC0) != 0x80; });
    throw Refusal("note.field_unknown",
                  {{"line", lines + 1}, {"character", characters + 1}, {"text", field}});
}

const std::string* fieldNamed(std::string_view name, const NoteFields& fields)
{
    return name == "recipient" ? &fields.recipient
           : name == "store"   ? &fields.store
           : name == "month"   ? &fields.month
           : name == "signers" ? &fields.signers
                               : nullptr;
}

} // namespace

std::string mergeWording(std::string_view wording, const NoteFields& fields)
{
    std::string merged;
    for (std::size_t at = 0; at < wording.size(); ++at) {
        if (wording[at] != '{') {
            merged += wording[at];
            continue;
        }
        const std::size_t end = wording.find_first_of("{}\n", at + 1);
        const bool closed = end != std::string_view::npos && wording[end] == '}';
        const std::string_view name =
            closed ? wording.substr(at + 1, end - at - 1) : std::string_view();
        const std::string* value = fieldNamed(name, fields);
        if (value == nullptr) {
            refuseField(wording, at,
                        wording.substr(at, closed ? end + 1 - at : std::string_view::npos));
        }
        merged += *value;
        at = end;
    }
    return merged;
}

std::string inWords(foundation::Month month)
{
    static constexpr std::array kNames = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};
    const auto number = std::size_t(month.number());
    return kNames.at(number % 100 - 1) + (" " + std::to_string(number / 100));
}

} // namespace giftbox::gifting
