#pragma once

#include "foundation/catalog.h"
#include "foundation/sentence.h"

#include <exception>

namespace giftbox::foundation {

/// A cell of a file, or a row that is no row, and what is wrong with it.
struct BadRow {
    std::string file;
    std::int64_t line = 0; ///< counted from 1
    std::string
        column; ///< its name; in quotes when it is not known; its number, from 1, where the row is malformed
    std::string sentence;     ///< what is wrong, what was expected
    std::string command = {}; ///< what the command line advises

    bool operator==(const BadRow&) const = default;
};

/// A request that the rules turn down. Nothing has changed when it is thrown out of a transaction. The code is stable
/// and dotted; its kind,
/// field, sentence and advice stand in the catalog (foundation/catalog.h), from which docs/errors.md is made.
/// `badRows` has every bad row of a
/// rejected file, in file order, and is empty otherwise.
class Refusal : public std::exception {
public:
    /// `key` is a key of the catalog; `slots` have all that its sentence names.
    explicit Refusal(std::string_view key, std::vector<Slot> slots = {},
                     std::vector<BadRow> badRows = {});

    const std::string& code() const noexcept { return code_; }
    RefusalKind kind() const noexcept { return kind_; }
    /// What it is about: of the catalog, or as about() says.
    const std::string& field() const noexcept { return field_; }
    const Sentence& said() const noexcept { return said_; }
    /// As the command line says it.
    const std::string& sentence() const noexcept { return text_; }
    /// As an edge says it.
    std::string sentence(const Wording& wording) const { return said_.text(wording); }
    const char* what() const noexcept override { return text_.c_str(); }

    const std::vector<BadRow>& badRows() const noexcept { return badRows_; }
    /// The bad rows as `FILE:LINE: COLUMN: SENTENCE`.
    std::vector<std::string> places() const;
    /// What else is wrong with the same request.
    const std::vector<Refusal>& others() const noexcept { return others_; }
    /// This one and the others.
    std::vector<const Refusal*> faults() const;

    /// The same, about another field.
    Refusal about(std::string_view field) const;
    /// The same, in another sentence of the catalog.
    Refusal saidAs(const Sentence& sentence) const;
    void also(const Refusal& other);

private:
    std::string code_;
    RefusalKind kind_;
    std::string field_;
    Sentence said_;
    std::string text_;
    std::vector<BadRow> badRows_;
    std::vector<Refusal> others_;
};

/// Gathers what is wrong with a request, so that all of it is said at once.
class Faults {
public:
    /// Runs `check` and keeps what it refuses.
    template <class Check>
    void check(Check&& check)
    {
        try {
            check();
        } catch (const Refusal& refusal) {
            add(refusal);
        }
    }
    /// What `read` gives, or nothing of the kind once it has refused.
    template <class Read>
    auto read(Read&& read) -> decltype(read())
    {
        decltype(read()) value{};
        check([&] { value = read(); });
        return value;
    }
    void add(const Refusal& refusal);
    /// Throws the first, with the others.
    void throwIfAny() const;

private:
    std::optional<Refusal> first_;
};

} // namespace giftbox::foundation
