#include "foundation/refusal.h"

namespace giftbox::foundation {

Refusal::Refusal(std::string_view key, std::vector<Slot> slots, std::vector<BadRow> badRows)
    : code_(key.substr(0, key.find('/'))), said_(key, std::move(slots)),
      badRows_(std::move(badRows))
{
    kind_ = said_.row().kind;
    field_ = said_.row().field;
}

const std::string& Refusal::sentence() const
{
    if (text_.empty()) {
        text_ = said_.text();
    }
    return text_;
}

std::vector<std::string> Refusal::places() const
{
    std::vector<std::string> places;
    places.reserve(badRows_.size());
    for (const BadRow& row : badRows_) {
        places.push_back(row.file + ":" + std::to_string(row.line) + ": " + row.column + ": " +
                         row.sentence + (row.command.empty() ? "" : " " + row.command));
    }
    return places;
}

std::vector<const Refusal*> Refusal::faults() const
{
    std::vector<const Refusal*> all = {this};
    for (const Refusal& other : others_) {
        all.push_back(&other);
    }
    return all;
}

Refusal Refusal::about(std::string_view field) const
{
    Refusal same = *this;
    same.field_ = field;
    return same;
}

Refusal Refusal::saidAs(const Sentence& sentence) const
{
    Refusal same = *this;
    same.said_ = sentence;
    same.text_.clear();
    return same;
}

void Refusal::also(const Refusal& other)
{
    for (const Refusal* one : other.faults()) {
        others_.push_back(*one);
        others_.back().others_.clear();
    }
}

void Faults::add(const Refusal& refusal)
{
    if (first_) {
        first_->also(refusal);
    } else {
        first_ = refusal;
    }
}

void Faults::throwIfAny() const
{
    if (first_) {
        throw *first_;
    }
}

} // namespace giftbox::foundation
