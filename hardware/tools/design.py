"""A board's design source with everything placed: parts.toml, footprints.toml and board.toml in millimetres."""
import math
import tomllib
import uuid
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
NAMESPACE = uuid.UUID("6f0b3f7e-7d1c-5a43-9d35-2f6d1f1f6a11")


@dataclass(frozen=True)
class Pad:
    ref: str
    number: str
    index: int
    net: str
    x: float
    y: float
    width: float
    height: float
    side: str

    @property
    def box(self):
        return (self.x - self.width / 2, self.y - self.height / 2, self.x + self.width / 2, self.y + self.height / 2)


def turned(x, y, degrees):
    """Counterclockwise as seen, y downwards: as KiCad turns."""
    cos = round(math.cos(math.radians(degrees)))
    sin = round(math.sin(math.radians(degrees)))
    return x * cos + y * sin, -x * sin + y * cos


def turned_box(box, degrees):
    corners = [turned(x, y, degrees) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs, ys = [c[0] for c in corners], [c[1] for c in corners]
    return min(xs), min(ys), max(xs), max(ys)


def unique(*words):
    """The same words, the same id, on every machine."""
    return str(uuid.uuid5(NAMESPACE, "/".join(words)))


def number(value):
    text = f"{round(value, 4):.4f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


class Design:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.parts = tomllib.loads((HERE / "parts.toml").read_text())
        self.footprints = tomllib.loads((HERE / "footprints.toml").read_text())
        source = tomllib.loads((self.folder / "board.toml").read_text())
        self.source = source
        self.board = source["board"]
        self.fab = source["fab"]
        self.route = source["route"]
        self.place = source["place"]
        self.nets = source["net"]
        self.open_pins = set(source["open"]["pins"])
        self.net_of = {pin: net for net, pins in self.nets.items() for pin in pins}
        self.pads = [pad for ref in self.place for pad in self._pads_of(ref)]

    def part(self, ref):
        return self.parts[self.place[ref]["part"]]

    def footprint(self, ref):
        return self.footprints[self.part(ref)["footprint"]]

    def side(self, ref):
        return self.place[ref].get("side", "top")

    def pins(self, ref):
        """Number, name and type of each pin."""
        return [tuple(pin.split()) for pin in self.part(ref)["pins"]]

    def value(self, ref):
        part = self.part(ref)
        plain = part.get("bare") or "ohm" in part or "farad_nf" in part
        return part["describes"] if plain else part["mpn"]

    def box(self, ref, key):
        """A box of the footprint on the board."""
        at = self.place[ref]
        box = self.footprint(ref)[key]
        if self.side(ref) == "bottom":
            box = (-box[2], box[1], -box[0], box[3])
        left, top, right, bottom = turned_box(box, at["rot"])
        return left + at["x"], top + at["y"], right + at["x"], bottom + at["y"]

    def body(self, ref):
        """Left, top, right, bottom and height of the part itself."""
        width, length, height = self.footprint(ref)["body"]
        at = self.place[ref]
        left, top, right, bottom = turned_box((-width / 2, -length / 2, width / 2, length / 2), at["rot"])
        return left + at["x"], top + at["y"], right + at["x"], bottom + at["y"], height

    def keepouts(self):
        """Boxes without copper: on all layers, and on the component side."""
        every, top = [], []
        for ref in self.place:
            footprint = self.footprint(ref)
            if "keepout" in footprint:
                left, up, right, down = self.box(ref, "keepout")
                # Up to the edge: a strip of copper between antenna and edge would be as bad.
                every.append((left, min(up, 0.0) if up < 1.0 else up, right, down))
            if "keepout_top" in footprint:
                top.append(self.box(ref, "keepout_top"))
        return every, top

    def _pads_of(self, ref):
        at = self.place[ref]
        side = self.side(ref)
        pads = []
        for index, line in enumerate(self.footprint(ref)["pads"]):
            pad, x, y, width, height = line.split()
            x, y = float(x), float(y)
            if side == "bottom":
                x = -x
            x, y = turned(x, y, at["rot"])
            left, top, right, bottom = turned_box((0, 0, float(width), float(height)), at["rot"])
            net = self.net_of.get(f"{ref}.{pad}", "")
            pads.append(Pad(ref, pad, index, net, at["x"] + x, at["y"] + y, right - left, bottom - top, side))
        return pads

    def pad(self, pin):
        ref, pad = pin.split(".")
        return next(p for p in self.pads if p.ref == ref and p.number == pad)
