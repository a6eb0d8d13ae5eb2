#include "gifting/planner/integer_program.h"

#include "foundation/shared_library.h"

#include <coin/Cbc_C_Interface.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace giftbox::gifting {

namespace {

constexpr double kTolerance = 1e-6;
constexpr double kInfinity = std::numeric_limits<double>::max();

/// The functions of CBC, loaded when the first program is solved.
class Cbc {
public:
    static const Cbc& loaded()
    {
        static const Cbc cbc;
        return cbc;
    }

private:
    Cbc() = default;
    foundation::SharedLibrary library_{"libCbcSolver.so.3", "coinor-libcbc3"};

public:
#define GIFTBOX_CBC(name)                                                                          \
    decltype(&Cbc_##name) name = library_.find<decltype(&Cbc_##name)>("Cbc_" #name)
    GIFTBOX_CBC(newModel);
    GIFTBOX_CBC(deleteModel);
    GIFTBOX_CBC(loadProblem);
    GIFTBOX_CBC(setInteger);
    GIFTBOX_CBC(setParameter);
    GIFTBOX_CBC(setLogLevel);
    GIFTBOX_CBC(solve);
    GIFTBOX_CBC(status);
    GIFTBOX_CBC(isProvenOptimal);
    GIFTBOX_CBC(isProvenInfeasible);
    GIFTBOX_CBC(bestSolution);
    GIFTBOX_CBC(getColSolution);
    GIFTBOX_CBC(getObjValue);
    GIFTBOX_CBC(getBestPossibleObjValue);
#undef GIFTBOX_CBC
};

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

void load(const Cbc& cbc, Cbc_Model* model, const IntegerProgram& program)
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
    cbc.loadProblem(model, static_cast<int>(program.columns.size()),
                    static_cast<int>(program.rows.size()), matrix.starts.data(), matrix.rows.data(),
                    matrix.values.data(), least.data(), most.data(), cost.data(), rowLeast.data(),
                    rowMost.data());
    for (std::size_t i = 0; i < program.columns.size(); ++i) {
        if (program.columns[i].values == IntegerProgram::Values::Whole) {
            cbc.setInteger(model, static_cast<int>(i));
        }
    }
}

double gapOf(const StopAt& stop) { return static_cast<double>(stop.gapBasisPoints) / 10'000; }

void setStop(const Cbc& cbc, Cbc_Model* model, const StopAt& stop)
{
    cbc.setParameter(model, "log", "0");
    cbc.setLogLevel(model, 0);
    cbc.setParameter(model, "threads", "0");
    cbc.setParameter(model, "randomSeed", "1");
    cbc.setParameter(model, "timeMode", "elapsed");
    cbc.setParameter(model, "sec", std::to_string(stop.seconds).c_str());
    cbc.setParameter(model, "maxNodes", std::to_string(stop.nodes).c_str());
    cbc.setParameter(model, "ratioGap", std::to_string(gapOf(stop)).c_str());
}

IntegerSolution solutionOf(const Cbc& cbc, Cbc_Model* model, const IntegerProgram& program,
                           const StopAt& stop)
{
    IntegerSolution solution;
    const double* values = cbc.bestSolution(model);
    // Without whole columns there is no search, and the library's record of one is empty.
    const bool isSearched = values != nullptr || cbc.isProvenOptimal(model) == 0;
    values = isSearched ? values : cbc.getColSolution(model);
    if (values == nullptr || cbc.isProvenInfeasible(model) != 0) {
        solution.found = cbc.isProvenInfeasible(model) != 0 ? IntegerSolution::Found::Impossible
                                                            : IntegerSolution::Found::Unknown;
        return solution;
    }
    solution.found = cbc.isProvenOptimal(model) != 0 ? IntegerSolution::Found::Best
                                                     : IntegerSolution::Found::Good;
    for (std::size_t i = 0; i < program.columns.size(); ++i) {
        solution.values.push_back(std::llround(values[i]));
    }
    solution.objective = static_cast<std::int64_t>(std::ceil(-cbc.getObjValue(model) - kTolerance));
    if (!isSearched) {
        solution.bound = solution.objective;
        return solution;
    }
    const auto bound =
        static_cast<std::int64_t>(std::floor(-cbc.getBestPossibleObjValue(model) + kTolerance));
    // Solutions within the gap were cut off unseen, and the library's bound does not know them.
    const auto unseen =
        static_cast<std::int64_t>(std::ceil(std::abs(cbc.getObjValue(model)) * gapOf(stop)));
    solution.bound = std::max(bound, solution.objective + unseen);
    return solution;
}

} // namespace

std::size_t IntegerProgram::add(const Column& column)
{
    columns.push_back(column);
    return columns.size() - 1;
}

void IntegerProgram::add(Row row) { rows.push_back(std::move(row)); }

IntegerSolution solve(const IntegerProgram& program, const StopAt& stop)
{
    const Cbc& cbc = Cbc::loaded();
    const Model model(cbc.newModel(), cbc.deleteModel);
    load(cbc, model.get(), program);
    setStop(cbc, model.get(), stop);
    cbc.solve(model.get());
    return solutionOf(cbc, model.get(), program, stop);
}

} // namespace giftbox::gifting
