"""The wired variant: drawing, wire list and cost from wired.toml."""
import tomllib
from xml.sax.saxutils import escape

from design import HERE, number

# How a rail is drawn: width and dashes.
RAILS = {"3V3": (4, ""), "SDA": (2, ""), "SCL": (2, "10 5"), "GND": (4, ""), "DRDY": (2, "3 4")}
GREY = {"GND": "#888"}
DEVICES = ("LOWER", "UPPER", "HAPTIC", "CAP", "EEPROM")
NAMES = {"LOWER": "LOWER IMU", "UPPER": "UPPER IMU", "HAPTIC": "DRV2605L", "CAP": "47 uF", "EEPROM": "24LC256"}


def drawing(source):
    nets, parts = source["net"], source["part"]
    net_of = {pin: net for net, pins in nets.items() for pin in pins}
    rails = list(RAILS)
    level = {net: 90 + 40 * i for i, net in enumerate(rails)}
    step, top = 34, 340
    x = 250
    body, wires, joints = [], [], []
    for key in DEVICES:
        pins = parts[key]["pins"]
        width = max(96, step * len(pins))
        body += [f"  <rect x=\"{x}\" y=\"{top}\" width=\"{width}\" height=\"84\" rx=\"6\" fill=\"#fff\" stroke=\"#000\" stroke-width=\"2\"/>",
                 f"  <text x=\"{x + 8}\" y=\"{top + 52}\" font-weight=\"bold\">{NAMES[key]}</text>"]
        if "address" in parts[key]:
            body.append(f"  <text x=\"{x + 8}\" y=\"{top + 70}\">0x{parts[key]['address']:02X}</text>")
        for i, pin in enumerate(pins):
            px = x + step * i + step / 2
            net = net_of.get(f"{key}.{pin}")
            body.append(f"  <text x=\"{number(px)}\" y=\"{top + 16}\" font-size=\"11\" text-anchor=\"middle\">{escape(pin)}</text>")
            if net in RAILS:
                pen, dashes = RAILS[net]
                wires.append(wire(f"M{number(px)} {level[net]}V{top}", net, pen, dashes))
                joints.append(f"  <circle cx=\"{number(px)}\" cy=\"{level[net]}\" r=\"4.5\"/>")
            elif net:
                # Two-ended: the other end is written at the pin.
                other = next(p for p in nets[net] if p != f"{key}.{pin}")
                body += [f"  <path d=\"M{number(px)} {top}v-14\" stroke=\"#000\" stroke-width=\"2\"/>",
                         f"  <text transform=\"translate({number(px + 4)} {top - 18}) rotate(-90)\" font-size=\"11\">{escape(other)}</text>"]
            else:
                body.append(f"  <text x=\"{number(px)}\" y=\"{top - 6}\" font-size=\"11\" text-anchor=\"middle\">open</text>")
        x += width + 26
    right = x - 10
    out = [f"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {x + 10} 500\" font-family=\"DejaVu Sans, sans-serif\" font-size=\"14\">",
           "  <title>Wiring of the clip to the 40-pin header</title>", f"  <rect width=\"{x + 10}\" height=\"500\" fill=\"#fff\"/>",
           f"  <text x=\"20\" y=\"28\" font-weight=\"bold\">{source['board']['title']}: {source['board']['mark']}</text>",
           "  <rect x=\"20\" y=\"60\" width=\"190\" height=\"220\" rx=\"6\" fill=\"#fff\" stroke=\"#000\" stroke-width=\"2\"/>",
           "  <text x=\"20\" y=\"52\" font-weight=\"bold\">Raspberry Pi header</text>"]
    for net in rails:
        pin = next(p for p in nets[net] if p.startswith("PI."))
        pen, dashes = RAILS[net]
        out += [f"  <text x=\"30\" y=\"{level[net] + 5}\">pin {pin[3:]}: {escape(source['host']['header'][net])}</text>",
                wire(f"M210 {level[net]}H{right if net != 'DRDY' else right}", net, pen, dashes),
                f"  <text x=\"216\" y=\"{level[net] - 6}\" font-size=\"11\">{net}</text>"]
    out += wires + joints + body
    out += ["  <text x=\"20\" y=\"456\">A dot joins wires; lines that cross without one do not touch. The Pi's own 1.8 k pull SDA and SCL up:"
            " open every other pull-up.</text>",
            "  <text x=\"20\" y=\"478\">A: all of A0, A1, A2. RWP: 10 k from WP to 3V3; a jumper from WP to GND is put on for writing a"
            " profile.</text>", "</svg>\n"]
    return "\n".join(out)


def wire(path, net, pen, dashes):
    dash = f" stroke-dasharray=\"{dashes}\"" if dashes else ""
    return f"  <path d=\"{path}\" fill=\"none\" stroke=\"{GREY.get(net, '#000')}\" stroke-width=\"{pen}\"{dash}/>"


def lists(source):
    out = [f"# Wires, parts and cost of the wired clip", "", f"{source['board']['mark']}. Made from wired.toml by hardware/tools/make.py.",
           "", "| header pin | line | goes to |", "|---|---|---|"]
    for net, pins in source["net"].items():
        at = [p for p in pins if p.startswith("PI.")]
        if at:
            out.append(f"| {at[0][3:]} | {source['host']['header'][net]} | {', '.join(p for p in pins if p not in at)} |")
    out += ["", "Between the boards:", ""]
    out += [f"- {' to '.join(pins)}" for pins in source["net"].values() if not any(p.startswith("PI.") for p in pins)]
    out += ["", "| part | order | instead | euro |", "|---|---|---|---|"]
    total = 0.0
    for part in source["part"].values():
        total += part["euro"]
        out.append(f"| {part['what']} | {'; '.join(part['order'])} | {'; '.join(part['instead']) or 'any'} | {part['euro']:.2f} |")
    for line in source["extra"]["lines"]:
        what, euro = line.rsplit(": ", 1)
        total += float(euro)
        out.append(f"| {what} | any | any | {float(euro):.2f} |")
    out += [f"| **together** | | | **{total:.2f}** |", "",
            "Order numbers marked M are from memory, prices are estimates: look both up before you order."]
    return "\n".join(out) + "\n"


def files():
    source = tomllib.loads((HERE / "wired" / "wired.toml").read_text())
    return {"hardware/wired/wiring.svg": drawing(source), "hardware/wired/wiring.md": lists(source)}
