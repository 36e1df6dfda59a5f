// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Looks again and again whether an attached process listens. All methods are called on the loop. */
final class AttachedPort {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int CONNECT_MILLIS = 500;

    private final Loop loop;
    private final InetSocketAddress address;
    private final Runnable onChange;
    private boolean listens;
    private boolean everListened;
    private boolean stopped;

    AttachedPort(Loop loop, InetSocketAddress address, Runnable onChange) {
        this.loop = loop;
        this.address = address;
        this.onChange = onChange;
    }

    void watch() {
        loop.after(FIRST, this::look);
    }

    void stop() {
        stopped = true;
    }

    /** {@return the address in words, such as {@code 127.0.0.1:20049}} */
    String words() {
        return address.getHostString() + ":" + address.getPort();
    }

    boolean everListened() {
        return everListened;
    }

    /** Unknown before it has ever listened; what it responds is the target group's concern. */
    HealthStatus health() {
        if (!everListened) {
            return HealthStatus.UNKNOWN;
        }
        return listens ? HealthStatus.HEALTHY : HealthStatus.UNHEALTHY;
    }

    private void look() {
        if (!stopped) {
            loop.elsewhere(this::connects, this::take);
        }
    }

    private boolean connects() {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private void take(Boolean now, Exception impossible) {
        if (stopped) {
            return;
        }
        boolean before = listens;
        listens = Boolean.TRUE.equals(now);
        everListened |= listens;
        loop.after(PAUSE, this::look);
        if (listens != before) {
            onChange.run();
        }
    }
}
