package org.holdline.app;

/** Exit codes, stable from the first release on. */
final class ExitCode {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int DEVICE_NOT_FOUND = 3;
    static final int NO_PERMISSION = 4;
    static final int TIMEOUT = 5;
    static final int MISMATCH = 6;
    static final int INCOMPATIBLE = 7;
    static final int BAD_CONFIGURATION = 78;

    private ExitCode() {}
}
