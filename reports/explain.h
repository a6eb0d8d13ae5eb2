#pragma once

#include "books/books.h"
#include "foundation/row_writer.h"

#include <functional>
#include <limits>
#include <optional>
#include <string>

namespace giftbox::reports {

/// What a row of an explanation is: the figure; a term, which adds up with the others under the same row; what that
/// row is divided by, or made of by multiplying; or where it comes from, which is not added.
enum class TermKind { Figure, Term, Divisor, Factor, Source };
std::string_view toText(TermKind kind);

/// A row. Its level is 0 for the figure, 1 for its terms, 2 for theirs.
struct Term {
    std::int64_t level = 1;
    TermKind kind = TermKind::Term;
    std::string what;         ///< for people
    std::string subject = {}; ///< what it is, and what explains it further: `box 42`
    std::optional<foundation::Date> on = {};
    std::string sku = {};
    std::optional<std::int64_t> count = {}; ///< units, boxes, recipients or minutes
    std::optional<foundation::Money> amount = {};
    std::string reference = {}; ///< of a receipt or a bill
    std::string recipient = {}; ///< the code
    std::int64_t event = 0;     ///< that recorded it; 0: several
};

/// Which part of an explanation. Its figure comes with the first one.
struct ExplainAsked {
    std::int64_t after = 0;   ///< a key, see Explanation::next
    std::int64_t most = 1000; ///< terms of level 1; those below them come with them
    std::int64_t depth = std::numeric_limits<std::int64_t>::max(); ///< the last level
};

/// Passes on the rows of an explanation, in order.
class Explanation {
public:
    using Take = std::function<void(const Term&)>;
    Explanation(ExplainAsked asked, Take take) : asked_(asked), take_(std::move(take)) {}

    void figure(Term term)
    {
        term.level = 0;
        term.kind = TermKind::Figure;
        if (asked_.after == 0) {
            take_(term);
        }
    }
    void add(const Term& term)
    {
        if (term.level <= asked_.depth) {
            take_(term);
        }
    }
    bool shows(std::int64_t level) const { return level <= asked_.depth; }
    const ExplainAsked& asked() const { return asked_; }

    std::optional<std::int64_t> next = {}; ///< where the terms go on, if there are more

private:
    ExplainAsked asked_;
    Take take_;
};

const std::vector<foundation::Column>& termColumns();
void writeTerm(const Term& term, foundation::RowWriter& out);

/// A column of the monthly report. Throws Refusal `explain.unknown`.
void explainReport(const books::ReadTransaction& tx, foundation::Month month,
                   const std::string& column, Explanation& out);
/// A box: contents and packaging by the lots that they were taken from, and labor. Throws Refusal `box.unknown`.
void explainBox(const books::ReadTransaction& tx, books::BoxNo number, Explanation& out);
/// What is left of a lot: what it was received as, less what was taken from it. Looks through so many movements a
/// page, so that the cost does not grow with history. Throws Refusal `lot.unknown`.
void explainLot(const books::ReadTransaction& tx, books::LotNo number, Explanation& out);
/// What remains under a cap in a month; of one per box, the cap. Throws Refusal `cap.unknown`.
void explainCap(const books::ReadTransaction& tx, foundation::Month month, const std::string& name,
                Explanation& out);
/// A line of a part (`shelf`, `boxes`) of the roll-forward, of all reasons. Throws Refusal `explain.unknown`.
void explainRollForward(const books::ReadTransaction& tx, foundation::Month month,
                        const std::string& partName, const std::string& line, Explanation& out);
/// A batch: debits and credits by account. Throws Refusal `journal.unknown`.
void explainBatch(const books::ReadTransaction& tx, std::int64_t number, Explanation& out);
/// What it books to an account, line by line. Throws Refusal `journal.unknown`, `explain.unknown`.
void explainAccount(const books::ReadTransaction& tx, std::int64_t number,
                    const std::string& account, Explanation& out);
/// One of its entries: the lines, and the lots of the box or receipt that it is about. Throws Refusal
/// `journal.unknown`, `journal.no_entry`.
void explainEntry(const books::ReadTransaction& tx, std::int64_t number, std::int64_t entryNo,
                  Explanation& out);

} // namespace giftbox::reports
