package org.holdline.app;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.holdline.page.QrText;
import org.holdline.page.Secrets;
import org.holdline.settings.HostPort;
import org.holdline.text.Language;
import org.holdline.text.Texts;
import org.jspecify.annotations.Nullable;

/** The links that open a page, and what a person at the terminal is told of them. */
final class PageAddresses {
    /** All addresses of this machine, at the usual port. */
    static final HostPort EVERYWHERE = new HostPort(InetAddress.ofLiteral("0.0.0.0"), HostPort.LOOPBACK.port());

    private static final int SECRET_BYTES = 16;

    /** Networks between programs of this machine; no phone is in one. */
    private static final List<String> INNER = List.of("docker", "veth", "br-", "virbr", "tun", "tap");

    /** Phones want the code dark on light, whichever way round the terminal writes. */
    private static final String LIGHT_ON_DARK = "\u001b[40;97m";

    private static final String PLAIN = "\u001b[0m";

    private PageAddresses() {}

    /** Of 128 bits each, drawn by the system. */
    static Secrets secrets() {
        SecureRandom random = new SecureRandom();
        return new Secrets(drawn(random), drawn(random));
    }

    private static String drawn(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * All of them.
     *
     * @param listening where the server does
     * @param secrets null for a page on the loopback
     * @param name of this machine, or null
     */
    static PageLinks links(InetSocketAddress listening, @Nullable Secrets secrets, @Nullable String name) {
        Texts texts = Texts.of(Language.ENGLISH);
        int port = listening.getPort();
        if (secrets == null) {
            String link = "http://localhost:" + port + "/";
            return new PageLinks(List.of(link), false, List.of(texts.text("terminal.page", Map.of("link", link))));
        }
        List<String> hosts = new ArrayList<>();
        if (name != null) {
            hosts.add(name);
        }
        if (listening.getAddress().isAnyLocalAddress()) {
            hosts.addAll(addresses());
        } else {
            hosts.add(literal(listening.getAddress()));
        }
        if (hosts.isEmpty()) {
            hosts.add("localhost");
        }
        List<String> links = hosts.stream()
                .map(host -> "http://" + host + ":" + port + "/#" + secrets.token())
                .toList();
        return new PageLinks(links, true, words(texts, links));
    }

    private static List<String> words(Texts texts, List<String> links) {
        List<String> words = new ArrayList<>();
        words.add(texts.text("terminal.phone"));
        links.forEach(link -> words.add("  " + link));
        boolean terminal = Boolean.getBoolean("holdline.stdout.tty");
        for (String line : QrText.lines(links.getFirst())) {
            words.add(terminal ? LIGHT_ON_DARK + line + PLAIN : line);
        }
        words.addAll(texts.text("terminal.seen").lines().toList());
        return words;
    }

    private static String literal(InetAddress address) {
        String text = address.getHostAddress();
        return text.indexOf(':') < 0 ? text : "[" + text.replaceFirst("%.*", "") + "]";
    }

    /** IPv4, since those are what home and gym networks hand out. */
    private static List<String> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(PageAddresses::isOuter)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                    .map(InetAddress::getHostAddress)
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    private static boolean isOuter(NetworkInterface network) {
        try {
            return network.isUp() && INNER.stream().noneMatch(network.getName()::startsWith);
        } catch (SocketException e) {
            return false;
        }
    }
}
