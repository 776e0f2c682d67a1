package org.holdline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.holdline.page.Door.Need;
import org.holdline.page.Door.Refusal;
import org.holdline.page.Door.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets in, by Host, Origin and cookie. */
class DoorTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress LAN = InetAddress.ofLiteral("192.168.1.5");
    private static final InetAddress LAN6 = InetAddress.ofLiteral("fd00::5");
    private static final Secrets SECRETS = new Secrets("token-of-a-whole-length", "session-of-a-whole-length");
    private static final String COOKIE = "holdline-8642=session-of-a-whole-length";

    private static int status(Door door, Visit visit, Need need) {
        Refusal refusal = door.refusal(visit, need);
        return refusal == null ? 200 : refusal.status();
    }

    private static Visit visit(InetAddress local, String host, String origin, String cookie) {
        return new Visit(
                List.of(host),
                origin == null ? List.of() : List.of(origin),
                cookie == null ? List.of() : List.of(cookie),
                local,
                8642);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8642, 200",
        "LocalHost:8642, 200",
        "127.0.0.1:8642, 200",
        "'[::1]:8642', 200",
        "localhost:9000, 200",
        "localhost, 200",
        "attacker.example:8642, 421",
        "localhost.attacker.example:8642, 421",
        "localhost:8642.attacker.example, 421",
        "192.168.1.5:8642, 421",
        "'', 421",
        "':8642', 421",
    })
    void shouldKnowItsOwnNamesWhenAskedOnTheLoopback(String host, int status) {
        assertEquals(status, status(new Door(null, null), visit(LOOPBACK, host, null, null), Need.SESSION), host);
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.5:8642, 200",
        "192.168.1.5:80, 421",
        "192.168.1.5, 421",
        "192.168.1.6:8642, 421",
        "localhost:8642, 421",
        "holdline.local:8642, 200",
        "holdline.local, 421",
        "attacker.example:8642, 421",
    })
    void shouldKnowItsOwnAddressWhenAskedFromTheNetwork(String host, int status) {
        Door door = new Door(SECRETS, "holdline.local");
        assertEquals(status, status(door, visit(LAN, host, null, COOKIE), Need.SESSION), host);
    }

    @Test
    void shouldKnowAnAddressOfTheNewKindWhenItStandsInBrackets() {
        Door door = new Door(SECRETS, null);
        String host = Door.literal(LAN6) + ":8642";
        assertEquals(200, status(door, visit(LAN6, host, "http://" + host, COOKIE), Need.BOTH), host);
        assertEquals(421, status(door, visit(LAN6, "fd00::5:8642", null, COOKIE), Need.SESSION));
    }

    @Test
    void shouldWantOneHostWhenThereIsNoneOrMore() {
        Door door = new Door(null, null);
        List<String> none = List.of();
        assertEquals(400, status(door, new Visit(none, none, none, LOOPBACK, 8642), Need.NOTHING));
        List<String> two = List.of("localhost:8642", "localhost:8642");
        assertEquals(400, status(door, new Visit(two, none, none, LOOPBACK, 8642), Need.NOTHING));
    }

    @ParameterizedTest
    @CsvSource({
        "NOTHING,  , 200",
        "SESSION,  , 200",
        "ORIGIN,  , 403",
        "BOTH,  , 403",
        "BOTH, http://localhost:8642, 200",
        "BOTH, http://localhost:8643, 403",
        "BOTH, https://localhost:8642, 403",
        "BOTH, http://127.0.0.1:8642, 403",
        "BOTH, null, 403",
        "BOTH, http://attacker.example, 403",
        "SESSION, http://attacker.example, 403",
        "NOTHING, http://attacker.example, 403",
        "ORIGIN, http://localhost:8642, 200",
    })
    void shouldTakeChangesFromItselfOnlyWhenAnotherSiteSendsThem(Need need, String origin, int status) {
        Visit visit = visit(LOOPBACK, "localhost:8642", origin, null);
        assertEquals(status, status(new Door(null, null), visit, need), need + " " + origin);
    }

    @ParameterizedTest
    @CsvSource({
        "SESSION,  , 401",
        "BOTH,  , 401",
        "NOTHING,  , 200",
        "ORIGIN,  , 200",
        "SESSION, holdline-8642=session-of-a-whole-length, 200",
        "BOTH, holdline-8642=session-of-a-whole-length, 200",
        "BOTH, a=b; holdline-8642=session-of-a-whole-length; c=d, 200",
        "SESSION, holdline-8642=token-of-a-whole-length, 401",
        "SESSION, holdline-8642=session-of-a-whole-lengt, 401",
        "SESSION, holdline-8642=session-of-a-whole-length2, 401",
        "SESSION, holdline-8642=, 401",
        "SESSION, holdline-8643=session-of-a-whole-length, 401",
        "SESSION, xholdline-8642=session-of-a-whole-length, 401",
    })
    void shouldWantTheSessionWhenOthersCanReachThePage(Need need, String cookie, int status) {
        Visit visit = visit(LAN, "192.168.1.5:8642", "http://192.168.1.5:8642", cookie);
        assertEquals(status, status(new Door(SECRETS, null), visit, need), need + " " + cookie);
    }

    @Test
    void shouldRefuseToBeOpenWhenItIsNotOnTheLoopback() {
        for (String address : List.of("0.0.0.0", "192.168.1.5", "::")) {
            InetSocketAddress listen = new InetSocketAddress(InetAddress.ofLiteral(address), 0);
            assertThrows(IllegalArgumentException.class, () -> new PageParams(listen, null, null), address);
        }
        assertThrows(IllegalArgumentException.class, () -> new Secrets("short", "session-of-a-whole-length"));
        String same = "session-of-a-whole-length";
        assertThrows(IllegalArgumentException.class, () -> new Secrets(same, same));
    }

    @Test
    void shouldNotShowSecretsWhenPrinted() {
        assertEquals("Secrets[]", SECRETS.toString());
    }
}
