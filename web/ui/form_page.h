#pragma once

#include "gifting/box.h"
#include "web/ui/request_context.h"

#include <functional>

namespace giftbox::web {

struct Option {
    std::string value;
    std::string text;
    std::string barcode = {};
    std::string picture = {};      ///< its place in the store; see ItemPictures
    std::string packSize = {};     ///< of an item that comes in packs
    std::string orderedUnits = {}; ///< of an item on the order that a delivery names
    std::string orderedCost = {};  ///< of all of these units
};

/// The step that adds 1 to the number of a form: the script does it on the page, else the form's page does.
inline constexpr std::string_view kPlus = "plus";

/// A field of a form. A refusal about `name`, or about a name in `answersTo`, appears at this field.
struct Field {
    std::string name;
    std::string label;
    std::string type =
        "text"; ///< an HTML input type, or `select`, `textarea`, `amount`, `units`, `item`, `tick`
    std::string value = {};
    std::string hint = {};
    bool isNeeded = true;
    bool isOneOf = false; ///< not needed, but one of the fields is: it is not called optional
    std::vector<std::string> answersTo = {};
    std::vector<Option> options = {};
    std::string autocomplete = {}; ///< the HTML autocomplete attribute
    /// `kind=stock|counts`: the field is shown only while another field has one of these values.
    std::string onlyWith = {};
    /// The address that answers `?q=` and the typed text with matches, as JSON. `options` are the matches without
    /// script, and `found` is the name of the current value.
    std::string finds = {};
    std::string found = {};
    std::string accept = {}; ///< of a file that is no table: the HTML accept attribute
    /// Reads data that only a form on screen needs, such as lists to select from; a form that succeeds does not read
    /// it.
    std::function<void(const books::ReadTransaction&, Field&)> beforeShown = {};
    /// Answers the code that a typed text means, such as a whole name; the text itself otherwise. See takeSuggested.
    std::function<std::string(const books::ReadTransaction&, const std::string&)> meant = {};
    /// A heading above the field, of all fields from here on.
    std::string heading = {};
    /// Whether the field is shown only once it was filled in, or something was refused that it can answer.
    bool isAnswer = false;
};

struct FormPage {
    std::string title;
    std::string submit;
    std::string back; ///< the page to return to without sending
    std::vector<Field> fields;
    /// Whether the form has rows of items and units, as for a box.
    bool hasLines = false;
    /// Whether it has rows of a delivery in their place, with packs and costs; see deliveryLinesIn. At least so many.
    std::size_t deliveryRows = 0;
    /// The items that rows and item fields offer.
    std::vector<Option> items = {};
    std::string intro = {};
    /// Where else one may go first, below the intro.
    std::vector<Option> links = {};
    /// The initial rows: SKU and units.
    std::vector<std::pair<std::string, std::string>> lines = {};
    /// Field::answersTo for the rows.
    std::vector<std::string> linesAnswerTo = {"sku", "units"};
    /// Advice after a refusal, shown with the rows.
    std::vector<foundation::Sentence> advice = {};
    /// A table shown above the form.
    std::vector<View> table = {};
    /// More buttons; each sends its value as `step`. With kPlus among them, Enter presses the form's own button.
    std::vector<Option> steps = {};
    /// The address of a picture shown above the fields.
    std::string picture = {};
    /// The message shown while a long request runs.
    std::string working = {};
    /// Whether the form uploads a large file, with a progress bar.
    bool takesFile = false;
    /// The address to send to, when it is not the page's own.
    std::string action = {};
    /// See Field::beforeShown.
    std::function<void(const books::ReadTransaction&, FormPage&)> beforeShown = {};
    /// The label of confirmField().
    std::string confirm = "The year is correct. Record this date";
    /// What stands beside the form on screen; see besideForm.
    std::vector<View> beside = {};
    /// A table below the form, with its `heading`.
    std::vector<View> below = {};
};

/// The checkbox that confirms a doubtful value; runForm adds it after a refusal.
Field confirmField(const FormPage& page);

/// Shows the form as typed, with each fault at its field, or above the form.
Response showForm(const RequestContext& context, const FormPage& form,
                  const foundation::Refusal* refusal = nullptr);

/// Replaces the rows.
void fillRows(Form& form, const std::vector<gifting::BoxLine>& lines);
/// The rows that were filled in, as they were typed. Throws Refusal about `lines` for units that are no number.
std::vector<gifting::BoxLine> typedLines(const Form& form);
/// The rows filled in, by SKU or barcode. Throws Refusal about `lines` for units that are not a number.
std::vector<gifting::BoxLine> linesIn(const books::ReadTransaction& tx, const Form& form);
/// Requires that each item, amount, number, day and month that is needed is there, and that each can be read. Throws
/// Refusal `field.missing` or what the reading throws, with every fault.
void requireReadable(const FormPage& page, const Form& form, const StoreFormat& format);

/// The typed value. Each throws Refusal about the field when it is not readable.
std::int64_t integerIn(const Form& form, const std::string& field);
std::optional<std::int64_t> maybeIntegerIn(const Form& form, const std::string& field);
foundation::Money amountIn(const Form& form, const std::string& field, const StoreFormat& format);
std::optional<foundation::Money> maybeAmountIn(const Form& form, const std::string& field,
                                               const StoreFormat& format);
foundation::Date dateIn(const Form& form, const std::string& field);
foundation::Month monthIn(const Form& form, const std::string& field);
std::optional<std::string> maybeTextIn(const Form& form, const std::string& field);

} // namespace giftbox::web
