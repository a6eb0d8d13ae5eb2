#pragma once

#include "operations/call.h"

namespace giftbox::operations {

inline constexpr foundation::FieldInfo kOnlyMonth{.name = "month",
                                                  .type = foundation::FieldType::Month,
                                                  .title = "Month",
                                                  .help = "only this month",
                                                  .option = "MONTH",
                                                  .asked = foundation::Asked::OnCommandLine};
inline constexpr foundation::FieldInfo kReportMonth{.name = "month",
                                                    .type = foundation::FieldType::Month,
                                                    .title = "Month",
                                                    .help = "default: this month",
                                                    .option = "MONTH"};
inline constexpr foundation::FieldInfo kFromMonth{.name = "from",
                                                  .type = foundation::FieldType::Month,
                                                  .title = "From",
                                                  .help = "first month",
                                                  .value = "MONTH"};
inline constexpr foundation::FieldInfo kToMonth{.name = "to",
                                                .type = foundation::FieldType::Month,
                                                .title = "To",
                                                .help = "last month",
                                                .value = "MONTH"};

/// The first and the last month of a report.
struct MonthSpan {
    foundation::Month first;
    foundation::Month last;
};

/// The one month, or those from `from` to `to`; without any, this month. Throws Refusal `month.range`.
MonthSpan monthsAsked(const Call& call);
/// The months that a call of the monthly costs asks for; without any, the last twelve up to the latest month with
/// facts. Throws Refusal `month.range`.
MonthSpan monthsOfCosts(const Call& call, const books::ReadTransaction& tx);

} // namespace giftbox::operations
