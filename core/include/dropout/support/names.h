#pragma once

#include <string_view>

#include "dropout/averaging/averages.h"
#include "dropout/averaging/verdicts.h"
#include "dropout/data/data_sets.h"
#include "dropout/gradients/losses.h"
#include "dropout/masks/scaling.h"
#include "dropout/network/activation.h"
#include "dropout/random/random_stream.h"

namespace dropout {

/// @{
/// By the names that JavaScript uses: "torch-intel", "torch", "numpy"; "identity", "relu", "tanh",
/// "sigmoid", "softmax"; and so on. Other names throw InvalidInput.
Generator generator_named(std::string_view name, std::string_view field);
Activation activation_named(std::string_view name, std::string_view field);
AveragingMethod averaging_method_named(std::string_view name, std::string_view field);
Loss loss_named(std::string_view name, std::string_view field);
ScalingRule scaling_rule_named(std::string_view name, std::string_view field);
PlaneData plane_data_named(std::string_view name, std::string_view field);
std::string_view name_of(Activation activation);
std::string_view name_of(AveragingMethod method);
std::string_view name_of(Loss loss);
std::string_view name_of(Verdict::Reason reason);
std::string_view name_of(ScalingRule rule);
/// @}

}  // namespace dropout
