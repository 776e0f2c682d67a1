package org.holdline.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A command line carried out in this process. For commands that fail, and those that write to {@code System.out} or a file:
 * what goes to standard output proper, past {@code System.out}, would disturb whoever runs the tests.
 */
record Typed(int code, String out, String err) {
    static Typed of(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
        int code;
        try {
            code = Main.commandLine().execute(arguments);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return new Typed(code, outBytes.toString(StandardCharsets.UTF_8), errBytes.toString(StandardCharsets.UTF_8));
    }
}
