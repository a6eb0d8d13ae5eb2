#pragma once

#include "cli/command.h"
#include "foundation/field.h"
#include "foundation/json_body.h"

#include <span>
#include <vector>

namespace giftbox::cli {

/// The commands of all operations that have one, with parameters and help.
std::vector<Command> operationCommands();

/// A parameter for each field, and what was given of them.
std::vector<Parameter> parametersOf(std::span<const foundation::FieldInfo> fields);
foundation::JsonBody saidIn(Context& context, std::span<const foundation::FieldInfo> fields);

} // namespace giftbox::cli
