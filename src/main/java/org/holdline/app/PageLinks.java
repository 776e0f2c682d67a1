package org.holdline.app;

import java.util.List;

/**
 * How the live page is reached.
 *
 * @param links that open it, the likeliest first
 * @param phone others on the network can reach it, and the links hold its token
 * @param words what a person is told of it, lines
 */
record PageLinks(List<String> links, boolean phone, List<String> words) {}
