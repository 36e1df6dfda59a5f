// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.util.BitSet;

/** What the parser will not tell of the heads that it has got: of each, until its request is handled. */
final class HeadNotes {

    private static final int FACTS = 3;

    private final BitSet facts = new BitSet();
    private int scanned;
    private int handled;
    private boolean hasBlanks;

    /**
     * A head has ended.
     *
     * @param emptyQuery whether its query begins at a question mark that the parser loses
     * @param doubled whether it loses two
     * @param blanks whether {@link KeptBlanks} wrote into it
     */
    void add(boolean emptyQuery, boolean doubled, boolean blanks) {
        facts.set(FACTS * scanned, emptyQuery || doubled);
        facts.set(FACTS * scanned + 1, doubled);
        facts.set(FACTS * scanned + 2, blanks);
        scanned++;
    }

    /** The next request is handled; returns the question marks that its query is parsed without, null for none. */
    String next() {
        String marks = !facts.get(FACTS * handled) ? null : facts.get(FACTS * handled + 1) ? "??" : "?";
        hasBlanks = facts.get(FACTS * handled + 2);
        handled++;
        if (handled == scanned) {
            handled = 0;
            scanned = 0;
            facts.clear();
        }
        return marks;
    }

    /** {@return whether blanks were kept in the head of the request that is handled} */
    boolean hasBlanks() {
        return hasBlanks;
    }

    /** {@return whether the request that is handled is the last whose head has ended} */
    boolean isAtLast() {
        return handled == scanned;
    }
}
