#include "web/pages/box_of_nomination.h"

namespace giftbox::web {

std::string BoxesOfNominations::given(foundation::Date day) const
{
    return "handed over " + context_.format.shown(day);
}

std::string BoxesOfNominations::of(const gifting::Nomination& nomination)
{
    using enum gifting::NominationState;
    if (nomination.state != Open && nomination.state != Selected) {
        return "";
    }
    auto month = months_.find(nomination.month);
    if (month == months_.end()) {
        month =
            months_.emplace(nomination.month, gifting::boxesOfList(tx_, nomination.month)).first;
    }
    const auto found = month->second.find(nomination.recipient);
    const gifting::BoxesAndMonth boxes =
        found == month->second.end() ? gifting::BoxesAndMonth{} : found->second;
    if (nomination.state == Open) {
        const auto& last = boxes.lastGivenOn;
        return last && last->month() == nomination.month ? given(*last) : "";
    }
    if (!boxes.own) {
        return "not packed yet";
    }
    return boxes.own->givenOn    ? given(*boxes.own->givenOn)
           : boxes.own->packedOn ? "packed " + context_.format.shown(*boxes.own->packedOn)
                                 : "planned";
}

} // namespace giftbox::web
