#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace giftbox::typeset {

struct Paper {
    std::int64_t widthMicrometers = 0;
    std::int64_t heightMicrometers = 0;
};

/// The note on the lid of one box. In `wording`, empty lines separate paragraphs; the first paragraph is the
/// greeting.
struct NoteCard {
    std::int64_t box = 0;
    std::string store;
    std::string wording;
    std::vector<std::string> signers{};
};

struct SlipLine {
    std::string kind; ///< the heading above it
    std::string sku;
    std::string name;
    std::string size; ///< may be empty
    std::int64_t units = 0;
};

/// The lines of one box. Lines of one kind stand together.
struct PackingSlip {
    std::int64_t box = 0;
    std::string storeCode;
    std::string store;
    std::string recipientCode;
    std::string recipientName; ///< may be empty
    std::string month;
    std::string state;
    std::vector<SlipLine> lines{};
};

struct OrderLine {
    std::string name;
    std::string partNumber; ///< the supplier's; may be empty
    std::string sku;
    std::int64_t units = 0;
    std::string cost;
};

/// An order to a supplier. Facts are what stands above its lines: `ship to`, an address.
struct PurchaseOrder {
    struct Fact {
        std::string label;
        std::string text;
    };
    std::string order; ///< `PO-7`
    std::string total;
    std::vector<Fact> facts{};
    std::vector<OrderLine> lines{};
};

struct CountSheetLine {
    std::string bin; ///< may be empty
    std::string sku;
    std::string name;
};

/// The items of one count. Lines of one bin stand together.
struct CountSheet {
    std::int64_t number = 0;
    std::string storeCode;
    std::string store;
    std::string day;
    std::string scope;
    std::vector<CountSheetLine> lines{};
};

/// A month as a manager reads it.
struct MonthPage {
    struct Figure {
        std::string label;
        std::string text;
    };
    struct Row {
        std::string label;
        std::vector<std::string> cells{};
        bool isTotal = false;
    };
    struct Bar {
        std::string label;
        std::string text;
        std::int64_t thousandths = 0; ///< of the highest
    };
    struct List {
        std::string title;
        std::vector<std::string> lines{};
    };
    std::string store;
    std::string month;
    std::string state;
    std::string barsTitle;
    std::string foot;
    std::vector<std::string> headings{}; ///< one for each cell of a row, and one for its label
    std::vector<Figure> figures{};
    std::vector<Row> rows{};
    std::vector<Bar> bars{};
    std::vector<List> lists{};
};

struct Pages {
    std::string title;
    Paper paper;
    std::int64_t pictureDotsPerInch = 0; ///< 0: a PDF
    std::vector<NoteCard> cards{};
    std::vector<PackingSlip> slips{};
    std::vector<PurchaseOrder> orders{};
    std::vector<CountSheet> sheets{};
    std::vector<MonthPage> months{};
};

/// Malformed pages: a bug of the program, not a person's mistake.
class MalformedPages : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Reads one JSON object with the names of Pages in snake_case, all of them and no others. Throws MalformedPages.
Pages parsePages(const std::string& json);

} // namespace giftbox::typeset
