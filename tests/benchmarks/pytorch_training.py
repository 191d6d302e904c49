"""An epoch of training on digits with PyTorch, on one thread. Run by scripts/bench."""

import json
import pathlib
import statistics
import time

import torch
from torch import nn

P_DROP = 0.5
TRAINING_DIGITS = 1437

torch.set_num_threads(1)
torch.manual_seed(1)
packed = (pathlib.Path(__file__).parents[2] / "web/data/digits.bin").read_bytes()
digits = [packed[i:i + 41] for i in range(0, 41 * TRAINING_DIGITS, 41)]
pixels = [[int.from_bytes(digit[:40], "little") >> 5 * i & 31 for i in range(64)]
          for digit in digits]
inputs = torch.tensor(pixels) / 16
targets = torch.tensor([digit[40] for digit in digits])
model = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Dropout(P_DROP),
                      nn.Linear(128, 128), nn.ReLU(), nn.Dropout(P_DROP), nn.Linear(128, 10))
optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)


def seconds():
    start = time.process_time()
    for batch in torch.randperm(len(inputs)).split(32):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(inputs[batch]), targets[batch]).backward()
        optimizer.step()
    return time.process_time() - start


seconds()
milliseconds = statistics.median(seconds() for _ in range(9)) * 1e3
print(json.dumps({"milliseconds": milliseconds}))
