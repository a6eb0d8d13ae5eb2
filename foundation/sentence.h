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

/// A value that a sentence names, with its type, so that each edge writes it in its own way.
struct Figure {
    enum class Kind { None, Text, Number, Day, Month, Moment, Amount, Sentences };
    Kind kind = Kind::None;
    std::string
        text; ///< as programs write it: ISO 8601, `1234.50 USD`; of sentences, what parts them
    std::int64_t number =
        0; ///< the number, `yyyymmdd`, `yyyymm`, milliseconds since 1970, or minor units
    std::vector<Sentence> sentences = {};

    bool isEmpty() const { return kind == Kind::Sentences ? sentences.empty() : text.empty(); }
};

/// A type gets a figureOf in its own header, as dates and amounts have.
Figure figureOf(std::string_view text);
Figure figureOf(const Sentence& sentence);
Figure figureOf(std::integral auto number)
{
    return {.kind = Figure::Kind::Number,
            .text = std::to_string(number),
            .number = static_cast<std::int64_t>(number)};
}
template <class T>
Figure figureOf(const std::optional<T>& value)
{
    return value ? figureOf(*value) : Figure{};
}
/// Sentences one after the other, parted by `between`.
Figure joined(std::vector<Sentence> sentences, std::string_view between);
Figure figureOf(const Figure& value);
/// Parted by `; `.
Figure figureOf(const std::vector<Sentence>& sentences);

/// A value and the name that it has in the catalog.
struct Slot {
    template <class T>
    Slot(std::string_view slotName, const T& slotValue) : name(slotName), value(figureOf(slotValue))
    {}

    std::string name;
    Figure value;
};

/// How an edge writes values, and whom it advises: this one as the command line does.
class Wording {
public:
    Wording() = default;
    Wording(const Wording&) = default;
    Wording& operator=(const Wording&) = default;
    virtual ~Wording() = default;

    /// A day, month, moment or amount.
    virtual std::string written(const Figure& value) const { return value.text; }
    /// Whether the reader types commands; else they look at pages, or read the answers to a program.
    virtual bool isForCommands() const { return true; }
};

/// As programs write values, for readers who type no commands: what the API answers.
class ProgramWording final : public Wording {
public:
    bool isForCommands() const override { return false; }
};

/// A sentence of the catalog and the values that it names.
class Sentence {
public:
    /// Requires that the catalog has `key`.
    explicit Sentence(std::string_view key, std::vector<Slot> slots = {});

    const CatalogRow& row() const { return *row_; }
    /// With the advice that the catalog has for such a reader behind `; `.
    std::string text(const Wording& wording = {}) const;
    /// What is wrong, and what the command line advises.
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

/// All of them, parted by `; `; empty when there is none.
std::string textOf(const std::vector<Sentence>& sentences, const Wording& wording = {});

/// As a database keeps them, so that each edge can still write their values in its own way; empty when there is none.
/// Only of values that are no
/// sentences.
std::string keptText(const std::vector<Sentence>& sentences);
/// Text that keptText() did not make, as that of an earlier version, is one sentence as it is.
std::vector<Sentence> keptSentences(std::string_view text);

/// The names of the slots of a pattern, those within brackets as well.
std::vector<std::string_view> slotsIn(std::string_view pattern);

} // namespace giftbox::foundation
