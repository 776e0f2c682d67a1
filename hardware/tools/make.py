#!/usr/bin/python3
"""Everything that is made from the design sources without an EDA tool.

    make.py OUT        writes the files below OUT, laid out as below the project's root
"""
import csv
import io
import sys
from pathlib import Path

import board
import schematic
import wired
from design import HERE, Design, number, unique

BOARDS = ("clip", "tail")
HEADER = "firmware-protocol/c/ports/template/clip_rev_a.h"


def bom(design):
    rows = {}
    for ref in design.place:
        if not design.part(ref).get("bare"):
            rows.setdefault(design.place[ref]["part"], []).append(ref)
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["references", "quantity", "part number", "maker", "what", "footprint", "alternates", "data sheet",
                    "note"])
    for key, refs in rows.items():
        part = design.parts[key]
        alternates = ", ".join(part["alternates"]) or f"none: {part['sole']}"
        table.writerow([" ".join(refs), len(refs), part["mpn"], part["maker"], part["describes"], part["footprint"],
                        alternates, part["datasheet"], design.board["mark"]])
    return out.getvalue()


def netlist(design):
    rows = [f"# {design.board['title']}: {design.board['mark']}", "# net: part.pin (name)"]
    for net, pins in design.nets.items():
        names = []
        for pin in pins:
            ref, number_ = pin.split(".")
            names.append(f"{pin} ({next(p[1] for p in design.pins(ref) if p[0] == number_)})")
        rows.append(f"{net}: {', '.join(names)}")
    rows.append(f"open: {', '.join(sorted(design.open_pins, key=lambda p: (p.split('.')[0], p.split('.')[1].zfill(3))))}")
    return "\n".join(rows) + "\n"


def positions(design):
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["Designator", "Val", "Package", "Mid X", "Mid Y", "Rotation", "Layer", "Note"])
    for ref, at in design.place.items():
        if not design.part(ref).get("bare"):
            # Gerber's y goes up.
            table.writerow([ref, design.part(ref)["mpn"], design.part(ref)["footprint"], f"{number(at['x'])}mm",
                            f"{number(-at['y'])}mm", at["rot"], design.side(ref), design.board["mark"]])
    return out.getvalue()


def gpio(pin):
    port, line = pin[1:].split(".")
    return 32 * int(port) + int(line)


def pin_rows(design):
    ref = design.source["mcu"]["ref"]
    numbers = {name: pad for pad, name, _ in design.pins(ref)}
    for line in design.source["mcu"]["pins"]:
        macro, net, pin, function, how = line.split()
        yield macro, net, pin, numbers[pin], function, how


def header(design):
    bus = design.source["bus"]["devices"]
    words = {"IMU": "LOWER", "EEPROM": "EEPROM", "HAPTIC": "HAPTIC"}
    kinds = {"ICM-42688-P": "LOWER", "24LC256": "EEPROM", "DRV2605L": "HAPTIC"}
    rows = [f"/* {design.board['mark']}. Pins of the {design.board['title']}, made by hardware/tools/make.py from",
            " * hardware/clip/revA/board.toml; not edited. Numbers as Nordic counts: 32 * port + line. */",
            "#ifndef HOLDLINE_CLIP_REV_A_H", "#define HOLDLINE_CLIP_REV_A_H", ""]
    for macro, net, pin, pad, function, how in pin_rows(design):
        serves = "" if function == "-" else f"; {function}"
        rows.append(f"#define HL_PIN_{macro} {gpio(pin)}u /* {pin}, pad {pad}, {how.replace('_', ' ')}{serves} */")
    rows.append("")
    for ref, address in bus.items():
        rows.append(f"#define HL_ADDRESS_{kinds[design.place[ref]['part']]} 0x{address:02X}u /* {ref} */")
    tail = Design(HERE / "tail" / "revA")
    address = next(iter(tail.source["bus"]["devices"].values()))
    rows += [f"#define HL_ADDRESS_UPPER 0x{address:02X}u /* on the tail */", "",
             "/* Rows: forward, left, up of the worn clip from the chip's x, y, z. */"]
    for name, source in (("LOWER", design.source["axes"]["U2"]), ("UPPER", tail.source["axes"]["U1"])):
        matrix = ", ".join("{" + ", ".join(map(str, row)) + "}" for row in source)
        rows.append(f"#define HL_AXES_{name} {{{matrix}}}")
    rows += ["", "#endif", ""]
    return "\n".join(rows)


