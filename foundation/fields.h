#pragma once

#include "foundation/field.h"
#include "foundation/refusal.h"
#include "foundation/row_writer.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace giftbox::foundation {

/// A member that is not text, a number or a flag: its text form (empty for none), and how to set it from text. `set`
/// throws the refusals of its parser.
template <class T>
struct Converted {
    std::string (*text)(const T&);
    void (*set)(T&, const std::string&);
    /// Sets it from stored text, which may follow older, looser rules.
    void (*take)(T&, const std::string&) = nullptr;
    /// As a cell that is no text.
    void (*write)(const T&, RowWriter&) = nullptr;
};
template <class T>
using Member = std::variant<std::string T::*, std::int64_t T::*, std::optional<std::int64_t> T::*,
                            bool T::*, Converted<T>>;

/// Whether a field of an existing object can be edited.
enum class Edited {
    Never, ///< it is set only when the object is added
    Freely,
    Later,   ///< once the thing is there
    ByItsOwn ///< an operation of its own changes it
};
/// Whether the object is being added or edited.
enum class Stage { New, There };

/// One field in an object's table of fields (`itemFields`). Everything done with all fields uses the table.
template <class T>
struct Field {
    FieldInfo info;
    Member<T> member;
    Edited edited = Edited::Freely;
    std::string_view column = {}; ///< its column in the table; empty: its name
    std::string_view noun =
        {}; ///< its name in a sentence, `the item's name`; empty: `the` and the name
    std::string_view malformed = {}; ///< the refusal code for a number out of bounds
    bool isCode = false;             ///< see RowWriter::code
    bool isNeededInFile = false;
    std::optional<Personal> personal = {}; ///< for fields of people: the kind of personal data
    bool isSearched = false;

    std::string_view columnName() const { return column.empty() ? info.name : column; }
    bool mayBeSaid(Stage stage) const
    {
        return edited == Edited::Freely ||
               edited == (stage == Stage::New ? Edited::Never : Edited::Later);
    }
};
template <class T>
using Fields = std::span<const Field<T>>;

/// Values by field name, each in its text form, empty to clear it. Missing fields stay as they are.
using Said = std::map<std::string, std::string, std::less<>>;

/// `pack size` for `pack_size`.
std::string plainName(std::string_view name);
/// Throw Refusal `number.malformed`, `field.type`; `what` names the value.
std::int64_t wholeNumber(std::string_view text, std::string_view what);
bool yesOrNo(std::string_view text, std::string_view what);
template <class T>
std::string nounOf(const Field<T>& field)
{
    return field.noun.empty() ? "the " + plainName(field.info.name) : std::string(field.noun);
}

/// The value's text form: digits, `yes` or `no`; empty for none.
template <class T>
std::string textOf(const Field<T>& field, const T& object)
{
    struct ToText {
        const T& object;
        std::string operator()(std::string T::*member) const { return object.*member; }
        std::string operator()(std::int64_t T::*member) const
        {
            return std::to_string(object.*member);
        }
        std::string operator()(std::optional<std::int64_t> T::*member) const
        {
            return object.*member ? std::to_string(*(object.*member)) : "";
        }
        std::string operator()(bool T::*member) const { return object.*member ? "yes" : "no"; }
        std::string operator()(const Converted<T>& member) const { return member.text(object); }
    };
    return std::visit(ToText{object}, field.member);
}

/// Sets the value; empty text clears it or restores the default of a new object. Throws Refusal `number.malformed`,
/// `field.type`, and those of Converted.
template <class T>
void setText(const Field<T>& field, T& object, const std::string& text)
{
    struct FromText {
        const Field<T>& field;
        T& object;
        const std::string& text;
        void operator()(std::string T::*member) const { object.*member = text; }
        void operator()(std::int64_t T::*member) const
        {
            object.*member = text.empty() ? T{}.*member : wholeNumber(text, nounOf(field));
        }
        void operator()(std::optional<std::int64_t> T::*member) const
        {
            object.*member =
                text.empty() ? std::nullopt : std::optional(wholeNumber(text, nounOf(field)));
        }
        void operator()(bool T::*member) const
        {
            object.*member = !text.empty() && yesOrNo(text, nounOf(field));
        }
        void operator()(const Converted<T>& member) const { member.set(object, text); }
    };
    std::visit(FromText{field, object, text}, field.member);
}

