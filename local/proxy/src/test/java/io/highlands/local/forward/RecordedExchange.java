// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests through a proxy to a target that notes the heads that reach it. */
final class RecordedExchange {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final List<String> heads = new CopyOnWriteArrayList<>();

    /** The heads that have reached the target. */
    List<String> heads() {
        return heads;
    }

    /**
     * Sends requests through a proxy, and reads the responses.
     *
     * @param request one request or several
     * @param bytesAtOnce how they are cut on their way; 0 for not at all
     * @return the heads of the responses
     */
    String exchange(String request, int bytesAtOnce) throws Exception {
        try (ForwardKit kit = new ForwardKit();
                RawServer target = RawServer.on(ForwardKit.TARGET, 3000, socket -> {
                    for (String head = RawServer.readHead(socket); !head.isEmpty(); head = RawServer.readHead(socket)) {
                        heads.add(head);
                        if (head.contains("Content-Length: 2")) {
                            socket.getInputStream().readNBytes(2);
                        } else if (head.contains("chunked")) {
                            RawServer.readHead(socket);
                        }
                        RawServer.write(socket, OK);
                    }
                });
                RawClient client = kit.client()) {
            client.socket().setTcpNoDelay(true);
            send(client, request, bytesAtOnce);
            StringBuilder answers = new StringBuilder();
            int expected = request.split("HTTP/1.1\r\n", -1).length - 1;
            do {
                String head = client.head();
                answers.append(head);
                if (head.contains("Content-Length: 2")) {
                    client.read(2);
                }
                expected--;
            } while (expected > 0 && !answers.toString().contains(" 400 "));
            if (answers.toString().contains(" 400 ")) {
                client.readToEnd();
            }
            assertThat(target.connections()).isLessThanOrEqualTo(2);
            return answers.toString();
        }
    }

    private static void send(RawClient client, String request, int bytesAtOnce) throws IOException {
        if (bytesAtOnce == 0) {
            client.send(request);
            return;
        }
        try {
            for (int i = 0; i < request.length(); i += bytesAtOnce) {
                client.send(request.substring(i, Math.min(request.length(), i + bytesAtOnce)));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        } catch (IOException refusedMeanwhile) {
            // The response is there to be read.
        }
    }
}
