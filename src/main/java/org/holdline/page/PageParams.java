package org.holdline.page;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where the page is served and to whom.
 *
 * @param listen address and port; port 0 takes a free one
 * @param secrets null for a page on the loopback, which is open to whoever uses this machine
 * @param name of this machine that browsers may also use, or null
 */
public record PageParams(
        InetSocketAddress listen,
        @Nullable Secrets secrets,
        @Nullable String name) {
    public PageParams {
        InetAddress address = listen.getAddress();
        if (secrets == null && (address == null || !address.isLoopbackAddress())) {
            throw new IllegalArgumentException(
                    "listen=" + listen + ", expected a loopback address where nobody is asked for a token");
        }
    }
}
