#include "tests/support/printed.h"

#include "tests/support/program.h"

#include <QString>

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace giftbox::tests {

namespace {

constexpr int kDotsPerInch = 100;

std::string poppler(const std::string& pdf, const std::vector<std::string>& words)
{
    const Ended ended = run({.words = words, .input = pdf});
    if (!ended.done()) {
        throw std::runtime_error(words.front() + ": " + ended.err);
    }
    return ended.out;
}

} // namespace

Printed::Printed(const std::string& pdf) : pdf_(pdf), facts_(poppler(pdf, {"pdfinfo", "-"}))
{
    std::istringstream facts(facts_);
    for (std::string word; facts >> word;) {
        if (word == "Pages:") {
            facts >> count_;
        }
    }
    const std::string text = poppler(pdf, {"pdftotext", "-layout", "-", "-"});
    words_ = QString::fromStdString(text)
                 .normalized(QString::NormalizationForm_KC)
                 .simplified()
                 .toStdString();
    std::istringstream fonts(poppler(pdf, {"pdffonts", "-"}));
    for (std::string line; std::getline(fonts, line);) {
        const bool isFont = line.find("True") != std::string::npos;
        if (isFont && line.find(" yes ") == std::string::npos) {
            fontsNotEmbedded_ += line + "\n";
        }
    }
}

std::string Printed::picture(std::size_t page) const
{
    const std::string number = std::to_string(page);
    return poppler(pdf_, {"pdftoppm", "-gray", "-r", std::to_string(kDotsPerInch), "-f", number,
                          "-l", number, "-"});
}

double Printed::whiteInches(std::size_t page) const
{
    const std::string file = picture(page);
    std::istringstream in(file);
    std::string magic;
    std::size_t width = 0;
    std::size_t height = 0;
    int brightest = 0;
    in >> magic >> width >> height >> brightest;
    if (magic != "P5" || brightest != 255 || file.size() < width * height) {
        throw std::runtime_error("pdftoppm wrote no picture");
    }
    const std::string pixels = file.substr(file.size() - width * height);
    std::size_t nearest = std::min(width, height);
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        const std::size_t x = i % width;
        const std::size_t y = i / width;
        if (static_cast<unsigned char>(pixels[i]) < 200) {
            nearest = std::min({nearest, x, width - 1 - x, y, height - 1 - y});
        }
    }
    return double(nearest) / kDotsPerInch;
}

} // namespace giftbox::tests
