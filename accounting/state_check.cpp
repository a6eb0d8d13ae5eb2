#include "accounting/state_check.h"

#include "gifting/planned_box.h"

namespace giftbox::accounting {

using books::factText;
using books::ReadTransaction;
using foundation::Row;
using foundation::Rows;

namespace {

class StateCheck {
public:
    StateCheck(const ReadTransaction& tx, const Told& told, Differences& differences)
        : tx_(tx), told_(told), differences_(differences)
    {}

    void nominations()
    {
        each("accounting/nomination_states", [&](const Row& row) {
            const auto at = told_.answered.find(row.integer(0));
            compare("nomination " + row.string(0), row.string(1),
                    at == told_.answered.end() ? "open" : at->second);
        });
    }

    void choices()
    {
        std::int64_t kept = 0;
        each("accounting/choice_states", [&](const Row& row) {
            ++kept;
            const std::string name =
                "choice of recipient " + row.string(1) + " for " + row.string(0);
            const auto at = told_.choices.find({row.integer(0), row.integer(1)});
            compare(name + " was added by event", row.string(2),
                    std::to_string(at == told_.choices.end() ? 0 : at->second));
            const Told::Approval approval = approvalOf(row.integer(0), row.integer(2));
            compare(name + " was approved by event", row.string(4), std::to_string(approval.event));
            compare(name + " was approved by", row.string(3), approval.actor);
        });
        compareCount("choices", kept, told_.choices.size());
    }

    void templates()
    {
        each("accounting/template_states", [&](const Row& row) {
            const auto at = told_.templates.find(row.integer(0));
            const Told::Approval approval =
                at == told_.templates.end() ? Told::Approval{} : at->second;
            const std::string name = "template " + row.string(0) + " was approved by";
            compare(name, row.string(1), approval.actor);
            compare(name + " event", row.string(2), std::to_string(approval.event));
        });
    }

    void signatures()
    {
        each("accounting/signature_states", [&](const Row& row) {
            const auto at = told_.signatures.find({row.integer(0), row.integer(1)});
            compare("signature " + row.string(1) + " of box " + row.string(0) + ": signed by event",
                    row.string(2), std::to_string(at == told_.signatures.end() ? 0 : at->second));
        });
    }

    void plans()
    {
        std::map<std::int64_t, std::vector<std::string>> lines;
        each("accounting/facts_planned_line", [&](const Row& row) {
            lines[row.integer(0)].push_back(factText(books::facts::kPlannedLine, row, 1));
        });
        std::size_t planned = 0;
        each("accounting/facts_planned_box", [&](const Row& row) {
            if (row.text(0) == "planned") {
                ++planned;
                comparePlan(row, lines[row.integer(3)]);
            }
        });
        compareCount("planned boxes", static_cast<std::int64_t>(planned), told_.plans.size());
    }

private:
    template <class Visit>
    void each(std::string_view sql, const Visit& visit)
    {
        Rows rows = tx_.database().stream(sql, {{"store_id", tx_.storeId()}});
        while (rows.next()) {
            visit(rows.row());
        }
    }

    void compare(const std::string& what, const std::string& kept, const std::string& told)
    {
        if (kept != told) {
            differences_.push_back(what + ": " + (kept.empty() ? "nothing" : kept) +
                                   " is kept, events say " + (told.empty() ? "nothing" : told));
        }
    }

    void compareCount(const char* what, std::int64_t kept, std::size_t told)
    {
        if (kept != static_cast<std::int64_t>(told)) {
            differences_.push_back(std::string(what) + ": " + std::to_string(kept) +
                                   " are kept, events say " + std::to_string(told));
        }
    }

    /// The first approval of the month after the choice was added.
    Told::Approval approvalOf(std::int64_t month, std::int64_t added) const
    {
        const auto all = told_.approvals.find(month);
        if (all != told_.approvals.end()) {
            for (const Told::Approval& one : all->second) {
                if (one.event > added) {
                    return one;
                }
            }
        }
        return {};
    }

    void comparePlan(const Row& row, const std::vector<std::string>& lines)
    {
        const std::string name = "box " + row.string(3);
        const auto at = told_.plans.find(row.integer(3));
        const Told::Plan plan = at == told_.plans.end() ? Told::Plan{} : at->second;
        compare(name + " was planned by event", row.string(2), std::to_string(plan.event));
        const auto& closed = tx_.store().closedThrough;
        const std::int64_t month =
            closed ? std::max<std::int64_t>(plan.month, closed->next().number()) : plan.month;
        compare(name + " is planned for month", row.string(1), std::to_string(month));
        const std::string digest =
            gifting::planDigest(factText(books::facts::kPlannedBox, row, 3), lines);
        if (!plan.digest.empty() && plan.digest != digest) {
            differences_.push_back(name + ": it is not as the event that planned it says");
        }
    }

    const ReadTransaction& tx_;
    const Told& told_;
    Differences& differences_;
};

} // namespace

void checkStates(const ReadTransaction& tx, const Told& told, Differences& differences)
{
    StateCheck check(tx, told, differences);
    check.nominations();
    check.choices();
    check.templates();
    check.signatures();
    check.plans();
}

} // namespace giftbox::accounting
