// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Queue;

import io.undertow.util.HeaderMap;

/** What the parser will not tell of the heads that it has got: of each, until its request is handled. */
final class HeadNotes {

    private static final int FACTS = 3;

    private final BitSet facts = new BitSet();
    private final Queue<byte[]> lines = new ArrayDeque<>();
    private int scanned;
    private int handled;

    /**
     * A head has ended.
     *
     * @param emptyQuery whether its query begins at a question mark that the parser loses
     * @param doubled whether it loses two
     * @param blanks the field lines of which it loses blanks; null where it loses none
     */
    void add(boolean emptyQuery, boolean doubled, byte[] blanks) {
        facts.set(FACTS * scanned, emptyQuery || doubled);
        facts.set(FACTS * scanned + 1, doubled);
        if (blanks != null) {
            facts.set(FACTS * scanned + 2);
            lines.add(blanks);
        }
        scanned++;
    }

    /**
     * The next request is handled.
     *
     * @param headers as the parser read them; they get their blanks back
     * @return the question marks that its query is parsed without; null for none
     */
    String next(HeaderMap headers) {
        String marks = !facts.get(FACTS * handled) ? null : facts.get(FACTS * handled + 1) ? "??" : "?";
        if (facts.get(FACTS * handled + 2)) {
            KeptBlanks.restore(headers, lines.remove());
        }
        handled++;
        if (handled == scanned) {
            handled = 0;
            scanned = 0;
            facts.clear();
        }
        return marks;
    }

    /** {@return whether the request that is handled is the last whose head has ended} */
    boolean isAtLast() {
        return handled == scanned;
    }
}
