#!/usr/bin/python3
"""What the worn clip weighs, from volumes and the parts' own weights.

    weight.py ENCLOSURE_FOLDER
"""
import sys
from pathlib import Path

from design import HERE, Design
from mesh import triangles, volume

PETG_G_CM3 = 1.27
FR4_G_CM3 = 1.85
# Grams; M: from memory, weigh before you print it on a box.
CLIP = {"cell 402030 (M)": 4.5, "LRA 10 mm (M)": 1.1, "module (M)": 0.7, "other parts (G)": 1.2}
TAIL = {"lead, six wires of 0.25 m, silicone (M)": 2.5, "parts (G)": 0.1}


def grams(folder, names):
    return sum(volume(triangles(folder / f"{name}.stl")) for name in names) / 1000 * PETG_G_CM3


def board(name):
    b = Design(HERE / name / "revA").board
    return b["width_mm"] * b["height_mm"] * b["thickness_mm"] / 1000 * FR4_G_CM3


def main():
    folder = Path(sys.argv[1])
    for name, plastic, parts in (("clip", ("case", "lid"), CLIP), ("tail", ("tail_case", "tail_lid"), TAIL)):
        printed, bare = grams(folder, plastic), board(name)
        rest = ", ".join(f"{what} {weight}" for what, weight in parts.items())
        print(f"{name}: plastic {printed:.1f} g, board {bare:.1f}, {rest}: together {printed + bare + sum(parts.values()):.0f} g")


main()
