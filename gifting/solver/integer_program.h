#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::gifting {

inline constexpr std::int64_t kNoLimit = std::numeric_limits<std::int64_t>::max();

/// A linear program with whole coefficients: columns with limits, rows that must hold, and an objective to maximize,
/// the sum of worth * value.
struct IntegerProgram {
    enum class Values { Whole, Any };
    struct Column {
        std::int64_t least = 0;
        std::int64_t most = 1;
        std::int64_t worth = 0;
        Values values = Values::Whole;
    };
    struct Term {
        std::size_t column = 0;
        std::int64_t coefficient = 1;
    };
    /// least <= sum of the terms <= most; -kNoLimit and kNoLimit for none.
    struct Row {
        std::vector<Term> terms;
        std::int64_t least = -kNoLimit;
        std::int64_t most = kNoLimit;
    };
    std::vector<Column> columns;
    std::vector<Row> rows;

    /// The number of the new column.
    std::size_t add(const Column& column);
    /// A row must not have a column twice.
    void add(Row row);
};

/// When to stop: at a gap (in hundredths of a percent) or after a number of nodes, which always give the same answer;
/// or after seconds, which may not.
struct StopAt {
    std::int64_t gapBasisPoints = 0;
    std::int64_t nodes = 0;
    std::int64_t seconds = 0;
};

struct IntegerSolution {
    enum class Found {
        Best,       ///< within the requested gap
        Good,       ///< stopped by a node or time limit
        Impossible, ///< no solution keeps all rows
        Unknown     ///< stopped by a limit before a solution was found
    };
    Found found = Found::Unknown;
    /// The values of all columns, rounded to whole numbers.
    std::vector<std::int64_t> values;
    /// The objective of the solution, rounded up to a whole number.
    std::int64_t objective = 0;
    /// No solution has a larger objective.
    std::int64_t bound = 0;
};

/// What giftbox-solve is asked, and what it answers.
struct SolverTask {
    IntegerProgram program;
    StopAt stop;
};

/// Both as JSON. Reading throws a std::exception where a part is missing or of another type.
std::string toJson(const SolverTask& task);
SolverTask parseTask(std::string_view json);
std::string toJson(const IntegerSolution& solution);
IntegerSolution parseSolution(std::string_view json);

} // namespace giftbox::gifting
