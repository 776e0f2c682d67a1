package org.holdline.link;

import org.jspecify.annotations.Nullable;

/**
 * How a link fares, at one moment.
 *
 * @param state where it stands
 * @param why in words what keeps it from streaming, empty while nothing does
 * @param identity of the clip greeted last, null before the first
 * @param rateHz sampling rate in force, 0 before the first stream
 * @param lineBytes bytes that came
 * @param frames valid frames
 * @param framesDropped pieces of the stream that were no valid frame
 * @param framesLost frames missing by their numbers
 * @param framesRepeated frames whose number was not ahead
 * @param batches batches taken
 * @param samples samples in them
 * @param gaps places where samples are missing
 * @param samplesMissing how many
 * @param batchesRepeated batches that came twice or late
 * @param batchesUnstamped batches from before the clocks were mapped
 * @param sessions clips greeted that were new or had started anew
 * @param greetings HELLO answered
 * @param opens ports opened
 * @param stales times the stream stopped
 * @param hangUps ports lost
 * @param cuesPlayed cues the clip said it plays
 * @param cuesRefused cues the clip would not play
 * @param cuesNotDelivered cues that were not answered in time or had no way
 * @param cueStops stops asked for
 * @param lastRefusal one of {@link org.holdline.link.wire.Codes.ErrorCode}, 0 before the first
 * @param presses presses of the button
 * @param pings pings answered in this session
 * @param tripUs round trip of the last one, us
 * @param driftPpm how much faster the host's clock runs than the clip's
 * @param clipBits state the clip tells of itself, of {@link org.holdline.link.wire.Codes.StatusFlag}
 * @param batteryPct charge left, 0..100, 255 = not known
 * @param clipDrops pieces of the stream the clip dropped
 */
public record LinkFigures(
        LinkState state,
        String why,
        @Nullable ClipIdentity identity,
        int rateHz,
        long lineBytes,
        long frames,
        long framesDropped,
        long framesLost,
        long framesRepeated,
        long batches,
        long samples,
        long gaps,
        long samplesMissing,
        long batchesRepeated,
        long batchesUnstamped,
        long sessions,
        long greetings,
        long opens,
        long stales,
        long hangUps,
        long cuesPlayed,
        long cuesRefused,
        long cuesNotDelivered,
        long cueStops,
        int lastRefusal,
        long presses,
        long pings,
        long tripUs,
        long driftPpm,
        int clipBits,
        int batteryPct,
        long clipDrops) {}
