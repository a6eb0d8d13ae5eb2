#include "exchange/import_boxes.h"

#include "exchange/import_batch.h"
#include "exchange/statements.h"
#include "foundation/fold.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace giftbox::exchange {

using foundation::Batch;
using foundation::Date;
using foundation::Refusal;

/// A file reports boxes that already exist.
class BoxImport {
public:
    static gifting::Exemption exemption() { return gifting::Exemption("imported"); }
};

namespace {

enum Column : std::size_t {
    BoxKey,
    RecipientCode,
    PackedOn,
    GivenOn,
    Sku,
    Units,
    LaborMinutes,
    TaxClass,
    Purpose
};

constexpr std::size_t kLinesAtOnce = 4096;

/// The first row of a box in the file, and whether its rows are readable.
struct Place {
    std::int64_t line = 0;
    bool good = true;
    std::string reference; ///< as spelled in the file
};

/// A box in the books with a reference that is also in the file.
struct KnownBox {
    std::int64_t number = 0;
    gifting::BoxRequest box;
    std::map<std::string, std::int64_t> units;
};

/// The import of one file: collects rows into boxes and posts them in chunks.
class BoxesImport {
public:
    BoxesImport(books::WriteTransaction& tx, ImportSource source)
        : tx_(tx), batch_(tx, "boxes", source),
          file_(std::move(source),
                {{.name = "box", .about = "override"},
                 {"recipient"},
                 {.name = "packed_on", .about = "on"},
                 {"given_on"},
                 {"sku"},
                 {"units"},
                 {.name = "labor_minutes", .required = false, .about = "minutes"},
                 {.name = "tax_class", .required = false},
                 {.name = "purpose", .required = false},
                 {"contents_cost", false,
                  "without the items of the boxes; import it together with the store's movements, "
                  "or import boxes from the export of box-lines"}},
                tx.store().currency),
          run_(tx)
    {}

    ImportSummary run()
    {
        while (file_.next()) {
            readRow();
        }
        post();
        file_.throwIfBad();
        file_.requireConfirmed(tx_);
        batch_.record(summary_);
        return summary_;
    }

private:
    void readRow();
    void readCells();
    void beginBox(const std::string& reference);
    gifting::BoxTaxChange taxInRow();
    void rejectApart(std::int64_t line, const std::string& reference, std::int64_t firstLine);
    void requireSameBox(const Place& place, const gifting::BoxRequest& first);
    void post();
    void postOne(const Place& place, const gifting::BoxRequest& box);
    std::map<std::string, KnownBox> findKnown();
    bool rejectsTax(const Place& place, const gifting::BoxRequest& here,
                    const gifting::BoxTaxChange& there);
    bool isThere(const Place& place, const gifting::BoxRequest& here);

