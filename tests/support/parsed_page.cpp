#include "tests/support/parsed_page.h"

#include "tests/support/page_complaints.h"
#include "tests/support/page_fields.h"
#include "tests/support/page_tables.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace giftbox::tests {

namespace {

using Nodes = std::vector<const HtmlNode*>;

} // namespace

struct ParsedPage::Tree : HtmlTree {
    using HtmlTree::HtmlTree;

    [[noreturn]] void complain(const std::string& what) const
    {
        throw std::runtime_error(what + " on the page: " + visibleText(root()));
    }
    Answer answer(bool isSo, const std::string& what) const
    {
        return (isSo ? ::testing::AssertionSuccess() : ::testing::AssertionFailure())
               << (isSo ? "there is " : "there is no ") << what
               << " on the page: " << visibleText(root());
    }
    Nodes tagged(std::string_view tag) const
    {
        return all([&](const HtmlNode* node) { return tagOf(node) == tag; });
    }
    Nodes named(const std::string& name) const
    {
        return all([&](const HtmlNode* node) {
            return isField(node) && attributeOf(node, "name") == name;
        });
    }
    /// At least one.
    Nodes fields(const std::string& name) const
    {
        Nodes found = named(name);
        if (found.empty()) {
            complain("there is no field " + name);
        }
        return found;
    }
    /// The text that all of them have.
    std::string same(const std::string& what, const std::vector<std::string>& texts) const
    {
        for (const std::string& text : texts) {
            if (text != texts.front()) {
                complain(what + " is both \"" + texts.front() + "\" and \"" + text + "\"");
            }
        }
        if (texts.empty()) {
            complain("there is no " + what);
        }
        return texts.front();
    }
    Nodes links(const std::string& words) const
    {
        return all(
            [&](const HtmlNode* node) { return tagOf(node) == "a" && visibleText(node) == words; });
    }
    std::vector<std::string> facts(const std::string& term) const
    {
        std::vector<std::string> texts;
        for (const HtmlNode* dl : tagged("dl")) {
            const Nodes terms = elementsUnder(dl, "dt");
            const Nodes values = elementsUnder(dl, "dd");
            for (std::size_t i = 0; i < std::min(terms.size(), values.size()); ++i) {
                if (visibleText(terms[i]) == term) {
                    texts.push_back(visibleText(values[i]));
                }
            }
        }
        return texts;
    }
    /// What a field lets one select.
    std::vector<PageOption> options(const std::string& name) const
    {
        std::vector<PageOption> all;
        for (const HtmlNode* field : fields(name)) {
            const HtmlNode* const list =
                typeOf(field) == "select" ? field : withId(attributeOf(field, "list"));
            if (isRadio(field)) {
                all.push_back({attributeOf(field, "value"), labelOf(*this, field), ""});
            } else if (list != nullptr) {
                for (const HtmlNode* option : elementsUnder(list, "option")) {
                    all.push_back({attributeOf(option, "value"), rawText(option),
                                   attributeOf(option, "data-barcode")});
                }
            }
        }
        return all;
    }
    /// A field, or a group by its legend.
    Nodes fieldsOrGroup(const std::string& name) const
    {
        const Nodes groups = all([&](const HtmlNode* node) {
            const Nodes legends = elementsUnder(node, "legend");
            return tagOf(node) == "fieldset" && !legends.empty() &&
                   visibleText(legends.front()) == name;
        });
        return groups.empty() ? fields(name) : groups;
    }
};

ParsedPage::ParsedPage(std::string_view html) : tree_(std::make_shared<const Tree>(html)) {}

std::string ParsedPage::complaints() const { return complaintsOf(*tree_); }

std::vector<std::string> ParsedPage::assets() const
{
    std::vector<std::string> addresses;
    for (const HtmlNode* node : tree_->tagged("link")) {
        addresses.push_back(attributeOf(node, "href"));
    }
    for (const HtmlNode* node : tree_->tagged("script")) {
        addresses.push_back(attributeOf(node, "src"));
    }
    return addresses;
}

