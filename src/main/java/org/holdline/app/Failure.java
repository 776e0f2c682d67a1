package org.holdline.app;

/** A command cannot go on; its text is for the person who typed it. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    private final int exitCode;
    private final String text;

    Failure(int exitCode, String text) {
        super(text);
        this.exitCode = exitCode;
        this.text = text;
    }

    /** The cause's own message is good enough for a person. */
    Failure(int exitCode, Exception cause) {
        super(cause);
        this.exitCode = exitCode;
        text = textOf(cause);
    }

    static String textOf(Exception e) {
        if (e instanceof Failure failure) {
            return failure.text;
        }
        String message = e.getMessage();
        return message == null ? e.toString() : message;
    }

    int exitCode() {
        return exitCode;
    }

    String text() {
        return text;
    }
}
