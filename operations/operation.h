#pragma once

#include "access/role.h"
#include "books/books.h"
#include "foundation/field.h"
#include "foundation/row_writer.h"
#include "gifting/substitutes.h"
#include "operations/seen.h"

#include <span>
#include <string_view>
#include <vector>

namespace giftbox::operations {

class Call;

using Columns = const std::vector<foundation::Column>& (*)();
using Read = void (*)(Call&, const books::ReadTransaction&, foundation::RowWriter&);
using Write = void (*)(Call&, books::WriteTransaction&, foundation::RowWriter&);

/// The rows it answers with: what a program calls one of them (`Item`; the same name, the same columns), and their
/// columns. What is known of the values of a column beside its type is in `choices` (`state:packed|given` for each,
/// separated by blanks), and in the fields of the same name.
struct RowShape {
    std::string_view name = {};
    Columns columns = nullptr;
    std::string_view choices = {};
    std::vector<foundation::FieldInfo> (*fields)() = nullptr;

    const std::vector<foundation::Column>& operator()() const { return columns(); }
    /// What is known of a column's values: its type, where it is not Text, all choices, and bounds.
    foundation::FieldInfo known(std::string_view column) const;
};

/// The number of rows in the answer.
enum class Answer { Row, Rows };

/// What undoes an operation. A form offers it to whoever did it, until what it changed changes again [undone].
struct Inverse {
    std::string_view command = {}; ///< another one, or the operation itself with earlier values
    std::string_view column = {};  ///< of the answer: what names the thing
    /// Reads what it changes, by fields that both have: before it for earlier values, and after it for what must
    /// still be so. Without it, the command itself refuses where something changed since.
    Read thing = nullptr;
    /// Fields that get the value that `thing` had in a column: `on=given_on`, or `units` where both have one name. Of
    /// the operation itself, where this is empty: all fields that changed.
    std::string_view earlier = {};
    std::string_view same = {}; ///< fields that are as they were said
    std::string_view whenNew =
        {}; ///< the command in the place of `command` where `thing` had no row
    /// Changes the call that undoes it, by the earlier rows of `thing`.
    void (*fit)(const SeenRows& before, foundation::JsonBody& undo) = nullptr;

    bool empty() const { return command.empty() && whenNew.empty(); }
};

/// An operation, declared once: its command with help, manual, and completion, its API route with description, the
/// fields of its form, and the tables of the documents come from it. It has no presentation.
struct Operation {
    std::string_view command =
        {}; ///< `item add`; empty when the command line has its own command, or none
    std::string_view address =
        {}; ///< `/items/{sku}/edit`, below `/api/v1`; empty where programs cannot do it
    std::string_view summary = {}; ///< in a few words, without capital and period
    std::string_view effect = {}; ///< sentences on what it does, where the summary leaves that open
    std::string_view done = {};   ///< what people read once it is done, as in OperationForm
    access::Action action = access::Action::ViewStock; ///< who may
    std::vector<foundation::FieldInfo> fields = {};    ///< those of the address among them
    RowShape columns = {};
    Read read = nullptr; ///< one of the two
    Write write = nullptr;
    Answer answer = Answer::Rows;
    std::string_view example = {}; ///< the arguments after the command
    bool isPaged = false;          ///< uses Call::after() and limit()
    Read seen =
        nullptr; ///< the operation that a program reads before this change, to protect changes of others
    /// Long work before the write, outside of a transaction; Call::prepared holds its result.
    void (*prepare)(Call&, foundation::Database&) = nullptr;
    /// The types of the file that it takes with the fields: `text/csv`; the last argument of the command.
    std::string_view takes = {};
    /// The types of the file that it answers with in the place of rows: `image/png|image/jpeg`. See Call::given.
    std::string_view gives = {};
    Inverse inverse = {}; ///< none where it cannot be undone
    /// Sentences on what of it cannot be undone, and what to do instead. Every edge says them before it is done.
    std::string_view oneWay = {};
    /// Removes text for good. A form has the name of the thing retyped, and every edge calls finish().
    bool removesForGood = false;
    /// Replaces the refusal of a box by one with substitutes.
    gifting::BoxRefusal (*withSubstitutes)(Call&, const books::ReadTransaction&,
                                           const foundation::Refusal&) = nullptr;

    bool isChange() const { return write != nullptr; }
    bool takesFile() const { return !takes.empty(); }
    /// A file of any length, whose rows are imported.
    bool takesTable() const { return takes == "text/csv"; }
    /// Throws std::logic_error for an unknown field.
    const foundation::FieldInfo& field(std::string_view name) const;
};

/// All operations, in the order of the manual and the API description.
std::span<const Operation> operations();
/// The operation of a command; null when there is none.
const Operation* operationOf(std::string_view command);

/// What is left to do once the operation is committed. Returns what could not be done.
std::optional<foundation::Sentence> finish(const Operation& operation,
                                           foundation::Database& database);

/// The parts of the table, each in its own file.
std::vector<Operation> itemOperations();
std::vector<Operation> stockOperations();
/// Those of receipts, a part of stockOperations().
std::vector<Operation> receiptOperations();
std::vector<Operation> supplierOperations();
std::vector<Operation> orderOperations();
std::vector<Operation> countOperations();
std::vector<Operation> reasonOperations();
std::vector<Operation> deliveryOperations();
std::vector<Operation> returnOperations();
std::vector<Operation> billOperations();
std::vector<Operation> recipientOperations();
std::vector<Operation> selectionOperations();
std::vector<Operation> recipeOperations();
std::vector<Operation> planOperations();
std::vector<Operation> boxOperations();
std::vector<Operation> noteOperations();
std::vector<Operation> moneyOperations();
std::vector<Operation> journalOperations();
std::vector<Operation> accountOperations();
std::vector<Operation> reportOperations();
std::vector<Operation> stockReportOperations();
std::vector<Operation> explainOperations();
std::vector<Operation> limitOperations();
std::vector<Operation> entityOperations();
std::vector<Operation> storeOperations();
std::vector<Operation> findOperations();
std::vector<Operation> importOperations();

} // namespace giftbox::operations
