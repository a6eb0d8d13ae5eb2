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

/// The note on the lid of one box. In `wording` an empty line parts paragraphs; the first paragraph is the greeting.
struct NoteCard {
    std::int64_t box = 0;
    std::string store;
    std::string wording;
    std::vector<std::string> signers{};
};

struct SlipLine {
    std::string kind; ///< the heading it stands under
    std::string sku;
    std::string name;
    std::string size; ///< may be empty
    std::int64_t units = 0;
};

/// What goes into one box. Lines of one kind stand together.
struct PackingSlip {
    std::int64_t box = 0;
    std::string store;
    std::string recipient;
    std::string month;
    std::string state;
    std::vector<SlipLine> lines{};
};

struct Pages {
    std::string title;
    Paper paper;
    std::int64_t pictureDotsPerInch = 0; ///< 0: a PDF
    std::vector<NoteCard> cards{};
    std::vector<PackingSlip> slips{};
};

/// Pages that are not as the program writes them: a bug, not a person's mistake.
class MalformedPages : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Reads one JSON object with the names of Pages in snake_case; every name is there and no other. Throws MalformedPages.
Pages parsePages(const std::string& json);

} // namespace giftbox::typeset
