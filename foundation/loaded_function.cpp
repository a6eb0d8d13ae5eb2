#include "foundation/loaded_function.h"

#include <QLibrary>
#include <QString>

#include <stdexcept>

namespace giftbox::foundation {

LoadedFunction loadedFunction(const char* library, int version, const char* function)
{
    QLibrary loaded(library, version);
    const LoadedFunction found = loaded.resolve(function);
    if (found == nullptr) {
        throw std::runtime_error(loaded.errorString().toStdString());
    }
    return found;
}

} // namespace giftbox::foundation
