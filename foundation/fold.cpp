#include "foundation/fold.h"

#include <algorithm>
#include <array>
#include <compare>
#include <utf8proc.h>

namespace giftbox::foundation {
namespace {

using CodePoints = std::vector<utf8proc_int32_t>;

constexpr auto kFolding = static_cast<utf8proc_option_t>(
    UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
constexpr auto kComposing =
    static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE); // NFC

/// Letters that Unicode treats as distinct, with the letters people type instead, and the characters that keyboards
/// and word processors use for an apostrophe and a hyphen.
struct Plain {
    char32_t letter;
    std::string_view plain;
};
constexpr auto kPlain = std::to_array<Plain>({{0xE6, "ae"},
                                              {0xF0, "d"},
                                              {0xF8, "o"},
                                              {0xFE, "th"},
                                              {0x111, "d"},
                                              {0x127, "h"},
                                              {0x131, "i"},
                                              {0x142, "l"},
                                              {0x153, "oe"},
                                              {0x167, "t"},
                                              {0x2BC, "'"},
                                              {0x2010, "-"},
                                              {0x2011, "-"},
                                              {0x2012, "-"},
                                              {0x2013, "-"},
                                              {0x2018, "'"},
                                              {0x2019, "'"}});

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool isLineEnd(utf8proc_int32_t c) { return c == '\n' || c == '\r'; }

bool isBlank(utf8proc_int32_t c)
{
    return c == ' ' || c == '\t' || (c >= 0x80 && utf8proc_category(c) == UTF8PROC_CATEGORY_ZS);
}

/// ASCII without leading or trailing blanks, runs of blanks, and tabs.
bool isPlain(std::string_view text)
{
    const auto isGap = [](char c) { return c == ' ' || isLineEnd(c); };
    return isAscii(text) && text.find('\t') == std::string_view::npos &&
           text.find("  ") == std::string_view::npos &&
           (text.empty() || (!isGap(text.front()) && !isGap(text.back())));
}

/// The accents of Latin, Greek and Cyrillic. Marks that make another letter in other scripts (a voiced kana, an Indic
/// vowel) stay.
bool isAccent(utf8proc_int32_t c)
{
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x1AB0 && c <= 0x1AFF) ||
           (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) ||
           (c >= 0xFE20 && c <= 0xFE2F);
}

/// Characters of Unicode's category "format": marks of direction, zero width, soft hyphens. A few signs of Arabic,
/// Syriac and Kaithi numbers are in it too, and are seen.
bool isInvisible(utf8proc_int32_t c)
{
    const bool isSign = (c >= 0x600 && c <= 0x605) || c == 0x6DD || c == 0x70F ||
                        (c >= 0x890 && c <= 0x8E2) || c == 0x110BD || c == 0x110CD;
    return c >= 0x80 && utf8proc_category(c) == UTF8PROC_CATEGORY_CF && !isSign;
}

/// Scripts whose letters take other forms beside a joiner (Arabic, Syriac, those of India and its neighbors,
/// Mongolian), and emoji, which joiners combine.
bool isShaped(utf8proc_int32_t c)
{
    return (c >= 0x600 && c <= 0x8FF) || (c >= 0x900 && c <= 0x109F) ||
           (c >= 0x1780 && c <= 0x18AF) || (c >= 0x2190 && c <= 0x2BFF) || c == 0xFE0F ||
           (c >= 0xFB50 && c <= 0xFEFC) || (c >= 0x1F000 && c <= 0x1FAFF);
}

/// Removes invisible characters. Returns whether there were any.
bool removeInvisible(CodePoints& points)
{
    CodePoints kept;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const utf8proc_int32_t c = points[i];
        const bool isJoiner = c == 0x200C || c == 0x200D;
        const bool isUsed = isJoiner && !kept.empty() && isShaped(kept.back()) &&
                            i + 1 < points.size() && isShaped(points[i + 1]);
        if (!isInvisible(c) || isUsed) {
            kept.push_back(c);
        }
    }
    const bool isChanged = kept.size() != points.size();
    points = std::move(kept);
    return isChanged;
}

/// False if the text is not UTF-8.
bool decompose(std::string_view text, utf8proc_option_t options, CodePoints& out)
{
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto size = static_cast<utf8proc_ssize_t>(text.size());
    const utf8proc_ssize_t needed = utf8proc_decompose(bytes, size, nullptr, 0, options);
    if (needed < 0) {
        return false;
    }
    out.resize(static_cast<std::size_t>(needed));
    utf8proc_decompose(bytes, size, out.data(), needed, options);
    return true;
}

std::string composed(CodePoints points)
{
    const utf8proc_ssize_t length = utf8proc_normalize_utf32(
        points.data(), static_cast<utf8proc_ssize_t>(points.size()), kComposing);
    std::string text;
    std::array<utf8proc_uint8_t, 4> bytes{};
    for (utf8proc_ssize_t i = 0; i < length; ++i) {
        const auto size = utf8proc_encode_char(points[static_cast<std::size_t>(i)], bytes.data());
        text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
    }
    return text;
}

/// The folded characters of a text as long as it is ASCII.
class AsciiFold {
public:
    explicit AsciiFold(std::string_view text) : rest_(text) {}

