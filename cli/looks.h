#pragma once

#include "cli/output.h"
#include "operations/operation.h"

namespace giftbox::cli {

class Context;

/// How the command line shows an operation.
struct Look {
    std::string_view command;
    bool isRecord =
        false; ///< one line per column, although there are several rows, because they are wide
    /// Text below the rows, for people.
    void (*below)(Context&, const books::ReadTransaction&, operations::Call&) = nullptr;
    /// Work after the commit; returns the exit status.
    int (*afterwards)(Context&) = nullptr;

    Shape shapeOf(const operations::Call& call) const;
};

/// The look of a command; an empty one if it has none.
Look lookOf(std::string_view command);

} // namespace giftbox::cli
