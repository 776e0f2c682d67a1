#!/usr/bin/python3
"""The netlist that lepton-eda reads from a drawn sheet against the design source.

    netlist.py SHEET.net BOARD_FOLDER
"""
import sys
from pathlib import Path

from design import Design


def drawn(path):
    nets = {}
    text = Path(path).read_text().replace("\\\n", " ")
    for line in text.splitlines():
        words = line.split()
        if words:
            nets[words[0]] = {word.replace("-", ".") for word in words[1:]}
    return nets


def main():
    design = Design(sys.argv[2])
    # A pin with several pads is drawn once.
    source = {net: set(pins) for net, pins in design.nets.items()}
    sheet = drawn(sys.argv[1])
    wrong = [net for net in sorted(set(source) | set(sheet)) if source.get(net) != sheet.get(net)]
    print(f"{len(source)} nets, {sum(map(len, source.values()))} pins" + (f"; other: {' '.join(wrong)}" if wrong else " the same"))
    sys.exit(1 if wrong else 0)


main()
