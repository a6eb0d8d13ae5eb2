#include "foundation/digest.h"

#include <QCryptographicHash>

namespace giftbox::foundation {

std::string sha256(std::string_view bytes)
{
    const auto view = QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return QCryptographicHash::hash(view, QCryptographicHash::Sha256).toHex().toStdString();
}

} // namespace giftbox::foundation
