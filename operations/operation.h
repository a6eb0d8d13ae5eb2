#pragma once

#include "access/role.h"
#include "books/books.h"
#include "foundation/field.h"
#include "foundation/row_writer.h"
#include "gifting/substitutes.h"

#include <span>
#include <string_view>
#include <vector>

namespace giftbox::operations {

class Call;

using Columns = const std::vector<foundation::Column>& (*)();
using Read = void (*)(Call&, const books::ReadTransaction&, foundation::RowWriter&);
using Write = void (*)(Call&, books::WriteTransaction&, foundation::RowWriter&);

/// How many rows it answers with.
enum class Answer { Row, Rows };

/// One thing that can be done, declared once: the command with its help, the manual and completion, the route of the
/// API with its description, the
/// fields of its form, and the tables of the documents are made from it. Nothing of how it looks.
struct Operation {
    std::string_view command =
        {}; ///< `item add`; empty where the command line does it in its own way, or not at all
    std::string_view address =
        {}; ///< `/items/{sku}/edit`, below `/api/v1`; empty where programs cannot do it
    std::string_view summary = {}; ///< in a few words, without capital and period
    access::Action action = access::Action::ViewStock; ///< who may
    std::vector<foundation::FieldInfo> fields = {};    ///< those of the address among them
    Columns columns = nullptr;
    Read read = nullptr; ///< one of the two
    Write write = nullptr;
    Answer answer = Answer::Rows;
    std::string_view example = {}; ///< what stands behind the command
    bool isPaged = false;          ///< takes Call::after() and limit()
    Read seen =
        nullptr; ///< what a program that changes this has read before, to say that it is still so
    /// What takes long is done before the write, while no transaction is open; Call::prepared carries it over.
    void (*prepare)(Call&, foundation::Database&) = nullptr;
    bool takesFile = false; ///< a program sends a CSV file, and the fields beside it
    /// What to throw in the place of the refusal of a box, with what could go into it instead.
    gifting::BoxRefusal (*withSubstitutes)(Call&, const books::ReadTransaction&,
                                           const foundation::Refusal&) = nullptr;

    bool isChange() const { return write != nullptr; }
    /// Throws std::logic_error where there is none.
    const foundation::FieldInfo& field(std::string_view name) const;
};

/// Every operation, in the order of the manual and of the API's description.
std::span<const Operation> operations();
/// The operation of a command; null where there is none.
const Operation* operationOf(std::string_view command);

/// The parts of the table, each in a file of its own.
std::vector<Operation> itemOperations();
std::vector<Operation> stockOperations();
std::vector<Operation> recipientOperations();
std::vector<Operation> selectionOperations();
std::vector<Operation> recipeOperations();
std::vector<Operation> planOperations();
std::vector<Operation> boxOperations();
std::vector<Operation> noteOperations();
std::vector<Operation> moneyOperations();
std::vector<Operation> storeOperations();

} // namespace giftbox::operations
