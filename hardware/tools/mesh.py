#!/usr/bin/python3
"""Meshes of the enclosure: closed, one body, volume.

    mesh.py FILE.stl...     a line each: closed or not, bodies, volume in mm^3, size in mm; exit status 1 when one is not
                            closed or not in one piece
    mesh.py --settle FILE.stl TITLE    sorts the facets: OpenSCAD writes the same ones in another order each time
"""
import math
import re
import sys
from collections import Counter
from pathlib import Path


def triangles(path):
    numbers = [tuple(map(float, m)) for m in re.findall(r"vertex\s+(\S+)\s+(\S+)\s+(\S+)", Path(path).read_text())]
    return [numbers[i:i + 3] for i in range(0, len(numbers), 3)]


def normal(a, b, c):
    u, v = [b[i] - a[i] for i in range(3)], [c[i] - a[i] for i in range(3)]
    n = (u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0])
    length = math.sqrt(sum(x * x for x in n)) or 1.0
    # No "-0".
    return " ".join(f"{round(x / length, 5) + 0.0:g}" for x in n)


def settle(path, title):
    faces = []
    for face in triangles(path):
        first = face.index(min(face))
        faces.append(tuple(face[first:] + face[:first]))
    rows = [f"solid {title}"]
    for face in sorted(faces):
        rows += [f"facet normal {normal(*face)}", "outer loop"]
        rows += [f"vertex {x:g} {y:g} {z:g}" for x, y, z in face]
        rows += ["endloop", "endfacet"]
    Path(path).write_text("\n".join(rows + [f"endsolid {title}", ""]))


def bodies(faces):
    """Faces that share an edge are one body."""
    parent = list(range(len(faces)))

    def root(i):
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    owner = {}
    for i, face in enumerate(faces):
        for a, b in ((0, 1), (1, 2), (2, 0)):
            edge = tuple(sorted((face[a], face[b])))
            if edge in owner:
                parent[root(i)] = root(owner[edge])
            else:
                owner[edge] = i
    return [[f for i, f in enumerate(faces) if root(i) == r] for r in sorted({root(i) for i in range(len(faces))})]


def is_closed(faces):
    """Each edge is walked as often one way as the other."""
    walked = Counter()
    for face in faces:
        for a, b in ((0, 1), (1, 2), (2, 0)):
            walked[(face[a], face[b])] += 1
    return all(walked[(b, a)] == count for (a, b), count in walked.items())


def volume(faces):
    return sum(a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0])
               for a, b, c in faces) / 6


def size(faces):
    points = [p for f in faces for p in f]
    return tuple((min(p[i] for p in points), max(p[i] for p in points)) for i in range(3))


def main():
    if sys.argv[1] == "--settle":
        settle(sys.argv[2], sys.argv[3])
        return
    wrong = 0
    for path in sys.argv[1:]:
        faces = triangles(path)
        closed, parts = is_closed(faces), bodies(faces)
        # A hollow inside a body would count as another one, with a volume below zero.
        outer = [b for b in parts if volume(b) > 0]
        box = size(faces)
        print(f"{Path(path).stem}: {'closed' if closed else 'OPEN'}, bodies {len(outer)}, {volume(faces):.0f} mm^3, "
              + " x ".join(f"{b - a:.1f}" for a, b in box) + " mm")
        wrong += not closed or len(outer) != 1
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
