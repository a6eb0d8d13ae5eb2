#pragma once

#include "operations/call.h"

namespace giftbox::operations {

/// The reason that is filled in where somebody undoes what they just did.
inline constexpr std::string_view kMistake = "Recorded by mistake";

/// A call that undoes another one, as a program would send it.
struct Undo {
    const Operation* undone = nullptr;
    const Operation* by = nullptr;
    foundation::JsonBody said; ///< with the rows of what was changed, as the change left them
};

/// What a form keeps of it, and reads again. Throws std::exception where it keeps something else.
std::string textOf(const Undo& undo);
Undo undoIn(const std::string& text);

/// Finds out how a call is undone [undone]: made before it, asked after it.
class UndoOf {
public:
    /// Reads what the call is to change.
    UndoOf(Call& call, const books::ReadTransaction& tx);
    /// `named`: the value of Inverse::column in the answer, if that is one. None where nothing undoes it, or the
    /// earlier value of a field cannot be said.
    std::optional<Undo> after(Call& call, const books::ReadTransaction& tx,
                              const std::string& named) const;

private:
    SeenRows before_;
};

/// Requires that what was changed is still as the change left it. Throws Refusal `undo.changed`.
void requireStill(const Undo& undo, Call& call, const books::ReadTransaction& tx);

/// What it gives back, in words: `Name: "Cap"`; empty where it is another operation.
std::string givenBack(const Undo& undo);

} // namespace giftbox::operations
