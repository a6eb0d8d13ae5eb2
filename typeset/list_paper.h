#pragma once

#include "typeset/sheet.h"

#include <string>

namespace giftbox::typeset {

/// A list on paper: its title and facts at the top of each page, and at the foot who did it and the number of the page.
/// `y` is where the next part begins, in points from the top.
class ListPaper {
public:
    explicit ListPaper(Sheet& on);

    double bottom() const;
    /// At the top of a page.
    void drawTitle(const std::string& title, const std::string& number);
    void drawFact(const std::string& label, const std::string& text);
    /// `signedBy` stands under a line to write on.
    void drawFoot(const std::string& signedBy);
    void beginPage();

    Sheet& sheet;
    const double margin;
    const double width; ///< between the margins
    double y = 0;
    int page = 1;
};

} // namespace giftbox::typeset
