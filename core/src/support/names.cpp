#include "dropout/support/names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "dropout/support/validation.h"
#include "support/refusal.h"

namespace dropout {
namespace {

template <class Value, std::size_t n>
using Names = std::array<std::pair<std::string_view, Value>, n>;

constexpr Names<Generator, 3> generator_names{{
    {"torch-intel", Generator::torch_intel},
    {"torch", Generator::torch},
    {"numpy", Generator::numpy},
}};

constexpr Names<Activation, 5> activation_names{{
    {"identity", Activation::identity},
    {"relu", Activation::relu},
    {"tanh", Activation::tanh},
    {"sigmoid", Activation::sigmoid},
    {"softmax", Activation::softmax},
}};

constexpr Names<AveragingMethod, 4> averaging_method_names{{
    {"auto", AveragingMethod::automatic},
    {"closed-form", AveragingMethod::closed_form},
    {"characteristic-function", AveragingMethod::characteristic_function},
    {"enumeration", AveragingMethod::enumeration},
}};

constexpr Names<Loss, 3> loss_names{{
    {"mean_squared_error", Loss::mean_squared_error},
    {"binary_cross_entropy", Loss::binary_cross_entropy},
    {"cross_entropy", Loss::cross_entropy},
}};

constexpr Names<Verdict::Reason, 6> reason_names{{
    {"nothing-dropped", Verdict::Reason::nothing_dropped},
    {"linear-after-mask", Verdict::Reason::linear_after_mask},
    {"constant-output", Verdict::Reason::constant_output},
    {"everything-dropped", Verdict::Reason::everything_dropped},
    {"output-activation", Verdict::Reason::output_activation},
    {"hidden-activation", Verdict::Reason::hidden_activation},
}};

constexpr Names<ScalingRule, 7> scaling_rule_names{{
    {"none", ScalingRule::none},
    {"inverted", ScalingRule::inverted},
    {"paper", ScalingRule::paper},
    {"inverted-by-p-drop", ScalingRule::inverted_by_p_drop},
    {"multiplied-by-p-drop", ScalingRule::multiplied_by_p_drop},
    {"scaled-twice", ScalingRule::scaled_twice},
    {"left-on", ScalingRule::left_on},
}};

constexpr Names<PlaneData, 4> plane_data_names{{
    {"moons", PlaneData::moons},
    {"circles", PlaneData::circles},
    {"xor", PlaneData::xor_},
    {"spirals", PlaneData::spirals},
}};

template <class Value, std::size_t n>
Value named(const Names<Value, n>& names, std::string_view name, std::string_view field) {
  std::string allowed;
  for (const auto& [known_name, value] : names) {
    if (name == known_name) return value;
    allowed += joined(allowed.empty() ? "\"" : ", \"", known_name, "\"");
  }
  refuse(field, " must be one of ", allowed, ", got ", in_quotes(name));
}

template <class Value, std::size_t n>
std::string_view name_in(const Names<Value, n>& names, Value value) {
  return std::find_if(names.begin(), names.end(),
                      [&](const auto& entry) { return entry.second == value; })
      ->first;
}

}  // namespace

Generator generator_named(std::string_view name, std::string_view field) {
  return named(generator_names, name, field);
}

Activation activation_named(std::string_view name, std::string_view field) {
  return named(activation_names, name, field);
}

AveragingMethod averaging_method_named(std::string_view name, std::string_view field) {
  return named(averaging_method_names, name, field);
}

ScalingRule scaling_rule_named(std::string_view name, std::string_view field) {
  return named(scaling_rule_names, name, field);
}

Loss loss_named(std::string_view name, std::string_view field) {
  return named(loss_names, name, field);
}

PlaneData plane_data_named(std::string_view name, std::string_view field) {
  return named(plane_data_names, name, field);
}

std::string_view name_of(Activation activation) { return name_in(activation_names, activation); }

std::string_view name_of(AveragingMethod method) { return name_in(averaging_method_names, method); }

std::string_view name_of(Loss loss) { return name_in(loss_names, loss); }

std::string_view name_of(Verdict::Reason reason) { return name_in(reason_names, reason); }

std::string_view name_of(ScalingRule rule) { return name_in(scaling_rule_names, rule); }

}  // namespace dropout
