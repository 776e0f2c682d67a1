// REV A - NOT FABRICATED. Case of the clip and of the tail's island. Millimetres; x to the right, y up as worn, z away
// from the back. part = "case", "lid", "tail_case", "tail_lid"; "worn" and "open" are for pictures, "clash" and "fit" for
// the check: what the plastic and the contents, 0.3 mm fatter, have in common. Nothing is expected to be left.
include <boards.scad>

part = "worn";
grow = 0.3;          // least gap, mm
cell_shift = 0;      // a fault to plant: the cell's place, mm

wall = 1.5;
floor_z = 1.3;
lid_z = 1.3;
gap = 0.6;           // board to wall
below_cell = 0.3;    // adhesive pad
above_cell = 0.4;    // film and air
board_z = floor_z + below_cell + cell[2] + above_cell;      // underside of the board
top_z = board_z + clip_board[2];
tallest = max([for (p = clip_parts) p[4]]);
high = top_z + tallest + 0.4 + lid_z;
round_r = 3.5;
edge = 1.0;
strap = 41;
strap_slot = 3.2;
loop = 3;
$fn = 32;

w = clip_board[0];
h = clip_board[1];

module slab(left, bottom, right, top, z1, z2) {
    translate([left, bottom, z1]) cube([right - left, top - bottom, z2 - z1]);
}

// A box in board coordinates, where y goes down.
module on_board(box, z1, z2, deep, fat = [0, 0, 0]) {
    slab(box[0] - fat[0], deep - box[3] - fat[1], box[2] + fat[0], deep - box[1] + fat[1], z1 - fat[2], z2 + fat[2]);
}

module rounded(left, bottom, right, top, z, r, e) {
    hull() for (x = [left + r, right - r], y = [bottom + r, top - r]) translate([x, y, 0]) {
        translate([0, 0, e]) cylinder(r = r, h = z - 2 * e);
        cylinder(r = r - e, h = z);
    }
}

module body() { rounded(-gap - wall, -gap - wall, w + gap + wall, h + gap + wall, high, round_r, edge); }

module cavity(z1, z2) {
    translate([0, 0, z1]) hull() for (x = [-gap + 2, w + gap - 2], y = [-gap + 2, h + gap - 2])
        translate([x, y, 0]) cylinder(r = 2, h = z2 - z1);
}

// Loops for a strap of 40 mm, against the back.
module loops(left, right, middle) {
    for (side = [-1, 1]) {
        x = side < 0 ? left : right;
        difference() {
            hull() {
                for (y = [middle - strap / 2 - loop + 2, middle + strap / 2 + loop - 2])
                    translate([x + side * (strap_slot + loop - 2), y, 0]) cylinder(r = 2, h = 2.6);
                translate([side < 0 ? x : x - 1.2, middle - strap / 2 - loop, 0]) cube([1.2, strap + 2 * loop, 2.6]);
            }
            translate([side < 0 ? x - strap_slot : x, middle - strap / 2, -1]) cube([strap_slot, strap, 5]);
        }
    }
}

// Room for the body of a USB-C plug, the plug of the tail's lead, both open to the lid's edge.
module openings() {
    ux = usb_at[0];
    slab(ux - 6.4, -gap - wall - 5, ux + 6.4, 1.4, top_z + 1.58 - 3.5, high + 1);
    px = plug_at[0];
    slab(px - 4.8, h + gap - 0.3, px + 4.8, h + gap + wall + 5, top_z - 0.4, top_z + 3.4);
}

module posts() {
    for (x = [-gap, w - 2.4], y = [-gap, h - 2.4])
        slab(x, y, x + 2.4 + gap, y + 2.4 + gap, floor_z - 0.1, board_z);
}

// Keeps the motor off the plastic: a soft pad of 0.4 mm goes between, glued.
module motor_frame() {
    x = motor_at[0];
    y = h - motor_at[1] - motor[1];
    difference() {
        slab(x - 1.4, y - 1.4, x + motor[0] + 0.4, y + motor[1] + 1.4, floor_z - 0.1, floor_z + 1.2);
        slab(x - 0.4, y - 0.4, x + motor[0] + 3, y + motor[1] + 0.4, floor_z - 1, floor_z + 3);
        slab(cell_at[0] - 1, h - cell_at[1] - cell[1] - 1, cell_at[0] + cell[0] + 0.4, h, floor_z, floor_z + 5);
    }
}

