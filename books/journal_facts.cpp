#include "books/journal_facts.h"

namespace giftbox::books::facts {

namespace {

using enum FactColumn::Kind;

// Add new columns at the end of a table's list.
constexpr FactColumn kJournalAccountColumns[] = {
    {"role", Text}, {"from_month"}, {"account", Text}, {"department", Text}};
constexpr FactColumn kJournalBatchColumns[] = {
    {"batch_no"}, {"month"}, {"batch_key", Text}, {"through_event"}, {"entries"},
    {"lines"},    {"debit"}, {"digest", Text},    {"voids"},         {"reason", Text}};
constexpr FactColumn kJournalLineColumns[] = {
    {"batch_no"},   {"entry_no"},      {"line_no"},       {"entry_on"},
    {"fact", Text}, {"fact_event"},    {"subject", Text}, {"control", Text},
    {"role", Text}, {"account", Text}, {"amount"},        {"department", Text}};
constexpr FactColumn kJournalPostingColumns[] = {{"batch_no"}, {"reference", Text}};
constexpr FactColumn kBoxDepartmentColumns[] = {{"box_no"}, {"department", Text}, {"reason", Text}};
constexpr FactColumn kDefaultDepartmentColumns[] = {{"from_month"}, {"department", Text}};
constexpr FactColumn kBoxTaxColumns[] = {{"box_no"}, {"tax_class", Text}};
constexpr FactColumn kGiftDefaultColumns[] = {
    {"from_month"}, {"tax_class", Text}, {"purpose", Text}, {"relationship", Text}};
constexpr FactColumn kChartAccountColumns[] = {{"line_no"}, {"account", Text}, {"name", Text}};

} // namespace

const FactTable kJournalAccount{"journal_account", kJournalAccountColumns};
const FactTable kJournalBatch{"journal_batch", kJournalBatchColumns};
const FactTable kJournalLine{"journal_line", kJournalLineColumns};
const FactTable kJournalPosting{"journal_posting", kJournalPostingColumns};
const FactTable kBoxDepartment{"box_department", kBoxDepartmentColumns};
const FactTable kDefaultDepartment{"default_department", kDefaultDepartmentColumns};
const FactTable kBoxTax{"box_tax", kBoxTaxColumns};
const FactTable kGiftDefault{"gift_default", kGiftDefaultColumns};
const FactTable kChartAccount{"chart_account", kChartAccountColumns};

} // namespace giftbox::books::facts
