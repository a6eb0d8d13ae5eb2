#pragma once

#include "gifting/selection/nomination.h"
#include "gifting/selection/selection_boxes.h"
#include "web/ui/request_context.h"

#include <map>

namespace giftbox::web {

/// What became of the boxes that nominations asked for. The boxes of a month are read once.
class BoxesOfNominations {
public:
    BoxesOfNominations(const RequestContext& context, const books::ReadTransaction& tx)
        : context_(context), tx_(tx)
    {}

    /// `not packed yet`, `planned`, `packed 2026-06-10`, `handed over 2026-06-12`; empty for somebody who is not
    /// selected and was not given one in the month.
    std::string of(const gifting::Nomination& nomination);

private:
    std::string given(foundation::Date day) const;

    const RequestContext& context_;
    const books::ReadTransaction& tx_;
    std::map<foundation::Month, std::unordered_map<books::RecipientNo, gifting::BoxesAndMonth>>
        months_;
};

} // namespace giftbox::web
