package org.holdline.settings;

/** Where a value may come from, weakest first. */
public enum Layer {
    BUILT_IN,
    /** {@code holdline.toml} below the system's folder. */
    SYSTEM_FILE,
    /** {@code conf.d/*.toml} below the system's folder; of two files the later name wins. */
    DROP_IN,
    /** The file named on the command line. */
    CONFIG_FILE,
    ENVIRONMENT,
    FLAG
}
