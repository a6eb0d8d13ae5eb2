#pragma once

#include "web/ui/form_page.h"

namespace giftbox::web {

/// What a form did: where the browser goes, and what it says there.
struct Done {
    std::string address;
    std::string sentence;
};

/// Requires the key that a form carries, made when it was shown: without one it could be done twice. Throws Refusal `form.malformed`.
void requireKey(const Form& form);

/// What may help after a refusal, in sentences.
using Advise = std::function<std::vector<foundation::Sentence>(const books::ReadTransaction&,
                                                               const foundation::Refusal&)>;

/// Shows the form, or does what it says: `work` in a write transaction, once for each request key, however often it is sent. Refused, it is
/// shown again as it was typed.
Response runForm(RequestContext& context, const FormPage& page, std::string_view command,
                 const std::function<Done(books::WriteTransaction&)>& work,
                 const Advise& advise = {});

} // namespace giftbox::web
