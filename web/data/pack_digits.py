"""Packs scikit-learn's sklearn/datasets/data/digits.csv.gz as digits.bin:

    python3 web/data/pack_digits.py digits.csv.gz >web/data/digits.bin
"""

import gzip
import sys

with gzip.open(sys.argv[1], "rt") as lines:
    for line in lines:
        *pixels, label = map(int, map(float, line.split(",")))
        bits = sum(pixel << 5 * i for i, pixel in enumerate(pixels))
        sys.stdout.buffer.write(bits.to_bytes(40, "little") + bytes([label]))
