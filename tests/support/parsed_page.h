#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::tests {

/// A field of a form, with what a browser would send.
struct PageField {
    std::string name;
    std::string type; ///< `select` or `textarea`; `text` for an input without a type
    std::string value;
};

struct PageForm {
    std::string method;
    std::string action; ///< empty: the page itself
    bool isFile = false;
    std::vector<PageField> fields;
};

/// What a select, radio buttons, or the suggestions of a field offer.
struct PageOption {
    std::string value;
    std::string text;
    std::string barcode; ///< by which a scanner finds it
};

/// What a person reads on an HTML page, and what its forms hold, whatever the markup around it. Questions about what
/// is not there once throw std::runtime_error with the text of the page; those that begin with `has` ask whether it is.
class ParsedPage {
public:
    using Answer = ::testing::AssertionResult;

    explicit ParsedPage(std::string_view html);

    /// What is wrong with the HTML, one line each: syntax, tags that are not closed, an id that is there twice or not
    /// at all, a field without a label, and whatever could run: a script that is not an asset, an `on…` attribute, an
    /// address outside of the site. Empty for every page of ours.
    std::string complaints() const;

    /// The addresses of icons, style sheets, and scripts.
    std::vector<std::string> assets() const;
    /// The addresses of pictures.
    std::vector<std::string> pictures() const;
    std::string title() const;
    /// The main heading.
    std::string heading() const;
    /// What is visible, with one space between words. The options of a select and the contents of fields are not in it.
    std::string text() const;
    Answer says(const std::string& words) const;
    /// Whether the words are anywhere: text, hidden text, values, addresses, comments. For what must not be there.
    Answer mentions(const std::string& words) const;

    /// The value beside a term: `fact("On hand")`.
    std::string fact(const std::string& term) const;
    Answer hasFact(const std::string& term) const;

    /// The forms, but not the logout form.
    std::vector<PageForm> forms() const;
    /// Whether a form goes to the address.
    Answer sendsTo(const std::string& address) const;
    Answer hasField(const std::string& name) const;
    /// What the field would send. All fields of the name must agree, as the form tokens of a page do.
    std::string value(const std::string& name) const;
    /// The value of the field with this label.
    std::string valueOfLabel(const std::string& label) const;
    /// Of all fields of the name, from top to bottom.
    std::vector<std::string> values(const std::string& name) const;
    /// The value of the option or radio button that is marked as selected.
    std::string chosen(const std::string& name) const;
    Answer isChecked(const std::string& name) const;
    PageOption option(const std::string& name, const std::string& value) const;
    Answer offers(const std::string& name, const std::string& value) const;
    std::string label(const std::string& name) const;
    /// What is wrong with a field, or with a group of fields by its legend. Empty if nothing is.
    std::string fault(const std::string& name) const;
    /// Whether something is wrong with it that has these words.
    Answer refuses(const std::string& name, const std::string& words = {}) const;
    /// What a field finds for its value, shown beside it.
    std::string found(const std::string& name) const;

    /// The address of the link with this text; links of the same text must agree.
    std::string link(const std::string& words) const;
    Answer hasLink(const std::string& words) const;
    Answer linksTo(const std::string& address) const;

    /// The text of a cell, by the text of the first cell of its row and the heading of its column.
    std::string cell(const std::string& row, const std::string& column) const;
    /// The column of the first table that has it, from top to bottom.
    std::vector<std::string> column(const std::string& heading) const;

private:
    struct Tree;
    std::shared_ptr<const Tree> tree_;
};

} // namespace giftbox::tests
