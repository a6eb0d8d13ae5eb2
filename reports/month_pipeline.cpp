#include "reports/month_pipeline.h"

#include "gifting/planned_box.h"
#include "reports/cells.h"
#include "reports/statements.h"

#include <algorithm>
#include <map>

namespace giftbox::reports {

using books::ReadTransaction;
using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::Month;
using foundation::RowWriter;

namespace {

using Lines = std::map<std::string, PipelineLine>; // by code

PipelineLine& lineOf(Lines& lines, const std::string& code, const std::string& name)
{
    PipelineLine& line = lines[code];
    line.code = code;
    line.name = name;
    return line;
}

void reach(PipelineLine& line, Stage stage) { line.stage = std::max(line.stage, stage); }

void addNominations(const ReadTransaction& tx, Month month, Lines& lines)
{
    gifting::listNominations(tx, {.month = month, .adviser = {}, .recipient = {}, .state = {}},
                             [&](const gifting::Nomination& one) {
                                 if (one.state == gifting::NominationState::Withdrawn) {
                                     return;
                                 }
                                 PipelineLine& line =
                                     lineOf(lines, one.recipientCode, one.recipientName);
                                 line.advisers.push_back(one.adviser);
                                 if (one.state != gifting::NominationState::Declined) {
                                     line.nominated = true;
                                     reach(line, Stage::Nominated);
                                 }
                             });
}

void addSelections(const ReadTransaction& tx, Month month, Lines& lines)
{
    for (const auto& row :
         tx.database().query(sql::SelectionsOfMonth{.storeId = tx.storeId(), .month = month})) {
        PipelineLine& line = lineOf(lines, std::string(row.code), std::string(row.name));
        line.selected = true;
        reach(line, row.approvedEvent == 0 ? Stage::Selected : Stage::Approved);
    }
}

void addBoxes(const ReadTransaction& tx, Month month, Lines& lines)
{
    gifting::listPlannedBoxes(
        tx, {.month = month, .recipient = {}}, [&](const gifting::PlannedBox& box) {
            if (box.state == gifting::PlanState::Planned) {
                reach(lineOf(lines, box.recipientCode, box.recipientName), Stage::Planned);
            }
        });
    gifting::listBoxes(tx, {.month = month, .state = {}, .recipient = {}},
                       [&](const gifting::Box& box) {
                           if (box.state == gifting::BoxState::Unpacked) {
                               return;
                           }
                           PipelineLine& line = lineOf(lines, box.recipientCode, box.recipientName);
                           ++line.boxesPacked;
                           line.cost += box.cost.total();
                           reach(line, Stage::Packed);
                           if (box.state == gifting::BoxState::Given) {
                               ++line.boxesGiven;
                               line.givenCost += box.cost.total();
                               line.givenOn = std::max(line.givenOn, box.givenOn);
                               reach(line, Stage::Given);
                           }
                       });
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

} // namespace

std::string_view toText(Stage stage)
{
    constexpr std::array<std::string_view, 7> kTexts = {
        "declined", "nominated", "selected", "approved", "planned", "packed", "given"};
    return kTexts.at(static_cast<std::size_t>(stage));
}

std::array<PipelineCount, 5> MonthPipeline::counts() const
{
    PipelineCount nominated{.stage = "nominated"};
    PipelineCount selected{.stage = "selected"};
    PipelineCount packed{.stage = "packed", .boxes = 0};
    PipelineCount given{.stage = "given", .boxes = 0};
    PipelineCount waiting{.stage = "waiting", .boxes = 0};
    for (const PipelineLine& line : lines) {
        nominated.recipients += line.nominated ? 1 : 0;
        selected.recipients += line.selected ? 1 : 0;
        packed.recipients += line.boxesPacked > 0 ? 1 : 0;
        *packed.boxes += line.boxesPacked;
        packed.cost += line.cost;
        given.recipients += line.boxesGiven > 0 ? 1 : 0;
        *given.boxes += line.boxesGiven;
        given.cost += line.givenCost;
        waiting.recipients += line.isWaiting() ? 1 : 0;
    }
    waiting.boxes = *packed.boxes - *given.boxes;
    waiting.cost = packed.cost - given.cost;
    return {nominated, selected, packed, given, waiting};
}

MonthPipeline monthPipeline(const ReadTransaction& tx, Month month)
{
    Lines lines;
    addNominations(tx, month, lines);
    addSelections(tx, month, lines);
    addBoxes(tx, month, lines);
    MonthPipeline pipeline;
    for (auto& [code, line] : lines) {
        pipeline.lines.push_back(std::move(line));
    }
    return pipeline;
}

const std::vector<Column>& storyColumns()
{
    static const std::vector<Column> columns = {
        {"recipient", "Recipient", ColumnType::Code, Cells::MaybeEmpty},
        {"name", "Name", ColumnType::Text, Cells::MaybeEmpty},
        {"advisers", "Nominated by", ColumnType::Text},
        {"stage", "Stage", ColumnType::Code},
        {"boxes", "Boxes", ColumnType::Integer},
        {"given_on", "Handed over", ColumnType::Date, Cells::MaybeEmpty},
        {"total_cost", "Cost", ColumnType::Amount}};
    return columns;
}

void writePipelineLines(const MonthPipeline& pipeline, RowWriter& out)
{
    out.begin(storyColumns());
    for (const PipelineLine& line : pipeline.lines) {
        writeRecipient(line.code, line.name, out);
        out.text(joined(line.advisers));
        out.code(toText(line.stage));
        out.integer(line.boxesPacked);
        line.givenOn ? out.date(*line.givenOn) : out.empty();
        out.amount(line.cost);
        out.endRow();
    }
    out.end();
}

void writePipelineCounts(const MonthPipeline& pipeline, RowWriter& out)
{
    static const std::vector<Column> columns = {
        {"stage", "Stage", ColumnType::Code},
        {"recipients", "Recipients", ColumnType::Integer},
        {"boxes", "Boxes", ColumnType::Integer, Cells::MaybeEmpty},
        {"total_cost", "Cost", ColumnType::Amount, Cells::MaybeEmpty}};
    out.begin(columns);
    for (const PipelineCount& count : pipeline.counts()) {
        out.code(count.stage);
        out.integer(count.recipients);
        count.boxes ? out.integer(*count.boxes) : out.empty();
        count.boxes ? out.amount(count.cost) : out.empty();
        out.endRow();
    }
    out.end();
}

} // namespace giftbox::reports
