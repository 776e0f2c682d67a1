package org.holdline.page;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line between a browser and the page that can be cut: Chromium takes it for a proxy, since its own "offline" leaves streams alone
 * that are open already.
 */
public final class CutLine implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile boolean cut;

    public CutLine() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    /** Flags of Chromium's that send all of HTTP along this line. */
    public String[] flags() {
        return new String[] {
            "--proxy-server=http://127.0.0.1:" + server.getLocalPort(), "--proxy-bypass-list=<-loopback>"
        };
    }

    /** Where it leads, a port of this machine. */
    public void to(int port) {
        target = port;
    }

    /** Cuts it, what is open included, or lets new connections through again. */
    public void cut(boolean now) {
        cut = now;
        if (now) {
            open.forEach(CutLine::hangUp);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                if (cut) {
                    hangUp(near);
                } else {
                    Thread.ofVirtual().start(() -> join(near));
                }
            } catch (IOException e) {
                // Closed, or a browser that went away: the next one is waited for.
            }
        }
    }

    private void join(Socket near) {
        try (near;
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(near);
            open.add(far);
            Thread back = Thread.ofVirtual().start(() -> pump(far, near));
            pump(near, far);
            back.join();
        } catch (IOException | InterruptedException e) {
            hangUp(near);
        } finally {
            open.removeIf(Socket::isClosed);
        }
    }

    /** Until one of them ends; then both do. */
    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Cut.
        }
        hangUp(from);
        hangUp(to);
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(CutLine::hangUp);
    }
}
