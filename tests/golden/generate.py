"""Recomputes the golden values beside this script with PyTorch, NumPy and exact fractions.

Every case keeps its parameters, which are read from its file (the parameters of the function
below that computes the case); all else is computed anew and the file is written back. With the
versions that the files name, nothing changes. To add a case, write its parameters into the file
and run

    python3 tests/golden/generate.py
"""

import inspect
import json
import math
import pathlib
import sys
from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np
import torch
from torch import nn
from torch.nn import functional

ACTIVATIONS = {
    "identity": lambda z: z,
    "relu": lambda z: np.maximum(z, 0),
    "tanh": np.tanh,
    "sigmoid": lambda z: np.exp(log_sigmoid(z)),
    "softmax": lambda z: np.exp(log_softmax(z)),
    "gelu": lambda z: functional.gelu(torch.from_numpy(z)).numpy(),
}
MODULES = {
    "identity": nn.Identity(),
    "relu": nn.ReLU(),
    "tanh": nn.Tanh(),
    "sigmoid": nn.Sigmoid(),
    "softmax": nn.Softmax(dim=1),
    "gelu": nn.GELU(),
}
# One loss for each sample, from the output layer's pre-activations and activations.
LOSSES = {
    "mean_squared_error": lambda z, y, targets:
        functional.mse_loss(y, targets, reduction="none").mean(dim=1),
    "binary_cross_entropy": lambda z, y, targets:
        functional.binary_cross_entropy_with_logits(z, targets, reduction="none").mean(dim=1),
    "cross_entropy": lambda z, y, targets:
        functional.cross_entropy(z, targets, reduction="none"),
}


def tensor(numbers):
    return torch.tensor(numbers, dtype=torch.float64)


def log_sigmoid(z):
    return -np.logaddexp(0, -z)


def log_softmax(z):
    return z - np.logaddexp.reduce(z, axis=1, keepdims=True)


def rows_of_bits(mask):
    return ["".join(str(int(keep)) for keep in row) for row in mask]


def torch_uniforms(seed):
    """Four float32 uniforms, then four float64 ones."""
    torch.manual_seed(seed)
    return {"float32": torch.rand(4).tolist(),
            "float64": torch.rand(4, dtype=torch.float64).tolist()}


def torch_layer(seed, n_in, n_out, batch, p_drop):
    """A Linear layer on samples of ones, Dropout of that, and one more mask."""
    torch.manual_seed(seed)
    linear = nn.Linear(n_in, n_out)
    output = linear(torch.ones(batch, n_in))
    dropped = nn.Dropout(p_drop)(output)
    return {"weight": linear.weight.tolist(), "bias": linear.bias.tolist(),
            "linear_of_ones": output.tolist(), "dropout_of_that": dropped.tolist(),
            "next_keep_mask": torch.empty(batch, n_out).bernoulli_(1 - p_drop).int().tolist()}


def torch_mask(seed, p_drop, shape):
    """The units that Dropout keeps, and the number that the generator draws after that."""
    torch.manual_seed(seed)
    mask = nn.Dropout(p_drop)(torch.ones(shape)) != 0
    return {"keep_mask": rows_of_bits(mask),
            "next_float64": torch.rand(1, dtype=torch.float64).item()}


def torch_mask_of_any_seed(seed, p_drop, shape):
    """The units that Dropout keeps after seeds of up to 64 bits. These are texts, because numbers
    above 2^53 are not exact where JavaScript reads the file."""
    torch.manual_seed(int(seed))
    return {"keep_mask": rows_of_bits(nn.Dropout(p_drop)(torch.ones(shape)) != 0)}


