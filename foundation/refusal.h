#pragma once

#include "foundation/catalog.h"
#include "foundation/sentence.h"

#include <exception>

namespace giftbox::foundation {

/// A bad cell or row of a file, and what is wrong with it.
struct BadRow {
    std::string file;
    std::int64_t line = 0; ///< counted from 1
    std::string
        column; ///< its name; in quotes if unknown; its number, from 1, if the row is malformed
    std::string sentence;     ///< the problem and what to do
    std::string command = {}; ///< advice on the command line

    bool operator==(const BadRow&) const = default;
};

/// A request refused by the rules. If it is thrown out of a transaction, nothing has changed. The code is stable and
/// dotted; its kind, field, sentence and advice are in the catalog (foundation/catalog.h), which docs/errors.md is
/// made from. `badRows` has all bad rows of a rejected file, in file order, and is empty otherwise.
class Refusal : public std::exception {
public:
    /// `key` is a key of the catalog; `slots` has everything its sentence names.
    explicit Refusal(std::string_view key, std::vector<Slot> slots = {},
                     std::vector<BadRow> badRows = {});

    const std::string& code() const noexcept { return code_; }
    RefusalKind kind() const noexcept { return kind_; }
    /// The field it is about: from the catalog, or from about().
    const std::string& field() const noexcept { return field_; }
    const Sentence& said() const noexcept { return said_; }
    /// As worded on the command line.
    const std::string& sentence() const;
    /// As worded by an edge.
    std::string sentence(const Wording& wording) const { return said_.text(wording); }
    const char* what() const noexcept override { return sentence().c_str(); }

    const std::vector<BadRow>& badRows() const noexcept { return badRows_; }
    /// The bad rows as `FILE:LINE: COLUMN: SENTENCE`.
    std::vector<std::string> places() const;
    /// The request's other faults.
    const std::vector<Refusal>& others() const noexcept { return others_; }
    /// This one and the others.
    std::vector<const Refusal*> faults() const;

    /// The same refusal about another field.
    Refusal about(std::string_view field) const;
    /// The same refusal with another sentence of the catalog.
    Refusal saidAs(const Sentence& sentence) const;
    void also(const Refusal& other);

private:
    std::string code_;
    RefusalKind kind_;
    std::string field_;
    Sentence said_;
    mutable std::string text_; ///< worded when somebody asks: a file may have millions of bad rows
    std::vector<BadRow> badRows_;
    std::vector<Refusal> others_;
};

/// Collects the faults of a request, so that all are reported at once.
class Faults {
public:
    /// Runs `check` and keeps its refusal.
    template <class Check>
    void check(Check&& check)
    {
        try {
            check();
        } catch (const Refusal& refusal) {
            add(refusal);
        }
    }
    /// The result of `read`, or a default value if it refuses.
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
