package org.holdline.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdline.clip.Clip;
import org.holdline.cue.CueOutput;
import org.holdline.profile.applied.StoredProfile;
import org.holdline.report.PartStatus;
import org.holdline.sample.Act;

/** A source whose run goes by profiles, which show among its parts. */
record ProfiledSource(Source source, AppliedProfiles applied) implements Source {
    @Override
    public Clip clip() {
        return source.clip();
    }

    @Override
    public CueOutput output() {
        return source.output();
    }

    @Override
    public boolean isLive() {
        return source.isLive();
    }

    @Override
    public void stopOutputs() {
        source.stopOutputs();
    }

    @Override
    public void attach(LiveRun run) {
        source.attach(run);
        if (applied.ownProfile() && source instanceof SerialSource serial) {
            serial.holdToProfile(() -> run.inbox().act(Act.MUTE));
        }
    }

    @Override
    public StoredProfile storedProfile() {
        return source.storedProfile();
    }

    @Override
    public List<PartStatus> parts() {
        List<PartStatus> parts = new ArrayList<>(source.parts());
        boolean other = source instanceof SerialSource serial && serial.hasOtherProfile();
        for (PartStatus part : applied.parts()) {
            parts.add(
                    other && part.part().equals(ProfileUse.PROFILE)
                            ? new PartStatus(
                                    part.part(),
                                    part.device(),
                                    "changed",
                                    false,
                                    "the clip came back with another profile: cues muted; end the run and start it again",
                                    Map.of())
                            : part);
        }
        return parts;
    }

    @Override
    public void close() {
        source.close();
    }
}
