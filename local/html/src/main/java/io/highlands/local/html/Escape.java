// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.html;

import java.util.Locale;

/** Escaping of texts and of addresses. */
final class Escape {

    private Escape() {
    }

    static void into(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(isShown(c) ? c : '\uFFFD');
            }
        }
    }

    /** A carriage return is: browsers end lines of a form with CR LF, and read both as one line end (HTML, 13.2.3.5). */
    private static boolean isShown(char c) {
        return c >= ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /** An address that a click may follow: of this console, or http(s) or mailto; anything else leads nowhere. */
    static String address(String address) {
        String start = address.strip().toLowerCase(Locale.ROOT);
        int colon = start.indexOf(':');
        boolean relative = colon < 0 || start.substring(0, colon).matches(".*[/?#].*");
        return relative || start.startsWith("http:") || start.startsWith("https:") || start.startsWith("mailto:")
                ? address
                : "#";
    }
}