module case_part() {
    union() {
        difference() {
            body();
            cavity(floor_z, high + 1);
            lid_space();
            openings();
        }
        posts();
        motor_frame();
        loops(-gap - wall, w + gap + wall, h / 2);
    }
}

module lid_space() { translate([0, 0, high - lid_z]) linear_extrude(20) translate([-50, -50]) square(200); }

module lid_plate() { intersection() { body(); lid_space(); } }

module letter_l() { cube([1, 4, 2]); cube([2.6, 1, 2]); }

module letter_r() {
    cube([1, 4, 2]);
    translate([0, 3, 0]) cube([2.8, 1, 2]);
    translate([0, 1.5, 0]) cube([2.8, 1, 2]);
    translate([1.8, 1.5, 0]) cube([1, 2.5, 2]);
    translate([1.6, 0, 0]) cube([1, 1.6, 2]);
}

module marks() {
    translate([w / 2, h / 2, high - 0.5]) linear_extrude(2)
        polygon([[-1.2, -7], [1.2, -7], [1.2, 2], [4, 2], [0, 8], [-4, 2], [-1.2, 2]]);
    translate([3, h / 2 - 2, high - 0.5]) letter_l();
    translate([w - 5.8, h / 2 + 5, high - 0.5]) letter_r();
}

// A tongue over the button, with a nub that ends 0.35 mm above it.
module tongue_slot() {
    x = button_at[0];
    y = h - button_at[1];
    difference() {
        slab(x - 4.6, y - 3.4, x + 4, y + 3.4, high - lid_z - 1, high + 1);
        slab(x - 4.7, y - 2.7, x + 3.3, y + 2.7, high - lid_z - 2, high + 2);
    }
}

module lid_part() {
    x = button_at[0];
    y = h - button_at[1];
    difference() {
        union() {
            lid_plate();
            difference() {
                translate([0, 0, high - lid_z - 1.0]) intersection() {
                    cavity_fit(0.15);
                    slab(-gap, -gap, w + gap, h + gap, 0, 1.1);
                }
                translate([0, 0, high - lid_z - 2]) cavity_fit(1.2);
            }
            // Pegs hold the board down; 0.1 mm is left.
            for (px = [-gap + 0.3, w - 1.2], py = [-gap + 0.3, h - 1.2])
                slab(px, py, px + 1.2 + gap - 0.3, py + 1.2 + gap - 0.3, top_z + 0.1, high - lid_z + 0.1);
            translate([x, y, top_z + 1.6 + 0.35]) cylinder(d = 2.4, h = high - lid_z - top_z - 1.9);
        }
        openings();
        tongue_slot();
        marks();
        translate([led_at[0], h - led_at[1], high - 5]) cylinder(d = 1.6, h = 10);
    }
}

module cavity_fit(less) {
    hull() for (x = [-gap + 2, w + gap - 2], y = [-gap + 2, h + gap - 2])
        translate([x, y, 0]) cylinder(r = 2 - less, h = 20);
}

// ---- tail

tail_gap = 0.5;
tail_floor = 1.2;
tail_below = 0.6;
tail_z = tail_floor + tail_below;
tail_top = tail_z + tail_board[2];
tail_high = tail_top + 2.2 + 1.2;     // wires and a drop of silicone above the parts

module tail_body() {
    rounded(-tail_gap - wall, -tail_gap - wall, tail_board[0] + tail_gap + wall, tail_board[1] + tail_gap + wall, tail_high, 3, 0.8);
}

module tail_cavity(less = 0) {
    translate([-tail_gap + less, -tail_gap + less, tail_floor])
        cube([tail_board[0] + 2 * (tail_gap - less), tail_board[1] + 2 * (tail_gap - less), 20]);
}

