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

std::span<const Operation> operations()
{
    static const std::vector<Operation> all = [] {
        std::vector<Operation> table;
        for (auto* part : {itemOperations, stockOperations, recipientOperations,
                           selectionOperations, recipeOperations, planOperations, boxOperations,
                           noteOperations, moneyOperations, reportOperations, findOperations,
                           storeOperations}) {
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

} // namespace giftbox::operations
