#include "tests/support/explained.h"

#include "reports/explain.h"
#include "reports/find_movements.h"
#include "reports/monthly_cost.h"
#include "reports/roll_forward.h"

#include "budget/month_book.h"
#include "foundation/refusal.h"
#include "gifting/box.h"

#include <vector>

namespace giftbox::tests {

using books::ReadTransaction;
using foundation::Money;
using reports::Explanation;
using reports::Term;
using reports::TermKind;

namespace {

/// A row whose terms are added up.
struct Sum {
    Term term;
    bool hasTerms = false;
    Money amount;
    std::int64_t count = 0;
    std::optional<std::int64_t> divisor = {};
    bool isProduct = false;
};

class Adder {
public:
    explicit Adder(std::string name) : name_(std::move(name)) {}
    void take(const Term& term)
    {
        while (!open_.empty() && open_.back().term.level >= term.level) {
            end();
        }
        if (term.kind == TermKind::Factor && !open_.empty()) {
            open_.back().isProduct = true;
        } else if (term.kind == TermKind::Divisor && !open_.empty()) {
            open_.back().divisor = term.count ? *term.count : term.amount->minor;
        } else if (term.kind == TermKind::Term && !open_.empty()) {
            open_.back().hasTerms = true;
            open_.back().amount += term.amount.value_or(Money{});
            open_.back().count += term.count.value_or(0);
        }
        open_.push_back({.term = term});
    }
    /// Ends the last row. Returns what does not add up.
    std::string finish(bool isWhole)
    {
        while (!open_.empty()) {
            end();
        }
        if (isWhole && !sawTerms_ && figure_ && !isNothing(*figure_)) {
            all_ += name_ + ": no terms\n";
        }
        return all_;
    }
    std::optional<Term> figure_;

private:
    static bool isNothing(const Term& term)
    {
        return term.amount.value_or(Money{}) == Money{} &&
               (term.amount || term.count.value_or(0) == 0);
    }
    void end()
    {
        const Sum sum = open_.back();
        open_.pop_back();
        if (sum.term.kind == TermKind::Figure) {
            figure_ = sum.term;
            sawTerms_ = sum.hasTerms;
        }
        if (!sum.hasTerms || sum.isProduct) {
            return;
        }
        const Money amount =
            sum.divisor && *sum.divisor != 0 ? portion(sum.amount, 1, *sum.divisor) : sum.amount;
        const bool isPercent = !sum.term.amount && sum.divisor;
        if ((sum.term.amount && *sum.term.amount != amount) ||
            (!sum.term.amount && !isPercent && sum.term.count && *sum.term.count != sum.count)) {
            all_ += name_ + ": " + sum.term.what + " is " +
                    std::to_string(sum.term.amount ? sum.term.amount->minor : *sum.term.count) +
                    ", its terms are " +
                    std::to_string(sum.term.amount ? amount.minor : sum.count) + "\n";
        }
    }

    std::string name_;
    std::vector<Sum> open_;
    std::string all_;
    bool sawTerms_ = false;
};

template <class Explain>
std::string checked(const std::string& name, bool needsTerms, Explain explain)
{
    Adder adder(name);
    reports::ExplainAsked asked{.most = 3};
    for (bool isEnd = false; !isEnd;) {
        Explanation out(asked, [&](const Term& term) { adder.take(term); });
        explain(out);
        isEnd = !out.next;
        asked.after = out.next.value_or(0);
    }
    return adder.finish(needsTerms);
}

std::string checkMonth(const ReadTransaction& tx, foundation::Month month)
{
    std::string all;
    for (const foundation::Column& column : reports::monthlyCostColumns()) {
        if (column.name != "month") {
            all += checked(toText(month) + " " + column.name, true, [&](Explanation& out) {
                reports::explainReport(tx, month, column.name, out);
            });
        }
    }
    for (const reports::RollLine& line : reports::rollForward(tx, month)) {
        const std::string part = line.part == reports::RollPart::Shelf ? "shelf" : "boxes";
        all += checked(
            toText(month) + " " + part + " " + std::string(line.code), true, [&](Explanation& out) {
                reports::explainRollForward(tx, month, part, std::string(line.code), out);
            });
    }
    for (const budget::CapName cap : budget::kCapNames) {
        all +=
            checked(toText(month) + " " + std::string(toText(cap)), false, [&](Explanation& out) {
                reports::explainCap(tx, month, std::string(toText(cap)), out);
            });
    }
    return all;
}

} // namespace

std::string explainedDifferences(const ReadTransaction& tx)
{
    std::string all;
    if (const auto facts = budget::monthsWithFacts(tx)) {
        for (foundation::Month month = facts->first; month <= facts->last; month = month.next()) {
            all += checkMonth(tx, month);
        }
    }
    std::vector<books::BoxNo> boxes;
    gifting::listBoxes(tx, {}, [&](const gifting::Box& box) { boxes.push_back(box.number); });
    for (const books::BoxNo box : boxes) {
        all += checked("box " + std::to_string(box.value), true,
                       [&](Explanation& out) { reports::explainBox(tx, box, out); });
    }
    for (std::int64_t lot = 1;; ++lot) {
        try {
            all += checked("lot " + std::to_string(lot), true, [&](Explanation& out) {
                reports::explainLot(tx, books::LotNo{lot}, out);
            });
        } catch (const foundation::Refusal&) {
            return all;
        }
    }
}

} // namespace giftbox::tests
