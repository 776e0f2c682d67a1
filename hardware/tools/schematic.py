"""Schematics from the design source: KiCad 6 (.kicad_sch), lepton-eda (.sch) and a drawing (.svg), all one layout.

Each part is a box with its pins left and right; each pin carries the name of its net.
"""
from xml.sax.saxutils import escape

from design import number, unique

PITCH = 2.54
HALF_BOX = 5          # pitches from the middle of a box to its side
COLUMN = 30           # pitches from column to column
ROWS = 62             # pitches in a column before the next one begins
KICAD_TYPES = {
    "power_in": "power_in", "power_out": "power_out", "ground": "power_in", "input": "input", "output": "output",
    "open_drain": "open_collector", "bidirectional": "bidirectional", "analog": "passive", "passive": "passive",
    "nc": "no_connect"}
# Ground pins are loads to lepton's check: what feeds ground is the net itself, so they count as passive there.
LEPTON_TYPES = {
    "power_in": "pwr", "power_out": "pwr", "ground": "pas", "input": "in", "output": "out", "open_drain": "oc",
    "bidirectional": "io", "analog": "pas", "passive": "pas", "nc": "pas"}


class Layout:
    """Where each part and pin stands, in pitches, y downwards."""

    def __init__(self, design):
        self.parts = []
        column, row = 0, 0
        for ref in design.place:
            pins = design.pins(ref)
            half = (len(pins) + 1) // 2
            left, right = pins[:half], pins[half:]
            tall = max(len(left), len(right)) + 1
            if row and row + tall + 3 > ROWS:
                column, row = column + 1, 0
            x, y = 14 + column * COLUMN, 8 + row
            spots = [(pin, -1, y + 1 + i) for i, pin in enumerate(left)]
            spots += [(pin, 1, y + 1 + i) for i, pin in enumerate(right)]
            self.parts.append((ref, x, y, tall, spots))
            row += tall + 3
        self.width, self.height = 14 + column * COLUMN + 16, ROWS + 12


def kicad(design):
    layout = Layout(design)
    name = design.board["name"]
    out = [f"(kicad_sch (version 20211123) (generator holdline)", f"  (uuid {unique(name, 'sheet')})", "  (paper \"A2\")",
           f"  (title_block (title \"{design.board['title']}\") (rev \"{design.board['revision']}\")"
           f" (comment 1 \"{design.board['mark']}\") (comment 2 \"CERN-OHL-P-2.0\"))", "  (lib_symbols"]
    small = "(effects (font (size 1 1)))"
    done = set()
    for ref, _, _, tall, spots in layout.parts:
        part = design.place[ref]["part"]
        if part in done:
            continue
        done.add(part)
        out += [f"    (symbol \"holdline:{part}\" (in_bom yes) (on_board yes)",
                f"      (property \"Reference\" \"{ref.rstrip('0123456789')}\" (id 0) (at 0 2.54 0) {small})",
                f"      (property \"Value\" \"{part}\" (id 1) (at 0 -2.54 0) {small})",
                f"      (symbol \"{part}_0_1\" (rectangle (start {number(-HALF_BOX * PITCH)} 0)"
                f" (end {number(HALF_BOX * PITCH)} {number(-tall * PITCH)})"
                f" (stroke (width 0.2) (type default) (color 0 0 0 0)) (fill (type background))))",
                f"      (symbol \"{part}_1_1\""]
        top = spots[0][2] - 1
        for (pin, label, kind), side, y in spots:
            x = side * (HALF_BOX + 1) * PITCH
            out.append(
                f"        (pin {KICAD_TYPES[kind]} line (at {number(x)} {number(-(y - top) * PITCH)} {0 if side < 0 else 180})"
                f" (length {PITCH}) (name \"{label}\" {small}) (number \"{pin}\" {small}))")
        out += ["      )", "    )"]
    out.append("  )")
    instances = []
    for ref, x, y, tall, spots in layout.parts:
        key = unique(name, "symbol", ref)
        part = design.part(ref)
        out += [f"  (symbol (lib_id \"holdline:{design.place[ref]['part']}\") (at {number(x * PITCH)} {number(y * PITCH)} 0)"
                f" (unit 1) (in_bom {'no' if part.get('bare') else 'yes'}) (on_board yes) (uuid {key})",
                f"    (property \"Reference\" \"{ref}\" (id 0) (at {number(x * PITCH)} {number((y - 1.4) * PITCH)} 0) {small})",
                f"    (property \"Value\" \"{design.value(ref)}\" (id 1) (at {number(x * PITCH)} {number((y - 0.6) * PITCH)} 0) {small})",
                f"    (property \"Footprint\" \"holdline:{part['footprint']}\" (id 2) (at 0 0 0) (effects (font (size 1 1)) hide))"]
        out += [f"    (pin \"{pin[0]}\" (uuid {unique(key, pin[0])}))" for pin, _, _ in spots]
        out.append("  )")
        instances.append(f"    (path \"/{key}\" (reference \"{ref}\") (unit 1) (value \"{design.value(ref)}\")"
                         f" (footprint \"holdline:{part['footprint']}\"))")
        for (pin, _, _), side, py in spots:
            px = x + side * (HALF_BOX + 1)
            at = f"(at {number(px * PITCH)} {number(py * PITCH)}"
            net = design.net_of.get(f"{ref}.{pin}")
            if net is None:
                out.append(f"  (no_connect {at}) (uuid {unique(key, pin, 'open')}))")
            else:
                angle, justify = (180, "right") if side < 0 else (0, "left")
                out.append(f"  (global_label \"{net}\" (shape passive) {at} {angle}) (fields_autoplaced)"
                           f" (effects (font (size 1 1)) (justify {justify})) (uuid {unique(key, pin, 'label')}))")
    out += ["  (sheet_instances (path \"/\" (page \"1\")))", "  (symbol_instances", *instances, "  )", ")"]
    return "\n".join(out) + "\n"


