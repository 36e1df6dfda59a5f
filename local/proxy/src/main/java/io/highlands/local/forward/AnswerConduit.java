// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

import org.xnio.conduits.StreamSourceConduit;

import io.highlands.local.http.FieldName;
import io.highlands.local.http.ScannedConduit;

/**
 * Follows the heads that a target sends, for what the client above does not know: interim responses (RFC 9110, 15.2) are
 * taken out and reported, a head has a largest size, and a response that has no body whatever its fields say (RFC 9112, 6.3)
 * is not framed by them: their names are spoiled, so that nobody waits for a body.
 */
final class AnswerConduit extends ScannedConduit {

    /** What {@code Content-Length} of a 204 or 304 has become. */
    static final String SPOILED_LENGTH = "Content-Lengt_";

    /** What {@code Transfer-Encoding} of a 204 or 304 has become. */
    static final String SPOILED_ENCODING = "Transfer-Encodin_";

    private static final int STATUS_END = 12;
    private static final byte UNREADABLE = 0;

    private enum State {
        OUTSIDE, LINE, NAME, VALUE, HEAD_LF
    }

    private final int maxHeader;
    private final FieldName lengthName = new FieldName("content-length");
    private final FieldName encodingName = new FieldName("transfer-encoding");
    private final byte[] held = new byte[STATUS_END];
    private int heldBytes;
    private State state = State.OUTSIDE;
    private boolean lineBegins;
    private int column;
    private int status;
    private int bytes;
    private StringBuilder interim;
    private Consumer<String> interims;
    private boolean refused;
    private boolean ended;

    AnswerConduit(StreamSourceConduit next, int maxHeader) {
        super(next);
        this.maxHeader = maxHeader;
    }

    /** A request is about to be sent; the next bytes are the head of a response, or of interim ones before it. */
    void expect(Consumer<String> whenInterim) {
        interims = whenInterim;
        bytes = 0;
        refused = false;
        beginHead();
    }

    /** {@return whether a response began and its connection had not ended, so that it is unreadable when there is none} */
    boolean unreadable() {
        return bytes > 0 && !ended;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        try {
            int count = super.read(buffer);
            ended |= count < 0;
            return count;
        } catch (IOException e) {
            ended = true;
            throw e;
        }
    }

    @Override
    protected void before(ByteBuffer buffer) {
        if (heldBytes > 0 && buffer.remaining() > heldBytes) {
            buffer.put(held, 0, heldBytes);
        }
    }

    @Override
    protected int scan(ByteBuffer buffer, int from, int to) {
        if (state == State.OUTSIDE) {
            return to;
        }
        if (refused) {
            refuse(buffer, from);
            return to;
        }
        heldBytes = 0;
        int end = to;
        int at = from;
        int interimFrom = from;
        while (at < end && state != State.OUTSIDE) {
            byte letter = buffer.get(at);
            if (++bytes > maxHeader) {
                refuse(buffer, at);
                return end;
            }
            at++;
            take(buffer, at, end, letter);
            if (state == State.LINE && column == 0) {
                String head = interim.append(latin(buffer, interimFrom, at)).toString();
                end = close(buffer, interimFrom, at, end);
                at = interimFrom;
                interim = null;
                report(head);
                if (refused && at < end) {
                    refuse(buffer, at);
                }
            }
        }
        if (state == State.LINE && column < STATUS_END && column > 0) {
            return hold(buffer, at - column, end);
        }
        if (interim != null) {
            interim.append(latin(buffer, interimFrom, end));
            return interimFrom;
        }
        return end;
    }

    private void beginHead() {
        state = State.LINE;
        column = 0;
        status = 0;
    }

    private void take(ByteBuffer buffer, int after, int end, byte letter) {
        switch (state) {
            case LINE -> statusLine(letter);
            case NAME -> name(buffer, after, end, letter);
            case VALUE -> {
                if (letter == '\n') {
                    nextLine();
                }
            }
            default -> endOfHead();
        }
    }

    private void statusLine(byte letter) {
        column++;
        if (column > STATUS_END - 3 && column <= STATUS_END) {
            status = status * 10 + letter - '0';
            if (column == STATUS_END && status >= 100 && status < 200 && status != 101) {
                interim = new StringBuilder();
            }
        } else if (letter == '\n') {
            nextLine();
        }
    }

    private void nextLine() {
        state = State.NAME;
        lineBegins = true;
    }

    private void name(ByteBuffer buffer, int after, int end, byte letter) {
        if (lineBegins) {
            lineBegins = false;
            lengthName.begin();
            encodingName.begin();
            if (letter == '\r') {
                state = State.HEAD_LF;
                return;
            }
        }
        if (letter == ':') {
            state = State.VALUE;
        } else if (letter == '\n') {
            nextLine();
        } else if (status == 204 || status == 304) {
            lengthName.take(letter);
            encodingName.take(letter);
            boolean ends = after == end || buffer.get(after) == ':';
            if (ends && (lengthName.complete() || encodingName.complete())) {
                buffer.put(after - 1, (byte) '_');
            }
        }
    }

    private void endOfHead() {
        if (interim == null) {
            state = State.OUTSIDE;
        } else {
            beginHead();
        }
    }

    private void report(String head) {
        if (InterimHead.readable(head)) {
            interims.accept(head);
        } else {
            refused = true;
        }
    }

    private int hold(ByteBuffer buffer, int from, int end) {
        heldBytes = end - from;
        buffer.get(from, held, 0, heldBytes);
        bytes -= heldBytes;
        beginHead();
        return from;
    }

    private void refuse(ByteBuffer buffer, int at) {
        refused = true;
        buffer.put(at, UNREADABLE);
        state = State.OUTSIDE;
    }

    private static String latin(ByteBuffer buffer, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            text.append((char) (buffer.get(i) & 0xff));
        }
        return text.toString();
    }
}
