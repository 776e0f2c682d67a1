#!/usr/bin/python3
"""Whether PNG pictures show something.

    picture.py MADE COMMITTED      size and share of the commonest colour of both; exit status 1 when the one that was made
                                   is blank or shows another share than the committed one
"""
import struct
import sys
import zlib
from collections import Counter
from pathlib import Path

CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def pixels(path):
    data = Path(path).read_bytes()
    at, packed = 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", body[:10])
        elif kind == b"IDAT":
            packed += body
        at += 12 + length
    if depth != 8:
        raise ValueError(f"{path}: {depth} bits a channel, expected 8")
    step = CHANNELS[colour]
    raw, stride = zlib.decompress(packed), width * step
    before = bytearray(stride)
    rows = []
    for row in range(height):
        start = row * (stride + 1)
        kind, line = raw[start], bytearray(raw[start + 1:start + 1 + stride])
        for i in range(stride if kind else 0):
            left = line[i - step] if i >= step else 0
            up = before[i]
            corner = before[i - step] if i >= step else 0
            guess = left + up - corner
            near = min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))[2]
            line[i] = (line[i] + (left, up, (left + up) // 2, near)[kind - 1]) & 255
        rows.append(bytes(line))
        before = line
    return width, height, rows, step


def share(path):
    """Width, height, and how much of the picture is not its commonest colour."""
    width, height, rows, step = pixels(path)
    counts = Counter()
    for line in rows[::3]:
        counts.update(line[i:i + step] for i in range(0, len(line), step * 3))
    return width, height, 1 - counts.most_common(1)[0][1] / sum(counts.values())


def main():
    made, committed = share(sys.argv[1]), share(sys.argv[2])
    print(f"{made[0]} x {made[1]}, {made[2]:.1%} drawn; committed {committed[0]} x {committed[1]}, {committed[2]:.1%}")
    same = abs(made[0] - committed[0]) <= 2 and abs(made[1] - committed[1]) <= 2 and abs(made[2] - committed[2]) < 0.02
    sys.exit(0 if same and made[2] > 0.02 else 1)


main()
