#include "accounting/state_check.h"

#include "gifting/planned_box.h"

namespace giftbox::accounting {

using books::factText;
using books::ReadTransaction;
using foundation::Row;

namespace {

class StateCheck {
public:
    StateCheck(const ReadTransaction& tx, const Told& told, Differences& differences)
        : tx_(tx), told_(told), differences_(differences)
    {}

    void nominations()
    {
        for (const auto& row : stream<sql::NominationStates>()) {
            const auto at = told_.answered.find(row.nominationNo);
            compare("nomination " + std::to_string(row.nominationNo), row.state,
                    at == told_.answered.end() ? "open" : at->second);
            const auto move = told_.moved.find(row.nominationNo);
            compare("nomination " + std::to_string(row.nominationNo) + " is of recipient",
                    row.recipientNo, move == told_.moved.end() ? row.recipientNo : move->second.to);
        }
    }

    void selections()
    {
        std::int64_t kept = 0;
        for (const auto& row : stream<sql::SelectionStates>()) {
            ++kept;
            const std::string name = "choice of recipient " + std::to_string(row.recipientNo) +
                                     " for " + std::to_string(row.month);
            const auto at = told_.selections.find({row.month, row.recipientNo});
            compare(name + " was added by event", row.eventSeq,
                    at == told_.selections.end() ? 0 : at->second);
            const Told::Approval approval = approvalOf(row.month, row.recipientNo, row.eventSeq);
            compare(name + " was approved by event", row.approvedEvent, approval.event);
            compare(name + " was approved by", row.approvedBy, approval.actor);
        }
        compareCount("selections", kept, told_.selections.size());
    }

    void templates()
    {
        for (const auto& row : stream<sql::TemplateStates>()) {
            const auto at = told_.templates.find(row.version);
            const Told::Approval approval =
                at == told_.templates.end() ? Told::Approval{} : at->second;
            const std::string name = "template " + std::to_string(row.version) + " was approved by";
            compare(name, row.approvedBy, approval.actor);
            compare(name + " event", row.approvedEvent, approval.event);
        }
    }

    void signatures()
    {
        for (const auto& row : stream<sql::SignatureStates>()) {
            const auto at = told_.signatures.find({row.boxNo, row.signerNo});
            compare("signature " + std::to_string(row.signerNo) + " of box " +
                        std::to_string(row.boxNo) + ": signed by event",
                    row.signedEvent, at == told_.signatures.end() ? 0 : at->second);
        }
    }

    void imports()
    {
        std::int64_t undone = 0;
        for (const auto& row : stream<sql::ImportStates>()) {
            const auto at = told_.undone.find(row.batchNo);
            const std::int64_t event = at == told_.undone.end() ? 0 : at->second;
            undone += event > 0 ? 1 : 0;
            compare("import " + std::to_string(row.batchNo) + ": undone by event", row.undoneEvent,
                    event);
        }
        compareCount("undone imports", undone, told_.undone.size());
    }

    void plans()
    {
        std::map<std::int64_t, std::vector<std::string>> lines;
        streamFacts(tx_, sql::FactsPlannedLine{.storeId = tx_.storeId()}, [&](const Row& cells) {
            lines[sql::FactsPlannedLine::Row(cells).boxNo].push_back(
                factText<sql::FactsPlannedLine, books::facts::kPlannedLine>(cells));
        });
        std::int64_t planned = 0;
        streamFacts(tx_, sql::FactsPlannedBox{.storeId = tx_.storeId()}, [&](const Row& cells) {
            const sql::FactsPlannedBox::Row row(cells);
            if (row.state == "planned") {
                ++planned;
                comparePlan(row,
                            gifting::planDigest(
                                factText<sql::FactsPlannedBox, books::facts::kPlannedBox>(cells),
                                lines[row.boxNo]));
            }
        });
        compareCount("planned boxes", planned, told_.plans.size());
    }

private:
    template <class S>
    foundation::Many<S> stream()
    {
        return tx_.database().stream(S{.storeId = tx_.storeId()});
    }

    void compare(const std::string& what, std::string_view kept, std::string_view told)
    {
        const auto shown = [](std::string_view text) {
            return std::string(text.empty() ? "nothing" : text);
        };
        if (kept != told) {
            differences_.push_back(what + ": " + shown(kept) + " is stored, but the events say " +
                                   shown(told));
        }
    }

    void compare(const std::string& what, std::int64_t kept, std::int64_t told)
    {
        compare(what, std::to_string(kept), std::to_string(told));
    }

    void compareCount(const char* what, std::int64_t kept, std::size_t told)
    {
        if (kept != static_cast<std::int64_t>(told)) {
            differences_.push_back(std::string(what) + ": " + std::to_string(kept) +
                                   " are stored, but the events say " + std::to_string(told));
        }
    }

    /// The first approval of the list, or of the recipient alone, after the selection.
    Told::Approval approvalOf(std::int64_t month, std::int64_t recipient, std::int64_t added) const
    {
        const auto all = told_.approvals.find(month);
        if (all != told_.approvals.end()) {
            for (const Told::Approval& one : all->second) {
                if (one.event > added && (one.recipient == 0 || one.recipient == recipient)) {
                    return one;
                }
            }
        }
        return {};
    }

    void comparePlan(const sql::FactsPlannedBox::Row& row, const std::string& digest)
    {
        const std::string name = "box " + std::to_string(row.boxNo);
        const auto at = told_.plans.find(row.boxNo);
        const Told::Plan plan = at == told_.plans.end() ? Told::Plan{} : at->second;
        compare(name + " was planned by event", row.eventSeq, plan.event);
        const auto& closed = tx_.store().closedThrough;
        const std::int64_t month =
            closed ? std::max<std::int64_t>(plan.month, closed->next().number()) : plan.month;
        compare(name + " is planned for month", row.plannedMonth, month);
        if (!plan.digest.empty() && plan.digest != digest) {
            differences_.push_back(name + ": differs from the event that planned it");
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
    check.selections();
    check.templates();
    check.signatures();
    check.imports();
    check.plans();
}

} // namespace giftbox::accounting
