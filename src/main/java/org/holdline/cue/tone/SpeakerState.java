package org.holdline.cue.tone;

/** How an output fares. */
public enum SpeakerState {
    /** Nobody knows yet. */
    OPENING("opening"),
    READY("ready"),
    /** There is none of this name, or no card at all. */
    MISSING("missing"),
    /** Another program has it for itself. */
    BUSY("busy"),
    /** This user may not use it. */
    DENIED("denied"),
    /** It does not take the kind of sound that is played, or refuses for another reason. */
    UNFIT("unfit"),
    /** It was there in this run and is no more. */
    LOST("lost"),
    /** ALSA's library is not installed. */
    NO_LIBRARY("no_library"),
    /** Its thread ended by a fault. */
    BROKEN("broken");

    private final String word;

    SpeakerState(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** What an opening that was answered so comes to. */
    static SpeakerState refused(int answer) {
        return switch (-answer) {
            case Errno.ENOENT, Errno.ENODEV, Errno.ENXIO -> MISSING;
            case Errno.EBUSY, Errno.EAGAIN -> BUSY;
            case Errno.EACCES, Errno.EPERM -> DENIED;
            case Errno.ENOSYS -> NO_LIBRARY;
            default -> UNFIT;
        };
    }
}
