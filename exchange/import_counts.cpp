#include "exchange/import_counts.h"

#include "exchange/import_batch.h"
#include "gifting/adjust_stock.h"
#include "gifting/counting/record_count.h"
#include "gifting/stock_reasons.h"

#include <map>
#include <set>

namespace giftbox::exchange {

namespace {

enum CountColumn : std::size_t {
    CountedSku,
    UnitsCounted,
    CountReason,
    CountedOn,
    FoundCost,
    CountSessionNo
};

constexpr std::size_t kCountsAtOnce = 1024;

/// The import of one file.
class CountImport {
public:
    CountImport(books::WriteTransaction& tx, ImportSource source, foundation::Date on)
        : tx_(tx), batch_(tx, "counts", source), on_(on),
          file_(std::move(source),
                {{"sku"},
                 {"units"},
                 {"reason"},
                 {.name = "counted_on", .required = false, .about = "on"},
                 {.name = "cost", .required = false},
                 {.name = "count", .required = false}},
                tx.store().currency),
          reasons_(tx), run_(tx)
    {}

    ImportSummary run()
    {
        while (file_.next()) {
            gifting::ShelfCount count = read();
            const std::optional<std::int64_t> session = file_.integer(CountSessionNo);
            if (file_.rowIsGood() && session) {
                record(gifting::CountNo{*session}, count);
            } else if (file_.rowIsGood()) {
                counts_.push_back(std::move(count));
                lines_.push_back(file_.line());
            }
            if (counts_.size() == kCountsAtOnce) {
                post();
            }
        }
        post();
        file_.throwIfBad();
        for (auto& [number, recording] : recordings_) {
            recording.write();
        }
        file_.requireConfirmed(tx_);
        batch_.record(summary_);
        return summary_;
    }

private:
    /// As the list of the store has it.
    std::string reasonHere()
    {
        std::string reason = file_.text(CountReason);
        file_.holds(file_.line(), CountReason, [&] { reason = reasons_.recorded(reason); });
        return reason;
    }

    gifting::ShelfCount read()
    {
        return {.sku = std::string(file_.code(CountedSku)),
                .units = file_.requiredInteger(UnitsCounted),
                .on = file_.optionalDate(CountedOn).value_or(on_),
                .reason = reasonHere(),
                .foundCost = file_.code(FoundCost).empty()
                                 ? std::nullopt
                                 : std::optional(file_.amount(FoundCost))};
    }

    /// In an open count, as of its start: a file does not say when each item was counted.
    void record(gifting::CountNo number, const gifting::ShelfCount& count)
    {
        const std::int64_t line = file_.line();
        file_.holdsAll(line, CountSessionNo, [&] {
            auto at = recordings_.find(number.value);
            if (at == recordings_.end()) {
                at = recordings_.try_emplace(number.value, tx_, number).first;
            }
            const gifting::CountLine& found = at->second.lineOf(count.sku);
            if (!counted_.insert({number.value, found.item.value}).second) {
                throw foundation::Refusal("count.twice_in_file",
                                          {{"sku", found.sku}, {"number", number.value}});
            }
            at->second.add({.sku = found.sku,
                            .units = count.units,
                            .foundCost = count.foundCost,
                            .isFromStart = true});
            ++summary_.added;
        });
    }

    void post()
    {
        if (!file_.isHopeless()) {
            run_.load(counts_);
            for (std::size_t i = 0; i < counts_.size(); ++i) {
                try {
                    count(counts_[i], lines_[i]);
                } catch (const foundation::Refusal& refusal) {
                    file_.rejectAt(lines_[i], UnitsCounted, refusal);
                }
            }
            run_.write();
        }
        counts_.clear();
        lines_.clear();
    }

    void count(const gifting::ShelfCount& count, std::int64_t line)
    {
        const std::int64_t item = run_.itemOf(count).value;
        if (!file_.isFirst(line, CountedSku, item, "item " + count.sku)) {
            return;
        }
        const gifting::Adjustment done = run_.count(count);
        ++summary_.added;
        if (done.units != 0 && summary_.changes.size() < kMostChanges) {
            summary_.changes.push_back(file_.place(line) + "Item " + done.sku + ": " +
                                       std::to_string(count.units - done.units) +
                                       " in the books, " + std::to_string(count.units) +
                                       " counted; cost " + tx_.store().amount(done.cost));
        }
    }

    books::WriteTransaction& tx_;
    BatchKeeper batch_;
    foundation::Date on_;
    ImportFile file_;
    gifting::StockReasons reasons_;
    gifting::CountRun run_;
    ImportSummary summary_;
    std::vector<gifting::ShelfCount> counts_;
    std::vector<std::int64_t> lines_;
    std::map<std::int64_t, gifting::CountRecording> recordings_; ///< by the numbers of open counts
    std::set<std::pair<std::int64_t, std::int64_t>> counted_;    ///< their items in this file
};

} // namespace

ImportSummary importCounts(books::WriteTransaction& tx, ImportSource source, foundation::Date on)
{
    return CountImport(tx, std::move(source), on).run();
}

} // namespace giftbox::exchange