    /// -1 at the end, kNoAscii for other characters.
    static constexpr int kNoAscii = -2;
    int next()
    {
        bool blank = false;
        while (!rest_.empty() && isGap(rest_.front())) {
            blank = begun_;
            rest_.remove_prefix(1);
        }
        if (rest_.empty()) {
            return -1;
        }
        if (static_cast<unsigned char>(rest_.front()) >= 0x80) {
            return kNoAscii;
        }
        if (blank) {
            begun_ = false; // the blank is returned; the character is next
            return ' ';
        }
        begun_ = true;
        const char c = rest_.front();
        rest_.remove_prefix(1);
        return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
    }

private:
    static bool isGap(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

    std::string_view rest_;
    bool begun_ = false;
};

std::string foldedAscii(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    AsciiFold fold(text);
    for (int c = fold.next(); c >= 0; c = fold.next()) {
        out += static_cast<char>(c);
    }
    return out;
}

/// Adds a blank if one is due, then the character.
void addFolded(CodePoints& out, utf8proc_int32_t c, bool& blank)
{
    if (blank && !out.empty()) {
        out.push_back(' ');
    }
    blank = false;
    const auto plain =
        std::ranges::lower_bound(kPlain, static_cast<char32_t>(c), {}, &Plain::letter);
    if (plain != kPlain.end() && plain->letter == static_cast<char32_t>(c)) {
        out.insert(out.end(), plain->plain.begin(), plain->plain.end());
    } else {
        out.push_back(c);
    }
}

std::strong_ordering compareFolded(std::string_view a, std::string_view b)
{
    AsciiFold x(a);
    AsciiFold y(b);
    for (;;) {
        const int one = x.next();
        const int other = y.next();
        if (one == AsciiFold::kNoAscii || other == AsciiFold::kNoAscii) {
            return folded(a) <=> folded(b);
        }
        if (one != other || one < 0) {
            return one <=> other;
        }
    }
}

} // namespace

std::string entered(std::string_view text)
{
    CodePoints points;
    if (isPlain(text) || !decompose(text, kComposing, points)) {
        return std::string(text);
    }
    if (removeInvisible(points)) {
        decompose(composed(std::move(points)), kComposing, points); // marks may have a new order
    }
    const auto isGap = [](utf8proc_int32_t c) { return isBlank(c) || isLineEnd(c); };
    const auto end = std::find_if_not(points.rbegin(), points.rend(), isGap).base();
    auto at = std::find_if_not(points.begin(), end, isGap);
    CodePoints kept;
    while (at != end) {
        const auto past = std::find_if_not(at, end, isBlank);
        if (past - at > 1 || (past != at && *at == '\t')) {
            kept.push_back(' ');
            at = past;
        } else {
            kept.push_back(*at++);
        }
    }
    return composed(std::move(kept));
}

std::string folded(std::string_view text)
{
    if (isAscii(text)) {
        return foldedAscii(text);
    }
    CodePoints points;
    if (!decompose(text, kComposing, points)) {
        return std::string(text);
    }
    // What is never seen keeps no marks apart. Folded in NFC's order of marks, because some fold to letters.
    if (std::erase_if(points, isInvisible) > 0) {
        decompose(composed(std::move(points)), kComposing, points); // marks may have a new order
    }
    decompose(composed(std::move(points)), kFolding, points);
    CodePoints out;
    bool blank = false;
    for (const utf8proc_int32_t c : points) {
        if (isBlank(c) || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029) {
            blank = true;
        } else if (!isAccent(c)) {
            addFolded(out, c, blank);
        }
    }
    return composed(std::move(out));
}

bool sameFolded(std::string_view a, std::string_view b)
{
    return a == b || compareFolded(a, b) == std::strong_ordering::equal;
}

bool LessFolded::operator()(std::string_view a, std::string_view b) const
{
    return compareFolded(a, b) == std::strong_ordering::less;
}

std::string searchable(std::string_view text)
{
    const std::string form = folded(text);
    CodePoints points;
    if (!decompose(form, kComposing, points)) {
        return {}; // not UTF-8: never stored, so nothing is found
    }
    CodePoints out;
    bool blank = false;
    bool isJoined = false;
    for (const utf8proc_int32_t c : points) {
        const utf8proc_category_t category = utf8proc_category(c);
        const bool isGap = category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO;
        if (c == '\'') {
            isJoined = true;
            continue;
        }
        if (isGap || isBlank(c) || category == UTF8PROC_CATEGORY_CC) {
            blank = true;
        } else {
            addFolded(out, c, blank);
        }
    }
    std::string search = composed(std::move(out));
    return isJoined ? folded(search)
                    : search; // marks that met where an apostrophe was get their order
}

std::vector<std::string> searchWords(std::string_view query)
{
    const std::string text = searchable(query);
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    std::ranges::sort(words, [](const std::string& a, const std::string& b) {
        return std::pair(b.size(), std::string_view(a)) < std::pair(a.size(), std::string_view(b));
    });
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

bool hasWords(std::string_view text, const std::vector<std::string>& words)
{
    return std::ranges::all_of(words, [text](const std::string& word) {
        return text.find(word) != std::string_view::npos;
    });
}

} // namespace giftbox::foundation
