// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Follows the requests on a client's connection, for what the parser above does not tell or tells too late (RFC 9112): empty
 * lines before a request line are skipped (2.2), a version other than 1.x makes its request unreadable (2.3), question
 * marks and blanks that the parser loses are remembered, and at a chunk or trailer that cannot be read (7.1) the bytes stop, so that there
 * is still a connection to respond on.
 */
public final class RequestConduit extends ScannedConduit {

    private static final int EMPTY_LINES = 4;
    private static final long VERSION = 0x485454502f312e00L;

    private enum State {
        START, START_LF, LINE, NAME, VALUE, LENGTH, HEAD_LF, FIXED, CHUNKS, UNKNOWN, BROKEN
    }

    private final FieldName lengthName = new FieldName("content-length");
    private final FieldName encodingName = new FieldName("transfer-encoding");
    private final HeadNotes notes = new HeadNotes();
    private final KeptBlanks blanks = new KeptBlanks();
    private final ChunkedBody chunks = new ChunkedBody();
    private State state = State.START;
    private int emptyLines;
    private long lastEight;
    private int questions;
    private boolean emptyQuery;
    private boolean doubled;
    private boolean lineBegins;
    private boolean chunked;
    private long left;
    private Runnable broken;
    private Runnable end;

    /**
     * @param next where the bytes come from
     */
    public RequestConduit(StreamSourceConduit next) {
        super(next);
    }

    /**
     * {@return what follows the connection of a request}
     *
     * @param exchange the request
     */
    public static RequestConduit of(HttpServerExchange exchange) {
        return (RequestConduit) ((HttpServerConnection) exchange.getConnection()).getOriginalSourceConduit();
    }

    /**
     * Takes note of the next request.
     *
     * @param request whose head is as it came once this returns
     * @return the question marks that its query is parsed without; null for none
     */
    public String handles(HttpServerExchange request) {
        broken = null;
        return notes.next(request.getRequestHeaders());
    }

    /** {@return whether the body of the request that is handled ends in a chunk that cannot be read} */
    public boolean isBroken() {
        return state == State.BROKEN && notes.isAtLast();
    }

    /**
     * Calls back, within a read, when the body turns out to be unreadable; until the next request is handled.
     *
     * @param callback is called
     */
    public void whenBroken(Runnable callback) {
        broken = callback;
    }

    /** Passes on whatever else comes, as it is, until the connection ends. */
    void linger(Runnable close) {
        state = State.UNKNOWN;
        broken = null;
        end = close;
    }

    /** Ends a connection that is only there for what its client still sends. */
    void endLinger() {
        if (end != null) {
            end.run();
        }
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        if (state == State.BROKEN) {
            next.suspendReads();
            return broken == null ? -1 : 0;
        }
        return super.read(buffer);
    }

    @Override
    protected int scan(ByteBuffer buffer, int from, int to) {
        int end = to;
        int at = from;
        while (at < end) {
            switch (state) {
                case START -> {
                    if (buffer.get(at) == '\r' && emptyLines < EMPTY_LINES) {
                        end = close(buffer, at, at + 1, end);
                        state = State.START_LF;
                    } else {
                        begin();
                    }
                }
                case START_LF -> {
                    if (buffer.get(at) == '\n') {
                        end = close(buffer, at, at + 1, end);
                        emptyLines++;
                        state = State.START;
                    } else {
                        refuse(buffer, at);
                    }
                }
                case LINE -> at = line(buffer, at, end);
                case NAME, VALUE, LENGTH, HEAD_LF -> at = head(buffer, at, end);
                case UNKNOWN -> at = end;
                case BROKEN -> {
                    end = at;
                    if (broken != null) {
                        broken.run();
                    }
                }
                default -> at = body(buffer, at, end);
            }
        }
        return end;
    }

    private void begin() {
        state = State.LINE;
        emptyLines = 0;
        lastEight = 0;
        questions = 0;
        emptyQuery = false;
        doubled = false;
        chunked = false;
        left = 0;
        blanks.begin();
    }

    private int line(ByteBuffer buffer, int from, int to) {
        for (int at = from; at < to; at++) {
            byte letter = buffer.get(at);
            if (letter == '\r') {
                if ((lastEight & ~0xffL) != VERSION) {
                    refuse(buffer, at);
                    return at;
                }
            } else if (letter == '\n') {
                state = State.NAME;
                lineBegins = true;
                return at + 1;
            } else if (letter == ' ') {
                emptyQuery |= (lastEight & 0xff) == '?';
            } else if (letter == '?' && ++questions == 2) {
                doubled = (lastEight & 0xff) == '?';
            }
            lastEight = lastEight << 8 | letter & 0xff;
        }
        return to;
    }

    private int head(ByteBuffer buffer, int from, int to) {
        int at = from;
        while (at < to) {
            byte letter = buffer.get(at++);
            blanks.take(letter);
            switch (state) {
                case NAME -> name(letter);
                case VALUE -> value(letter);
                case LENGTH -> length(letter);
                default -> {
                    endOfHead(letter);
                    return at;
                }
            }
        }
        return at;
    }

    private void nextLine() {
        state = State.NAME;
        lineBegins = true;
    }

    private void name(byte letter) {
        if (lineBegins) {
            lineBegins = false;
            lengthName.begin();
            encodingName.begin();
            if (letter == '\r') {
                state = State.HEAD_LF;
                return;
            }
            if (letter == ' ' || letter == '\t') {
                blanks.fold();
                state = State.VALUE;
                return;
            }
        }
        if (letter == ':') {
            chunked |= encodingName.complete();
            blanks.beginValue();
            state = lengthName.complete() ? State.LENGTH : State.VALUE;
        } else if (letter == '\n') {
            nextLine();
        } else {
            lengthName.take(letter);
            encodingName.take(letter);
        }
    }

    private void value(byte letter) {
        if (letter == '\n') {
            nextLine();
        } else if (letter != '\r') {
            blanks.see(letter);
        }
    }

    private void length(byte letter) {
        if (letter >= '0' && letter <= '9' && left < Long.MAX_VALUE / 100) {
            left = left * 10 + letter - '0';
        } else if (letter == '\n') {
            nextLine();
        }
    }

    private void endOfHead(byte letter) {
        if (letter != '\n') {
            state = State.UNKNOWN;
            return;
        }
        notes.add(emptyQuery, doubled, blanks.lines());
        if (chunked) {
            state = State.CHUNKS;
            chunks.begin();
        } else {
            state = left > 0 ? State.FIXED : State.START;
        }
    }

    private int body(ByteBuffer buffer, int from, int to) {
        if (state == State.FIXED) {
            int count = (int) Math.min(left, to - from);
            left -= count;
            if (left == 0) {
                state = State.START;
            }
            return from + count;
        }
        int at = from;
        while (at < to) {
            long data = Math.min(chunks.data(), to - at);
            if (data > 0) {
                chunks.pass(data);
                at += (int) data;
                continue;
            }
            chunks.take(buffer.get(at));
            if (chunks.isBroken()) {
                state = State.BROKEN;
                return at;
            }
            at++;
            if (chunks.isEnd()) {
                state = State.START;
                return at;
            }
        }
        return at;
    }

    /** The parser refuses this byte wherever it stands. */
    private void refuse(ByteBuffer buffer, int at) {
        buffer.put(at, (byte) 0);
        state = State.UNKNOWN;
    }
}
