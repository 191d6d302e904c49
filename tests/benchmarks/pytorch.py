"""PyTorch's plain enumeration of 2^20 subnetworks, on one thread. Run by scripts/bench."""

import json
import statistics
import time

import torch

UNITS = 20
BATCH = 2**14
P_DROP = 0.5

torch.set_num_threads(1)
torch.manual_seed(1)
hidden_layer = torch.nn.Linear(3, UNITS)
output_layer = torch.nn.Linear(UNITS, 1)
bits = 2 ** torch.arange(UNITS, dtype=torch.int32)


@torch.inference_mode()
def mean():
    hidden = torch.relu(hidden_layer(torch.linspace(1, 2, 3))) / (1 - P_DROP)
    total = 0.0
    for first in range(0, 2**UNITS, BATCH):
        subnetworks = torch.arange(first, first + BATCH, dtype=torch.int32)
        masks = (subnetworks[:, None] & bits).bool().float()
        output = torch.sigmoid(output_layer(masks * hidden))[:, 0]
        kept = masks.sum(1)
        probability = (1 - P_DROP) ** kept * P_DROP ** (UNITS - kept)
        total += torch.dot(probability, output).item()
    return total


def seconds():
    start = time.process_time()
    mean()
    return time.process_time() - start


mean()
nanoseconds = statistics.median(seconds() for _ in range(5)) * 1e9 / 2**UNITS
print(json.dumps({"nanoseconds": nanoseconds}))
