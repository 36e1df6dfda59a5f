// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.bounds;

/**
 * A text that is looked at until the query's time ends: an expression of many states takes seconds over a long line.
 *
 * @see LinearPattern
 */
final class WatchedText implements CharSequence {

    private static final int CHARACTERS_PER_CHECK = 64;

    private final String text;
    private final WorkLimit limit;
    private int read;

    WatchedText(String text, WorkLimit limit) {
        this.text = text;
        this.limit = limit;
    }

    @Override
    public char charAt(int index) {
        if (++read >= CHARACTERS_PER_CHECK) {
            read = 0;
            limit.check();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
