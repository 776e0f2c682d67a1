"""Tracks and vias of a board: a grid router for two signal layers over planes.

Links of decoupling capacitors first, then a via for every pad of a plane, then net after net by A*. A net that finds no
way goes to the front and all are routed anew. The same source gives the same tracks: integers, and no set is iterated.
"""
import heapq
import math
from dataclasses import dataclass

GRID = 0.1
STRAIGHT, DIAGONAL, VIA = 10, 14, 120
TOP, BOTTOM = 0, 1
ROUNDS = 40
SLACK = 1e-6
STITCH = 2.5


@dataclass(frozen=True)
class Track:
    net: str
    layer: int
    x1: float
    y1: float
    x2: float
    y2: float
    width: float


@dataclass(frozen=True)
class Via:
    net: str
    x: float
    y: float


class NoWay(Exception):
    def __init__(self, net):
        super().__init__(net)
        self.net = net


class Router:
    def __init__(self, design):
        self.design = design
        self.rules = design.route
        self.columns = round(design.board["width_mm"] / GRID) + 1
        self.rows = round(design.board["height_mm"] / GRID) + 1
        self.cells = self.columns * self.rows
        self.every, self.top_only = design.keepouts()
        self.tracks, self.vias = [], []

    def width(self, net):
        return self.rules["power_track_mm"] if net in self.rules["power"] else self.rules["track_mm"]

    # ---- what is in the way

    def _mark_box(self, field, box, reach):
        """Marks the cells that are nearer than reach to a box, row by row."""
        left, top, right, bottom = box
        reach = max(reach - SLACK, SLACK)
        first = max(0, math.ceil((top - reach) / GRID - SLACK))
        last = min(self.rows - 1, math.floor((bottom + reach) / GRID + SLACK))
        for row in range(first, last + 1):
            y = row * GRID
            dy = top - y if y < top else y - bottom if y > bottom else 0.0
            if dy >= reach:
                continue
            dx = math.sqrt(reach * reach - dy * dy)
            begin = max(0, math.ceil((left - dx) / GRID - SLACK))
            end = min(self.columns - 1, math.floor((right + dx) / GRID + SLACK))
            if begin <= end:
                base = row * self.columns
                field[base + begin:base + end + 1] = b"\1" * (end + 1 - begin)

    def _mark_track(self, field, track, reach):
        """Marks the cells that are nearer than reach to the middle line of a track."""
        x1, y1, x2, y2 = track.x1, track.y1, track.x2, track.y2
        if x1 == x2 or y1 == y2:
            self._mark_box(field, (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)), reach)
            return
        steps = max(1, round(abs(x2 - x1) / GRID))
        for i in range(steps):
            # A diagonal as its grid steps: each a box of one cell would be too fat, so both ends and the middle.
            for part in (i, i + 0.5, i + 1):
                x, y = x1 + (x2 - x1) * part / steps, y1 + (y2 - y1) * part / steps
                self._mark_box(field, (x, y, x, y), reach + 0.004)

    def _mark_edge(self, field, reach):
        margin = int(-(-(reach - SLACK) // GRID))
        for row in range(self.rows):
            base = row * self.columns
            if row < margin or row >= self.rows - margin:
                field[base:base + self.columns] = b"\1" * self.columns
            else:
                field[base:base + margin] = b"\1" * margin
                field[base + self.columns - margin:base + self.columns] = b"\1" * margin

    def fields(self, net, width):
        """Cells where the middle of a track of this net may not be, a layer each, and where no via may be."""
        space, via, edge = self.rules["space_mm"], self.rules["via_mm"], self.rules["edge_mm"]
        half = width / 2
        layers = [bytearray(self.cells), bytearray(self.cells)]
        drills = bytearray(self.cells)
        for layer in layers:
            self._mark_edge(layer, edge + half)
        self._mark_edge(drills, edge + via / 2)
        for box in self.every:
            for layer in layers:
                self._mark_box(layer, box, half + SLACK)
            self._mark_box(drills, box, via / 2)
        for box in self.top_only:
            self._mark_box(layers[TOP], box, half + SLACK)
            self._mark_box(drills, box, via / 2)
        for pad in self.design.pads:
            layer = layers[TOP if pad.side == "top" else BOTTOM]
            if pad.net != net or not net:
                self._mark_box(layer, pad.box, space + half)
                self._mark_box(drills, pad.box, space + via / 2)
            else:
                # Solder would run into a hole in a pad.
                self._mark_box(drills, pad.box, via / 2 + 0.05)
        for track in self.tracks:
            if track.net != net:
                self._mark_track(layers[track.layer], track, space + half + track.width / 2)
                self._mark_track(drills, track, space + via / 2 + track.width / 2)
        for other in self.vias:
            point = Track(other.net, 0, other.x, other.y, other.x, other.y, 0)
            if other.net != net:
                for layer in layers:
                    self._mark_track(layer, point, space + half + via / 2)
                self._mark_track(drills, point, space + via)
            else:
                self._mark_track(drills, point, self.rules["hole_mm"] + 0.25)
        return layers, drills

    def _mark_vias(self, fields, net):
        """What a net has laid itself stands in the way of its further holes only."""
        for via in self.vias:
            if via.net == net:
                self._mark_box(fields[1], (via.x, via.y, via.x, via.y), self.rules["hole_mm"] + 0.25)

    # ---- the way

    def cells_of(self, pad):
        """Cells inside a pad, on its layer."""
        left, top, right, bottom = pad.box
        layer = TOP if pad.side == "top" else BOTTOM
        inset = 0.05
        found = []
        for row in range(int(-(-(top + inset) // GRID)), int((bottom - inset) // GRID) + 1):
            for column in range(int(-(-(left + inset) // GRID)), int((right - inset) // GRID) + 1):
                if 0 <= row < self.rows and 0 <= column < self.columns:
                    found.append(layer * self.cells + row * self.columns + column)
        return found

    def search(self, net, sources, targets, fields, only=None, to_via=False):
        """Cells from a source to a target, or to the first via when that is what is asked for."""
        layers, drills = fields
        columns, cells = self.columns, self.cells
        goal = set(targets)
        if goal:
            spots = [t % cells for t in targets]
            low_row, high_row = min(spots) // columns, max(spots) // columns
            low_column, high_column = min(s % columns for s in spots), max(s % columns for s in spots)

        def ahead(spot):
            if not goal:
                return 0
            row, column = divmod(spot % cells, columns)
            dr = low_row - row if row < low_row else row - high_row if row > high_row else 0
            dc = low_column - column if column < low_column else column - high_column if column > high_column else 0
            return STRAIGHT * max(dr, dc) + (DIAGONAL - STRAIGHT) * min(dr, dc)

        best, back = {}, {}
        heap = []
        for source in sources:
            if not layers[source // cells][source % cells]:
                best[source] = 0
                heapq.heappush(heap, (ahead(source), source))
        moves = [(-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1)]
        done = set()
        while heap:
            _, here = heapq.heappop(heap)
            if here in done:
                continue
            done.add(here)
            if here in goal:
                return self._walk(back, here)
            layer, spot = divmod(here, cells)
            row, column = divmod(spot, columns)
            cost = best[here]
            if to_via and not drills[spot]:
                return self._walk(back, here)
            blocked = layers[layer]
            for dr, dc in moves:
                r, c = row + dr, column + dc
                if not (0 <= r < self.rows and 0 <= c < columns):
                    continue
                there_spot = r * columns + c
                if blocked[there_spot]:
                    continue
                there = layer * cells + there_spot
                reached = cost + (STRAIGHT if dr == 0 or dc == 0 else DIAGONAL)
                if reached < best.get(there, 1 << 60):
                    best[there] = reached
                    back[there] = here
                    heapq.heappush(heap, (reached + ahead(there), there))
            if only is None and not to_via and not drills[spot] and not layers[1 - layer][spot]:
                there = (1 - layer) * cells + spot
                reached = cost + VIA
                if reached < best.get(there, 1 << 60):
                    best[there] = reached
                    back[there] = here
                    heapq.heappush(heap, (reached + ahead(there), there))
        return None

    @staticmethod
    def _walk(back, here):
        way = [here]
        while here in back:
            here = back[here]
            way.append(here)
        way.reverse()
        return way

    def lay(self, net, way, width, via_at_end=False):
        """Tracks and vias along a way of cells; straight runs become one track."""
        def place(cell):
            layer, spot = divmod(cell, self.cells)
            row, column = divmod(spot, self.columns)
            return layer, column, row

        start = place(way[0])
        before, direction = start, None
        for cell in way[1:]:
            here = place(cell)
            if here[0] != before[0]:
                self._track(net, start, before, width)
                self.vias.append(Via(net, before[1] * GRID, before[2] * GRID))
                start, direction = here, None
            else:
                step = (here[1] - before[1], here[2] - before[2])
                if direction not in (None, step):
                    self._track(net, start, before, width)
                    start = before
                direction = step
            before = here
        self._track(net, start, before, width)
        if via_at_end:
            self.vias.append(Via(net, before[1] * GRID, before[2] * GRID))

    def _track(self, net, a, b, width):
        if a[1:] != b[1:]:
            self.tracks.append(Track(net, a[0], a[1] * GRID, a[2] * GRID, b[1] * GRID, b[2] * GRID, width))

    # ---- the board

    def run(self):
        order = self._order()
        for _ in range(ROUNDS):
            self.tracks, self.vias = [], []
            try:
                self._links()
                self._planes()
                for net in order:
                    self._net(net)
                self._trim()
                self._split()
                self._stitch()
                return self.tracks, self.vias
            except NoWay as stuck:
                if stuck.net not in order:
                    raise
                order.remove(stuck.net)
                order.insert(0, stuck.net)
        raise NoWay("none: " + ", ".join(order))

    def _trim(self):
        """Takes away tracks with an end on nothing: rests of a way that met its own net early."""
        loose = True
        while loose:
            loose = [t for t in self.tracks if not (self._held(t, t.x1, t.y1) and self._held(t, t.x2, t.y2))]
            self.tracks = [t for t in self.tracks if t not in loose]

    def _split(self):
        """Tracks end where another of their net and layer begins: KiCad takes a meeting in the middle for none."""
        ends = {}
        for track in self.tracks:
            for x, y in ((track.x1, track.y1), (track.x2, track.y2)):
                ends.setdefault((track.net, track.layer), []).append((round(x / GRID), round(y / GRID)))
        pieces = []
        for track in self.tracks:
            cells = [divmod(c % self.cells, self.columns)[::-1] for c in self._cells_along(track)]
            met = set(ends[(track.net, track.layer)])
            cuts = [i for i, cell in enumerate(cells) if i in (0, len(cells) - 1) or cell in met]
            for a, b in zip(cuts, cuts[1:]):
                (c1, r1), (c2, r2) = cells[a], cells[b]
                pieces.append(Track(track.net, track.layer, c1 * GRID, r1 * GRID, c2 * GRID, r2 * GRID, track.width))
        self.tracks = list(dict.fromkeys(pieces))

    def _stitch(self):
        """Ground vias on a coarse raster wherever nothing is in the way, so that the outer pours hang on the plane."""
        ground = self.rules["planes"][0]
        _, drills = self.fields(ground, self.rules["track_mm"])
        raster, near = round(STITCH / GRID), round(STITCH / GRID / 2)
        taken = [(round(v.x / GRID), round(v.y / GRID)) for v in self.vias if v.net == ground]
        for row in range(raster // 2, self.rows, raster):
            for column in range(raster // 2, self.columns, raster):
                close = any(abs(c - column) < near and abs(r - row) < near for c, r in taken)
                if not close and not drills[row * self.columns + column]:
                    self.vias.append(Via(ground, column * GRID, row * GRID))

    def _held(self, track, x, y):
        spot = track.layer * self.cells + round(y / GRID) * self.columns + round(x / GRID)
        if any(v.net == track.net and abs(v.x - x) < SLACK and abs(v.y - y) < SLACK for v in self.vias):
            return True
        if any(p.net == track.net and (p.side == "top") == (track.layer == TOP)
               and p.box[0] <= x <= p.box[2] and p.box[1] <= y <= p.box[3] for p in self.design.pads):
            return True
        return any(o is not track and o.net == track.net and o.layer == track.layer and spot in self._cells_along(o)
                   for o in self.tracks)

    def _order(self):
        """Power first, then short nets before long ones."""
        planes = self.rules["planes"]

        def reach(net):
            pads = [p for p in self.design.pads if p.net == net]
            xs, ys = [p.x for p in pads], [p.y for p in pads]
            return max(xs) - min(xs) + max(ys) - min(ys)

        nets = [n for n in self.design.nets if n not in planes]
        return sorted(nets, key=lambda n: (n not in self.rules["power"], round(reach(n), 3), n))

    def _links(self):
        self.linked = set()
        for pair in self.design.source["decouple"]["pairs"]:
            pin, capacitor, _ = pair.split()
            a = self.design.pad(pin)
            b = next(p for p in self.design.pads if p.ref == capacitor and p.net == a.net)
            width = min(0.25, self.rules["power_track_mm"], min(a.width, a.height))
            fields = self.fields(a.net, width)
            way = self.search(a.net, self.cells_of(a), self.cells_of(b), fields, only=TOP)
            if way is None:
                raise NoWay(f"{pin} to {capacitor}")
            self.lay(a.net, way, width)
            self.linked.add((a.ref, a.number))

    def _planes(self):
        for net in self.rules["planes"]:
            width = self.rules["track_mm"]
            fields = self.fields(net, width)
            for pad in self.design.pads:
                if pad.net != net or (pad.ref, pad.number) in self.linked:
                    continue
                way = self.search(net, self.cells_of(pad), [], fields, only=0, to_via=True)
                if way is None:
                    raise NoWay(f"{pad.ref}.{pad.number} to plane {net}")
                self.lay(net, way, width, via_at_end=True)
                self._mark_vias(fields, net)

    def _net(self, net):
        pads = [p for p in self.design.pads if p.net == net]
        width = self.width(net)
        joined = self._joined(net, pads)
        fields = self.fields(net, width)
        while len(joined) > 1:
            # The nearest other group.
            first = joined[0]
            best = min(range(1, len(joined)), key=lambda i: (self._gap(first, joined[i]), i))
            sources = self._copper(net, first)
            targets = self._copper(net, joined[best])
            way = self.search(net, sources, targets, fields)
            if way is None:
                raise NoWay(net)
            self.lay(net, way, width)
            self._mark_vias(fields, net)
            joined[0] = first + joined.pop(best)

    def _joined(self, net, pads):
        """Groups of pads that links already join."""
        groups = [[p] for p in pads]
        for pair in self.design.source["decouple"]["pairs"]:
            pin, capacitor, _ = pair.split()
            if self.design.pad(pin).net != net:
                continue
            a = next(g for g in groups if any(f"{p.ref}.{p.number}" == pin for p in g))
            b = next(g for g in groups if any(p.ref == capacitor for p in g))
            if a is not b:
                a.extend(b)
                groups.remove(b)
        return groups

    @staticmethod
    def _gap(a, b):
        return min(round(abs(p.x - q.x) + abs(p.y - q.y), 4) for p in a for q in b)

    def _copper(self, net, pads):
        """Cells on the pads of a group; tracks join where they meet them."""
        cells = []
        for pad in pads:
            cells += self.cells_of(pad)
        reached = {(p.ref, p.index) for p in pads}
        others = [p for p in self.design.pads if p.net == net and (p.ref, p.index) not in reached]
        if len(others) == 0 or len(pads) > 1:
            cells += self._track_cells(net, pads)
        return cells

    def _track_cells(self, net, pads):
        """Cells of the tracks that hang together with these pads."""
        tracks = [t for t in self.tracks if t.net == net]
        spots = set()
        for pad in pads:
            spots.update(self.cells_of(pad))
        found = []
        grown = True
        vias = {(round(v.x / GRID), round(v.y / GRID)) for v in self.vias if v.net == net}
        while grown:
            grown = False
            for track in list(tracks):
                cells = self._cells_along(track)
                if any(c in spots for c in cells):
                    for c in cells:
                        if c not in spots:
                            spots.add(c)
                            found.append(c)
                        spot = c % self.cells
                        row, column = divmod(spot, self.columns)
                        if (column, row) in vias:
                            for other in (spot, spot + self.cells):
                                if other not in spots:
                                    spots.add(other)
                                    found.append(other)
                    tracks.remove(track)
                    grown = True
        return found

    def _cells_along(self, track):
        c1, r1, c2, r2 = (round(v / GRID) for v in (track.x1, track.y1, track.x2, track.y2))
        steps = max(abs(c2 - c1), abs(r2 - r1))
        dc, dr = (c2 > c1) - (c2 < c1), (r2 > r1) - (r2 < r1)
        return [track.layer * self.cells + (r1 + dr * i) * self.columns + c1 + dc * i for i in range(steps + 1)]
