// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

/** Checks the head of an interim response, which is passed on byte by byte. */
final class InterimHead {

    private InterimHead() {
    }

    /** {@return whether every reader cuts the head into the same lines (RFC 9112, 2.2 and 5)} */
    static boolean readable(String head) {
        if (!head.startsWith("HTTP/1.")) {
            return false;
        }
        int from = head.indexOf("\r\n") + 2;
        if (controls(head, 0, from - 2)) {
            return false;
        }
        while (from < head.length() - 2) {
            int to = head.indexOf("\r\n", from);
            int colon = head.indexOf(':', from);
            if (to < 0 || colon <= from || colon > to || !token(head, from, colon) || controls(head, colon, to)) {
                return false;
            }
            from = to + 2;
        }
        return head.endsWith("\r\n\r\n");
    }

    private static boolean token(String head, int from, int to) {
        for (int i = from; i < to; i++) {
            char letter = head.charAt(i);
            if (letter <= ' ' || letter >= 127) {
                return false;
            }
        }
        return true;
    }

    private static boolean controls(String head, int from, int to) {
        for (int i = from; i < to; i++) {
            char letter = head.charAt(i);
            if (letter < ' ' && letter != '\t' || letter == 127) {
                return true;
            }
        }
        return false;
    }
}
