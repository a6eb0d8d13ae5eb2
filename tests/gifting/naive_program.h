#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace giftbox::tests {

/// A second, plain implementation of the rules: all data is in vectors and every sum is recomputed. It shares no code
/// with the program. Days are yyyymmdd, months yyyymm, amounts minor units, items and recipients numbered from 0,
/// lots and boxes from 1. Every verb returns whether the rules allow it; if not, nothing changes.
class NaiveProgram {
public:
    static constexpr int kItems = 3; ///< the last is packaging
    static constexpr int kRecipients = 2;

    struct Lot {
        int number = 0;
        int item = 0;
        int day = 0;
        std::int64_t units = 0;
        std::int64_t cost = 0;
        std::int64_t unitsLeft = 0;
        std::int64_t costLeft = 0;
        bool bought = false;
        bool reversed = false;
        std::string reference = {}; ///< that a correction gave it
        int delivery = 0;           ///< from 1
        std::int64_t freight = 0;   ///< of its cost
        bool billed = false;
    };
    /// A bill or freight, and by how much it changed the cost of each lot.
    struct Charge {
        struct Change {
            int lot = 0;
            std::int64_t more = 0;
        };
        char kind = 'f'; ///< freight, bill
        int reference = 0;
        bool reversed = false;
        std::vector<Change> changes = {};
    };
    struct Line {
        int item = 0;
        std::int64_t units = 0;
        std::int64_t cost = 0;
    };
    struct Box {
        char state = 'p'; ///< packed, given, unpacked, (P)lanned, cancelled
        int recipient = 0;
        int packedOn = 0;
        int givenOn = 0;
        int month = 0;
        int plannedFor = 0;
        std::vector<Line> lines;
        std::int64_t labor = 0;
        std::int64_t minutes = 0;
        bool planOverride = false;
        bool packOverride = false;
        bool giveOverride = false;

        std::int64_t contents() const;
        std::int64_t packaging() const;
        std::int64_t total() const { return contents() + packaging() + labor; }
    };
    enum CapName { BoxTotal, BoxContents, MonthProgram, MonthRestock };
    struct Cap {
        CapName name = BoxTotal;
        int from = 0;
        std::int64_t amount = 0;
        bool stops = true;
        bool ends = false;
    };
    /// The labor rate per hour from a month on.
    struct Rate {
        int from = 0;
        std::int64_t amount = 0;
    };
    struct Totals {
        std::int64_t boxesGiven = 0;
        std::int64_t recipients = 0;
        std::int64_t contents = 0;
        std::int64_t packaging = 0;
        std::int64_t labor = 0;
        std::int64_t committed = 0;
        std::int64_t restock = 0;
        std::int64_t writeOff = 0;
        std::int64_t variance = 0;
        std::int64_t overrides = 0;
        std::int64_t firstMovement = 0;
        std::int64_t lastMovement = 0;
    };
    struct Movement {
        /// receipt, issue, back (a return), write-off, count, (x) reversal; of a (W)rite-off, of a (C)ount;
        /// (k) correction, variance; (s) return to the supplier, its reversal (S), (K) credit
        char kind = 'r';
        int item = 0;
        int lot = 0;
        int day = 0;
        std::int64_t units = 0;
        std::int64_t cost = 0;
        int change = 0; ///< the write-off or count that it is of
        bool reversed = false;
    };
    struct Packing {
        int recipient = 0;
        std::vector<Line> lines;
        std::int64_t minutes = 0;
        int packedOn = 0;
        int givenOn = 0; ///< 0: not yet
        bool override = false;
    };

    NaiveProgram(int today, std::int64_t laborRate) : today_(today), laborRate_(laborRate) {}

    bool receive(int item, std::int64_t units, std::int64_t cost, int day);
    bool pack(const Packing& packing);
    /// The cost of a planned box's lines, after all reserved units.
    bool plan(const Packing& packing, int month);
    bool packPlanned(std::size_t box, int day, bool override);
    bool cancel(std::size_t box);
    bool give(std::size_t box, int day, bool override);
    bool unpack(std::size_t box, int day);
    bool takeBack(std::size_t box);
    bool reverse(std::size_t lot);
    /// Of a write-off ('w') or a count ('c'), by any of its movements.
    bool reverseAdjustment(std::size_t movement, char kind);
    /// What a receipt should be.
    struct Correction {
        std::int64_t units = 0;
        std::int64_t cost = 0;
        std::string reference;
    };
    bool correct(std::size_t lot, const Correction& correction);
    bool deliver(const std::vector<Line>& lines, int day);
    /// Shared by (v)alue, units or lots.
    bool freight(std::size_t delivery, std::int64_t amount, char by, int reference);
    bool bill(std::size_t delivery, std::int64_t amount, int day, int reference);
    bool reverseCharge(char kind, std::size_t number);
    bool giveBack(std::size_t lot, std::int64_t units, int day);
    /// Of a return, by its movement; likewise its reversal.
    bool credit(std::size_t movement, std::int64_t amount, int day);
    bool reverseReturn(std::size_t movement);
    bool writeOff(int item, std::int64_t units, int day);
    bool count(int item, std::int64_t units, int day, std::optional<std::int64_t> foundCost);
    bool setCap(const Cap& cap);
    bool endCap(CapName name, int from);
    bool setRate(const Rate& rate);
    bool close(int month);
    bool reopen(int month);
    int closed() const { return closed_; }

    /// The open lots of an item, in the order of use.
    std::vector<Lot> openLots(int item) const;
    const std::vector<Lot>& lots() const { return lots_; }
    const std::vector<Box>& boxes() const { return boxes_; }
    const std::vector<Movement>& movements() const { return movements_; }
    Totals totals(int month) const;
    std::int64_t reserved(int item) const;
    int deliveries() const { return deliveries_; }
    /// How many bills or how much freight there was.
    int charges(char kind) const;

private:
    /// amount * part / whole, half a cent up; whole and amount are small here.
    static std::int64_t share(std::int64_t amount, std::int64_t part, std::int64_t whole);
    bool isOpen(int day) const;
    int correctedOn(const Lot& lot) const;
    void changeCost(Lot& lot, std::int64_t more);
    /// Those of a delivery that were not reversed.
    std::vector<Lot*> lotsOf(std::size_t delivery);
    bool isCharged(char kind, int reference) const;
    /// The month to close next; 0 while there are no facts.
    int monthDue() const;
    /// The cost of taking the units; none when there are not enough by that day.
    std::optional<std::int64_t> price(int item, std::int64_t units, int day) const;
    void take(int item, std::int64_t units, int day, char kind);
    void put(int item, std::int64_t units, std::int64_t cost, int day, char kind);
    std::int64_t onHand(int item) const;
    std::int64_t rateIn(int month) const;
    static std::vector<Line> merged(const std::vector<Line>& lines);
    const Cap* capIn(CapName name, int month) const;
    bool isOver(CapName name, int month, std::int64_t amount, bool& stopped) const;

    int today_;
    std::int64_t laborRate_;
    int closed_ = 0;
    std::vector<int> closes_;
    int change_ = 0;
    int deliveries_ = 0;
    std::vector<Charge> charges_;
    std::vector<Lot> lots_;
    std::vector<Movement> movements_;
    std::vector<Box> boxes_;
    std::vector<Cap> caps_;
    std::vector<Rate> rates_;
};

/// The next month of the calendar.
int monthAfter(int month);

} // namespace giftbox::tests
