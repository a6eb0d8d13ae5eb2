#include "foundation/embedded.h"

#include <QDir>
#include <QFile>

namespace giftbox::foundation {

std::optional<std::string> embeddedFile(std::string_view path)
{
    QFile file(":/" + QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size())));
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    return file.readAll().toStdString();
}

std::vector<std::string> embeddedFiles(std::string_view folder)
{
    const QString name = QString::fromUtf8(folder.data(), static_cast<qsizetype>(folder.size()));
    std::vector<std::string> paths;
    for (const QString& file : QDir(":/" + name).entryList(QDir::Files, QDir::Name)) {
        paths.push_back((name + file).toStdString());
    }
    return paths;
}

} // namespace giftbox::foundation
