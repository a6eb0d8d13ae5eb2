#pragma once

#include "books/set_store.h"
#include "gifting/edit_recipient.h"
#include "gifting/plan_box.h"
#include "gifting/selection/answer_nomination.h"
#include "gifting/selection/approve_selection.h"
#include "gifting/selection/nominate_recipient.h"
#include "gifting/selection/select_recipient.h"
#include "tests/support/details.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests {

/// The steps for nominations and selection. It is 2026-06-15; a mug costs 10.00, and there are plenty.
class MonthFixture : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        stock("MUG-01", 100, "1000.00", "2025-01-01");
        for (const char* code : {"C-1", "C-2", "C-3"}) {
            recipient(code);
        }
    }

    /// Three contents items from different categories, that many of each.
    void threeCategories(std::int64_t units)
    {
        for (const char* category : {"hats", "pens", "mugs"}) {
            inventory::Item item;
            item.sku = std::string(category) + "-1";
            item.name = "One of the " + std::string(category);
            item.category = category;
            item.unit = "each";
            add(item);
            stock(item.sku, units, "31.00", "2026-05-01");
        }
    }

    gifting::NominationNo nominate(const std::string& code, const std::string& when,
                                   const std::string& adviser = "Bo")
    {
        return write([&](auto& tx) {
                   return gifting::nominateRecipient(tx, {.recipient = code,
                                                          .month = month(when),
                                                          .adviser = adviser,
                                                          .department = "service",
                                                          .reason = "always asks how we are"});
               })
            .number;
    }
    void withdraw(gifting::NominationNo number, const std::string& reason = "named twice")
    {
        write([&](auto& tx) { return gifting::withdrawNomination(tx, number, reason); });
    }
    void decline(gifting::NominationNo number, const std::string& reason = "next month")
    {
        write([&](auto& tx) { return gifting::declineNomination(tx, number, reason); });
    }
    gifting::Candidate select(const std::string& code, const std::string& when,
                              const std::optional<std::string>& exceptionReason = std::nullopt)
    {
        return write([&](auto& tx) {
            return gifting::selectRecipient(
                tx, {.recipient = code, .month = month(when), .exceptionReason = exceptionReason});
        });
    }
    void remove(const std::string& code, const std::string& when,
                const std::string& reason = "moved to autumn")
    {
        write([&](auto& tx) { return gifting::removeSelection(tx, code, month(when), reason), 0; });
    }
    gifting::ApprovedList approve(const std::string& when,
                                  const std::optional<std::string>& only = {})
    {
        return write([&](auto& tx) { return gifting::approveSelections(tx, month(when), only); });
    }
    void householdOf(const std::string& code, const std::string& household)
    {
        write([&](auto& tx) {
            return gifting::editRecipient(tx, code, {{"household", household}});
        });
    }
    void doNotGift(const std::string& code)
    {
        write([&](auto& tx) { return gifting::editRecipient(tx, code, {{"do_not_gift", "yes"}}); });
    }
    /// Anonymizes a recipient but keeps the code, which no use case does.
    void flag(const std::string& code, const std::string& column)
    {
        booksAreFalsified();
        const std::string more = column == "anonymized" ? ", search_text = ''" : "";
        raw().execute("UPDATE recipient SET " + column + " = 1" + more +
                      " WHERE store_id = " + storeId() + " AND code = '" + code + "'");
    }

    std::vector<gifting::Candidate> candidates(const std::string& when)
    {
        return read([&](const auto& tx) { return gifting::candidatesOf(tx, month(when)); });
    }
    gifting::Candidate candidate(const std::string& code, const std::string& when)
    {
        for (const gifting::Candidate& one : candidates(when)) {
            if (one.code == code) {
                return one;
            }
        }
        ADD_FAILURE() << code << " is no candidate of " << when;
        return {};
    }
    /// The current warnings of a candidate, for people.
    std::string warnings(const std::string& code, const std::string& when)
    {
        return textOf(shownWarnings(candidate(code, when).warnings));
    }
    /// `CODE state` of each nomination that passes the filter, separated by commas.
    std::string nominations(const gifting::NominationFilter& filter = {})
    {
        return read([&](const auto& tx) {
            std::string text;
            gifting::listNominations(tx, filter, [&](const gifting::Nomination& one) {
                text += (text.empty() ? "" : ", ") + one.recipientCode + " " +
                        std::string(toText(one.state));
            });
            return text;
        });
    }
    gifting::Nomination nomination(gifting::NominationNo number)
    {
        return read([&](const auto& tx) { return gifting::requireNomination(tx, number); });
    }
    /// `action subject detail` for the newest event.
    std::string lastEvent()
    {
        const auto row =
            raw().rows("SELECT action, subject, detail FROM event WHERE store_id = " + storeId() +
                       " ORDER BY event_seq DESC LIMIT 1");
        return row.front()[0] + " " + row.front()[1] + " " + withoutDigests(row.front()[2]);
    }
};

} // namespace giftbox::tests
