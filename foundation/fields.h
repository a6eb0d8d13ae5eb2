#pragma once

#include "foundation/field.h"
#include "foundation/row_writer.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace giftbox::foundation {

/// A member that is no text, number, or mark: its only text, empty for none, and how it is set from one. `set` throws
/// the refusals of its parser.
template <class T>
struct Converted {
    std::string (*text)(const T&);
    void (*set)(T&, const std::string&);
    /// As it was kept, where less was required of it once.
    void (*take)(T&, const std::string&) = nullptr;
};
template <class T>
using Member = std::variant<std::string T::*, std::int64_t T::*, std::optional<std::int64_t> T::*,
                            bool T::*, Converted<T>>;

/// What may become of a field once the thing is there.
enum class Edited {
    Never, ///< it is set when the thing is added
    Freely,
    ByItsOwn ///< an operation of its own changes it
};
/// Of a thing: whether it is to be added, or edited.
enum class Stage { New, There };

/// One field of a thing in a table of fields (`itemFields`). Whatever is done with all fields runs over the table.
template <class T>
struct Field {
    FieldInfo info;
    Member<T> member;
    Edited edited = Edited::Freely;
    std::string_view column = {}; ///< in its table; empty: its name
    std::string_view noun = {};   ///< in a sentence, `the item's name`; empty: `the` and the name
    std::string_view malformed = {}; ///< the code of the refusal of a number out of bounds
    bool isCode = false;             ///< as RowWriter::code
    bool isNeededInFile = false;
    std::optional<Personal> personal = {}; ///< of a person: what it says of them
    bool isSearched = false;

    std::string_view columnName() const { return column.empty() ? info.name : column; }
    bool mayBeSaid(Stage stage) const
    {
        return edited == Edited::Freely || (stage == Stage::New && edited == Edited::Never);
    }
};
template <class T>
using Fields = std::span<const Field<T>>;

/// Values by the names of their fields, each in its only text; empty where it is to be emptied. What is not there is
/// left alone.
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

/// The value's only text: a number in digits, `yes` or `no`; empty for none.
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

/// Sets the value; an empty text empties it, or puts back what a new thing has. Throws Refusal `number.malformed`,
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

/// Sets the value as it was kept.
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

/// The thing with what is said in the place of what it had, of the fields that an edit may change or, of a new thing,
/// of all that may be said of it.
/// Pure. Throws as setText.
template <class T>
T changed(Fields<T> fields, T object, const Said& said, Stage stage = Stage::There)
{
    for (const Field<T>& field : fields) {
        const auto found = said.find(field.info.name);
        if (found != said.end() && field.mayBeSaid(stage)) {
            setText(field, object, found->second);
        }
    }
    return object;
}

/// The fields in which two things differ.
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

Column columnOf(const FieldInfo& field, bool isCode);

/// A column for each field, and one row of cells under them without ending it.
template <class T>
std::vector<Column> columnsOf(Fields<T> fields)
{
    std::vector<Column> columns;
    for (const Field<T>& field : fields) {
        columns.push_back(columnOf(field.info, field.isCode));
    }
    return columns;
}
template <class T>
void writeCells(Fields<T> fields, const T& object, RowWriter& out)
{
    for (const Field<T>& field : fields) {
        if (const auto* number = std::get_if<std::int64_t T::*>(&field.member)) {
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

/// What a search looks in.
template <class T>
std::string searchedText(Fields<T> fields, const T& object)
{
    std::string text;
    for (const Field<T>& field : fields) {
        text += field.isSearched ? textOf(field, object) + " " : "";
    }
    return text;
}

/// As a file for import has it: what may be said of a new thing, marks as 1 and 0.
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

/// What may be said when the thing is added, or edited; then nothing needs to be.
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
