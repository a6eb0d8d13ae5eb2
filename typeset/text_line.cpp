#include "typeset/text_line.h"

#include <optional>
#include <pango/pangofc-font.h>
#include <string>
#include <vector>

namespace giftbox::typeset {

namespace {

double points(int pangoUnits) { return double(pangoUnits) / PANGO_SCALE; }

/// A glyph without ink and width; none if the font has none.
std::optional<unsigned long> blankGlyph(PangoFont* font, cairo_scaled_font_t* scaled)
{
    for (const gunichar character : {0x200BU, 0xFEFFU, 0x200CU, 0x200DU}) {
        const guint glyph = pango_fc_font_get_glyph(PANGO_FC_FONT(font), character);
        const cairo_glyph_t one{glyph, 0, 0};
        cairo_text_extents_t extents{};
        cairo_scaled_font_glyph_extents(scaled, &one, 1, &extents);
        if (glyph != 0 && extents.width == 0 && extents.x_advance == 0) {
            return glyph;
        }
    }
    return std::nullopt;
}

/// Glyphs with the letters each stands for, as Cairo takes them.
struct Marked {
    std::string letters{};
    std::vector<cairo_glyph_t> glyphs{};
    std::vector<cairo_text_cluster_t> clusters{};

    void add(const std::string& text, const std::vector<cairo_glyph_t>& some)
    {
        letters += text;
        glyphs.insert(glyphs.end(), some.begin(), some.end());
        clusters.push_back({int(text.size()), int(some.size())});
    }
};

/// One cluster, its glyphs from left to right and its letters as typed, from right to left.
void addCluster(Marked& marked, const std::vector<cairo_glyph_t>& glyphs,
                const std::vector<std::string>& letters, std::optional<unsigned long> blank)
{
    const std::size_t count = letters.size();
    const bool isPaired = glyphs.size() == count;
    if (!isPaired && (!blank || glyphs.empty())) {
        std::string all;
        for (const std::string& letter : letters) {
            all += letter;
        }
        marked.add(all, glyphs);
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        const std::string& letter = letters[count - 1 - i];
        if (isPaired) {
            marked.add(letter, {glyphs[i]});
        } else if (i + 1 < count) {
            marked.add(letter, {{*blank, glyphs.front().x, glyphs.front().y}});
        } else {
            marked.add(letter, glyphs);
        }
    }
}

std::vector<std::string> lettersOf(const char* begin, const char* end)
{
    std::vector<std::string> letters;
    while (begin < end) {
        const char* const next = g_utf8_next_char(begin);
        letters.emplace_back(begin, next);
        begin = next;
    }
    return letters;
}

void drawFromTheRight(cairo_t* context, const char* text, const PangoGlyphItem& run, double x,
                      double baseline)
{
    const PangoItem& item = *run.item;
    const PangoGlyphString& string = *run.glyphs;
    cairo_scaled_font_t* const font =
        pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(item.analysis.font));
    const auto blank = blankGlyph(item.analysis.font, font);
    const char* const typed = text + item.offset;
    Marked marked;
    int end = item.length;
    for (int i = 0; i < string.num_glyphs;) {
        const int begin = string.log_clusters[i];
        std::vector<cairo_glyph_t> glyphs;
        for (; i < string.num_glyphs && string.log_clusters[i] == begin; ++i) {
            const PangoGlyphInfo& one = string.glyphs[i];
            if (one.glyph != PANGO_GLYPH_EMPTY) {
                glyphs.push_back({one.glyph, x + points(one.geometry.x_offset),
                                  baseline + points(one.geometry.y_offset)});
            }
            x += points(one.geometry.width);
        }
        addCluster(marked, glyphs, lettersOf(typed + begin, typed + end), blank);
        end = begin;
    }
    cairo_set_scaled_font(context, font);
    cairo_show_text_glyphs(context, marked.letters.data(), int(marked.letters.size()),
                           marked.glyphs.data(), int(marked.glyphs.size()), marked.clusters.data(),
                           int(marked.clusters.size()), cairo_text_cluster_flags_t(0));
}

} // namespace

void drawTextLine(cairo_t* context, PangoLayout* layout, const PangoLayoutLine& line, double x,
                  double baseline)
{
    const char* const text = pango_layout_get_text(layout);
    for (const GSList* at = line.runs; at != nullptr; at = at->next) {
        auto* const run = static_cast<PangoGlyphItem*>(at->data);
        const bool isFromTheRight = run->item->analysis.level % 2 == 1;
        if (isFromTheRight && run->item->analysis.font != nullptr) {
            drawFromTheRight(context, text, *run, x, baseline);
        } else {
            cairo_move_to(context, x, baseline);
            pango_cairo_show_glyph_item(context, text, run);
        }
        x += points(pango_glyph_string_get_width(run->glyphs));
    }
}

} // namespace giftbox::typeset
