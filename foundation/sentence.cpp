#include "foundation/sentence.h"

#include "foundation/catalog.h"
#include "foundation/check.h"
#include "foundation/text.h"

#include <algorithm>
#include <charconv>

namespace giftbox::foundation {

namespace {

/// A piece of a pattern: literal text, the inside of `{}`, or the inside of `[]`.
struct Piece {
    char kind = ' ';
    std::string_view text;
};

/// Removes the next piece from the pattern. A backslash turns a brace or bracket into text.
Piece take(std::string_view& pattern)
{
    const char first = pattern.front();
    if (first == '{' || first == '[') {
        const std::size_t end = pattern.find(first == '{' ? '}' : ']');
        const Piece piece{first, pattern.substr(1, end - 1)};
        pattern.remove_prefix(end + 1);
        return piece;
    }
    const bool isEscaped = first == '\\';
    const std::size_t begin = isEscaped ? 1 : 0;
    const std::size_t end = std::min(pattern.find_first_of("{[\\", begin + 1), pattern.size());
    const Piece piece{' ', pattern.substr(begin, end - begin)};
    pattern.remove_prefix(end);
    return piece;
}

std::string_view takeUntil(std::string_view& text, char mark)
{
    const std::size_t end = std::min(text.find(mark), text.size());
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return taken;
}

std::int64_t numberIn(std::string_view text)
{
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// `name`, `'name'` for quotation marks, `#name` for a count with separators of thousands, `name|box|boxes` for a word
/// after a number.
std::string_view nameOf(std::string_view slot)
{
    if (slot.starts_with('#')) {
        return slot.substr(1);
    }
    if (slot.starts_with('\'')) {
        return slot.substr(1, slot.size() - 2);
    }
    return slot.substr(0, slot.find('|'));
}

std::string textOf(const std::vector<Sentence>& sentences, std::string_view between,
                   const Wording& wording)
{
    std::string text;
    for (const Sentence& one : sentences) {
        text.append(text.empty() ? "" : between).append(one.text(wording));
    }
    return text;
}

} // namespace

Figure figureOf(std::string_view text)
{
    return {.kind = Figure::Kind::Text, .text = std::string(text), .sentences = {}};
}

Figure figureOf(const Sentence& sentence) { return joined({sentence}, ""); }

Figure figureOf(const Figure& value) { return value; }

Figure figureOf(const std::vector<Sentence>& sentences) { return joined(sentences, "; "); }

Figure joined(std::vector<Sentence> sentences, std::string_view between)
{
    return {.kind = Figure::Kind::Sentences,
            .text = std::string(between),
            .sentences = std::move(sentences)};
}

std::vector<std::string_view> slotsIn(std::string_view pattern)
{
    std::vector<std::string_view> names;
    while (!pattern.empty()) {
        const Piece piece = take(pattern);
        if (piece.kind == '{') {
            names.push_back(nameOf(piece.text));
        } else if (piece.kind == '[') {
            const auto inner = slotsIn(piece.text);
            names.insert(names.end(), inner.begin(), inner.end());
        }
    }
    return names;
}

Sentence::Sentence(std::string_view key, std::vector<Slot> slots)
    : row_(&catalogRow(key)), slots_(std::move(slots))
{}

const Figure* Sentence::find(std::string_view name) const
{
    const auto found = std::ranges::find(slots_, name, &Slot::name);
    return found == slots_.end() || found->value.kind == Figure::Kind::None ? nullptr
                                                                            : &found->value;
}

std::string Sentence::fill(std::string_view slot, const Wording& wording) const
{
    const Figure* value = find(nameOf(slot));
    if (value == nullptr) {
        return {};
    }
    if (slot.starts_with('\'')) {
        return foundation::quoted(value->text);
    }
    if (const std::size_t one = slot.find('|'); one != std::string_view::npos) {
        const std::size_t many = slot.find('|', one + 1);
        return std::string(value->number == 1 ? slot.substr(one + 1, many - one - 1)
                                              : slot.substr(many + 1));
    }
    switch (value->kind) {
    case Figure::Kind::Number:
        return slot.starts_with('#') ? wording.written(*value) : value->text;
    case Figure::Kind::Day:
    case Figure::Kind::Month:
    case Figure::Kind::Moment:
    case Figure::Kind::Amount:
        return wording.written(*value);
    case Figure::Kind::Sentences:
        return textOf(value->sentences, value->text, wording);
    default:
        return value->text;
    }
}

std::string Sentence::filled(std::string_view pattern, const Wording& wording) const
{
    std::string text;
    while (!pattern.empty()) {
        const Piece piece = take(pattern);
        if (piece.kind == ' ') {
            text += piece.text;
        } else if (piece.kind == '{') {
            text += fill(piece.text, wording);
        } else if (std::ranges::all_of(slotsIn(piece.text), [&](std::string_view name) {
                       const Figure* value = find(name);
                       return value != nullptr && !value->isEmpty();
                   })) {
            text += filled(piece.text, wording);
        }
    }
    return text;
}

std::string Sentence::text(const Wording& wording) const
{
    const std::string advice =
        filled(wording.isForCommands() ? row_->command : row_->page, wording);
    return filled(row_->says, wording) + (advice.empty() ? "" : " " + advice);
}

std::string textOf(const std::vector<Sentence>& sentences, const Wording& wording)
{
    return textOf(sentences, "; ", wording);
}

std::string Sentence::withoutAdvice() const { return text(ProgramWording()); }

std::string Sentence::commandAdvice() const { return filled(row_->command, {}); }

std::string keptText(const std::vector<Sentence>& sentences)
{
    std::string text;
    for (const Sentence& one : sentences) {
        text.append(text.empty() ? "" : "\n").append(one.row_->key);
        for (const Slot& slot : one.slots_) {
            GIFTBOX_CHECK(slot.value.text.find_first_of("\t\n") == std::string::npos);
            text += "\t" + slot.name + "\t" + std::to_string(static_cast<int>(slot.value.kind)) +
                    "\t" + std::to_string(slot.value.number) + "\t" + slot.value.text;
        }
    }
    return text;
}

std::vector<Sentence> keptSentences(std::string_view text)
{
    std::vector<Sentence> sentences;
    for (std::string_view rest = text; !rest.empty();) {
        std::string_view line = takeUntil(rest, '\n');
        const std::string_view key = takeUntil(line, '\t');
        if (findCatalogRow(key) == nullptr) {
            return {Sentence("part.recorded", {{"text", text}})};
        }
        std::vector<Slot> slots;
        while (!line.empty()) {
            const std::string_view name = takeUntil(line, '\t');
            const auto kind = static_cast<Figure::Kind>(numberIn(takeUntil(line, '\t')));
            const std::int64_t number = numberIn(takeUntil(line, '\t'));
            slots.emplace_back(name, Figure{.kind = kind,
                                            .text = std::string(takeUntil(line, '\t')),
                                            .number = number,
                                            .sentences = {}});
        }
        sentences.emplace_back(key, std::move(slots));
    }
    return sentences;
}

} // namespace giftbox::foundation