    books::WriteTransaction& tx_;
    BatchKeeper batch_;
    ImportFile file_;
    gifting::BoxPoster run_;
    ImportSummary summary_;
    // A chunk of boxes: requests_[i] begins at places_[i].
    std::vector<gifting::BoxRequest> requests_;
    std::vector<Place> places_;
    std::unordered_map<std::string, std::int64_t> begun_; ///< the first line of each
    std::size_t chunkLines_ = 0;
    std::map<std::string, KnownBox> known_;
};

/// For mistakes visible in a single row.
void BoxesImport::readCells()
{
    (void)file_.date(PackedOn);
    (void)file_.optionalDate(GivenOn);
    (void)file_.integer(LaborMinutes);
    (void)file_.requiredInteger(Units);
}

void BoxesImport::readRow()
{
    if (file_.isHopeless()) {
        return readCells();
    }
    const std::string reference = file_.text(BoxKey);
    if (reference.empty()) {
        file_.reject(BoxKey, "The cell is empty. Enter the box's own key.");
        return;
    }
    const bool continues = !requests_.empty() && requests_.back().reference == reference;
    if (!continues) {
        if (chunkLines_ >= kLinesAtOnce) {
            post();
        }
        beginBox(reference);
    } else if (requests_.back().lines.size() == kLinesAtOnce) {
        file_.reject(BoxKey, "Box " + reference + " has more than " + std::to_string(kLinesAtOnce) +
                                 " rows. Split it into several boxes.");
        places_.back().good = false;
        return;
    } else {
        requireSameBox(places_.back(), requests_.back());
    }
    gifting::BoxLine line{.sku = std::string(file_.code(Sku)),
                          .units = file_.requiredInteger(Units)};
    if (file_.rowIsGood()) {
        file_.holds(file_.line(), Units, [&] { inventory::requireUnits(line.units); });
    }
    ++chunkLines_;
    places_.back().good = places_.back().good && file_.rowIsGood();
    requests_.back().lines.push_back(std::move(line));
}

void BoxesImport::beginBox(const std::string& reference)
{
    // Rows of a box in an earlier chunk are already in the books and are found there.
    const auto [first, isFirst] = begun_.try_emplace(reference, file_.line());
    if (!isFirst) {
        rejectApart(file_.line(), reference, first->second);
    }
    places_.push_back({.line = file_.line(), .good = true, .reference = file_.spelled(BoxKey)});
    requests_.push_back({.recipient = std::string(file_.code(RecipientCode)),
                         .lines = {},
                         .minutes = file_.integer(LaborMinutes),
                         .packedOn = file_.date(PackedOn),
                         .givenOn = file_.optionalDate(GivenOn),
                         .reference = reference,
                         .override = std::nullopt,
                         .exemption = BoxImport::exemption(),
                         .tax = taxInRow()});
}

/// Only the first row of a box has them, or each has the same.
gifting::BoxTaxChange BoxesImport::taxInRow()
{
    gifting::BoxTaxChange tax;
    if (std::string text = std::string(file_.code(TaxClass)); !text.empty()) {
        tax.taxClass = std::move(text);
    }
    if (std::string text = file_.text(Purpose); !text.empty()) {
        tax.purpose = std::move(text);
    }
    return tax;
}

void BoxesImport::rejectApart(std::int64_t line, const std::string& reference,
                              std::int64_t firstLine)
{
    file_.rejectAt(line, BoxKey,
                   "Box " + reference + " begins in line " + std::to_string(firstLine) +
                       ", with other rows in between. Keep the rows of a box together.");
}

void BoxesImport::requireSameBox(const Place& place, const gifting::BoxRequest& first)
{
    const auto compare = [&](Column column, bool same) {
        if (!same) {
            file_.reject(column, "This differs from the box's first row, line " +
                                     std::to_string(place.line) +
                                     ". Use the same value in all its rows.");
        }
    };
    compare(RecipientCode, file_.code(RecipientCode) == first.recipient);
    if (!place.good) {
        return; // the first row's dates may be unreadable
    }
    compare(PackedOn, file_.code(PackedOn) == toText(first.packedOn));
    compare(GivenOn, file_.code(GivenOn) == (first.givenOn ? toText(*first.givenOn) : ""));
    const std::optional<std::int64_t> minutes = file_.integer(LaborMinutes);
    compare(LaborMinutes, !minutes || minutes == first.minutes);
    const gifting::BoxTaxChange tax = taxInRow();
    compare(TaxClass, !tax.taxClass || tax.taxClass == first.tax.taxClass);
    compare(Purpose, !tax.purpose || tax.purpose == first.tax.purpose);
}

std::map<std::string, KnownBox> BoxesImport::findKnown()
{
    Batch references = sql::FindBoxesByReference::batch();
    for (std::size_t i = 0; i < requests_.size(); ++i) {
        references.add(*requests_[i].reference);
        if (places_[i].reference != requests_[i].reference) {
            references.add(places_[i].reference);
        }
    }
    std::map<std::string, KnownBox> known;
    tx_.database().queryForEach(sql::FindBoxesByReference{.storeId = tx_.storeId()}, references,
                                [&](const sql::FindBoxesByReference::Row& row) {
                                    KnownBox& there = known[foundation::entered(*row.reference)];
                                    there.number = row.boxNo;
                                    there.box.recipient = row.recipientCode;
                                    there.box.packedOn = row.packedOn;
                                    there.box.givenOn = row.givenOn;
                                    there.box.minutes = row.laborMinutes;
                                    there.box.tax = {
                                        .taxClass = std::string(row.taxClass.value_or("")),
                                        .purpose = std::string(row.purpose.value_or(""))};
                                    there.units[std::string(row.sku)] += row.units;
                                });
    return known;
}

bool BoxesImport::rejectsTax(const Place& place, const gifting::BoxRequest& here,
                             const gifting::BoxTaxChange& there)
{
    const auto reject = [&](Column column, const char* what) {
        file_.rejectAt(place.line, column,
                       "Box " + *here.reference + " is already in the books with another " + what +
                           "."); // without the purpose: it may be about a person
        return true;
    };
    if (here.tax.taxClass && there.taxClass != here.tax.taxClass) {
        return reject(TaxClass, "tax class");
    }
    return here.tax.purpose && there.purpose != here.tax.purpose &&
           reject(Purpose, "business purpose");
}

bool BoxesImport::isThere(const Place& place, const gifting::BoxRequest& here)
{
    const auto at = known_.find(*here.reference);
    if (at == known_.end()) {
        return false;
    }
    const KnownBox& there = at->second;
    const std::int64_t first = file_.firstLineOf(there.number, place.line);
    if (first != place.line) {
        rejectApart(place.line, *here.reference, first);
        return true;
    }
    std::map<std::string, std::int64_t> units;
    for (const gifting::BoxLine& line : here.lines) {
        units[line.sku] += line.units;
    }
    const auto differs = [&](Column column, const std::string& thereText,
                             const std::string& hereText) {
        file_.rejectAt(place.line, column,
                       "Box " + *here.reference + " is already in the books with another value: " +
                           thereText + " there, " + hereText + " here.");
    };
    const auto day = [](const std::optional<Date>& date) {
        return date ? toText(*date) : "not given";
    };
    if (there.box.recipient != here.recipient) {
        file_.rejectAt(place.line, RecipientCode,
                       "Box " + *here.reference +
                           " is already in the books for another recipient than " + here.recipient +
                           "."); // without the name: the importer need not know it
    } else if (there.box.packedOn != here.packedOn) {
        differs(PackedOn, toText(there.box.packedOn), toText(here.packedOn));
    } else if (there.box.givenOn != here.givenOn) {
        differs(GivenOn, day(there.box.givenOn), day(here.givenOn));
    } else if (here.minutes && there.box.minutes != here.minutes) {
        differs(LaborMinutes, std::to_string(*there.box.minutes), std::to_string(*here.minutes));
    } else if (there.units != units) {
        differs(Units, std::to_string(there.units.size()) + " items",
                std::to_string(units.size()) + " items with other units");
    } else if (!rejectsTax(place, here, there.box.tax)) {
        ++summary_.unchanged;
    }
    return true;
}

void BoxesImport::postOne(const Place& place, const gifting::BoxRequest& box)
{
    if (!place.good || isThere(place, box)) {
        return;
    }
    try {
        (void)file_.firstLineOf(run_.pack(box).number.value, place.line);
        ++summary_.added;
    } catch (const Refusal& refusal) {
        file_.rejectAt(place.line, PackedOn, refusal);
    }
}

void BoxesImport::post()
{
    if (!file_.isHopeless()) {
        known_ = findKnown();
        run_.load(requests_);
        run_.name(requests_);
        for (std::size_t i = 0; i < requests_.size(); ++i) {
            postOne(places_[i], requests_[i]);
        }
        run_.write();
    }
    requests_.clear();
    places_.clear();
    begun_.clear();
    chunkLines_ = 0;
}

} // namespace

ImportSummary importBoxes(books::WriteTransaction& tx, ImportSource source)
{
    return BoxesImport(tx, std::move(source)).run();
}

} // namespace giftbox::exchange
