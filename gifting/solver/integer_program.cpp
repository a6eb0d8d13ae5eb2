#include "gifting/solver/integer_program.h"

#include <nlohmann/json.hpp>

namespace giftbox::gifting {

using Json = nlohmann::json;

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(IntegerProgram::Column, least, most, worth, values)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(IntegerProgram::Term, column, coefficient)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(IntegerProgram::Row, terms, least, most)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(IntegerProgram, columns, rows)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(StopAt, gapBasisPoints, nodes, seconds)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SolverTask, program, stop)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(IntegerSolution, found, values, objective, bound)

std::size_t IntegerProgram::add(const Column& column)
{
    columns.push_back(column);
    return columns.size() - 1;
}

void IntegerProgram::add(Row row) { rows.push_back(std::move(row)); }

std::string toJson(const SolverTask& task) { return Json(task).dump(); }
SolverTask parseTask(std::string_view json) { return Json::parse(json).get<SolverTask>(); }
std::string toJson(const IntegerSolution& solution) { return Json(solution).dump(); }
IntegerSolution parseSolution(std::string_view json)
{
    return Json::parse(json).get<IntegerSolution>();
}

} // namespace giftbox::gifting