def pin_map(design):
    rows = [f"# Pins of the {design.board['title']}", "", f"{design.board['mark']}. Made from board.toml.", "",
            "| net | pin | pad | how | serves |", "|---|---|---|---|---|"]
    for _, net, pin, pad, function, how in pin_rows(design):
        serves = "" if function == "-" else f"`{function}`"
        rows.append(f"| {net} | {pin} | {pad} | {how.replace('_', ' ')} | {serves} |")
    rows += ["", "| plug of the tail | net |", "|---|---|"]
    rows += [f"| {i + 1} | {net} |" for i, net in enumerate(design.source["connector"]["tail"]["order"])]
    rows += ["", "| address | part |", "|---|---|"]
    rows += [f"| 0x{a:02X} | {r}, {design.part(r)['describes']} |" for r, a in design.source["bus"]["devices"].items()]
    return "\n".join(rows) + "\n"


# Header pins of the Pi in the jig; the others go to the supply or stay free.
JIG = {"SDA": "3", "SCL": "5", "GND": "6", "IMU_INT": "7", "RESET": "9, that is GND: the controller stays in reset",
       "VBAT": "bench supply, 3.8 V", "3V3": "voltmeter", "VSYS": "voltmeter", "VBUS": "free", "EE_WP": "14, that is GND: writing"}


def pogo(design):
    """Where the jig's pins stand, seen from the side of the test pads."""
    width = design.board["width_mm"]
    rows = [f"# Pogo pins for the {design.board['title']}", "", f"{design.board['mark']}. Made from board.toml. x from the left and y from the top edge,"
            " in mm, as seen from the back (test pads up, arrow up).", "", "| pad | net | x | y | goes to header pin |", "|---|---|---|---|---|"]
    for ref, at in design.place.items():
        if design.part(ref)["footprint"] == "TP":
            net = design.net_of[f"{ref}.1"]
            rows.append(f"| {ref} | {net} | {number(width - at['x'])} | {number(at['y'])} | {JIG.get(net, 'free')} |")
    return "\n".join(rows) + "\n"


def assembly(design):
    """Component side with every part's outline, name and pin 1, 20 to 1."""
    scale = 20
    b = design.board
    width, height = b["width_mm"] * scale, b["height_mm"] * scale
    out = [f"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-30 -60 {number(width + 60)} {number(height + 90)}\""
           f" font-family=\"DejaVu Sans, sans-serif\">", f"  <title>Assembly of the {b['title']}</title>",
           f"  <rect x=\"-30\" y=\"-60\" width=\"{number(width + 60)}\" height=\"{number(height + 90)}\" fill=\"#fff\"/>",
           f"  <text x=\"0\" y=\"-30\" font-size=\"18\" font-weight=\"bold\">{b['title']}, component side: {b['mark']}</text>",
           f"  <rect width=\"{number(width)}\" height=\"{number(height)}\" rx=\"{number(b['corner_mm'] * scale)}\""
           f" fill=\"#f3f7f1\" stroke=\"#000\" stroke-width=\"2\"/>"]
    for box in design.keepouts()[0]:
        left, top, right, bottom = (v * scale for v in box)
        out.append(f"  <rect x=\"{number(left)}\" y=\"{number(top)}\" width=\"{number(right - left)}\""
                   f" height=\"{number(bottom - top)}\" fill=\"#fff\" stroke=\"#888\" stroke-dasharray=\"6 4\"/>")
    for pad in design.pads:
        if pad.side == "top":
            left, top, right, bottom = (v * scale for v in pad.box)
            out.append(f"  <rect x=\"{number(left)}\" y=\"{number(top)}\" width=\"{number(right - left)}\""
                       f" height=\"{number(bottom - top)}\" fill=\"#d9b36a\"/>")
    for ref in design.place:
        if design.side(ref) != "top":
            continue
        left, top, right, bottom, _ = design.body(ref)
        first = next(p for p in design.pads if p.ref == ref)
        size = 11 if right - left > 1.5 else 9
        out += [f"  <rect x=\"{number(left * scale)}\" y=\"{number(top * scale)}\" width=\"{number((right - left) * scale)}\""
                f" height=\"{number((bottom - top) * scale)}\" fill=\"none\" stroke=\"#333\"/>",
                f"  <circle cx=\"{number(first.x * scale)}\" cy=\"{number(first.y * scale)}\" r=\"2.5\" fill=\"#c00\"/>",
                f"  <text x=\"{number((left + right) / 2 * scale)}\" y=\"{number((top + bottom) / 2 * scale + 4)}\""
                f" font-size=\"{size}\" text-anchor=\"middle\" stroke=\"#fff\" stroke-width=\"3\""
                f" paint-order=\"stroke\">{ref}</text>"]
    for ref, label in design.source.get("labels", {}).items():
        out.append(f"  <text x=\"{number(label[1] * scale)}\" y=\"{number(label[2] * scale)}\" font-size=\"12\">{label[0]}</text>")
    out.append("</svg>\n")
    return "\n".join(out)


