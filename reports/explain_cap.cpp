#include "budget/month_book.h"
#include "budget/set_cap.h"
#include "reports/explain_terms.h"

namespace giftbox::reports {

using books::ReadTransaction;
using budget::CapName;
using foundation::Money;
using foundation::Month;

namespace {

/// The change that set the cap of a month.
std::optional<budget::CapChange> settingOf(const ReadTransaction& tx, const budget::Cap& cap)
{
    std::optional<budget::CapChange> last;
    for (const budget::CapChange& change : budget::listCapChanges(tx)) {
        if (change.cap.name == cap.name && change.cap.from == cap.from) {
            last = change;
        }
    }
    return last;
}

} // namespace

void explainCap(const ReadTransaction& tx, Month month, const std::string& name, Explanation& out)
{
    const CapName asked = budget::parseCapName(name);
    const budget::MonthState state = budget::loadMonth(tx, month);
    const auto& cap = capOf(state.caps, asked);
    const bool isProgram = asked == CapName::MonthProgram;
    const bool isRestock = asked == CapName::MonthRestock;
    const Money spent = isProgram   ? state.totals.spent()
                        : isRestock ? state.totals.of(books::MonthFigure::Restock)
                                    : Money{};
    const Money committed = isProgram ? state.totals.committed : Money{};
    out.figure({.what = (isProgram || isRestock ? "Remaining under " : "Limit ") + name + " in " +
                        toText(month),
                .subject = "cap " + toText(month) + " " + name,
                .amount = cap ? std::optional(cap->limit() - spent - committed) : std::nullopt});
    if (!cap) {
        return;
    }
    out.add({.what = "Cap since " + toText(cap->from), .amount = cap->amount});
    if (const auto set = settingOf(tx, *cap)) {
        out.add({.level = 2,
                 .kind = TermKind::Source,
                 .what = "Set by " + set->actor + ": " + set->reason,
                 .amount = set->cap.amount});
    }
    if (cap->rolled != Money{}) {
        out.add({.what = "Rolled over from " + toText(month.previous()),
                 .subject = "cap " + toText(month.previous()) + " " + name,
                 .amount = cap->rolled});
    }
    if (isProgram || isRestock) {
        out.add({.what = isProgram ? "Spent" : "Received",
                 .subject = explainedBy(month, isProgram ? "total_cost" : "restock_cost"),
                 .amount = -spent});
    }
    if (isProgram) {
        out.add({.what = "Committed",
                 .subject = explainedBy(month, "committed_cost"),
                 .amount = -committed});
    }
}

} // namespace giftbox::reports
