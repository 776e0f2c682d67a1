package org.holdline.app;

/** Prints its arguments until the commands are here. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println(String.join(" ", args));
    }
}