def dimensions(clip, tail):
    """What the enclosure is built around, for OpenSCAD; z = 0 is the component side of each board."""
    rows = [f"// {clip.board['mark']}. Made by hardware/tools/make.py from the design sources; not edited."]
    for design in (clip, tail):
        name, b = design.board["name"], design.board
        rows.append(f"{name}_board = [{b['width_mm']}, {b['height_mm']}, {b['thickness_mm']}];")
        rows.append(f"{name}_corner = {b['corner_mm']};")
        rows.append(f"// left, top, right, bottom, height")
        rows.append(f"{name}_parts = [")
        for ref in design.place:
            left, top, right, bottom, high = design.body(ref)
            if high > 0:
                rows.append(f"    [{', '.join(map(number, (left, top, right, bottom, high)))}], // {ref}")
        rows.append("];")
    case = clip.source["case"]
    rows += [f"cell = {case['cell']};", f"cell_at = {case['cell_at']};", f"motor = {case['motor']};",
             f"motor_at = {case['motor_at']};"]
    for name, ref in (("usb", "J1"), ("plug", "J2"), ("button", "SW1"), ("led", "D2")):
        at = clip.place[ref]
        rows.append(f"{name}_at = [{number(at['x'])}, {number(at['y'])}];")
    return "\n".join(rows) + "\n"


def project(design):
    """KiCad wants one beside the board; the rules are in the .kicad_dru."""
    return ('{\n  "board": {},\n  "meta": {"filename": "%s.kicad_pro", "version": 1},\n  "text_variables": {"MARK": "%s"}\n}\n'
            % (design.board["name"], design.board["mark"]))


def write(root, name, text):
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def main():
    root = Path(sys.argv[1])
    designs = {}
    for name in BOARDS:
        design = designs[name] = Design(HERE / name / "revA")
        to = f"hardware/{name}/revA"
        write(root, f"{to}/{name}.kicad_pcb", board.Board(design).text())
        write(root, f"{to}/{name}.kicad_dru", board.rules(design))
        write(root, f"{to}/{name}.kicad_pro", project(design))
        write(root, f"{to}/{name}.kicad_sch", schematic.kicad(design))
        write(root, f"{to}/{name}.sch", schematic.lepton(design))
        write(root, f"{to}/schematic.svg", schematic.svg(design))
        write(root, f"{to}/assembly.svg", assembly(design))
        write(root, f"{to}/bom.csv", bom(design))
        write(root, f"{to}/netlist.txt", netlist(design))
        write(root, f"{to}/fabrication/{name}-positions.csv", positions(design))
    clip = designs["clip"]
    write(root, "hardware/clip/revA/pins.md", pin_map(clip))
    write(root, "hardware/jig/pogo.md", pogo(clip))
    write(root, HEADER, header(clip))
    write(root, "hardware/enclosure/boards.scad", dimensions(clip, designs["tail"]))
    for name, text in wired.files().items():
        write(root, name, text)


main()
