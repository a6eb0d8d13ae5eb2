#include "web/pages/selection_forms.h"

#include "web/pages/pages.h"
#include "web/ui/operation_form.h"

namespace giftbox::web {

std::vector<OperationForm> selectionForms()
{
    return {{.command = "nomination decline",
             .states = "open|own",
             .title = "Decline the nomination for {name}",
             .intro = "{adviser}: {reason}",
             .looks = {{"reason", "", "The adviser sees this"}},
             .done = "Nomination for {name} declined."},
            {.command = "nomination reopen",
             .states = "declined",
             .title = "Reopen the nomination for {name}",
             .intro = "{adviser}: {reason}. It was answered: {answer}",
             .done = "Nomination for {name} is open again."},
            {.command = "nomination withdraw",
             .states = "own",
             .title = "Withdraw the nomination for {name}",
             .intro = "{adviser}: {reason}",
             .looks = {{"reason", "", "You can nominate them again for this month"}},
             .done = "Nomination for {name} withdrawn."},
            {.command = "select add",
             .states = "nominated",
             .title = "Select a recipient",
             .submit = "Select",
             .looks = {{"exception_reason", "", "Required only if there are warnings"}},
             .done = "{recipient} added to the list."},
            {.command = "select remove",
             .states = "selected|approved",
             .title = "Remove a recipient from the list",
             .looks = {{"reason", "", "Added as the answer to their nominations"}},
             .done = "{recipient} removed from the list."},
            {.command = "select approve", .own = approvePage, .on = kNowhere}};
}

} // namespace giftbox::web
