#include "gifting/solver/integer_program.h"

#include <coin/Cbc_C_Interface.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <sys/resource.h>
#include <unistd.h>

namespace {

using namespace giftbox::gifting;

constexpr double kTolerance = 1e-6;
constexpr double kInfinity = std::numeric_limits<double>::max();

double limitOf(std::int64_t value)
{
    if (value == kNoLimit || value == -kNoLimit) {
        return value > 0 ? kInfinity : -kInfinity;
    }
    return static_cast<double>(value);
}

/// The columns of a program in CBC's form: the entries of each column together.
struct Matrix {
    std::vector<int> starts;
    std::vector<int> rows;
    std::vector<double> values;
};

Matrix matrixOf(const IntegerProgram& program)
{
    Matrix matrix;
    matrix.starts.assign(program.columns.size() + 1, 0);
    for (const IntegerProgram::Row& row : program.rows) {
        for (const IntegerProgram::Term& term : row.terms) {
            ++matrix.starts[term.column + 1];
        }
    }
    for (std::size_t i = 1; i < matrix.starts.size(); ++i) {
        matrix.starts[i] += matrix.starts[i - 1];
    }
    std::vector<int> next = matrix.starts;
    matrix.rows.resize(static_cast<std::size_t>(matrix.starts.back()));
    matrix.values.resize(matrix.rows.size());
    for (std::size_t r = 0; r < program.rows.size(); ++r) {
        for (const IntegerProgram::Term& term : program.rows[r].terms) {
            const auto at = static_cast<std::size_t>(next[term.column]++);
            matrix.rows[at] = static_cast<int>(r);
            matrix.values[at] = static_cast<double>(term.coefficient);
        }
    }
    return matrix;
}

using Model = std::unique_ptr<Cbc_Model, void (*)(Cbc_Model*)>;

void load(Cbc_Model* model, const IntegerProgram& program)
{
    std::vector<double> least;
    std::vector<double> most;
    std::vector<double> cost; // the library minimizes it
    for (const IntegerProgram::Column& column : program.columns) {
        least.push_back(limitOf(column.least));
        most.push_back(limitOf(column.most));
        cost.push_back(-static_cast<double>(column.worth));
    }
    std::vector<double> rowLeast;
    std::vector<double> rowMost;
    for (const IntegerProgram::Row& row : program.rows) {
        rowLeast.push_back(limitOf(row.least));
        rowMost.push_back(limitOf(row.most));
    }
    const Matrix matrix = matrixOf(program);
    Cbc_loadProblem(model, static_cast<int>(program.columns.size()),
                    static_cast<int>(program.rows.size()), matrix.starts.data(), matrix.rows.data(),
                    matrix.values.data(), least.data(), most.data(), cost.data(), rowLeast.data(),
                    rowMost.data());
    for (std::size_t i = 0; i < program.columns.size(); ++i) {
        if (program.columns[i].values == IntegerProgram::Values::Whole) {
            Cbc_setInteger(model, static_cast<int>(i));
        }
    }
}

double gapOf(const StopAt& stop) { return static_cast<double>(stop.gapBasisPoints) / 10'000; }

void setStop(Cbc_Model* model, const StopAt& stop)
{
    Cbc_setParameter(model, "log", "0");
    Cbc_setLogLevel(model, 0);
    Cbc_setParameter(model, "threads", "0");
    Cbc_setParameter(model, "randomSeed", "1");
    Cbc_setParameter(model, "timeMode", "elapsed");
    Cbc_setParameter(model, "sec", std::to_string(stop.seconds).c_str());
    Cbc_setParameter(model, "maxNodes", std::to_string(stop.nodes).c_str());
    Cbc_setParameter(model, "ratioGap", std::to_string(gapOf(stop)).c_str());
}

IntegerSolution solutionOf(Cbc_Model* model, const IntegerProgram& program, const StopAt& stop)
{
    IntegerSolution solution;
    const double* values = Cbc_bestSolution(model);
    // Without whole columns there is no search, and the library's record of one is empty.
    const bool isSearched = values != nullptr || Cbc_isProvenOptimal(model) == 0;
    values = isSearched ? values : Cbc_getColSolution(model);
    if (values == nullptr || Cbc_isProvenInfeasible(model) != 0) {
        solution.found = Cbc_isProvenInfeasible(model) != 0 ? IntegerSolution::Found::Impossible
                                                            : IntegerSolution::Found::Unknown;
        return solution;
    }
    solution.found = Cbc_isProvenOptimal(model) != 0 ? IntegerSolution::Found::Best
                                                     : IntegerSolution::Found::Good;
    for (std::size_t i = 0; i < program.columns.size(); ++i) {
        solution.values.push_back(std::llround(values[i]));
    }
    solution.objective = static_cast<std::int64_t>(std::ceil(-Cbc_getObjValue(model) - kTolerance));
    if (!isSearched) {
        solution.bound = solution.objective;
        return solution;
    }
    const auto bound =
        static_cast<std::int64_t>(std::floor(-Cbc_getBestPossibleObjValue(model) + kTolerance));
    // Solutions within the gap were cut off unseen, and the library's bound does not know them.
    const auto unseen =
        static_cast<std::int64_t>(std::ceil(std::abs(Cbc_getObjValue(model)) * gapOf(stop)));
    solution.bound = std::max(bound, solution.objective + unseen);
    return solution;
}

IntegerSolution solve(const SolverTask& task)
{
    const Model model(Cbc_newModel(), Cbc_deleteModel);
    load(model.get(), task.program);
    setStop(model.get(), task.stop);
    Cbc_solve(model.get());
    return solutionOf(model.get(), task.program, task.stop);
}

/// What goes wrong here ends here: no memory beyond a bound, no core file, and where the machine has no memory left,
/// this is the first to go.
void spareTheMachine()
{
#ifndef __SANITIZE_ADDRESS__ // which takes much more
    constexpr rlim_t kMostBytes = rlim_t{1} << 30;
    const rlimit memory{.rlim_cur = kMostBytes, .rlim_max = kMostBytes};
    ::setrlimit(RLIMIT_DATA, &memory);
#endif
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    ::setrlimit(RLIMIT_CORE, &none);
    std::ofstream("/proc/self/oom_score_adj") << 1000;
}

int run()
{
    spareTheMachine();
    // What the library prints is no solution.
    std::FILE* out = ::fdopen(::dup(STDOUT_FILENO), "w");
    ::dup2(STDERR_FILENO, STDOUT_FILENO);
    const std::string task{std::istreambuf_iterator<char>(std::cin),
                           std::istreambuf_iterator<char>()};
    const std::string solution = toJson(solve(parseTask(task)));
    return std::fputs(solution.c_str(), out) >= 0 && std::fclose(out) == 0 ? 0 : 3;
}

} // namespace

/// A task as JSON on standard input, its solution on standard output; or nothing, and a sentence on standard error.
int main()
{
    try {
        return run();
    } catch (const std::exception& error) {
        std::cerr << error.what() << std::endl;
        return 2;
    }
}