std::vector<std::string> ParsedPage::pictures() const
{
    std::vector<std::string> addresses;
    for (const HtmlNode* node : tree_->tagged("img")) {
        addresses.push_back(attributeOf(node, "src"));
    }
    return addresses;
}

std::string ParsedPage::title() const
{
    const Nodes titles = tree_->tagged("title");
    return titles.empty() ? "" : rawText(titles.front());
}

std::string ParsedPage::heading() const
{
    std::vector<std::string> texts;
    for (const HtmlNode* node : tree_->tagged("h1")) {
        texts.push_back(visibleText(node));
    }
    return tree_->same("main heading", texts);
}

std::string ParsedPage::text() const { return visibleText(tree_->root()); }

ParsedPage::Answer ParsedPage::says(const std::string& words) const
{
    return tree_->answer(text().find(words) != std::string::npos, "\"" + words + "\"");
}

ParsedPage::Answer ParsedPage::mentions(const std::string& words) const
{
    const bool isThere = tree_->everything().find(words) != std::string::npos;
    return tree_->answer(isThere || says(words), "\"" + words + "\", visible or not,");
}

std::string ParsedPage::fact(const std::string& term) const
{
    return tree_->same("fact " + term, tree_->facts(term));
}

ParsedPage::Answer ParsedPage::hasFact(const std::string& term) const
{
    return tree_->answer(!tree_->facts(term).empty(), "fact " + term);
}

std::vector<PageForm> ParsedPage::forms() const
{
    std::vector<PageForm> forms;
    for (const HtmlNode* node : tree_->tagged("form")) {
        const std::string action = attributeOf(node, "action");
        if (action.ends_with("/logout") || action.find("/sample/") != std::string::npos) {
            continue; // beside what the page is about
        }
        PageForm form{.method = attributeOf(node, "method"),
                      .action = attributeOf(node, "action"),
                      .isFile = attributeOf(node, "enctype").starts_with("multipart/"),
                      .fields = {}};
        for (const HtmlNode* field : tree_->all(isField)) {
            if (around(field, "form") == node) {
                const bool isOff = isTick(field) && !hasAttribute(field, "checked");
                form.fields.push_back({attributeOf(field, "name"), typeOf(field),
                                       isOff ? attributeOf(field, "value") : valueOf(field)});
            }
        }
        forms.push_back(std::move(form));
    }
    return forms;
}

ParsedPage::Answer ParsedPage::sendsTo(const std::string& address) const
{
    const auto all = forms();
    const bool isSent = std::ranges::find(all, address, &PageForm::action) != all.end();
    return tree_->answer(isSent, "form for " + address);
}

ParsedPage::Answer ParsedPage::hasField(const std::string& name) const
{
    return tree_->answer(!tree_->named(name).empty(), "field " + name);
}

std::string ParsedPage::value(const std::string& name) const
{
    return tree_->same("field " + name, values(name));
}

std::string ParsedPage::valueOfLabel(const std::string& label) const
{
    std::vector<std::string> all;
    for (const HtmlNode* field : tree_->all(isField)) {
        if (labelOf(*tree_, field) == label) {
            all.push_back(valueOf(field));
        }
    }
    return tree_->same("field with the label " + label, all);
}

std::vector<std::string> ParsedPage::values(const std::string& name) const
{
    std::vector<std::string> all;
    for (const HtmlNode* field : tree_->fields(name)) {
        all.push_back(valueOf(field));
    }
    return all;
}

std::string ParsedPage::chosen(const std::string& name) const
{
    std::vector<std::string> all;
    for (const HtmlNode* field : tree_->fields(name)) {
        if (isRadio(field) && hasAttribute(field, "checked")) {
            all.push_back(valueOf(field));
        }
        for (const HtmlNode* option : elementsUnder(field, "option")) {
            if (hasAttribute(option, "selected")) {
                all.push_back(attributeOf(option, "value"));
            }
        }
    }
    return tree_->same("choice of " + name, all);
}

