#pragma once

#include "cli/output.h"
#include "operations/operation.h"

namespace giftbox::cli {

class Context;

/// How the command line shows an operation, beside its rows.
struct Look {
    std::string_view command;
    bool isRecord =
        false; ///< with a line a column though it has several rows, since these are wide
    /// What stands under the rows for people.
    void (*below)(Context&, const books::ReadTransaction&, operations::Call&) = nullptr;
    /// What is to be done once it is committed; returns the exit status.
    int (*afterwards)(Context&) = nullptr;

    Shape shapeOf(const operations::Call& call) const;
};

/// Of the command of this path; one that adds nothing where none is said.
Look lookOf(std::string_view command);

} // namespace giftbox::cli
