#pragma once

#include "web/ui/form_page.h"

namespace giftbox::web {

/// A thing that has a page, or rows on one, and that operations change.
struct Subject {
    std::string_view name;  ///< the first word of commands about it: `item`
    std::string_view field; ///< the field that names it: `sku`
    std::string_view
        base; ///< where its forms are: `item`, or `boxes/{no}` with the field in the path
    std::string_view query; ///< otherwise the field's name in addresses
    std::string_view page;  ///< `item?sku={sku}`
    std::string_view list;  ///< the page without one of them
    /// What texts of its forms may say of it; throws a Refusal when there is none, or the visitor may not open it.
    foundation::Said (*facts)(const RequestContext&, const books::ReadTransaction&,
                              const std::string& value) = nullptr;
};

/// The subject of this name; null when there is none.
const Subject* findSubject(std::string_view name);

} // namespace giftbox::web
