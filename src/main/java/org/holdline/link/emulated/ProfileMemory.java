package org.holdline.link.emulated;

import java.util.Optional;
import java.util.function.Supplier;
import org.holdline.profile.image.Storage;

/**
 * Where an emulated clip keeps its profile.
 *
 * @param storage its two slots
 * @param key of {@link org.holdline.link.wire.Protocol#CAL_KEY_BYTES}, when COMMIT must carry a MAC
 * @param challenge gives {@link org.holdline.link.wire.Protocol#CAL_CHALLENGE_BYTES} new random bytes each time
 */
public record ProfileMemory(Storage storage, Optional<byte[]> key, Supplier<byte[]> challenge) {}
