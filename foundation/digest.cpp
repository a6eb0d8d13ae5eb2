#include "foundation/digest.h"

#include <QCryptographicHash>

namespace giftbox::foundation {

namespace {

QByteArrayView viewOf(std::string_view bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

} // namespace

std::string sha256(std::string_view bytes)
{
    return QCryptographicHash::hash(viewOf(bytes), QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

struct Sha256::Impl {
    QCryptographicHash hash{QCryptographicHash::Sha256};
};

Sha256::Sha256() : impl_(std::make_unique<Impl>()) {}
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) { impl_->hash.addData(viewOf(bytes)); }

std::string Sha256::text() const { return impl_->hash.result().toHex().toStdString(); }

} // namespace giftbox::foundation
