#pragma once

#include "exchange/export.h"

namespace giftbox::exchange {

/// A file that the command line and the page Accounting export.
struct ExportKind {
    std::string_view name;    ///< `box-lines`
    std::string_view what;    ///< its rows, for the page; empty where the page leaves it out
    std::string_view columns; ///< a word on them
    void (*write)(const books::ReadTransaction&, const foundation::Period&,
                  foundation::RowWriter&) = nullptr;
};

std::span<const ExportKind> exportKinds();
/// Null when there is none of this name.
const ExportKind* findExportKind(std::string_view name);

} // namespace giftbox::exchange
