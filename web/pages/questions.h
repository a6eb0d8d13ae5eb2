#pragma once

#include "operations/operation.h"
#include "web/ui/request_context.h"

namespace giftbox::web {

/// A report, by the question that it answers.
struct Question {
    std::string_view group = {}; ///< of the page Reports; none: it is not there
    std::string_view question;
    /// What answers it.
    std::string_view command;
    /// `reports/NAME` with its files `NAME.csv` and so on.
    std::string_view name;
    /// Its page, where it has one of its own.
    std::string_view page = {};
    std::string_view sums = {}; ///< the columns with totals, parted by `|`
    std::string_view hidden =
        {}; ///< columns that the page leaves out, as words beside them say the same
    std::string_view note = {}; ///< below the heading

    const operations::Operation& operation() const;
    /// Whether its rows are the terms of a figure.
    bool isExplanation() const { return command.starts_with("explain "); }
};

/// In the order of the page.
std::span<const Question> questions();
/// What a report answers with, as files have it. Streams.
void writeAnswer(RequestContext& context, const books::ReadTransaction& tx,
                 const Question& question, foundation::RowWriter& out);
/// One page of it; returns the `after` of the next one.
std::optional<std::string> writeAnswerPage(RequestContext& context,
                                           const books::ReadTransaction& tx,
                                           const Question& question, foundation::RowWriter& out);

} // namespace giftbox::web
