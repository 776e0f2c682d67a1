package org.holdline.link.emulated;

/**
 * A request that is not carried out.
 *
 * @param type of the request
 * @param code one of {@link org.holdline.link.wire.Codes.ErrorCode}
 * @param detail what the code says it is
 */
record Refusal(int txn, int type, int code, long detail) {}
