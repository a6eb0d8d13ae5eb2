#include "foundation/fold.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace giftbox::foundation::fold_test {
namespace {

TEST(Folded, TakesWordsForTheSameWhateverTheirCaseAccentsWidthAndBlanks)
{
    const std::vector<std::vector<std::string>> words = {
        {"özge yıldız", "Özge  Yıldız ", "OZGE YILDIZ", "ÖZGE YILDIZ", "o\u0308zge yildiz"},
        {"İstanbul", "istanbul", "ISTANBUL"},
        {"strasse", "Straße", "STRASSE", "STRAẞE"},
        {"muller", "Müller", "MU\u0308LLER"},
        {"lodz", "Łódź"},
        {"юлия елкина", "Юлия Ёлкина", "ЮЛИЯ ЕЛКИНА"},
        {"σοφος", "ΣΟΦΟΣ", "Σοφός"},
        {"abc-1", "ＡＢＣ－１", "Abc-1", "ABC\u20101"},
        {"カバ", "ｶﾊﾞ"},
        {"o'brien", "O’Brien", "O\u02BCBRIEN"},
        {"two words", "\tTwo\u00A0 \u3000words\r\n", "Two\nWords"},
        {"", " ", "\t\r\n", "\u3000"}};
    for (const auto& same : words) {
        for (const std::string& word : same) {
            EXPECT_EQ(folded(word), folded(same.front())) << word;
            EXPECT_TRUE(sameFolded(word, same.front())) << word;
        }
    }
    EXPECT_EQ(folded(" Hats  And Caps"), "hats and caps");
}

TEST(Folded, KeepsApartWhatIsAnotherWord)
{
    EXPECT_FALSE(sameFolded("hat", "hats"));
    EXPECT_FALSE(sameFolded("ab c", "a bc"));
    EXPECT_FALSE(sameFolded("abc", "ab c"));
    EXPECT_FALSE(sameFolded("がく", "かく")) << "a voiced kana is another letter";
    EXPECT_FALSE(sameFolded("गाना", "गन")) << "and so is a vowel sign";
    EXPECT_FALSE(sameFolded("", "a"));
    EXPECT_FALSE(sameFolded("a", "a\u3042"));
}

TEST(Folded, LeavesWhatIsNoUtf8AsItIs)
{
    EXPECT_EQ(folded("A\xC3"), "A\xC3");
    EXPECT_EQ(entered(" A\xC3 "), " A\xC3 ");
    EXPECT_EQ(searchable("A\xC3"), "");
}

TEST(Folded, OrdersMarksThatOnlySomethingInvisibleKeptApart)
{
    EXPECT_EQ(folded("\u0345\u202E\u3099"), folded("\u0345\u3099"));
}

TEST(Entered, CutsBlanksAndComposes)
{
    EXPECT_EQ(entered("Reyes"), "Reyes");
    EXPECT_EQ(entered("  Reyes \t"), "Reyes");
    EXPECT_EQ(entered("Ann   Marie\tSmith"), "Ann Marie Smith");
    EXPECT_EQ(entered("Rene\u0301 Ferre\u0301"), "René Ferré");
    EXPECT_EQ(entered("two\nlines\n"), "two\nlines") << "a line end is no blank";
    EXPECT_EQ(entered("山田\u3000太郎"), "山田\u3000太郎") << "a blank of its own stays";
    EXPECT_EQ(entered("\u00A0 \u3000"), "");
    EXPECT_EQ(entered("Straße ＡＢＣ"), "Straße ＡＢＣ")
        << "only the look-up takes them for others";
}

TEST(Entered, DropsWhatIsPastedWithTextAndNobodySees)
{
    EXPECT_EQ(entered("Ann\u200B Lee\uFEFF"), "Ann Lee") << "zero width";
    EXPECT_EQ(entered("\u200E\u202AAnn\u202C \u2066Lee\u2069\u200F\u061C"), "Ann Lee")
        << "direction marks";
    EXPECT_EQ(entered("Donau\u00ADschiff\u00ADfahrt\u2060"), "Donauschifffahrt");
    EXPECT_EQ(entered("Ann \u200B Lee \u200B"), "Ann Lee") << "blanks around one are one";
    EXPECT_EQ(entered("\u200B\u2060"), "");
    EXPECT_EQ(entered("Rene\u200B\u0301"), "René") << "composed afterward";
    EXPECT_EQ(entered("\uFEFFHAT-01"), "HAT-01");
    EXPECT_EQ(entered("An\u200Cn \u200DLee\u200D"), "Ann Lee") << "joiners join no Latin letters";
}

TEST(Entered, KeepsJoinersThatShapeWhatIsSeen)
{
    for (const char* text : {"علی\u200Cرضا", "क्\u200Dष", "\U0001F469\u200D\U0001F467",
                             "\u2764\uFE0F\u200D\U0001F525"}) {
        EXPECT_EQ(entered(text), text);
    }
    EXPECT_EQ(entered("علی\u200C"), "علی") << "nothing follows";
    EXPECT_TRUE(sameFolded("علی\u200Cرضا", "علیرضا"));
}

TEST(LessFolded, PutsAppleBeforeZebraAndOzgeBesideO)
{
    const LessFolded less;
    EXPECT_TRUE(less("apple", "Zebra"));
    EXPECT_FALSE(less("Zebra", "apple"));
    EXPECT_TRUE(less("Özge", "Peter"));
    EXPECT_FALSE(less("Hats", "hats "));
    EXPECT_FALSE(less("hats ", "Hats"));
}

TEST(SearchWords, AreThoseBetweenBlanksAndPunctuationLongestFirst)
{
    using Words = std::vector<std::string>;
    EXPECT_EQ(searchWords("Smith, Anna"), (Words{"smith", "anna"}));
    EXPECT_EQ(searchWords("O'Brien (fleet) o’brien"), (Words{"obrien", "fleet"}));
    EXPECT_EQ(searchWords(" , - "), Words{});
    EXPECT_EQ(searchWords("c-1042"), (Words{"1042", "c"}));
    EXPECT_EQ(searchable("C-1042 Smith/Anna"), "c 1042 smith anna");
    EXPECT_TRUE(hasWords(searchable("C-1042 Anna Smith"), searchWords("smith, ann")));
    EXPECT_FALSE(hasWords(searchable("C-1042 Anna Smith"), searchWords("smith bob")));
}

/// Pieces that reach every branch, in any order.
rc::Gen<std::string> anyWords()
{
    return rc::gen::map(
        rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "a", "B", " ", "  ", "\t", "\n", "ß", "İ", "ı", "é", "e\u0301", "\u0301", "Σ", "ς",
            "Ａ", "ｶ", "ﾞ", "か", "\u3099", "한", "\u1100", "ﬁ", "ℌ", "Æ", "\u0345", "\u00AD", "-",
            "’", "\u3000", "Ǆ", "ŉ", "\u1E9E", "\u2126", "й", "\u05D1\u05BC", "\U0001F469",
            "\u200B", "\u200D", "\u202E", "ع")),
        [](const std::vector<std::string>& parts) {
            std::string text;
            for (const std::string& part : parts) {
                text += part;
            }
            return text;
        });
}

RC_GTEST_PROP(FoldProperties, FoldingOnceMoreChangesNothing, ())
{
    const std::string text = *anyWords();
    RC_ASSERT(folded(folded(text)) == folded(text));
    RC_ASSERT(entered(entered(text)) == entered(text));
    RC_ASSERT(searchable(searchable(text)) == searchable(text));
    RC_ASSERT(folded(entered(text)) == folded(text));
}

RC_GTEST_PROP(FoldProperties, ComparingIsComparingTheFoldedForms, ())
{
    const std::string a = *anyWords();
    const std::string b = *anyWords();
    RC_ASSERT(sameFolded(a, b) == (folded(a) == folded(b)));
    RC_ASSERT(LessFolded()(a, b) == (folded(a) < folded(b)));
}

} // namespace
} // namespace giftbox::foundation::fold_test
