package org.holdline.page;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who gets in. Another site's script in the runner's own browser is kept out by Host (a name it has made point here) and by
 * Origin (a request it sends itself); other people on the network by the session. Pure; thread-safe.
 */
final class Door {
    /** Pages that are no file answer in a few words. */
    record Refusal(int status, String text) {}

    /**
     * A request, as far as it matters here.
     *
     * @param hosts every Host header
     * @param origins every Origin header
     * @param cookies every Cookie header
     * @param local address of this machine that it came in by
     * @param port the same
     */
    record Visit(List<String> hosts, List<String> origins, List<String> cookies, InetAddress local, int port) {}

    /** What a path asks for. */
    enum Need {
        /** Files that are the same for everybody. */
        NOTHING,
        /** Being from this very page, but not yet known: handing in the token. */
        ORIGIN,
        /** Seeing the run. */
        SESSION,
        /** Changing the run. */
        BOTH
    }

    private static final Refusal NO_HOST = new Refusal(400, "one Host header expected\n");
    private static final Refusal FOREIGN_HOST = new Refusal(421, "this page answers to its own address only\n");
    private static final Refusal FOREIGN_ORIGIN = new Refusal(403, "this page takes requests from itself only\n");
    private static final Refusal NO_SESSION = new Refusal(401, "open the link with its token first\n");

    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    private final @Nullable Secrets secrets;
    private final @Nullable String name;

    Door(@Nullable Secrets secrets, @Nullable String name) {
        this.secrets = secrets;
        this.name = name;
    }

    /** Null when it may come in. */
    @Nullable
    Refusal refusal(Visit visit, Need need) {
        if (visit.hosts.size() != 1) {
            return NO_HOST;
        }
        String host = visit.hosts.getFirst().toLowerCase(Locale.ROOT);
        if (!isOurs(host, visit)) {
            return FOREIGN_HOST;
        }
        boolean changes = need == Need.ORIGIN || need == Need.BOTH;
        if (visit.origins.isEmpty() ? changes : !visit.origins.equals(List.of("http://" + host))) {
            return FOREIGN_ORIGIN;
        }
        boolean known = need == Need.NOTHING || need == Need.ORIGIN || hasSession(visit);
        return known ? null : NO_SESSION;
    }

    /** A browser sends the port unless it is 80; an address in figures is no name that somebody could have pointed here. */
    private boolean isOurs(String host, Visit visit) {
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']');
        String who = hasPort ? host.substring(0, colon) : host;
        String port = hasPort ? host.substring(colon + 1) : "80";
        if (!PORT.matcher(port).matches()) {
            return false;
        }
        if (visit.local.isLoopbackAddress()) {
            // A tunnel to the loopback may begin at any port.
            return List.of("localhost", "127.0.0.1", "[::1]").contains(who);
        }
        boolean address = who.equals(literal(visit.local)) || who.equals(name);
        return address && port.equals(Integer.toString(visit.port));
    }

    /** An address as it stands in a link. */
    static String literal(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        String bare = zone < 0 ? text : text.substring(0, zone);
        return bare.indexOf(':') < 0 ? bare : "[" + bare + "]";
    }

    private boolean hasSession(Visit visit) {
        Secrets expected = secrets;
        if (expected == null) {
            return true;
        }
        String prefix = cookieName(visit.port) + "=";
        return visit.cookies.stream()
                .flatMap(header -> List.of(header.split(";", -1)).stream())
                .map(String::strip)
                .anyMatch(cookie -> cookie.startsWith(prefix) && expected.isSession(cookie.substring(prefix.length())));
    }

    /** Cookies know no ports: two runs on one machine each need a name. */
    static String cookieName(int port) {
        return "holdline-" + port;
    }
}
