"""Writes a board as KiCad 6 reads it: parts, tracks, planes, antenna keep-out, outline, marks. No copper is filled here."""
from design import number, turned, turned_box, unique
from route import TOP, Router

LAYERS = {4: ["F.Cu", "In1.Cu", "In2.Cu", "B.Cu"], 2: ["F.Cu", "B.Cu"]}
# What each copper layer is poured with.
POURS = {4: {"F.Cu": "GND", "In1.Cu": "GND", "In2.Cu": "3V3", "B.Cu": "GND"}, 2: {"F.Cu": "GND", "B.Cu": "GND"}}


class Board:
    def __init__(self, design):
        self.design = design
        self.name = design.board["name"]
        self.codes = {"": 0} | {net: i + 1 for i, net in enumerate(design.nets)}
        self.out = []

    def text(self):
        tracks, vias = Router(self.design).run()
        self._head()
        for ref in self.design.place:
            self._footprint(ref)
        self._outline()
        self._marks()
        for i, track in enumerate(tracks):
            layer = "F.Cu" if track.layer == TOP else "B.Cu"
            self.out.append(
                f"  (segment (start {number(track.x1)} {number(track.y1)}) (end {number(track.x2)} {number(track.y2)})"
                f" (width {number(track.width)}) (layer \"{layer}\") (net {self.codes[track.net]})"
                f" (tstamp {unique(self.name, 'track', str(i))}))")
        for i, via in enumerate(vias):
            route = self.design.route
            self.out.append(
                f"  (via (at {number(via.x)} {number(via.y)}) (size {number(route['via_mm'])})"
                f" (drill {number(route['hole_mm'])}) (layers \"F.Cu\" \"B.Cu\") (net {self.codes[via.net]})"
                f" (tstamp {unique(self.name, 'via', str(i))}))")
        self._pours()
        self.out.append(")\n")
        return "\n".join(self.out)

    def _head(self):
        board = self.design.board
        copper = LAYERS[board["layers"]]
        ids = {"F.Cu": 0, "In1.Cu": 1, "In2.Cu": 2, "B.Cu": 31}
        rows = [f"    ({ids[name]} \"{name}\" signal)" for name in copper]
        rows += [f"    ({i} \"{name}\" user)" for i, name in (
            (34, "B.Paste"), (35, "F.Paste"), (36, "B.SilkS"), (37, "F.SilkS"), (38, "B.Mask"), (39, "F.Mask"),
            (40, "Dwgs.User"), (41, "Cmts.User"), (44, "Edge.Cuts"), (45, "Margin"), (46, "B.CrtYd"),
            (47, "F.CrtYd"), (48, "B.Fab"), (49, "F.Fab"))]
        self.out += [
            "(kicad_pcb (version 20211014) (generator holdline)",
            f"  (general (thickness {number(board['thickness_mm'])}))",
            "  (paper \"A4\")",
            f"  (title_block (title \"{board['title']}\") (rev \"{board['revision']}\")"
            f" (comment 1 \"{board['mark']}\") (comment 2 \"CERN-OHL-P-2.0\"))",
            "  (layers", *rows, "  )",
            "  (setup (pad_to_mask_clearance 0) (solder_mask_min_width 0.1))",
        ]
        self.out += [f"  (net {code} \"{net}\")" for net, code in self.codes.items()]

    def _footprint(self, ref):
        design = self.design
        at, part = design.place[ref], design.part(ref)
        side = "F" if design.side(ref) == "top" else "B"
        key = unique(self.name, ref)
        bare = part.get("bare", False)
        attributes = "smd exclude_from_pos_files exclude_from_bom" if bare else "smd"
        mirror = " (justify mirror)" if side == "B" else ""
        self.out += [
            f"  (footprint \"holdline:{part['footprint']}\" (layer \"{side}.Cu\") (tedit 0) (tstamp {key})",
            f"    (at {number(at['x'])} {number(at['y'])} {at['rot']})",
            f"    (attr {attributes})",
            f"    (fp_text reference \"{ref}\" (at 0 0 {at['rot']}) (layer \"{side}.Fab\") (tstamp {unique(key, 'r')})"
            f" (effects (font (size 0.6 0.6) (thickness 0.1)){mirror}))",
            f"    (fp_text value \"{design.value(ref)}\" (at 0 1 {at['rot']}) (layer \"{side}.Fab\") hide"
            f" (tstamp {unique(key, 'v')}) (effects (font (size 0.4 0.4) (thickness 0.06)){mirror}))",
        ]
        self._boxes(ref, side, key)
        for i, line in enumerate(design.footprint(ref)["pads"]):
            pad, x, y, width, height = line.split()
            x = -float(x) if side == "B" else float(x)
            shape = "circle" if part["footprint"] == "TP" else "rect" if part["footprint"] == "MDBT50Q" else "roundrect"
            layers = f"\"{side}.Cu\" \"{side}.Mask\"" + ("" if bare else f" \"{side}.Paste\"")
            net = design.net_of.get(f"{ref}.{pad}", "")
            joined = f" (net {self.codes[net]} \"{net}\")" if net else ""
            ratio = " (roundrect_rratio 0.2)" if shape == "roundrect" else ""
            self.out.append(
                f"    (pad \"{pad}\" smd {shape} (at {number(x)} {number(float(y))} {at['rot']}) (size {width} {height})"
                f" (layers {layers}){ratio}{joined} (tstamp {unique(key, 'pad', str(i))}))")
        self.out.append("  )")

    def _boxes(self, ref, side, key):
        footprint = self.design.footprint(ref)
        width, length, _ = footprint["body"]
        boxes = [("CrtYd", footprint["courtyard"], 0.05), ("Fab", (-width / 2, -length / 2, width / 2, length / 2), 0.1)]
        for layer, box, pen in boxes:
            left, top, right, bottom = box
            if side == "B":
                left, right = -right, -left
            self.out.append(
                f"    (fp_rect (start {number(left)} {number(top)}) (end {number(right)} {number(bottom)})"
                f" (layer \"{side}.{layer}\") (width {pen}) (fill none) (tstamp {unique(key, layer)}))")

    def _outline(self):
        board = self.design.board
        w, h, r = board["width_mm"], board["height_mm"], board["corner_mm"]
        d = r * (1 - 2 ** -0.5)
        lines = [((r, 0), (w - r, 0)), ((w, r), (w, h - r)), ((w - r, h), (r, h)), ((0, h - r), (0, r))]
        arcs = [
            ((w - r, 0), (w - d, d), (w, r)), ((w, h - r), (w - d, h - d), (w - r, h)),
            ((r, h), (d, h - d), (0, h - r)), ((0, r), (d, d), (r, 0))]
        for i, (a, b) in enumerate(lines):
            self.out.append(
                f"  (gr_line (start {number(a[0])} {number(a[1])}) (end {number(b[0])} {number(b[1])})"
                f" (layer \"Edge.Cuts\") (width 0.1) (tstamp {unique(self.name, 'edge', str(i))}))")
        for i, (a, m, b) in enumerate(arcs):
            self.out.append(
                f"  (gr_arc (start {number(a[0])} {number(a[1])}) (mid {number(m[0])} {number(m[1])})"
                f" (end {number(b[0])} {number(b[1])}) (layer \"Edge.Cuts\") (width 0.1)"
                f" (tstamp {unique(self.name, 'arc', str(i))}))")

    def _marks(self):
        for i, mark in enumerate(self.design.source.get("marks", {}).get("texts", [])):
            text, x, y, size, side = mark
            layer = "F.SilkS" if side == "top" else "B.SilkS"
            mirror = " (justify mirror)" if side != "top" else ""
            self.out.append(
                f"  (gr_text \"{text}\" (at {number(x)} {number(y)}) (layer \"{layer}\")"
                f" (tstamp {unique(self.name, 'mark', str(i))})"
                f" (effects (font (size {size} {size}) (thickness {number(max(0.12, size / 7))})){mirror}))")
        for i, line in enumerate(self.design.source.get("marks", {}).get("lines", [])):
            x1, y1, x2, y2 = line
            self.out.append(
                f"  (gr_line (start {number(x1)} {number(y1)}) (end {number(x2)} {number(y2)}) (layer \"F.SilkS\")"
                f" (width 0.15) (tstamp {unique(self.name, 'stroke', str(i))}))")

    def _pours(self):
        board, route = self.design.board, self.design.route
        edge = route["edge_mm"]
        box = (edge, edge, board["width_mm"] - edge, board["height_mm"] - edge)
        for layer, net in POURS[board["layers"]].items():
            self.out.append(
                f"  (zone (net {self.codes[net]}) (net_name \"{net}\") (layer \"{layer}\")"
                f" (tstamp {unique(self.name, 'pour', layer)}) (hatch edge 0.5)\n"
                f"    (connect_pads (clearance {number(route['space_mm'])})) (min_thickness 0.15)\n"
                f"    (fill yes (thermal_gap 0.2) (thermal_bridge_width 0.25))\n"
                f"    {self._polygon(box)})")
        every, top = self.design.keepouts()
        for i, (box, layers) in enumerate([(b, "F&B.Cu" if board["layers"] == 2 else "*.Cu") for b in every]
                                          + [(b, "F.Cu") for b in top]):
            word = "layers" if layers != "F.Cu" else "layer"
            names = " ".join(f"\"{n}\"" for n in LAYERS[board["layers"]]) if word == "layers" else "\"F.Cu\""
            self.out.append(
                f"  (zone (net 0) (net_name \"\") ({word} {names}) (tstamp {unique(self.name, 'keepout', str(i))})"
                f" (hatch full 0.5)\n    (connect_pads (clearance 0)) (min_thickness 0.15)\n"
                f"    (keepout (tracks not_allowed) (vias not_allowed) (pads not_allowed) (copperpour not_allowed)"
                f" (footprints allowed))\n    (fill (thermal_gap 0.2) (thermal_bridge_width 0.25))\n"
                f"    {self._polygon(box)})")

    @staticmethod
    def _polygon(box):
        left, top, right, bottom = map(number, box)
        return (f"(polygon (pts (xy {left} {top}) (xy {right} {top}) (xy {right} {bottom}) (xy {left} {bottom})))")


def rules(design):
    """The fab's limits as KiCad's own rules; they count from a .kicad_dru file beside the board."""
    fab = design.fab
    return f"""(version 1)
# {design.board['mark']}. {fab['name']}: {fab['source']}
(rule "track" (constraint track_width (min {fab['min_track_mm']}mm)))
(rule "space" (constraint clearance (min {fab['min_space_mm']}mm)))
(rule "via" (constraint via_diameter (min {fab['min_via_mm']}mm)))
(rule "hole" (constraint hole_size (min {fab['min_hole_mm']}mm)))
(rule "holes" (constraint hole_to_hole (min {fab['min_hole_to_hole_mm']}mm)))
(rule "edge" (constraint edge_clearance (min {fab['min_edge_mm']}mm)))
"""
