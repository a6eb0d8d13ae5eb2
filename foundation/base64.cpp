#include "foundation/base64.h"

#include <QByteArray>

namespace giftbox::foundation {

namespace {

/// Without a copy; valid as long as the text.
QByteArray unowned(std::string_view text)
{
    return QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

std::string toBase64(std::string_view bytes) { return unowned(bytes).toBase64().toStdString(); }

std::string fromBase64(std::string_view text)
{
    return QByteArray::fromBase64Encoding(unowned(text), QByteArray::AbortOnBase64DecodingErrors)
        .decoded.toStdString();
}

} // namespace giftbox::foundation