def lepton(design):
    """lepton's y goes up and its pitch is 100; pins that stay open are left out (the Java checks know them)."""
    layout = Layout(design)
    high = layout.height * 100
    mcu = design.source.get("mcu", {"ref": "", "pins": []})
    listens = {words[2] for words in map(str.split, mcu["pins"]) if words[4].startswith(("input", "analog"))}
    out = ["v 20201216 2",
           f"T 400 {high - 200} 9 12 1 0 0 0 1", f"{design.board['title']}: {design.board['mark']}, CERN-OHL-P-2.0"]
    for ref, x, y, tall, spots in layout.parts:
        left, right = (x - HALF_BOX) * 100, (x + HALF_BOX) * 100
        top, bottom = high - y * 100, high - (y + tall) * 100
        out += [f"C 0 0 1 0 0 EMBEDDED{design.place[ref]['part']}-{ref}.sym", "[",
                f"B {left} {bottom} {right - left} {top - bottom} 3 0 0 0 -1 -1 0 -1 -1 -1 -1 -1"]
        wires = []
        for (pin, label, kind), side, py in spots:
            net = design.net_of.get(f"{ref}.{pin}")
            if net is None or (ref, pin) in wires:
                continue
            inner = left if side < 0 else right
            outer = inner + side * 100
            level = high - py * 100
            align, inside = (0, inner + 50) if side < 0 else (6, inner - 50)
            out += [f"P {outer} {level} {inner} {level} 1 0 0", "{",
                    f"T {outer} {level + 20} 5 6 1 1 0 {6 if side < 0 else 0} 1", f"pinnumber={pin}",
                    f"T {inside} {level} 9 6 1 1 0 {align + 1} 1", f"pinlabel={label}",
                    f"T {inside} {level} 5 6 0 0 0 0 1", f"pinseq={len(wires) + 1}",
                    f"T {inside} {level} 5 6 0 0 0 0 1",
                    f"pintype={'in' if ref == mcu['ref'] and label in listens else LEPTON_TYPES[kind]}", "}"]
            wires.append((outer, outer + side * 200, level, net, side))
        out += ["]", "{", f"T {left} {top + 50} 8 8 1 1 0 0 1", f"refdes={ref}",
                f"T {left + 400} {top + 50} 5 7 1 1 0 0 1", f"value={design.value(ref)}",
                f"T {left} {top} 5 8 0 0 0 0 1", f"device={design.place[ref]['part']}",
                f"T {left} {top} 5 8 0 0 0 0 1", f"footprint={design.part(ref)['footprint']}", "}"]
        for inner, outer, level, net, side in wires:
            out += [f"N {inner} {level} {outer} {level} 4", "{",
                    f"T {outer} {level} 5 7 1 1 0 {7 if side < 0 else 1} 1", f"netname={net}", "}"]
    return "\n".join(out) + "\n"


def svg(design):
    layout = Layout(design)
    step = 9
    width, height = layout.width * step, layout.height * step
    out = [f"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"DejaVu Sans, sans-serif\""
           f" font-size=\"7\">",
           f"  <title>Schematic of the {design.board['title']}</title>",
           f"  <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>",
           f"  <text x=\"20\" y=\"30\" font-size=\"18\" font-weight=\"bold\">{escape(design.board['title'])}:"
           f" {design.board['mark']}</text>"]
    for ref, x, y, tall, spots in layout.parts:
        left, right = (x - HALF_BOX) * step, (x + HALF_BOX) * step
        out += [f"  <text x=\"{left}\" y=\"{y * step - 3}\" font-weight=\"bold\">{ref}</text>",
                f"  <text x=\"{left + 24}\" y=\"{y * step - 3}\">{escape(design.value(ref))}</text>",
                f"  <rect x=\"{left}\" y=\"{y * step}\" width=\"{right - left}\" height=\"{tall * step}\" fill=\"#fffbe8\""
                f" stroke=\"#000\"/>"]
        for (pin, label, _), side, py in spots:
            level = py * step
            inner = left if side < 0 else right
            outer = inner + side * step
            net = design.net_of.get(f"{ref}.{pin}")
            anchors = ("start", "end") if side < 0 else ("end", "start")
            out += [f"  <path d=\"M{inner} {level}H{outer}\" stroke=\"#000\"/>",
                    f"  <text x=\"{inner - side * 3}\" y=\"{level + 2.5}\" text-anchor=\"{anchors[0]}\">{escape(label)}</text>",
                    f"  <text x=\"{inner + side * 2}\" y=\"{level - 1}\" font-size=\"4.5\" text-anchor=\"{anchors[1]}\">{pin}</text>"]
            if net is None:
                out.append(f"  <path d=\"M{outer - 2} {level - 2}l4 4m0 -4l-4 4\" stroke=\"#00a\"/>")
            else:
                out.append(f"  <text x=\"{outer + side * 3}\" y=\"{level + 2.5}\" fill=\"#a00\""
                           f" text-anchor=\"{anchors[1]}\">{escape(net)}</text>")
    out.append("</svg>\n")
    return "\n".join(out)
