#include "operations/operation.h"

#include <algorithm>
#include <stdexcept>

namespace giftbox::operations {

const foundation::FieldInfo& Operation::field(std::string_view name) const
{
    const auto found = std::ranges::find(fields, name, &foundation::FieldInfo::name);
    if (found == fields.end()) {
        throw std::logic_error(std::string(command.empty() ? address : command) +
                               " does not declare the field " + std::string(name));
    }
    return *found;
}

foundation::FieldInfo RowShape::known(std::string_view column) const
{
    for (const foundation::FieldInfo& field :
         fields == nullptr ? std::vector<foundation::FieldInfo>() : fields()) {
        if (field.name == column) {
            return field;
        }
    }
    for (std::string_view rest = choices; !rest.empty();) {
        const std::string_view one = rest.substr(0, rest.find(' '));
        if (one.substr(0, one.find(':')) == column) {
            return {
                .name = column, .title = {}, .help = {}, .choices = one.substr(one.find(':') + 1)};
        }
        rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    }
    return {.name = column, .title = {}, .help = {}};
}

std::span<const Operation> operations()
{
    static const std::vector<Operation> all = [] {
        std::vector<Operation> table;
        for (auto* part :
             {itemOperations,     stockOperations,     countOperations,     reasonOperations,
              supplierOperations, orderOperations,     deliveryOperations,  returnOperations,
              billOperations,     recipientOperations, selectionOperations, recipeOperations,
              planOperations,     boxOperations,       noteOperations,      moneyOperations,
              journalOperations,  accountOperations,   reportOperations,    stockReportOperations,
              explainOperations,  limitOperations,     findOperations,      importOperations,
              entityOperations,   storeOperations}) {
            std::ranges::move(part(), std::back_inserter(table));
        }
        return table;
    }();
    return all;
}

const Operation* operationOf(std::string_view command)
{
    const auto found = std::ranges::find(operations(), command, &Operation::command);
    return command.empty() || found == operations().end() ? nullptr : &*found;
}

std::optional<foundation::Sentence> finish(const Operation& operation,
                                           foundation::Database& database)
{
    if (!operation.removesForGood) {
        return std::nullopt;
    }
    try {
        database.forgetRemoved();
    } catch (const foundation::DatabaseError& error) {
        return foundation::Sentence("part.still_in_file", {{"why", error.what()}});
    }
    return std::nullopt;
}

} // namespace giftbox::operations
