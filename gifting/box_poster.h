#pragma once

#include "books/by_code.h"
#include "budget/cap_exceptions.h"
#include "gifting/box_rules.h"
#include "gifting/gift_limits.h"
#include "gifting/planned_box.h"

#include <set>

namespace giftbox::gifting {

/// Plans and packs boxes one after another: reads the data, decides box by box, and writes all of them together, in a
/// number of statements that does not grow with boxes or lines. Packing one box and importing a year use the same
/// code.
class BoxPoster {
public:
    explicit BoxPoster(books::WriteTransaction& tx);

    /// Reads the data for the boxes that this run has not read yet.
    void load(std::span<const BoxRequest> requests);
    /// Like load, without waiting: the caller settles the database before it continues.
    void loadLater(std::span<const BoxRequest> requests);
    void load(std::span<const PlanRequest> requests);
    /// Replaces inputs (other capitals, barcodes) by the recipient's code and SKUs. Reads only if an item is not
    /// known by its SKU. Requires them loaded.
    void name(std::span<BoxRequest> requests);
    void name(PlanRequest& request);
    /// Packs a loaded box; a refusal leaves the run unchanged. Throws Refusal `box.empty`, `labor.negative`,
    /// `recipient.unknown`, `recipient.anonymized`, `recipient.unconfirmed`, `recipient.do_not_gift`, `item.unknown`,
    /// `stock.short`, `units.malformed`, `month.closed`, `date.in_future`, `box.given_before_packed`, and those of
    /// budget::authorizeBox, budget::authorizeGift and requireSound of its tax.
    PackedBox pack(const BoxRequest& request);
    /// Plans a loaded box; a refusal leaves the run unchanged. Throws Refusal `box.empty`, `labor.negative`,
    /// `recipient.unknown`, `recipient.anonymized`, `recipient.unconfirmed`, `recipient.do_not_gift`, `item.unknown`,
    /// `stock.short`, `units.malformed`, `month.closed`, and those of budget::authorizeBox,
    /// budget::authorizeGift and requireSound of its tax.
    PlannedResult plan(const PlanRequest& request);
    /// How many more boxes like the one just packed or planned are possible. Reads nothing more.
    MoreBoxes more(const BoxRequest& request);
    MoreBoxes more(const PlanRequest& request);
    /// Releases a planned box's reserved units, `lines`, and its committed cost.
    void release(const PlannedBox& box, std::span<const BoxLine> lines);
    void write();
    /// The boxes waiting to count in a loaded month, once all boxes are written.
    WaitingBoxes waitingBefore(foundation::Month month);

private:
    struct PlannedLine {
        inventory::ShelfItem* item = nullptr;
        std::vector<inventory::LotDraw> draws;
    };
    struct Decision {
        budget::BoxCost cost = {};
        foundation::Month month = {};
        budget::Gift gift = {};
        budget::Verdict packing = {};
        /// For giving it in another month than the packing month.
        budget::Verdict giving = {};
    };
    struct Taken {
        const inventory::ShelfItem& item;
        std::int64_t units;
        foundation::Money cost;
    };

    struct KnownRecipient {
        books::RecipientNo number;
        std::string code;
        bool doNotGift = false;
        bool anonymized = false;
        bool unconfirmed = false;
    };
    struct Wanted {
        std::vector<std::string> recipients;
        std::vector<std::string> skus;
        void add(const std::string& recipient, const std::vector<BoxLine>& lines);
    };

    void loadLater(const Wanted& wanted);
    /// Adds the item inputs; the recipient already has its code.
    void addTyped(std::string& recipient, std::vector<BoxLine>& lines,
                  std::vector<std::string*>& typed) const;
    void requireSound(const BoxRequest& request) const;
    void requireSound(const PlanRequest& request) const;
    MoreBoxes more(Step step, const std::vector<BoxLine>& lines,
                   const std::optional<std::int64_t>& minutes, foundation::Month month,
                   foundation::Date day);
    void addTaken(const Taken& taken, budget::BoxCost& cost, budget::Gift& gift) const;
    budget::BoxCost estimate(std::span<const BoxLine> lines, foundation::Month month,
                             std::int64_t minutes, budget::Gift& gift);
    books::RecipientNo requireGiftable(const std::string& code,
                                       const std::optional<Exemption>& exemption);
    std::vector<PlannedLine> planLines(const BoxRequest& request);
    Decision decide(const BoxRequest& request, std::span<const PlannedLine> lines,
                    std::int64_t minutes, books::RecipientNo recipient);
    std::string digestOf(const PlanRequest& request, const PlannedResult& planned,
                         books::RecipientNo recipient, std::int64_t minutes);
    void count(const BoxRequest& request, const Decision& decision, books::RecipientNo recipient);

    void addTax(books::BoxNo number, const BoxTaxChange& tax);

    books::WriteTransaction& tx_;
    inventory::Shelf shelf_;
    budget::MonthBook months_;
    GiftLimits limits_;
    std::set<std::string> asked_; ///< folded recipient codes
    books::ByCode<KnownRecipient> recipients_;
    budget::CapExceptions exceptions_;
    foundation::Batch boxes_;
    foundation::Batch planned_;
    foundation::Batch plannedLines_;
    foundation::Batch taxes_;
};

} // namespace giftbox::gifting