def torch_network(seed, widths, p_drops, hidden, output, samples):
    """One training pass of a Sequential of Dropout, Linear and activation, layer by layer."""
    keep_masks = []

    def remember_state(module, _):
        module.state = torch.get_rng_state()

    def draw_again(module, arguments, _):
        if module.training:
            torch.set_rng_state(module.state)
            keep_masks.append(rows_of_bits(module.forward(torch.ones_like(arguments[0])) != 0))

    torch.manual_seed(seed)
    modules = []
    for p_drop, n_in, n_out in zip(p_drops, widths, widths[1:]):
        modules += [nn.Dropout(p_drop), nn.Linear(n_in, n_out), MODULES[hidden]]
        modules[-3].register_forward_pre_hook(remember_state)
        modules[-3].register_forward_hook(draw_again)
    modules[-1] = MODULES[output]
    network = nn.Sequential(*modules).double()
    inputs = torch.linspace(-1, 2, samples * widths[0], dtype=torch.float64)
    inputs = inputs.reshape(samples, widths[0])
    training_output = network(inputs).tolist()
    return {"inputs": inputs.tolist(), "keep_masks": keep_masks,
            "training_output": training_output, "test_output": network.eval()(inputs).tolist()}


def numpy_uniforms(seed):
    np.random.seed(seed)
    return {"float64": np.random.rand(4).tolist()}


def numpy_layer(seed, n_in, n_out, batch, p_drop):
    """What torch_layer computes, with the same distributions drawn by NumPy."""
    np.random.seed(seed)
    bound = 1 / np.sqrt(n_in)
    weight = np.random.uniform(-bound, bound, size=(n_out, n_in))
    bias = np.random.uniform(-bound, bound, size=n_out)
    output = np.ones((batch, n_in)) @ weight.T + bias
    keep_mask = np.random.binomial(1, 1 - p_drop, size=output.shape)
    return {"weight": weight.tolist(), "bias": bias.tolist(), "linear_of_ones": output.tolist(),
            "keep_mask": keep_mask.tolist(),
            "dropout_of_that": (output * keep_mask / (1 - p_drop)).tolist()}


def numpy_small_mask(seed, p_keep, shape):
    np.random.seed(seed)
    return {"keep_mask": np.random.binomial(1, p_keep, size=shape).tolist()}


def numpy_mask(seed, p_drop, shape):
    np.random.seed(seed)
    mask = np.random.binomial(1, 1 - p_drop, size=shape)
    return {"keep_mask": rows_of_bits(mask), "next_float64": np.random.rand()}


def mkl_mask(seed, draws_before, p_drop, shape):
    """MKL's generator in integers: x <- 1132489760 x mod 2^31 - 1, kept where x / (2^31 - 1) is
    below p_keep, seeded by one 32-bit draw of the Mersenne Twister after draws_before others."""
    modulus = 2**31 - 1
    twister = np.random.RandomState(seed)
    draws = twister.randint(2**32, size=draws_before + 1, dtype=np.uint32)
    x = int(draws[-1]) % modulus or 1
    kept = []
    for _ in range(math.prod(shape)):
        kept.append(x < Fraction(1 - p_drop) * modulus)
        x = 1132489760 * x % modulus
    return {"keep_mask": rows_of_bits(np.reshape(kept, shape))}


def average(network, input):
    """Brute force: a forward pass of every subnetwork, weighted by its probability."""
    layers = network["layers"]
    p_drops = [network["input_p_drop"]] + [layer["p_drop"] for layer in layers[:-1]]
    widths = [len(layer["weight"][0]) for layer in layers]
    droppable = sum(width for width, p_drop in zip(widths, p_drops) if p_drop > 0)
    bits = np.arange(2**droppable)[:, np.newaxis] >> np.arange(droppable) & 1
    probability = np.ones(2**droppable)
    values = np.tile(input, (2**droppable, 1))
    scaled = np.array([input])
    for layer, p_drop, width in zip(layers, p_drops, widths):
        if p_drop > 0:
            keep, bits = bits[:, :width], bits[:, width:]
            probability *= np.where(keep, 1 - p_drop, p_drop).prod(axis=1)
            values = values * keep / (1 - p_drop)
        weight, bias = np.array(layer["weight"]), np.array(layer["bias"])
        z = values @ weight.T + bias
        values = ACTIVATIONS[layer["activation"]](z)
        scaled = ACTIVATIONS[layer["activation"]](scaled @ weight.T + bias)
    mean = probability @ values
    geometric_mean = None
    if layers[-1]["activation"] == "sigmoid":
        g, complement = (np.exp(probability @ log_sigmoid(sign * z)) for sign in (1, -1))
        geometric_mean = (g / (g + complement)).tolist()
    if layers[-1]["activation"] == "softmax":
        g = np.exp(probability @ log_softmax(z))
        geometric_mean = (g / g.sum()).tolist()
    return {"expected": {"droppable_units": droppable, "subnetworks": 2**droppable,
                         "total_probability": probability.sum(),
                         "arithmetic_mean": mean.tolist(),
                         "variance": (probability @ (values - mean)**2).tolist(),
                         "normalized_geometric_mean": geometric_mean,
                         "scaled_full_network": scaled[0].tolist()}}


