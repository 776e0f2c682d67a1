package org.holdline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.holdline.profile.flash.ProfileKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags that all profile commands share. */
final class ProfileFlags {
    @Mixin
    final SettingFlags settings = new SettingFlags();

    @Option(names = "--json", description = "JSON lines on standard output, failures included.")
    boolean json;

    /** Flags of commands that write. */
    static final class Writing {
        @Option(
                names = "--yes",
                description = "Carries out the plan; without it the plan is shown and nothing is written.")
        private boolean yes;

        @Option(names = "--dry-run", description = "Shows the plan and writes nothing, whatever --yes says.")
        private boolean dryRun;

        @Option(
                names = "--wait-button",
                paramLabel = "SECONDS",
                description = "Waits this long for the clip's button to open the write window; default 0.")
        private int waitButtonS;

        boolean isMeant() {
            return yes && !dryRun;
        }

        long waitMs() {
            return 1000L * waitButtonS;
        }
    }

    /** The key of a clip. */
    static final class Key {
        @Option(
                names = "--key",
                paramLabel = "FILE",
                description =
                        "Key of the clip, when it has one: 32 bytes or 64 hexadecimal digits, for its owner alone.")
        private @Nullable Path file;

        Optional<ProfileKey> read() throws Failure {
            if (file == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(ProfileKey.read(file));
            } catch (IOException e) {
                throw new Failure(ExitCode.BAD_CONFIGURATION, e);
            }
        }
    }
}
