#pragma once

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

/// Reads the source tree for the tidy tests. A rule maps files to complaints, so that a test can pass it a file that
/// breaks it.
namespace giftbox::tidy {

/// `path` is relative to the root, with `/`.
struct SourceFile {
    std::string path;
    std::string text;
};

/// One sentence each, starting with `path:line`; none when the rule holds.
using Complaints = std::vector<std::string>;

inline std::filesystem::path root() { return GIFTBOX_SOURCE_DIR; }

inline std::string readFile(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

using Modules = std::map<std::string, std::set<std::string>>;

inline std::vector<std::string> linesOf(const std::string& text)
{
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

/// The table under "## Modules": the folder in the first column, its dependencies in the last.
inline Modules modulesOfDocument(const std::string& document)
{
    Modules table;
    bool inside = false;
    for (const std::string& line : linesOf(document)) {
        inside = line.starts_with("## ") ? line == "## Modules" : inside;
        if (!inside || !line.starts_with("| `")) {
            continue;
        }
        std::set<std::string>& below = table[line.substr(3, line.find("/`", 3) - 3)];
        std::size_t at = line.rfind('|', line.size() - 2);
        while ((at = line.find('`', at)) != std::string::npos) {
            const std::size_t end = line.find('`', at + 1);
            below.insert(line.substr(at + 1, end - at - 1));
            at = end + 1;
        }
    }
    return table;
}

/// The modules that each module may include: its dependencies in docs/ARCHITECTURE.md and theirs.
inline const Modules& mayInclude()
{
    static const Modules table = [] {
        Modules all = modulesOfDocument(readFile(root() / "docs/ARCHITECTURE.md"));
        for (std::size_t floor = 0; floor < all.size(); ++floor) {
            for (auto& [name, below] : all) {
                for (const std::string& one : std::set(below)) {
                    below.insert(all.at(one).begin(), all.at(one).end());
                }
            }
        }
        return all;
    }();
    return table;
}

inline std::vector<std::string> modules()
{
    std::vector<std::string> names;
    for (const auto& [name, below] : mayInclude()) {
        names.push_back(name);
    }
    return names;
}

/// The innermost module folder in the path; the outermost folder when none is a module.
inline std::string moduleOf(std::string_view path)
{
    for (std::size_t end = path.rfind('/'); end != std::string_view::npos && end != 0;
         end = path.rfind('/', end - 1)) {
        std::string folder(path.substr(0, end));
        if (mayInclude().contains(folder)) {
            return folder;
        }
    }
    return std::string(path.substr(0, path.find('/')));
}

/// The files under the folders with one of `endings`, by path. A missing folder has none.
inline std::vector<SourceFile> filesUnder(const std::vector<std::string>& folders,
                                          const std::vector<std::string>& endings)
{
    std::vector<SourceFile> files;
    for (const std::string& folder : folders) {
        if (!std::filesystem::is_directory(root() / folder)) {
            continue;
        }
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root() / folder)) {
            const std::string path = entry.path().lexically_relative(root()).generic_string();
            const bool wanted = std::ranges::any_of(
                endings, [&](const std::string& ending) { return path.ends_with(ending); });
            if (entry.is_regular_file() && wanted) {
                files.push_back({path, readFile(entry.path())});
            }
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

/// The folders that are not in another.
inline std::vector<std::string> outermost(std::vector<std::string> folders)
{
    std::erase_if(folders,
                  [](const std::string& folder) { return folder.find('/') != std::string::npos; });
    return folders;
}

/// The C++ of all modules.
inline const std::vector<SourceFile>& moduleFiles()
{
    static const std::vector<SourceFile> files = filesUnder(outermost(modules()), {".h", ".cpp"});
    return files;
}

inline bool isWordChar(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

inline std::string place(const SourceFile& file, std::size_t offset)
{
    const auto line = 1 + std::count(file.text.begin(),
                                     file.text.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
    return file.path + ":" + std::to_string(line);
}

enum class TokenKind { Comment, Literal, Word, Other };

struct Token {
    TokenKind kind = TokenKind::Other;
    std::size_t begin = 0;
    std::size_t end = 0;
};

inline std::size_t endOfText(std::string_view text, std::size_t found, std::size_t length)
{
    return found == std::string_view::npos ? text.size() : found + length;
}

inline std::size_t endOfLiteral(std::string_view text, std::size_t open)
{
    std::size_t at = open + 1;
    while (at < text.size() && text[at] != text[open]) {
        at += text[at] == '\\' ? 2U : 1U;
    }
    return std::min(at + 1, text.size());
}

/// Starts at the quote of a raw string literal.
inline std::size_t endOfRawLiteral(std::string_view text, std::size_t open)
{
    const auto paren = std::min(text.find('(', open), text.size() - 1);
    const std::string close = ")" + std::string(text.substr(open + 1, paren - open - 1)) + "\"";
    return endOfText(text, text.find(close, paren), close.size());
}

/// A word, or a number with its digit separators.
inline std::size_t endOfWord(std::string_view text, std::size_t begin)
{
    const bool number = std::isdigit(static_cast<unsigned char>(text[begin])) != 0;
    std::size_t at = begin;
    while (at < text.size() &&
           (isWordChar(text[at]) || (number && (text[at] == '\'' || text[at] == '.')))) {
        ++at;
    }
    return at;
}

inline Token tokenAt(std::string_view text, std::size_t at)
{
    if (text.substr(at).starts_with("//")) {
        return {TokenKind::Comment, at, endOfText(text, text.find('\n', at), 0)};
    }
    if (text.substr(at).starts_with("/*")) {
        return {TokenKind::Comment, at, endOfText(text, text.find("*/", at + 2), 2)};
    }
    if (text[at] == '"' || text[at] == '\'') {
        return {TokenKind::Literal, at, endOfLiteral(text, at)};
    }
    if (!isWordChar(text[at])) {
        return {TokenKind::Other, at, at + 1};
    }
    const std::size_t end = endOfWord(text, at);
    if (end < text.size() && text[end] == '"' && text[end - 1] == 'R') {
        return {TokenKind::Literal, at, endOfRawLiteral(text, end)};
    }
    return {TokenKind::Word, at, end};
}

inline std::vector<Token> tokensOf(std::string_view text)
{
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size(); at = tokens.back().end) {
        tokens.push_back(tokenAt(text, at));
    }
    return tokens;
}

enum class Keep { Code, CodeAndLiterals };

/// Replaces comments, and with Keep::Code also literals, by spaces; offsets and lines stay the same.
inline std::string masked(std::string text, Keep keep)
{
    for (const Token& token : tokensOf(std::string(text))) {
        if (token.kind == TokenKind::Comment ||
            (token.kind == TokenKind::Literal && keep == Keep::Code)) {
            std::replace_if(
                text.begin() + static_cast<std::ptrdiff_t>(token.begin),
                text.begin() + static_cast<std::ptrdiff_t>(token.end),
                [](char c) { return c != '\n'; }, ' ');
        }
    }
    return text;
}

struct Literal {
    std::string value; ///< without its quotes
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Ordinary string literals outside of comments.
inline std::vector<Literal> literalsOf(const std::string& text)
{
    std::vector<Literal> literals;
    for (const Token& token : tokensOf(text)) {
        if (token.kind == TokenKind::Literal && text[token.begin] == '"') {
            literals.push_back({text.substr(token.begin + 1, token.end - token.begin - 2),
                                token.begin, token.end});
        }
    }
    return literals;
}

/// The positions of the whole word in masked text.
inline std::vector<std::size_t> placesOf(std::string_view text, std::string_view word)
{
    std::vector<std::size_t> places;
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const bool begins = at == 0 || !isWordChar(word.front()) || !isWordChar(text[at - 1]);
        const std::size_t end = at + word.size();
        const bool ends = end == text.size() || !isWordChar(word.back()) || !isWordChar(text[end]);
        if (begins && ends) {
            places.push_back(at);
        }
    }
    return places;
}

/// The position after the bracket that closes the one at `open` in masked text.
inline std::size_t endOfBracket(std::string_view text, std::size_t open)
{
    const char close = text[open] == '(' ? ')' : '}';
    int depth = 0;
    for (std::size_t at = open; at < text.size(); ++at) {
        depth += text[at] == text[open] ? 1 : 0;
        depth -= text[at] == close ? 1 : 0;
        if (depth == 0) {
            return at + 1;
        }
    }
    return text.size();
}

inline std::size_t skipBlanks(std::string_view text, std::size_t at)
{
    return std::min(text.find_first_not_of(" \t\n", at), text.size());
}

struct Exception {
    std::string key; ///< mostly a path
    std::string reason;
};

/// Exceptions to a rule. Marks those in use; the rest are stale.
class AllowList {
public:
    AllowList(std::initializer_list<Exception> exceptions)
    {
        for (const Exception& one : exceptions) {
            reasons_.emplace(one.key, one.reason);
        }
    }
    bool allows(const std::string& key)
    {
        if (!reasons_.contains(key)) {
            return false;
        }
        needed_.insert(key);
        return true;
    }
    Complaints stale() const
    {
        Complaints complaints;
        for (const auto& [key, reason] : reasons_) {
            if (!needed_.contains(key)) {
                complaints.push_back(key + ": is excepted (" + reason +
                                     ") but keeps the rule; take it off the list");
            }
        }
        return complaints;
    }

private:
    std::map<std::string, std::string> reasons_;
    std::set<std::string> needed_;
};

/// For a failing test: one complaint per line.
inline std::string listed(const Complaints& complaints)
{
    std::string all;
    for (const std::string& complaint : complaints) {
        all += complaint + "\n";
    }
    return all;
}

} // namespace giftbox::tidy
