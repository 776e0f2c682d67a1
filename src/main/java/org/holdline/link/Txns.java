package org.holdline.link;

/** Numbers of the host's requests, 1..65535 and round again. */
final class Txns {
    private int last;

    int next() {
        last = last % 0xFFFF + 1;
        return last;
    }
}