/// Sets the value from stored text.
template <class T>
void takeText(const Field<T>& field, T& object, const std::string& text)
{
    const auto* converted = std::get_if<Converted<T>>(&field.member);
    if (converted != nullptr && converted->take != nullptr) {
        converted->take(object, text);
    } else {
        setText(field, object, text);
    }
}

/// As setText. Throws its refusals about the field.
template <class T>
void setSaid(const Field<T>& field, T& object, const std::string& text)
{
    try {
        setText(field, object, text);
    } catch (const Refusal& refusal) {
        throw refusal.about(field.info.name);
    }
}

/// The thing with what is said in the place of what it had, of the fields that an edit may change or, of a new thing,
/// of all that may be said of it.
/// Pure. Throws as setText, about the field.
template <class T>
T changed(Fields<T> fields, T object, const Said& said, Stage stage = Stage::There)
{
    for (const Field<T>& field : fields) {
        const auto found = said.find(field.info.name);
        if (found != said.end() && field.mayBeSaid(stage)) {
            setSaid(field, object, found->second);
        }
    }
    return object;
}

/// The fields in which two objects differ.
template <class T>
std::vector<const Field<T>*> differing(Fields<T> fields, const T& there, const T& here)
{
    std::vector<const Field<T>*> all;
    for (const Field<T>& field : fields) {
        if (textOf(field, there) != textOf(field, here)) {
            all.push_back(&field);
        }
    }
    return all;
}

Column columnOf(const FieldInfo& field, bool isCode, Cells cells = Cells::Filled);

/// A column for each field, and one row of cells for them, not ended.
template <class T>
std::vector<Column> columnsOf(Fields<T> fields)
{
    std::vector<Column> columns;
    for (const Field<T>& field : fields) {
        const bool isMaybeEmpty =
            field.personal ||
            std::holds_alternative<std::optional<std::int64_t> T::*>(field.member);
        columns.push_back(
            columnOf(field.info, field.isCode, isMaybeEmpty ? Cells::MaybeEmpty : Cells::Filled));
    }
    return columns;
}
template <class T>
void writeCells(Fields<T> fields, const T& object, RowWriter& out)
{
    for (const Field<T>& field : fields) {
        const auto* converted = std::get_if<Converted<T>>(&field.member);
        if (converted != nullptr && converted->write != nullptr) {
            converted->write(object, out);
        } else if (const auto* number = std::get_if<std::int64_t T::*>(&field.member)) {
            out.integer(object.**number);
        } else if (const auto* maybe =
                       std::get_if<std::optional<std::int64_t> T::*>(&field.member)) {
            object.**maybe ? out.integer(*(object.**maybe)) : out.empty();
        } else if (field.personal) {
            out.personal(*field.personal, textOf(field, object));
        } else if (field.isCode || std::holds_alternative<bool T::*>(field.member)) {
            out.code(textOf(field, object));
        } else {
            out.text(textOf(field, object));
        }
    }
}

/// The text that a search looks in.
template <class T>
std::string searchedText(Fields<T> fields, const T& object)
{
    std::string text;
    for (const Field<T>& field : fields) {
        text += field.isSearched ? textOf(field, object) + " " : "";
    }
    return text;
}

/// The columns of an import file: the fields of a new object, with flags as 1 and 0.
template <class T>
std::vector<Column> fileColumnsOf(Fields<T> fields)
{
    std::vector<Column> columns;
    for (const Field<T>& field : fields) {
        if (field.mayBeSaid(Stage::New)) {
            columns.push_back(columnOf(field.info, field.isCode));
        }
    }
    return columns;
}
template <class T>
void writeFileCells(Fields<T> fields, const T& object, RowWriter& out)
{
    for (const Field<T>& field : fields) {
        const auto* mark = std::get_if<bool T::*>(&field.member);
        if (!field.mayBeSaid(Stage::New)) {
            continue;
        }
        mark != nullptr ? out.integer(object.**mark ? 1 : 0)
                        : writeCells(Fields<T>(&field, 1), object, out);
    }
}

/// The fields that can be entered when the object is added, or edited, all optional in an edit.
template <class T>
std::vector<FieldInfo> infosOf(Fields<T> fields, Stage stage)
{
    std::vector<FieldInfo> infos;
    for (const Field<T>& field : fields) {
        if (field.mayBeSaid(stage)) {
            infos.push_back(field.info);
            infos.back().mayBeEmptied = true;
            infos.back().need = stage == Stage::New ? field.info.need : Need::Optional;
        }
    }
    return infos;
}

} // namespace giftbox::foundation
