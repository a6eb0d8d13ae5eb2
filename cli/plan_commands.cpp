#include "cli/box_rows.h"
#include "cli/command_parts.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "program/accept_plan.h"
#include "program/plan_month.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::Money;
using foundation::Month;
using foundation::RowWriter;

namespace {

/// How long the planner may take.
constexpr std::int64_t kSeconds = 60;

/// Shows how much of the time is used while it lives.
class Clockwork {
public:
    explicit Clockwork(std::function<void(std::int64_t, std::int64_t)> progress)
        : progress_(std::move(progress)),
          thread_([this](const std::stop_token& stop) { run(stop); })
    {}

private:
    void run(const std::stop_token& stop)
    {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any bell;
        for (std::int64_t second = 0; !stop.stop_requested(); ++second) {
            progress_(second, kSeconds);
            bell.wait_for(lock, stop, std::chrono::seconds(1), [] { return false; });
        }
        progress_(kSeconds, kSeconds);
    }

    std::function<void(std::int64_t, std::int64_t)> progress_;
    std::jthread thread_;
};

Month monthOf(const Context& context)
{
    return foundation::parseMonth(context.arguments().text("MONTH"));
}

/// Basis points as a percentage: 68 is `0.68`.
std::string percent(std::int64_t basisPoints)
{
    const std::string cents = std::to_string(basisPoints % 100);
    return std::to_string(basisPoints / 100) + (cents.size() < 2 ? ".0" : ".") + cents;
}

std::string gapOf(const program::PlanWorth& worth)
{
    return percent(program::gapBasisPoints(worth.objective, worth.bound));
}

std::string itemsOf(const program::KeptBox& box)
{
    std::string text;
    for (const gifting::BoxLine& line : box.lines) {
        text += (text.empty() ? "" : ", ") + line.sku +
                (line.units == 1 ? "" : ":" + std::to_string(line.units));
    }
    return text;
}

std::vector<Column> planColumns(Format format)
{
    std::vector<Column> columns = {{"recipient", "For", ColumnType::Code},
                                   {"items", "Items", ColumnType::Text},
                                   {"contents_cost", "Contents, estimated", ColumnType::Amount},
                                   {"packaging_cost", "Packaging, estimated", ColumnType::Amount},
                                   {"labor_cost", "Labor", ColumnType::Amount},
                                   {"total_cost", "Total, estimated", ColumnType::Amount},
                                   {"room_month_program", "Room left", ColumnType::Amount}};
    if (format != Format::Table) {
        columns.insert(columns.end(), {{"objective", "Objective", ColumnType::Integer},
                                       {"bound", "At best", ColumnType::Integer},
                                       {"gap_percent", "Gap", ColumnType::Code}});
    }
    return columns;
}

/// Three cells; empty where a box was changed.
void writeWorth(const std::optional<program::PlanWorth>& worth, RowWriter& out)
{
    worth ? out.integer(worth->objective) : out.empty();
    worth ? out.integer(worth->bound) : out.empty();
    worth ? out.code(gapOf(*worth)) : out.empty();
}

void writePlan(const program::KeptPlan& plan, Format format, RowWriter& out)
{
    out.begin(planColumns(format));
    std::optional<Money> room = plan.room;
    for (const program::KeptBox& box : plan.boxes) {
        out.code(box.code);
        out.text(itemsOf(box));
        const auto part = [&](Money cost) {
            amountOrEmpty(out, box.cost ? std::optional(cost) : std::nullopt);
        };
        const budget::BoxCost cost = box.cost.value_or(budget::BoxCost{});
        part(cost.contents);
        part(cost.packaging);
        part(cost.labor);
        part(cost.total());
        room = room && box.cost ? std::optional(*room - cost.total()) : std::nullopt;
        amountOrEmpty(out, room);
        if (format != Format::Table) {
            writeWorth(plan.worth, out);
        }
        out.endRow();
    }
    out.end();
}

std::string summaryOf(const program::KeptPlan& plan)
{
    return plan.worth ? "objective " + std::to_string(plan.worth->objective) + ", at best " +
                            std::to_string(plan.worth->bound) + ", gap " + gapOf(*plan.worth) + " %"
                      : "changed since it was proposed";
}

/// Solves it outside of any transaction, so that nobody waits.
program::Proposal solved(const Context& context, const books::Store& store,
                         const program::MonthToPlan& month)
{
    const Clockwork clockwork(context.progress(
        "planning " + std::to_string(month.recipients.size()) + " boxes, time used"));
    return program::proposePlan(store, month, kSeconds);
}

} // namespace

