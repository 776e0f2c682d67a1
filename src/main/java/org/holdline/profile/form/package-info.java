/**
 * Forms: which tables and fields a profile file has, with units, bounds and a sentence each. One description reads, writes,
 * compares and explains a file, and prints the JSON Schema that editors use.
 *
 * <p>Temperature: cold.
 */
@NullMarked
package org.holdline.profile.form;

import org.jspecify.annotations.NullMarked;
