package org.holdline.cue.tone;

/** Error numbers of Linux that ALSA answers with, the same on x86-64 and arm64. */
final class Errno {
    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EIO = 5;
    static final int ENXIO = 6;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int EBUSY = 16;
    static final int ENODEV = 19;
    static final int EINVAL = 22;
    /** The queue ran empty. */
    static final int EPIPE = 32;
    /** Answered here for a library that is not there. */
    static final int ENOSYS = 38;
    /** The machine slept. */
    static final int ESTRPIPE = 86;

    private Errno() {}
}
