#pragma once

#include "accounting/facts.h"
#include "accounting/told.h"

namespace giftbox::accounting {

/// A row as counted by its event's digest.
struct CountedRow {
    std::int64_t event = 0;
    const books::FactTable* table = nullptr;
    std::string counted;
};

/// The rows of all tables except stock and boxes, in the order of the events that recorded or changed them. Edited
/// tables are read whole at the beginning, the rest some thousand events at a time.
class FactSource {
public:
    FactSource(const books::ReadTransaction& tx, const Told& told, std::int64_t lastEvent);

    /// The event's rows. Request events in ascending order.
    const std::vector<CountedRow>& of(std::int64_t event);

private:
    /// An item or recipient that was taken away with its import.
    struct Removed {
        std::int64_t number = 0;
        std::string sku;
        std::string digest;
        std::int64_t added = 0; ///< the event
        std::int64_t event = 0; ///< that took it away
    };

    std::vector<Removed> removedRows(std::string_view kind) const;
    std::vector<Told::Change> changesOf(std::string_view sku, std::int64_t added,
                                        std::int64_t removed) const;
    void readItems();
    void readRecipients();
    void readCancelled();
    void addVersions(const books::FactTable& table, std::int64_t addedBy, const std::string& now,
                     const std::vector<Told::Change>& changes);
    void readNominations(std::int64_t after);
    void readSuppliers(std::int64_t after);
    void readJournal(std::int64_t after);
    void readPage(std::int64_t after);
    /// Of a statement that returns the columns of a fact, and its event as `event_seq`.
    template <class S, const books::FactTable& kTable>
    void readTable(std::int64_t after);

    const books::ReadTransaction& tx_;
    const Told& told_;
    std::int64_t lastEvent_;
    std::vector<CountedRow> edited_; ///< by event
    std::size_t atEdited_ = 0;
    std::vector<CountedRow> page_; ///< by event
    std::size_t atPage_ = 0;
    std::int64_t readTo_ = 0;
    std::vector<CountedRow> rows_;
};

} // namespace giftbox::accounting