int planMonth(Context& context)
{
    const Arguments& given = context.arguments();
    const program::PlanAsk ask{.month = monthOf(context),
                               .boxes = given.maybeInteger("--boxes"),
                               .recipe = given.maybeText("--recipe"),
                               .today = context.environment().today};
    books::Store store;
    const program::MonthToPlan month =
        books::read(context.database(), context.storeCode(), [&](const books::ReadTransaction& tx) {
            store = tx.store();
            return program::loadMonthToPlan(tx, ask);
        });
    const program::Proposal proposal = solved(context, store, month);
    std::string summary;
    const int status =
        context.change(Shape::Rows, [&](books::WriteTransaction& tx, RowWriter& out) {
            program::keepPlan(tx, month, proposal);
            const program::KeptPlan plan = program::requirePlan(tx, ask.month);
            writePlan(plan, context.output().format(), out);
            summary = summaryOf(plan) + "; `giftbox plan accept " + toText(ask.month) +
                      "` plans these boxes";
        });
    if (!summary.empty()) {
        context.note(summary);
    }
    return status;
}

int planShow(Context& context)
{
    std::string summary;
    const int status = context.read([&](const books::ReadTransaction& tx) {
        const program::KeptPlan plan = program::requirePlan(tx, monthOf(context));
        const Format format = context.output().format();
        writePlan(plan, format, *context.output().writer(tx.store().currency, Shape::Rows));
        summary = summaryOf(plan);
    });
    context.note(summary);
    return status;
}

int planAccept(Context& context)
{
    static const std::vector<Column> columns = {
        {"box", "Box", ColumnType::Integer},
        {"recipient", "For", ColumnType::Code},
        {"contents_cost", "Contents, estimated", ColumnType::Amount},
        {"packaging_cost", "Packaging, estimated", ColumnType::Amount},
        {"labor_cost", "Labor", ColumnType::Amount},
        {"total_cost", "Total, estimated", ColumnType::Amount},
        {"room_month_program", "Room left", ColumnType::Amount},
        {"warning", "Warning", ColumnType::Text}};
    return context.change(Shape::Rows, [&](books::WriteTransaction& tx, RowWriter& out) {
        out.begin(columns);
        for (const auto& [recipient, box] : program::acceptPlan(tx, monthOf(context))) {
            out.integer(box.number.value);
            out.code(recipient);
            out.amount(box.cost.contents);
            out.amount(box.cost.packaging);
            out.amount(box.cost.labor);
            out.amount(box.cost.total());
            amountOrEmpty(out, box.room.monthProgram);
            sentenceOrEmpty(out, sentencesOf(tx.store(), box.verdict.warned));
            out.endRow();
        }
        out.end();
    });
}

std::vector<Command> planningCommands()
{
    const Parameter month{"MONTH", "", "YYYY-MM", Need::Required};
    return {
        {"",
         "plan",
         "propose a box for everybody on the approved list of a month who has none",
         {month,
          {"--boxes", "N", "only for the first so many, in the order in which they were chosen",
           Need::Optional},
          {"--recipe", "NAME", "boxes by this recipe; 3 to 6 items of contents when left out",
           Need::Optional}},
         "giftbox plan 2026-12 --recipe Autumn",
         planMonth},
        {"plan",
         "show",
         "what is proposed for a month",
         {month},
         "giftbox plan show 2026-12",
         planShow},
        {"plan",
         "accept",
         "plan every box that is proposed for a month, all or none",
         {month},
         "giftbox plan accept 2026-12",
         planAccept},
    };
}

} // namespace giftbox::cli
