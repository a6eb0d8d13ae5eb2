#include "typeset/fonts.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <filesystem>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdexcept>
#include <vector>

namespace giftbox::typeset {

namespace {

/// A font of the machine; the package of Debian that has it is fonts-noto-core or fonts-noto-cjk.
struct MachineFont {
    const char* file;
    const char* family;
};
constexpr std::array kMachineFonts = {
    MachineFont{"/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf", "Noto Naskh Arabic"},
    MachineFont{"/usr/share/fonts/truetype/noto/NotoSerifHebrew-Regular.ttf", "Noto Serif Hebrew"},
    MachineFont{"/usr/share/fonts/truetype/noto/NotoSerifThai-Regular.ttf", "Noto Serif Thai"},
    MachineFont{"/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC"}};
constexpr const char* kWestern = "Gentium Plus";
constexpr const char* kJapanese = "IPAexMincho";
constexpr const char* kKorean = "Noto Serif CJK KR";
constexpr const char* kChinese = "Noto Serif CJK SC";

bool isHangul(char32_t c)
{
    return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3130 && c <= 0x318F) ||
           (c >= 0xA960 && c <= 0xA97F) || (c >= 0xAC00 && c <= 0xD7FF);
}

bool isHan(char32_t c)
{
    return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

void addFile(FcConfig* config, const std::string& path)
{
    if (FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(path.c_str())) == FcFalse) {
        throw std::runtime_error("the font " + path + " cannot be loaded");
    }
}

/// Copies a font inside the program to a file. QFile::copy would wait until the disk has it, which takes a second on a
/// machine whose disk is busy; these files are gone in a moment.
void addOwn(FcConfig* config, const std::string& folder, const std::string& name)
{
    const std::string path = folder + "/" + name;
    QFile inside(QString::fromStdString(":/fonts/" + name));
    QFile outside(QString::fromStdString(path));
    if (!inside.open(QIODevice::ReadOnly) || !outside.open(QIODevice::WriteOnly) ||
        outside.write(inside.readAll()) != inside.size() || !outside.flush()) {
        throw std::runtime_error("cannot write to the folder for temporary files");
    }
    addFile(config, path);
}

} // namespace

struct Fonts::Loaded {
    Loaded() : config(FcConfigCreate()), all(FcCharSetCreate()) {}
    Loaded(const Loaded&) = delete;
    Loaded& operator=(const Loaded&) = delete;
    ~Loaded()
    {
        if (map != nullptr) {
            g_object_unref(map);
        }
        FcCharSetDestroy(all);
        FcConfigDestroy(config);
    }
    bool japaneseHas(char32_t c) const
    {
        return japanese != nullptr && FcCharSetHasChar(japanese, c) == FcTrue;
    }

    FcConfig* config;
    FcCharSet* all;
    const FcCharSet* japanese = nullptr; ///< belongs to the configuration
    PangoFontMap* map = nullptr;
};

Fonts::Fonts(const std::string& folder, Of which) : loaded_(std::make_unique<Loaded>())
{
    FcConfig* const config = loaded_->config;
    for (const char* name : {"regular.ttf", "italic.ttf", "japanese.ttf"}) {
        addOwn(config, folder, name);
    }
    for (const MachineFont& font : kMachineFonts) {
        if (which == Of::Machine && std::filesystem::exists(font.file)) {
            addFile(config, font.file);
        }
    }
    const FcFontSet* const set = FcConfigGetFonts(config, FcSetApplication);
    for (int i = 0; set != nullptr && i < set->nfont; ++i) {
        FcPattern* const pattern = set->fonts[i];
        FcCharSet* characters = nullptr;
        FcChar8* family = nullptr;
        if (FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) != FcResultMatch ||
            FcPatternGetString(pattern, FC_FAMILY, 0, &family) != FcResultMatch) {
            continue;
        }
        FcBool isChanged = FcFalse;
        FcCharSetMerge(loaded_->all, characters, &isChanged);
        if (std::string_view(reinterpret_cast<const char*>(family)) == kJapanese) {
            loaded_->japanese = characters;
        }
    }
    loaded_->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(loaded_->map), config);
}

Fonts::~Fonts() = default;

bool Fonts::has(char32_t character) const
{
    return FcCharSetHasChar(loaded_->all, character) == FcTrue;
}

std::string Fonts::familiesFor(std::u32string_view text) const
{
    // One font sets a whole name, so that no letter of it looks like another's.
    std::vector<std::string> eastern = {kJapanese, kChinese, kKorean};
    if (std::ranges::any_of(text, isHangul)) {
        eastern = {kKorean, kJapanese, kChinese};
    } else if (std::ranges::any_of(
                   text, [&](char32_t c) { return isHan(c) && !loaded_->japaneseHas(c); })) {
        eastern = {kChinese, kJapanese, kKorean};
    }
    std::string families = kWestern;
    for (const std::string& family : eastern) {
        families += "," + family;
    }
    for (const MachineFont& font : kMachineFonts) {
        families.append(",").append(font.family);
    }
    return families;
}

_PangoFontMap* Fonts::map() const { return loaded_->map; }

} // namespace giftbox::typeset