module tail_lid_space() { translate([-50, -50, tail_high - 1.2]) cube([200, 200, 20]); }

module tail_case_part() {
    difference() {
        tail_body();
        tail_cavity();
        tail_lid_space();
        // The lead leaves downwards, to the clip.
        slab(2, -10, 12, 0, tail_top, tail_top + 1.9);
    }
    for (x = [-tail_gap, tail_board[0] - 1.5], y = [-tail_gap, tail_board[1] - 1.5])
        slab(x, y, x + 1.5 + tail_gap, y + 1.5 + tail_gap, tail_floor - 0.1, tail_z);
    loops(-tail_gap - wall, tail_board[0] + tail_gap + wall, tail_board[1] / 2);
}

module tail_lid_part() {
    difference() {
        union() {
            intersection() { tail_body(); tail_lid_space(); }
            difference() {
                translate([0, 0, tail_high - 2.0]) intersection() {
                    translate([0, 0, -tail_floor]) tail_cavity(0.15);
                    slab(-5, -5, 50, 50, 0, 0.9);
                }
                translate([0, 0, tail_high - 4]) translate([0, 0, -tail_floor]) tail_cavity(1.2);
            }
        }
        translate([tail_board[0] / 2, tail_board[1] / 2, tail_high - 0.5]) linear_extrude(2)
            polygon([[-0.8, -4], [0.8, -4], [0.8, 1], [2.6, 1], [0, 5], [-2.6, 1], [-0.8, 1]]);
    }
}

// ---- contents

module cell_box(f) {
    on_board([cell_at[0] + cell_shift, cell_at[1], cell_at[0] + cell_shift + cell[0], cell_at[1] + cell[1]],
        floor_z + below_cell, floor_z + below_cell + cell[2], h, [f, f, min(f, below_cell - 0.001)]);
}

module motor_box(f) {
    on_board([motor_at[0], motor_at[1], motor_at[0] + motor[0], motor_at[1] + motor[1]],
        floor_z + 0.4, floor_z + 0.4 + motor[2], h, [f, f, f]);
}

// It rests on the posts, which is no clash: a thousandth is left.
module board_box(f) { rounded_board(clip_board, clip_corner, board_z + 0.001, f); }

module rounded_board(size, corner, z, f) {
    translate([0, 0, z]) linear_extrude(size[2] - 0.001) offset(r = corner + f)
        translate([corner, corner]) square([size[0] - 2 * corner, size[1] - 2 * corner]);
}

module parts_boxes(f) { for (p = clip_parts) on_board(p, top_z + 0.01 + f, top_z + p[4], h, [f, f, f]); }

module tail_contents(f) {
    rounded_board(tail_board, tail_corner, tail_z + 0.001, f);
    for (p = tail_parts) on_board(p, tail_top + 0.01 + f, tail_top + p[4], tail_board[1], [f, f, f]);
}

module contents(f) {
    cell_box(f);
    motor_box(f);
    board_box(f);
    parts_boxes(f);
}

// ---- what is asked for

if (part == "case") case_part();
if (part == "lid") lid_part();
if (part == "tail_case") tail_case_part();
if (part == "tail_lid") tail_lid_part();
if (part == "clash") intersection() { union() { case_part(); lid_part(); } contents(grow); }
if (part == "tail_clash") intersection() { union() { tail_case_part(); tail_lid_part(); } tail_contents(grow); }
if (part == "fit") {
    intersection() { cell_box(grow); union() { motor_box(0); board_box(0); } }
    intersection() { motor_box(grow); board_box(0); }
}
if (part == "worn") {
    color("#d8d8d8") case_part();
    color("#f0f0f0") lid_part();
    translate([15, 60, 0]) { color("#d8d8d8") tail_case_part(); color("#f0f0f0") tail_lid_part(); }
}
if (part == "open") {
    color("#d8d8d8") case_part();
    color("#c9a640") cell_box(0);
    color("#8080a0") motor_box(0);
    color("#307040") board_box(0);
    color("#404040") parts_boxes(0);
    color("#f0f0f0", 0.5) translate([0, 0, 18]) lid_part();
}
