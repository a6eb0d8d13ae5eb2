#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace giftbox::foundation {

class Sentence;
struct CatalogRow;

/// A value in a sentence, with its type, so that each edge can format it.
struct Figure {
    enum class Kind { None, Text, Number, Day, Month, Moment, Amount, Sentences };
    Kind kind = Kind::None;
    std::string
        text; ///< as programs write it: ISO 8601, `1234.50 USD`; for sentences, their separator
    std::int64_t number =
        0; ///< the number, `yyyymmdd`, `yyyymm`, milliseconds since 1970, or minor units
    std::vector<Sentence> sentences; // Clang 14 takes no `= {}` of an incomplete type

    bool isEmpty() const { return kind == Kind::Sentences ? sentences.empty() : text.empty(); }
};

/// A type gets a figureOf in its own header, as dates and amounts have.
Figure figureOf(std::string_view text);
Figure figureOf(const Sentence& sentence);
Figure figureOf(std::integral auto number)
{
    return {.kind = Figure::Kind::Number,
            .text = std::to_string(number),
            .number = static_cast<std::int64_t>(number),
            .sentences = {}};
}
template <class T>
Figure figureOf(const std::optional<T>& value);
/// Sentences in sequence, separated by `between`.
Figure joined(std::vector<Sentence> sentences, std::string_view between);
Figure figureOf(const Figure& value);
/// Separated by `; `.
Figure figureOf(const std::vector<Sentence>& sentences);

/// A value and its name in the catalog.
struct Slot {
    template <class T>
    Slot(std::string_view slotName, const T& slotValue) : name(slotName), value(figureOf(slotValue))
    {}

    std::string name;
    Figure value;
};

/// How an edge formats values, and which advice it gives. This one is the command line's.
class Wording {
public:
    Wording() = default;
    Wording(const Wording&) = default;
    Wording& operator=(const Wording&) = default;
    virtual ~Wording() = default;

    /// A day, month, moment or amount, or a count with separators of thousands.
    virtual std::string written(const Figure& value) const { return value.text; }
    /// Whether the reader types commands, as opposed to using pages or the API.
    virtual bool isForCommands() const { return true; }
};

/// Values as programs write them, without commands: the API's wording.
class ProgramWording final : public Wording {
public:
    bool isForCommands() const override { return false; }
};

/// A sentence of the catalog with its values.
class Sentence {
public:
    /// Requires that the catalog has `key`.
    explicit Sentence(std::string_view key, std::vector<Slot> slots = {});

    const CatalogRow& row() const { return *row_; }
    /// With the catalog's advice for this reader.
    std::string text(const Wording& wording = {}) const;
    /// The problem alone, and the command line's advice alone.
    std::string withoutAdvice() const;
    std::string commandAdvice() const;

private:
    friend std::string keptText(const std::vector<Sentence>& sentences);

    std::string filled(std::string_view pattern, const Wording& wording) const;
    const Figure* find(std::string_view name) const;
    std::string fill(std::string_view slot, const Wording& wording) const;

    const CatalogRow* row_;
    std::vector<Slot> slots_;
};

// Here, since Clang 14 asks that a Sentence is complete where a Figure ends.
template <class T>
Figure figureOf(const std::optional<T>& value)
{
    return value ? figureOf(*value) : Figure{};
}

/// All of them, separated by `; `; empty if there are none.
std::string textOf(const std::vector<Sentence>& sentences, const Wording& wording = {});

/// The form kept in the database, so that each edge can still format the values; empty if there are none. The values
/// must not be sentences.
std::string keptText(const std::vector<Sentence>& sentences);
/// Text not made by keptText(), such as an earlier version's, becomes one sentence unchanged.
std::vector<Sentence> keptSentences(std::string_view text);

/// The names of a pattern's slots, also those within brackets.
std::vector<std::string_view> slotsIn(std::string_view pattern);

} // namespace giftbox::foundation
