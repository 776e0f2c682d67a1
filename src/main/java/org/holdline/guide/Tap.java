package org.holdline.guide;

/**
 * A button pressed or a line typed.
 *
 * @param turn of the state it answers: one that comes late answers nothing
 * @param word choose or skip
 * @param value of choose: which of the choices, from 0
 */
public record Tap(int turn, String word, int value) {}
