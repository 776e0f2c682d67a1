#!/usr/bin/env python3
"""Land patterns of footprints.toml held against those of Debian's kicad-footprints.

    tools/footprints.py            compares; one line a difference, exit status 1 when there is one
    tools/footprints.py --write    writes footprints.toml anew
"""
import re
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
LIBRARY = Path("/usr/share/kicad/footprints")
FILE = HERE / "footprints.toml"
TOLERANCE_MM = 0.001

# name: library, footprint, body as width, length, height in mm
TAKEN = {
    "MDBT50Q": ("RF_Module", "Raytac_MDBT50Q", (10.5, 15.5, 2.05)),
    "USB4135": ("Connector_USB", "USB_C_Receptacle_GCT_USB4135-GF-A_6P_TopMnt_Horizontal", (8.94, 6.9, 3.16)),
    "LGA-14": ("Package_LGA", "LGA-14_3x2.5mm_P0.5mm_LayoutBorder3x4y", (3.0, 2.5, 0.91)),
    "SH-2": ("Connector_JST", "JST_SH_SM02B-SRSS-TB_1x02-1MP_P1.00mm_Horizontal", (4.0, 4.25, 2.95)),
    "SH-6": ("Connector_JST", "JST_SH_SM06B-SRSS-TB_1x06-1MP_P1.00mm_Horizontal", (8.0, 4.25, 2.95)),
    "B3U": ("Button_Switch_SMD", "SW_SPST_B3U-1000P", (3.0, 2.5, 1.6)),
    "VSSOP-10": ("Package_SO", "VSSOP-10_3x3mm_P0.5mm", (3.0, 3.0, 1.1)),
    "TSSOP-8": ("Package_SO", "TSSOP-8_4.4x3mm_P0.65mm", (4.4, 3.0, 1.2)),
    "SOT-23-5": ("Package_TO_SOT_SMD", "SOT-23-5", (1.6, 2.9, 1.45)),
    "SOT-23-6": ("Package_TO_SOT_SMD", "SOT-23-6", (1.6, 2.9, 1.45)),
    "SOT-23": ("Package_TO_SOT_SMD", "SOT-23", (1.3, 2.9, 1.12)),
    "SOD-123": ("Diode_SMD", "D_SOD-123", (2.7, 1.6, 1.35)),
    "LED-0603": ("LED_SMD", "LED_0603_1608Metric", (1.6, 0.8, 0.8)),
    "R-0402": ("Resistor_SMD", "R_0402_1005Metric", (1.0, 0.5, 0.4)),
    "C-0402": ("Capacitor_SMD", "C_0402_1005Metric", (1.0, 0.5, 0.55)),
    "C-0603": ("Capacitor_SMD", "C_0603_1608Metric", (1.6, 0.8, 0.95)),
    "C-0805": ("Capacitor_SMD", "C_0805_2012Metric", (2.0, 1.25, 1.35)),
}

HEAD = """# REV A - NOT FABRICATED. Land patterns, in mm, as seen from above, y downwards, angle 0.
# pads = "number x y width height"; courtyard = left, top, right, bottom; body = width, length, height.
# Those with a `kicad` line hold the pads of that footprint in KiCad's library (CC-BY-SA 4.0 with KiCad's exception for
# designs that use them); tools/footprints.py compares. The others are ours.
"""

OWN = """
[TP]
body = [1.0, 1.0, 0.0]
courtyard = [-0.7, -0.7, 0.7, 0.7]
bare = true
pads = ["1 0 0 1.0 1.0"]

[WIRE]
body = [1.2, 2.0, 0.0]
courtyard = [-0.7, -1.1, 0.7, 1.1]
bare = true
pads = ["1 0 0 1.2 2.0"]
"""


def parse(text):
    stack = [[]]
    for token in re.findall(r'"(?:[^"\\]|\\.)*"|[()]|[^\s()]+', text):
        if token == "(":
            stack.append([])
        elif token == ")":
            done = stack.pop()
            stack[-1].append(done)
        else:
            stack[-1].append(token.strip('"'))
    return stack[0][0]


def read(library, name):
    pads, yard, keepouts = [], [], []
    for item in parse((LIBRARY / f"{library}.pretty" / f"{name}.kicad_mod").read_text()):
        if not isinstance(item, list):
            continue
        at = {part[0]: part[1:] for part in item[1:] if isinstance(part, list)}
        if item[0] == "pad":
            width, height = map(float, at["size"])
            if len(at["at"]) > 2 and float(at["at"][2]) % 180 == 90:
                width, height = height, width
            pads.append((item[1], float(at["at"][0]), float(at["at"][1]), width, height))
        elif item[0] in ("fp_line", "fp_rect") and at.get("layer") == ["F.CrtYd"]:
            yard += [tuple(map(float, at["start"])), tuple(map(float, at["end"]))]
        elif item[0] == "zone":
            points = [tuple(map(float, p[1:])) for p in at["polygon"][0][1:]]
            everywhere = at.get("layers", at.get("layer")) == ["*.Cu"]
            keepouts.append((everywhere, points))
    xs, ys = [p[0] for p in yard], [p[1] for p in yard]
    return pads, (min(xs), min(ys), max(xs), max(ys)), keepouts


def number(value):
    return f"{round(value, 4):g}"


def write():
    out = [HEAD]
    for name, (library, footprint, body) in TAKEN.items():
        pads, yard, keepouts = read(library, footprint)
        out.append(f"\n[{name}]\nkicad = \"{library}:{footprint}\"\nbody = [{', '.join(map(str, body))}]")
        out.append(f"courtyard = [{', '.join(map(number, yard))}]")
        for everywhere, points in keepouts:
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            where = "keepout" if everywhere else "keepout_top"
            out.append(f"{where} = [{', '.join(map(number, (min(xs), min(ys), max(xs), max(ys))))}]")
        rows = [f'"{pad} {number(x)} {number(y)} {number(w)} {number(h)}"' for pad, x, y, w, h in pads]
        out.append("pads = [")
        for start in range(0, len(rows), 4):
            out.append("    " + ", ".join(rows[start:start + 4]) + ",")
        out.append("]")
    FILE.write_text("\n".join(out) + "\n" + OWN)


def compare():
    ours = tomllib.loads(FILE.read_text())
    wrong = 0
    for name, footprint in ours.items():
        if "kicad" not in footprint:
            continue
        theirs, _, _ = read(*footprint["kicad"].split(":"))
        mine = [(f[0], *map(float, f[1:])) for f in (pad.split() for pad in footprint["pads"])]
        same = len(mine) == len(theirs) and all(
            a[0] == b[0] and all(abs(p - q) <= TOLERANCE_MM for p, q in zip(a[1:], b[1:]))
            for a, b in zip(mine, theirs))
        if not same:
            wrong += 1
            print(f"{name}: pads differ from {footprint['kicad']}")
    return wrong


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        write()
    else:
        sys.exit(1 if compare() else 0)
