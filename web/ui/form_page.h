#pragma once

#include "books/change.h"
#include "gifting/box.h"
#include "web/ui/request_context.h"

#include <functional>

namespace giftbox::web {

struct Option {
    std::string value;
    std::string text;
    std::string barcode = {};
};

/// What a person fills in. What is refused about `name`, or about a name that it `answersTo`, is said at this field.
struct Field {
    std::string name;
    std::string label;
    std::string type =
        "text"; ///< of HTML's input, or `select`, `textarea`, `amount`, `units`, `item`, `tick`
    std::string value = {};
    std::string hint = {};
    bool isNeeded = true;
    std::vector<std::string> answersTo = {};
    std::vector<Option> options = {};
    std::string autocomplete = {}; ///< what a browser may fill in, of HTML's input
    /// `kind=stock`: is of use with that choice of another field only, and hidden while it is not chosen.
    std::string onlyWith = {};
    /// Where a script asks for what the field may mean, as JSON: `?q=` and what was typed. `options` are then those that it might be, and `found` is
    /// the name of what stands there.
    std::string finds = {};
    std::string found = {};
    /// Reads what only a form that is shown needs, such as lists to choose from: a form that is sent and done does not pay for it.
    std::function<void(const books::ReadTransaction&, Field&)> beforeShown = {};
};

struct FormPage {
    std::string title;
    std::string submit;
    std::string back; ///< where the page leads without sending
    std::vector<Field> fields;
    /// Rows of an item and its units, of a box.
    bool hasLines = false;
    /// What rows, and fields of an item, may be filled with.
    std::vector<Option> items = {};
    std::string intro = {};
    /// The rows that are there before anybody typed: SKU and units.
    std::vector<std::pair<std::string, std::string>> lines = {};
    /// As Field::answersTo, of the rows.
    std::vector<std::string> linesAnswerTo = {"sku", "units"};
    /// What may help after a refusal, in sentences that stand with the rows.
    std::vector<foundation::Sentence> advice = {};
    /// Shown above the form: the figures it is about.
    std::vector<View> table = {};
    /// More buttons; each sends its value as `step`.
    std::vector<Option> steps = {};
    /// What is said while it is worked on, where that takes a while.
    std::string working = {};
    /// Is sent as a file, with a bar that shows how far it is.
    bool takesFile = false;
    /// Where it goes, if not to its own address.
    std::string action = {};
    /// As Field::beforeShown.
    std::function<void(const books::ReadTransaction&, FormPage&)> beforeShown = {};
};

/// A box to tick: far days and months are meant. runForm asks with it after a refusal.
Field confirmField();

/// Shows the form, with what was typed, and all that is refused at its fields, or above it.
Response showForm(const RequestContext& context, const FormPage& form,
                  const foundation::Refusal* refusal = nullptr);

/// Puts these in the place of the rows that were filled in.
void fillRows(Form& form, const std::vector<gifting::BoxLine>& lines);
/// The rows of items that were filled in, by SKU or barcode. Throws Refusal about `lines` for units that are no number.
std::vector<gifting::BoxLine> linesIn(const books::ReadTransaction& tx, const Form& form);
/// What is there, to choose from: `HAT`, `A hat (3)`.
std::vector<Option> itemOptions(const books::ReadTransaction& tx);
/// The whole catalog, to choose from: `HAT`, `A hat, size L`.
std::vector<Option> catalogOptions(const books::ReadTransaction& tx);

/// Requires that every field of an amount, number, day or month that is filled in can be read. Throws Refusal about
/// each that cannot.
void requireReadable(const FormPage& page, const Form& form, const StoreFormat& format);

/// What was typed, as a value. Each throws Refusal about the field when it cannot be read.
std::int64_t integerIn(const Form& form, const std::string& field);
std::optional<std::int64_t> maybeIntegerIn(const Form& form, const std::string& field);
foundation::Money amountIn(const Form& form, const std::string& field, const StoreFormat& format);
std::optional<foundation::Money> maybeAmountIn(const Form& form, const std::string& field,
                                               const StoreFormat& format);
foundation::Date dateIn(const Form& form, const std::string& field);
foundation::Month monthIn(const Form& form, const std::string& field);
std::optional<std::string> maybeTextIn(const Form& form, const std::string& field);
/// Of what an edit may empty: a field that the form has and that is empty does.
std::optional<std::string> changedTextIn(const Form& form, const std::string& field);
books::NumberChange changedIntegerIn(const Form& form, const std::string& field);

} // namespace giftbox::web
