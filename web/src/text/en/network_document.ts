/** A Python program: an nn.Sequential of PyTorch as a network document. */
export const networkDocument = `\
import json
from torch import nn

ACTIVATIONS = {nn.ReLU: "relu", nn.GELU: "gelu", nn.Tanh: "tanh", nn.Sigmoid: "sigmoid",
               nn.Softmax: "softmax"}

def network_document(model):
    input_p_drop = 0.0
    layers = []
    for module in model:
        last = layers[-1] if layers else None
        if isinstance(module, nn.Linear):
            bias = [0.0] * module.out_features if module.bias is None else module.bias.tolist()
            layers.append({"weight": module.weight.tolist(), "bias": bias,
                           "activation": "identity", "p_drop": 0.0})
        elif type(module) in ACTIVATIONS and last and last["activation"] == "identity":
            # relu(m * z) is m * relu(z) for a mask m; the others need the Dropout after them
            if last["p_drop"] and not isinstance(module, nn.ReLU):
                raise ValueError("a Dropout before an activation: put it after")
            if isinstance(module, nn.Softmax) and module.dim not in (1, -1):
                raise ValueError(f"a Softmax over samples, not over classes: {module}")
            if getattr(module, "approximate", "none") != "none":
                raise ValueError(f"an approximate GELU: {module}")
            last["activation"] = ACTIVATIONS[type(module)]
        elif isinstance(module, nn.Dropout) and not (last["p_drop"] if last else input_p_drop):
            if last:
                last["p_drop"] = module.p
            else:
                input_p_drop = module.p
        elif not isinstance(module, nn.Identity):
            raise ValueError(f"no network document can have this here: {module}")
    if layers and layers[-1]["p_drop"]:
        raise ValueError("a Dropout at the end: outputs are not dropped")
    return {"input_p_drop": input_p_drop, "layers": layers}

model = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Dropout(0.5), nn.Linear(8, 1), nn.Sigmoid())
print(json.dumps(network_document(model)))
`;
