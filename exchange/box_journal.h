#pragma once

#include "exchange/import_file.h"
#include "gifting/box.h"

#include <map>

namespace giftbox::exchange {

/// A row of `export boxes`, and the effect of its movements so far.
struct JournalBox {
    std::int64_t line = 0;
    /// Whether its cells are readable.
    bool read = true;
    /// Whether it has no fault so far.
    bool good = true;
    books::RecipientNo recipient = {};
    gifting::BoxState state = gifting::BoxState::Packed;
    foundation::Month month;
    foundation::Date packedOn;
    std::optional<foundation::Date> givenOn;
    std::optional<foundation::Date> unpackedOn;
    std::int64_t minutes = 0;
    budget::BoxCost cost;
    std::optional<std::string> reference;
    std::optional<std::string> packOverride;
    std::optional<std::string> giveOverride;
    std::int64_t firstMovement = 0;
    std::int64_t lastMovement = 0;
    /// For an unpacked box: the units taken of each SKU and not yet returned.
    struct Taken {
        std::int64_t units = 0;
        foundation::Money cost;
    };
    std::map<std::string, Taken> taken = {};
};

/// The file of `export boxes`, read whole. Each box is checked on its own (dates, state, labor at the day's rate, the
/// sum of its parts). Memory grows with boxes.
class BoxJournal {
public:
    enum Column : std::size_t {
        Number,
        Reference,
        Recipient,
        State,
        Month,
        PackedOn,
        GivenOn,
        Contents,
        Packaging,
        Labor,
        Total,
        Minutes,
        UnpackedOn,
        PackOverride,
        GiveOverride
    };

    /// Reads the file. Throws Refusal `import.rejected` for its header.
    BoxJournal(books::WriteTransaction& tx, ImportSource source);

    /// The box with this number; null if the file has none.
    JournalBox* find(std::int64_t number);
    /// In the order of their numbers.
    std::map<std::int64_t, JournalBox>& boxes() { return boxes_; }
    /// Marks a box read earlier as bad.
    void reject(JournalBox& box, Column column, std::string_view sentence);
    ImportFile& file() { return file_; }

private:
    void readBox();
    std::optional<std::string> readText(Column column);
    void requireDates(const JournalBox& box);
    void requireCost(const JournalBox& box, foundation::Money total);
    void requireNew(std::int64_t number, const JournalBox& box);

    books::WriteTransaction& tx_;
    ImportFile file_;
    std::map<std::string, books::RecipientNo, std::less<>> recipients_;
    std::map<std::string, std::int64_t> references_; ///< with the line in the file
    std::map<std::int64_t, JournalBox> boxes_;
};

} // namespace giftbox::exchange
