#pragma once

#include <array>
#include <string_view>

namespace giftbox::accounting {

/// What an account of the store's ledger is to the journal.
enum class JournalRole {
    GiftStock,
    PackagingStock,
    BoxesPacked, ///< packed and not given
    Grni,        ///< goods received, not invoiced
    Payables,
    PartsInventory, ///< where parts transfers come from
    GiftExpense,
    PackagingExpense,
    LaborApplied,
    LaborContra,
    PriceVariance,
    Shrinkage,
    WriteOff
};

struct JournalRoleRule {
    JournalRole role;
    std::string_view text; ///< in the database, files and commands
    std::string_view title;
    std::string_view what;      ///< what is booked there
    bool hasDepartment = false; ///< whether the department of a box tells its accounts apart
};

inline constexpr std::array kJournalRoles = {
    JournalRoleRule{JournalRole::GiftStock, "gift-stock", "Gift stock",
                    "items for boxes on the shelf"},
    JournalRoleRule{JournalRole::PackagingStock, "packaging-stock", "Packaging stock",
                    "packaging on the shelf"},
    JournalRoleRule{JournalRole::BoxesPacked, "boxes-packed", "Boxes packed, not given",
                    "contents and packaging of boxes that are packed and not given yet"},
    JournalRoleRule{JournalRole::Grni, "grni", "Goods received, not billed",
                    "purchases until their bill; payables where bills are not recorded"},
    JournalRoleRule{JournalRole::Payables, "payables", "Payables",
                    "bills, freight, returns to suppliers and their credits"},
    JournalRoleRule{JournalRole::PartsInventory, "parts-inventory", "Parts inventory",
                    "parts transfers come from it"},
    JournalRoleRule{JournalRole::GiftExpense, "gift-expense", "Gift expense",
                    "contents of boxes given", true},
    JournalRoleRule{JournalRole::PackagingExpense, "packaging-expense", "Packaging expense",
                    "packaging of boxes given", true},
    JournalRoleRule{JournalRole::LaborApplied, "labor-applied", "Labor applied",
                    "labor of boxes given, if the store books labor", true},
    JournalRoleRule{JournalRole::LaborContra, "labor-contra", "Labor contra",
                    "the other side of labor applied", true},
    JournalRoleRule{JournalRole::PriceVariance, "price-variance", "Price variance",
                    "changed costs of units that are gone, and credits that fall short"},
    JournalRoleRule{JournalRole::Shrinkage, "shrinkage", "Shrinkage",
                    "units missing or found at counts"},
    JournalRoleRule{JournalRole::WriteOff, "write-off", "Write-offs", "units written off"}};

constexpr const JournalRoleRule& ruleOf(JournalRole role)
{
    return kJournalRoles[static_cast<std::size_t>(role)];
}
constexpr std::string_view toText(JournalRole role) { return ruleOf(role).text; }

/// Throws Refusal `journal.role_unknown`.
JournalRole parseJournalRole(std::string_view text);

} // namespace giftbox::accounting
