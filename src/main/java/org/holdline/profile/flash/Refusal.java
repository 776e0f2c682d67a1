package org.holdline.profile.flash;

/**
 * Why something was not done, and what to type next. {@code PORT} in a command stands for the flags that name the clip.
 *
 * <p>src/docs/profiles.md shows this table.
 */
public enum Refusal {
    PORT_MISSING(Kind.EXPECTED, "the port is not there", "holdline clip list; of a wired clip: ls /dev/i2c-*"),
    PORT_FORBIDDEN(Kind.EXPECTED, "no permission for the port", "holdline clip list"),
    PORT_BUSY(
            Kind.EXPECTED,
            "another program works on this port or clip",
            "end that program, then the same command again"),
    STATE_FOLDER(
            Kind.EXPECTED,
            "the state folder cannot be written",
            "give this user the folder, or name another: --set state.folder=FOLDER"),
    NO_ANSWER(Kind.EXPECTED, "no clip answers", "switch it on and charge it, then: holdline profile list PORT"),
    NO_MEMORY(
            Kind.EXPECTED,
            "no memory answers at this address",
            "look at its wires and its address: i2cdetect -y BUS shows who answers"),
    OTHER_MEMORY(
            Kind.EXPECTED,
            "the memory is of another kind",
            "name the right address, --port i2c:BUS:0xADDRESS, and part, --set i2c.eeprom_part=PART"),
    FOREIGN(
            Kind.EXPECTED,
            "the memory holds something that is no profile",
            "name the right address; if it is this clip's memory all the same: the flash again with --take-memory"),
    INCOMPATIBLE(Kind.EXPECTED, "clip and program speak no common version", "update the older of the two"),
    UNSUPPORTED(Kind.EXPECTED, "this clip keeps no profile", "holdline clip info"),
    STREAMING(Kind.EXPECTED, "a run uses this clip", "end the run, wait five seconds, then the same command again"),
    BATTERY_LOW(Kind.EXPECTED, "too little charge to write", "charge the clip, then the same command again"),
    SERIAL(Kind.EXPECTED, "the profile belongs to another clip", "holdline profile list PORT"),
    MISFIT(Kind.EXPECTED, "the profile does not fit this clip's parts", "holdline profile check FILE"),
    KEY_NEEDED(Kind.EXPECTED, "this clip takes a profile with its key only", "the same command with --key FILE"),
    WINDOW(
            Kind.EXPECTED,
            "the write window is closed",
            "hold the clip's button for two seconds while no run is on, then the same command again; or --wait-button 60"),
    WRITE_PROTECTED(
            Kind.EXPECTED,
            "the memory is write-protected",
            "set the clip's WP jumper to writing, then the same command again"),
    CONFLICT(
            Kind.EXPECTED,
            "another profile is in force than the plan was made for",
            "holdline profile list PORT, then the same command again"),
    UNFINISHED(
            Kind.EXPECTED,
            "another write is under way",
            "finish it with the same file, or drop it: holdline profile rollback PORT --yes"),
    ON_TRIAL(
            Kind.EXPECTED,
            "another profile is on trial",
            "holdline profile confirm PORT --yes, or back to the old one: holdline profile rollback PORT --yes"),
    NOTHING_ON_TRIAL(
            Kind.EXPECTED,
            "no profile is on trial; a wireless clip's restart ends a trial",
            "holdline profile flash FILE PORT --yes, then confirm before the clip is switched off"),
    NO_OTHER(Kind.EXPECTED, "the other slot holds no confirmed profile", "holdline profile list --backups"),
    NO_PROFILE(Kind.EXPECTED, "no valid profile is there", "holdline profile flash FILE PORT --yes"),
    GENERATION(Kind.EXPECTED, "the generation cannot be counted up", "holdline profile list PORT"),
    RESTARTED(Kind.UNEXPECTED, "the clip restarted again and again", "charge the clip, then the same command again"),
    LINK_LOST(
            Kind.UNEXPECTED,
            "the link broke and did not come back",
            "the same command again: it goes on where it stopped"),
    INVALID(Kind.UNEXPECTED, "the clip read back no valid image", "the same command again"),
    MISMATCH(Kind.UNEXPECTED, "the clip reports another profile than was written", "holdline profile list PORT"),
    MAC(
            Kind.UNEXPECTED,
            "the key is not this clip's",
            "hold the button again, then the same command with this clip's key file"),
    BUS(Kind.UNEXPECTED, "the bus failed", "switch the clip off and on, then the same command again"),
    STORAGE(
            Kind.UNEXPECTED,
            "the clip's memory does not keep what is written to it",
            "the same command again; write protection and memory are worth a look when it stays so"),
    BACKUP(Kind.UNEXPECTED, "the backup cannot be kept, so nothing was written", "make room in the state folder"),
    OTHER(Kind.UNEXPECTED, "the clip refuses it", "holdline profile list PORT");

    /** Whether a person has to look before more clips are written. */
    public enum Kind {
        EXPECTED,
        UNEXPECTED
    }

    private final Kind kind;
    private final String text;
    private final String next;

    Refusal(Kind kind, String text, String next) {
        this.kind = kind;
        this.text = text;
        this.next = next;
    }

    public boolean isUnexpected() {
        return kind == Kind.UNEXPECTED;
    }

    /** A sentence part. */
    public String text() {
        return text;
    }

    /** What to do next. */
    public String next() {
        return next;
    }
}
