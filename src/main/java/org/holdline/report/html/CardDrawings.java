package org.holdline.report.html;

import org.holdline.report.reading.Card;

/** A drawing for each card: figures of a few strokes, told apart by line and shape. The figures look to the right. */
final class CardDrawings {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 150;

    private CardDrawings() {}

    static void write(Html html, Card card, String label) {
        html.open(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "class",
                "drawing",
                "role",
                "img",
                "aria-label",
                label,
                "focusable",
                "false");
        switch (card) {
            case NEUTRAL_SPINE -> neutralSpine(html);
            case ANKLE_LEAN -> ankleLean(html);
            case HIP_FLEXORS -> hipFlexors(html);
            case PELVIS_ROTATION -> pelvisRotation(html);
            case ABDOMINALS -> abdominals(html);
        }
        html.close("svg");
    }

    private static void neutralSpine(Html html) {
        floor(html, 12, 308, 142);
        // Front of the pelvis down: the lower back hollows.
        standing(html, 56, "M58 88C72 74 66 62 54 48", 24);
        arrow(html, "M84 80Q96 92 88 106", "M83 101L88 108L94 103");
        // Front of the pelvis up: the lower back rounds.
        standing(html, 160, "M158 88C144 74 150 60 164 48", -24);
        arrow(html, "M190 106Q200 92 188 80", "M187 87L187 79L194 81");
        standing(html, 264, "M264 88C271 76 264 62 265 48", 0);
        path(html, "M288 84l8 9l15-20", "tick-mark");
    }

    private static void standing(Html html, int x, String spine, int tiltDeg) {
        path(html, "M" + x + " 98L" + (x - 3) + " 121L" + (x - 2) + " 140h13", "limb");
        path(html, spine, "limb");
        html.leaf(
                "rect",
                "x",
                String.valueOf(x - 16),
                "y",
                "86",
                "width",
                "32",
                "height",
                "18",
                "rx",
                "8",
                "class",
                "pelvis",
                "transform",
                tiltDeg == 0 ? "" : "rotate(" + tiltDeg + " " + x + " 95)");
        head(html, x, 28);
    }

    private static void ankleLean(Html html) {
        floor(html, 12, 308, 142);
        path(html, "M62 140V14", "guide");
        path(html, "M62 140L84 50", "limb");
        path(html, "M62 140h15", "limb");
        path(html, "M82 58L96 78L110 72", "limb thin");
        head(html, 90, 30);
        path(html, "M62 84Q70 81 76 84", "arrow");
        path(html, "M118 92l9 10l17-23", "tick-mark");
        path(html, "M216 140V92L246 62", "limb");
        path(html, "M216 140h15", "limb");
        path(html, "M240 68L250 90L264 92", "limb thin");
        head(html, 260, 46);
        path(html, "M276 82l22 22M298 82l-22 22", "cross");
    }

    private static void hipFlexors(Html html) {
        floor(html, 30, 290, 142);
        path(html, "M150 86L124 136H84", "limb");
        path(html, "M150 86L204 92V138h15", "limb");
        path(html, "M150 86L152 44", "limb");
        path(html, "M152 52L166 76L160 90", "limb thin");
        html.leaf(
                "rect",
                "x",
                "134",
                "y",
                "78",
                "width",
                "32",
                "height",
                "18",
                "rx",
                "8",
                "class",
                "pelvis",
                "transform",
                "rotate(-12 150 87)");
        head(html, 154, 24);
        path(html, "M165 100Q158 114 146 122", "stretch");
        arrow(html, "M182 66h34", "M208 59l9 7l-9 7");
    }

    private static void pelvisRotation(Html html) {
        arrow(html, "M160 40V8", "M151 17l9-10l9 10");
        html.leaf(
                "rect",
                "x",
                "112",
                "y",
                "78",
                "width",
                "96",
                "height",
                "30",
                "rx",
                "14",
                "class",
                "pelvis",
                "transform",
                "rotate(20 160 93)");
        html.leaf(
                "ellipse",
                "cx",
                "160",
                "cy",
                "80",
                "rx",
                "78",
                "ry",
                "17",
                "class",
                "shoulders",
                "transform",
                "rotate(-20 160 80)");
        head(html, 160, 80);
        arrow(html, "M247 66Q251 48 240 34", "M249 36l-10-3l-1 10");
        arrow(html, "M222 100Q226 118 212 132", "M223 130l-12 3l-1-11");
        arrow(html, "M73 94Q69 112 80 126", "M71 124l10 3l1-10");
        arrow(html, "M98 60Q94 42 108 28", "M97 30l12-3l1 11");
    }

    private static void abdominals(Html html) {
        floor(html, 20, 306, 128);
        head(html, 46, 110);
        path(html, "M62 116C92 108 118 116 160 114", "limb");
        path(html, "M70 118L104 124", "limb thin");
        path(html, "M160 114L198 66L224 124", "limb");
        path(html, "M160 114L220 92L276 124h6", "limb far");
        html.leaf("rect", "x", "144", "y", "103", "width", "32", "height", "20", "rx", "8", "class", "pelvis");
        arrow(html, "M238 142H292", "M285 136l8 6l-8 6");
        path(html, "M246 136l-8 6l8 6", "arrow");
        path(html, "M108 92v14M102 101l6 7l6-7", "arrow");
    }

    private static void floor(Html html, int from, int to, int y) {
        path(html, "M" + from + " " + y + "H" + to, "floor");
    }

    private static void head(Html html, int x, int y) {
        html.leaf("circle", "cx", String.valueOf(x), "cy", String.valueOf(y), "r", "13", "class", "head");
    }

    private static void arrow(Html html, String shaft, String tip) {
        path(html, shaft, "arrow");
        path(html, tip, "arrow");
    }

    private static void path(Html html, String path, String kind) {
        html.leaf("path", "d", path, "class", kind);
    }
}