ParsedPage::Answer ParsedPage::isChecked(const std::string& name) const
{
    const Nodes fields = tree_->fields(name);
    if (!std::ranges::all_of(fields, isTick)) {
        tree_->complain("field " + name + " is not a checkbox");
    }
    const bool isChecked = std::ranges::any_of(
        fields, [](const HtmlNode* field) { return hasAttribute(field, "checked"); });
    return tree_->answer(isChecked, "check mark at " + name);
}

PageOption ParsedPage::option(const std::string& name, const std::string& value) const
{
    for (const PageOption& option : tree_->options(name)) {
        if (option.value == value) {
            return option;
        }
    }
    tree_->complain("there is no option " + value + " of " + name);
}

ParsedPage::Answer ParsedPage::offers(const std::string& name, const std::string& value) const
{
    const auto options = tree_->options(name);
    const bool isOffered = std::ranges::find(options, value, &PageOption::value) != options.end();
    return tree_->answer(isOffered, "option " + value + " of " + name);
}

std::string ParsedPage::label(const std::string& name) const
{
    std::vector<std::string> texts;
    for (const HtmlNode* field : tree_->fields(name)) {
        texts.push_back(labelOf(*tree_, field));
    }
    return tree_->same("label of " + name, texts);
}

std::string ParsedPage::fault(const std::string& name) const
{
    std::string faults;
    for (const HtmlNode* field : tree_->fieldsOrGroup(name)) {
        std::istringstream ids(attributeOf(field, "aria-describedby"));
        for (std::string id; ids >> id;) {
            const HtmlNode* const said = tree_->withId(id);
            if (said != nullptr && attributeOf(said, "role") == "alert") {
                faults += (faults.empty() ? "" : " ") + visibleText(said);
            }
        }
    }
    return faults;
}

ParsedPage::Answer ParsedPage::refuses(const std::string& name, const std::string& words) const
{
    const std::string said = fault(name);
    return tree_->answer(!said.empty() && said.find(words) != std::string::npos,
                         "fault \"" + words + "\" at " + name);
}

std::string ParsedPage::found(const std::string& name) const
{
    std::string text;
    for (const HtmlNode* field : tree_->fields(name)) {
        if (const HtmlNode* const finder = around(field, "span"); finder != nullptr) {
            text += (text.empty() ? "" : " ") + visibleText(finder);
        }
    }
    return text;
}

std::string ParsedPage::link(const std::string& words) const
{
    std::vector<std::string> addresses;
    for (const HtmlNode* node : tree_->links(words)) {
        addresses.push_back(attributeOf(node, "href"));
    }
    return tree_->same("link " + words, addresses);
}

ParsedPage::Answer ParsedPage::hasLink(const std::string& words) const
{
    return tree_->answer(!tree_->links(words).empty(), "link " + words);
}

ParsedPage::Answer ParsedPage::linksTo(const std::string& address) const
{
    const Nodes found = tree_->all([&](const HtmlNode* node) {
        return tagOf(node) == "a" && attributeOf(node, "href") == address;
    });
    return tree_->answer(!found.empty(), "link to " + address);
}

std::string ParsedPage::cell(const std::string& row, const std::string& column) const
{
    std::vector<std::string> found;
    for (const PageTable& table : tablesOf(*tree_)) {
        for (std::size_t i = 0; table.has(column) && i < table.rows.size(); ++i) {
            if (table.rows[i].front() == row) {
                found.push_back(table.column(column)[i]);
            }
        }
    }
    return tree_->same("cell " + row + ", " + column, found);
}

std::vector<std::string> ParsedPage::column(const std::string& heading) const
{
    for (const PageTable& table : tablesOf(*tree_)) {
        if (table.has(heading)) {
            return table.column(heading);
        }
    }
    tree_->complain("there is no column " + heading);
}

} // namespace giftbox::tests