def gradients(network, loss, inputs, targets, keep_masks):
    """Autograd of every sample's loss and of their mean. Targets of cross_entropy are classes or
    probabilities; without keep_masks the full network runs."""
    layers = network["layers"]
    p_drops = [network["input_p_drop"]] + [layer["p_drop"] for layer in layers]
    weights = [tensor(layer["weight"]).requires_grad_() for layer in layers]
    biases = [tensor(layer["bias"]).requires_grad_() for layer in layers]
    is_class = not isinstance(targets[0], list)
    values = tensor(inputs)
    for l, (layer, weight, bias) in enumerate(zip(layers, weights, biases)):
        if keep_masks is not None:
            values = values * (tensor(keep_masks[l]) / (1 - p_drops[l]))
        z = values @ weight.T + bias
        values = MODULES[layer["activation"]](z)
    losses = LOSSES[loss](z, values, torch.tensor(targets) if is_class else tensor(targets))

    def gradient(value):
        found = torch.autograd.grad(value, weights + biases, retain_graph=True)
        # Adding 0 makes 0 of -0.
        found = [(numbers + 0.0).tolist() for numbers in found]
        return found[:len(layers)], found[len(layers):]

    weight_gradients, bias_gradients = zip(*map(gradient, losses))
    mean_weight_gradients, mean_bias_gradients = gradient(losses.mean())
    return {"sample_losses": (losses + 0.0).tolist(),
            "sample_weight_gradients": weight_gradients,
            "sample_bias_gradients": bias_gradients,
            "mean_weight_gradients": mean_weight_gradients,
            "mean_bias_gradients": mean_bias_gradients}


def training(seed, widths, hidden_activation, loss, p_drop, inputs, targets, batch_size, momentum,
             learning_rate, learning_rate_decay, weight_decay, max_norm, updates):
    """The loss before each update, in float64, of a network that trains as TrainingOptions says."""
    torch.manual_seed(seed)
    linears = [nn.Linear(*pair) for pair in zip(widths, widths[1:])]
    network = [{"weight": layer.weight.tolist(), "bias": layer.bias.tolist()} for layer in linears]
    modules = [nn.Dropout(p_drop)]
    for linear in linears[:-1]:
        modules += [linear, MODULES[hidden_activation], nn.Dropout(p_drop)]
    model = nn.Sequential(*modules, linears[-1]).double()
    optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate, momentum=momentum,
                                weight_decay=weight_decay)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, learning_rate_decay)
    inputs = tensor(inputs)
    targets = tensor(targets) if isinstance(targets[0], list) else torch.tensor(targets)

    torch.manual_seed(seed)
    shuffling = torch.Generator().manual_seed(seed)
    losses = []
    while len(losses) < updates:
        for batch in torch.randperm(len(inputs), generator=shuffling).split(batch_size):
            z = model(inputs[batch])
            mean = LOSSES[loss](z, z, targets[batch]).mean()
            optimizer.zero_grad()
            mean.backward()
            optimizer.step()
            if max_norm is not None:
                for linear in linears[:-1]:
                    linear.weight.data = torch.renorm(linear.weight.data, 2, 0, max_norm)
            losses.append(mean.item())
            if len(losses) == updates:
                break
        else:
            scheduler.step()
    return {"network": network, "losses": losses,
            "weight": [linear.weight.tolist() for linear in linears],
            "bias": [linear.bias.tolist() for linear in linears]}


