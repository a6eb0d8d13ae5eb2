#include "foundation/version.h"

namespace giftbox::foundation {

std::string programVersion() { return GIFTBOX_VERSION; }

} // namespace giftbox::foundation
