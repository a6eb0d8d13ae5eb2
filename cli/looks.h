#pragma once

#include "cli/output.h"
#include "foundation/recorded_rows.h"
#include "operations/operation.h"

namespace giftbox::cli {

class Context;

/// Shows people something of a call.
using Show = void (*)(Context&, const books::ReadTransaction&, operations::Call&);

/// How the command line shows an operation.
struct Look {
    std::string_view command;
    /// Of a list that is shown as a record, since its rows are wide, or as lines.
    std::optional<Shape> shape = {};
    std::string_view hidden = {}; ///< columns that people need not see, parted by `|`
    Show whole = nullptr;         ///< for people, in the place of the rows
    Show below = nullptr;         ///< for people, under the rows
    /// A sentence for standard error once it is done; empty for none.
    std::string (*note)(const books::ReadTransaction&, operations::Call&) = nullptr;
    /// In the place of the operation's own.
    void (*prepare)(Context&, operations::Call&) = nullptr;
    int statusOfRows = 0; ///< the exit status where there are rows
    /// What a change prints in the place of its rows, once they are committed; false: print the rows.
    bool (*instead)(Context&, const operations::Call&, const foundation::RecordedRows&) = nullptr;

    Shape shapeOf(const operations::Call& call) const;
};

/// The look of a command; an empty one if it has none.
Look lookOf(std::string_view command);

/// Those that stand in files of their own.
void showRecipient(Context& context, const books::ReadTransaction& tx, operations::Call& call);
void showBox(Context& context, const books::ReadTransaction& tx, operations::Call& call);
void showRecipe(Context& context, const books::ReadTransaction& tx, operations::Call& call);
void showWhatCanBeMade(Context& context, const books::ReadTransaction& tx, operations::Call& call);
void showCosts(Context& context, const books::ReadTransaction& tx, operations::Call& call);
void showStory(Context& context, const books::ReadTransaction& tx, operations::Call& call);
void lookForPlan(Context& context, operations::Call& call);
bool printFileOfBatch(Context& context, const operations::Call& call,
                      const foundation::RecordedRows& rows);
std::string wordsOfPlan(const books::ReadTransaction& tx, operations::Call& call);

} // namespace giftbox::cli
