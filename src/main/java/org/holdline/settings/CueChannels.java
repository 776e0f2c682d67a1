package org.holdline.settings;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdline.toml.TomlFile;

/** The ways in which a cue is given, in any combination. */
public record CueChannels(Set<Channel> channels) {
    /** One way. */
    public enum Channel {
        /** The motor in or behind the clip. */
        MOTOR("motor"),
        /** A shape that fills the page. */
        SHAPE("shape"),
        /** A tone from the page. */
        TONE("tone"),
        /** A tone from the audio output of the machine that the run is on. */
        SPEAKER("speaker");

        private final String word;

        Channel(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Those that open no device of their own. */
    public static final CueChannels USUAL = new CueChannels(EnumSet.of(Channel.MOTOR, Channel.SHAPE, Channel.TONE));

    private static final String NONE = "none";

    public CueChannels {
        channels = Set.copyOf(channels);
    }

    public boolean has(Channel channel) {
        return channels.contains(channel);
    }

    /** Their words, the motor first. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            if (has(channel)) {
                words.add(channel.word);
            }
        }
        return words;
    }

    @Override
    public String toString() {
        return channels.isEmpty() ? NONE : String.join("+", words());
    }

    private static Optional<CueChannels> parsed(String text) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        if (text.equals(NONE)) {
            return Optional.of(new CueChannels(channels));
        }
        for (String word : text.split("\\+", -1)) {
            Optional<Channel> named = List.of(Channel.values()).stream()
                    .filter(channel -> channel.word.equals(word.strip()))
                    .findFirst();
            if (named.isEmpty() || !channels.add(named.get())) {
                return Optional.empty();
            }
        }
        return Optional.of(new CueChannels(channels));
    }

    /** How they are read and written. */
    record AsText() implements Kind<CueChannels> {
        @Override
        public Optional<CueChannels> fromToml(Object value) {
            return value instanceof String text ? parsed(text) : Optional.empty();
        }

        @Override
        public Optional<CueChannels> fromText(String text) {
            return parsed(text);
        }

        @Override
        public String toToml(CueChannels value) {
            return TomlFile.quoted(value.toString());
        }

        @Override
        public String expected() {
            String words = EnumSet.allOf(Channel.class).stream()
                    .map(channel -> TomlFile.quoted(channel.word))
                    .collect(Collectors.joining(", "));
            return "one or more of " + words + " joined by +, or " + TomlFile.quoted(NONE);
        }
    }
}