def torch_permutation(seed, samples):
    torch.manual_seed(seed)
    return {"order": torch.randperm(samples).tolist(),
            "next": torch.rand(1).item()}


def numpy_permutation(seed, samples):
    np.random.seed(seed)
    return {"order": np.random.permutation(samples).tolist(), "next": np.random.rand()}


def binomial(units, p_drop, counts):
    """Exact fractions of the float64 p_drop, rounded once at the end."""
    p = Fraction(p_drop)
    return {"probability": [
        float(math.comb(units, count) * p**count * (1 - p)**(units - count)) for count in counts]}


def grouped(activation, p_drop, groups, bias):
    """A layer whose dropped inputs are 1, in groups of units with equal weights (one for each
    output): 2**n masks become a sum over how many units of each group are kept. In 60 digits."""
    with localcontext() as context:
        context.prec = 60
        drop = Decimal(p_drop)
        keep = 1 - drop
        weights = [(Decimal(1), [Decimal(b).exp() for b in bias])]
        for units, weight in groups:
            steps = [(Decimal(w) / keep).exp() for w in weight]
            kept = [(math.comb(units, k) * keep**k * drop**(units - k), [e**k for e in steps])
                    for k in range(units + 1)]
            weights = [(p * q, [a * b for a, b in zip(all_so_far, of_kept)])
                       for p, all_so_far in weights for q, of_kept in kept]
        mean, complement, variance = [], [], []
        for o in range(len(bias)):
            shares = []  # with what they leave of 1, which may be far smaller
            for probability, exponentials in weights:
                others = sum(e for i, e in enumerate(exponentials) if i != o)
                others += 1 if activation == "sigmoid" else 0
                total = exponentials[o] + others
                shares.append((probability, exponentials[o] / total, others / total))
            mean.append(sum(p * share for p, share, _ in shares))
            complement.append(sum(p * rest for p, _, rest in shares))
            variance.append(min(sum(p * (share - mean[o])**2 for p, share, _ in shares),
                                sum(p * (rest - complement[o])**2 for p, _, rest in shares)))
        return {"expected": {"mean": [float(m) for m in mean],
                             "complement": [float(c) for c in complement],
                             "variance": [float(v) for v in variance]}}


FILES = {
    "torch_masks.json": {"cases": torch_layer, "uniforms": torch_uniforms, "masks": torch_mask,
                         "networks": torch_network, "any_seeds": torch_mask_of_any_seed},
    "numpy_masks.json": {"cases": numpy_small_mask, "uniforms": numpy_uniforms,
                         "masks": numpy_mask, "layers": numpy_layer},
    "mkl_masks.json": {"cases": mkl_mask},
    "averages.json": {"cases": average},
    "grouped_averages.json": {"cases": grouped},
    "gradients.json": {"cases": gradients},
    "binomial.json": {"cases": binomial},
    "training.json": {"cases": training},
    "permutations.json": {"torch_cases": torch_permutation, "numpy_cases": numpy_permutation},
}
VERSIONS = {"torch": torch.__version__, "numpy": np.__version__}


def recomputed(case, compute):
    parameters = {name: case[name] for name in inspect.signature(compute).parameters}
    return parameters | compute(**parameters)


def written(value):
    """JSON with each case on a line of its own."""
    if not isinstance(value, list):
        return json.dumps(value)
    return "[\n  " + ",\n  ".join(json.dumps(case) for case in value) + "\n]"


def main():
    if torch.backends.mkl.is_available():
        sys.exit("This PyTorch draws with MKL; the files hold the draws of one without.")
    for name, sections in FILES.items():
        path = pathlib.Path(__file__).parent / name
        document = json.loads(path.read_text())
        document.update((tool, VERSIONS[tool]) for tool in VERSIONS.keys() & document.keys())
        for section, compute in sections.items():
            document[section] = [recomputed(case, compute) for case in document[section]]
        members = (f"{json.dumps(key)}: {written(value)}" for key, value in document.items())
        path.write_text("{\n" + ",\n".join(members) + "\n}\n")


if __name__ == "__main__":
    main()
