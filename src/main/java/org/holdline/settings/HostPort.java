package org.holdline.settings;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdline.toml.TomlFile;

/** An address of this machine in figures, and a port; no name is ever looked up. */
public record HostPort(InetAddress address, int port) {
    /** For this machine alone. */
    public static final HostPort LOOPBACK = new HostPort(InetAddress.ofLiteral("127.0.0.1"), 8642);

    private static final Pattern TEXT = Pattern.compile("(localhost|[0-9.]+|\\[[0-9A-Fa-f:.]+]):(\\d{1,5})");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
    private static final int LAST_PORT = 65_535;

    public boolean isLoopback() {
        return address.isLoopbackAddress();
    }

    /** As sockets want it. */
    public InetSocketAddress socketAddress() {
        return new InetSocketAddress(address, port);
    }

    @Override
    public String toString() {
        String host = address.getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    private static Optional<HostPort> parsed(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > LAST_PORT) {
            return Optional.empty();
        }
        String host = matcher.group(1);
        String literal = host.equals("localhost") ? "127.0.0.1" : host.replaceAll("[\\[\\]]", "");
        try {
            return Optional.of(new HostPort(InetAddress.ofLiteral(literal), Integer.parseInt(matcher.group(2))));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** How it is read and written. */
    record AsText() implements Kind<HostPort> {
        @Override
        public Optional<HostPort> fromToml(Object value) {
            return value instanceof String text ? parsed(text) : Optional.empty();
        }

        @Override
        public Optional<HostPort> fromText(String text) {
            return parsed(text);
        }

        @Override
        public String toToml(HostPort value) {
            return TomlFile.quoted(value.toString());
        }

        @Override
        public String expected() {
            return "an address in figures and a port, such as " + TomlFile.quoted(LOOPBACK.toString());
        }
    }

    /** Name of a machine as it stands in a link, without a port. */
    record HostName() implements Kind<String> {
        @Override
        public Optional<String> fromToml(Object value) {
            return value instanceof String text ? fromText(text) : Optional.empty();
        }

        @Override
        public Optional<String> fromText(String text) {
            return NAME.matcher(text).matches() ? Optional.of(text) : Optional.empty();
        }

        @Override
        public String toToml(String value) {
            return TomlFile.quoted(value);
        }

        @Override
        public String expected() {
            return "a name in small letters, figures, dots and hyphens";
        }
    }
}
