#include "foundation/locale.h"

#include "foundation/refusal.h"
#include "foundation/text.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <map>
#include <mutex>
#include <string>

namespace giftbox::foundation {

struct Locale::Impl {
    QLocale locale;
    QString day;
    QString month;
};

namespace {

QLocale plainLocale()
{
    QLocale plain = QLocale::c();
    plain.setNumberOptions({}); // groups thousands
    return plain;
}

QLocale localeOf(std::string_view tag)
{
    const QString name = QString::fromUtf8(tag.data(), static_cast<qsizetype>(tag.size()));
    const QLocale locale(name);
    // Qt turns an unknown locale into another one.
    const bool isKnown = locale.name().replace('_', '-') == name && name.contains('-');
    const QString mark = locale.decimalPoint();
    if (!isKnown || locale.zeroDigit() != "0" || (mark != "." && mark != ",")) {
        throw Refusal("store.locale", {{"tag", tag}});
    }
    return locale;
}

QString withWholeYear(QString pattern)
{
    return pattern.contains("yyyy") ? pattern : pattern.replace("yy", "yyyy");
}

QDate dayOf(std::int32_t yyyymmdd)
{
    return {yyyymmdd / 10000, yyyymmdd / 100 % 100, yyyymmdd % 100};
}

} // namespace

const Locale::Impl& Locale::lookUp(std::string_view tag)
{
    static std::mutex mutex;
    static std::map<std::string, Impl, std::less<>> known = {
        {"", {.locale = plainLocale(), .day = "yyyy-MM-dd", .month = "yyyy-MM"}}};
    const std::lock_guard lock(mutex);
    auto found = known.find(tag);
    if (found == known.end()) {
        const QLocale locale = localeOf(tag);
        found =
            known
                .emplace(tag, Impl{.locale = locale,
                                   .day = withWholeYear(locale.dateFormat(QLocale::ShortFormat)),
                                   .month = "MMM yyyy"})
                .first;
    }
    return found->second;
}

Locale::Locale() : Locale("") {}

Locale::Locale(std::string_view tag) : impl_(&lookUp(tag)) {}

// The pages are in English, so months have English names.
std::string Locale::shown(Date date) const
{
    return QLocale::c().toString(dayOf(date.number()), impl_->day).toStdString();
}

std::string Locale::shown(Month month) const
{
    return QLocale::c().toString(dayOf(month.number() * 100 + 1), impl_->month).toStdString();
}

std::string Locale::shown(std::int64_t number) const
{
    return shown(Money{number},
                 {.code = "", .exponent = 0}); // Qt's own minus is not always a hyphen
}

std::string Locale::shown(Money amount, const Currency& currency) const
{
    const std::string plain = toText(amount, currency);
    const std::size_t begin = plain.starts_with('-') ? 1 : 0;
    const std::size_t mark = std::min(plain.find('.'), plain.size());
    const auto whole = QString::fromStdString(plain.substr(begin, mark - begin)).toULongLong();
    std::string text = plain.substr(0, begin);
    text += impl_->locale.toString(whole).toStdString();
    if (mark < plain.size()) {
        text += decimalMark() + plain.substr(mark + 1);
    }
    return text;
}

char Locale::decimalMark() const { return impl_->locale.decimalPoint().at(0).toLatin1(); }

} // namespace giftbox::foundation
