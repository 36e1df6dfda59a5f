// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.http.BodyMemory;

import static org.assertj.core.api.Assertions.assertThat;

/** Bodies as they arrive: in pieces, too many at once, or not to their end. */
class IntakeServerTest {

    private static final int ROOM = 1 << 20;

    private final BodyMemory room = new BodyMemory(ROOM);
    private final IntakeServer server = new IntakeServer(0, new Sizes(), room);
    private final List<Socket> sockets = new ArrayList<>();

    /** Answers with the size of the body. */
    private static final class Sizes implements Protocol {

        @Override
        public Answer answer(Request request) {
            if (request.path().equals("/fails")) {
                throw new IllegalStateException("a mistake");
            }
            return Answer.line(200, Integer.toString(request.body().length));
        }

        @Override
        public Answer refuse(Request request, Refusal refusal) {
            return Answer.line(refusal.status(), refusal.getMessage());
        }
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    @Test
    void aBodyMayComeInChunks() throws IOException {
        Socket socket = send("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n");
        assertThat(answer(socket)).startsWith("HTTP/1.1 200 ").endsWith("11\n");
        awaitRoom();
    }

    @Test
    void aBodyThatBreaksOffGivesItsRoomBack() throws IOException {
        Socket socket = send(
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500000\r\n\r\n" + "x".repeat(200_000));
        await(() -> room.free() <= ROOM - 200_000);
        socket.close();
        awaitRoom();
    }

    @Test
    void roomIsTakenByWhatComesAndNotByWhatIsAnnounced() throws IOException {
        send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\nx");
        await(() -> room.free() < ROOM);
        assertThat(room.free()).isGreaterThan(ROOM / 2);
    }

    @Test
    void whoFindsNoRoomMayTryAgain() throws IOException {
        Socket first = send(
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 800001\r\n\r\n" + "x".repeat(800_000));
        await(() -> room.free() < ROOM - 800_000);
        String whole = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 400000\r\n\r\n" + "x".repeat(400_000);
        assertThat(answer(send(whole))).startsWith("HTTP/1.1 429 ").contains("Retry-After: 1\r\n");
        first.getOutputStream().write('x');
        assertThat(answer(first)).startsWith("HTTP/1.1 200 ").endsWith("800001\n");
        awaitRoom();
        assertThat(answer(send(whole))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aMistakeOfOursIsAnsweredAndGivesTheRoomBack() throws IOException {
        Socket socket = send("POST /fails HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nx");
        assertThat(answer(socket)).startsWith("HTTP/1.1 500 ").doesNotContain("a mistake");
        awaitRoom();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: evil.example", "Host: localhost\r\nOrigin: http://localhost",
            "Host: localhost\r\nSec-Fetch-Site: none"})
    void webPagesAreKeptOut(String headers) throws IOException {
        assertThat(answer(send("POST / HTTP/1.1\r\n" + headers + "\r\nContent-Length: 0\r\n\r\n")))
                .startsWith("HTTP/1.1 403 ");
    }

    private Socket send(String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        sockets.add(socket);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    /** All of a short answer. */
    private static String answer(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        int length = -1;
        while (length < 0 || answer.length() < length) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            answer.append((char) next);
            if (length < 0 && answer.toString().endsWith("\r\n\r\n")) {
                String head = answer.toString();
                int at = head.indexOf("Content-Length: ") + "Content-Length: ".length();
                length = head.length() + Integer.parseInt(head.substring(at, head.indexOf('\r', at)));
            }
        }
        return answer.toString();
    }

    private void awaitRoom() {
        await(() -> room.free() == ROOM);
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
