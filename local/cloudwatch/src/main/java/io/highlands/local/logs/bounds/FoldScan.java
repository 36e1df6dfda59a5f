// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.bounds;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what RE2/J 1.8 never ends to compile. Where case is ignored it follows a letter's other cases until it is back at the
 * letter. Nine letters of Unicode 9, U+1C80 to U+1C88, have another letter as upper case (U+1C80: U+0412) whose lower case is a
 * third (U+0432), and its own table of such letters, which is older, does not have them.
 *
 * @see <a href="https://www.unicode.org/Public/UCD/latest/ucd/CaseFolding.txt">CaseFolding.txt: 1C80; C; 0432</a>
 */
final class FoldScan {

    private static final int FIRST = 0x1C80;
    private static final int LAST = 0x1C88;

    private static final Pattern IGNORES_CASE = Pattern.compile("\\(\\?[A-Za-z]*i");
    private static final String SYMBOL = "(\\\\x\\{[0-9A-Fa-f]{1,8}\\}|\\\\x[0-9A-Fa-f]{2}|\\\\.|.)";
    private static final Pattern RANGE = Pattern.compile(SYMBOL + "(?:-" + SYMBOL + ")?", Pattern.DOTALL);

    private FoldScan() {
    }

    /**
     * Refuses these letters, and ranges that hold them, where case is ignored.
     *
     * @throws PatternException naming them
     */
    static void check(String expression) {
        if (!IGNORES_CASE.matcher(expression).find()) {
            return;
        }
        Matcher range = RANGE.matcher(expression);
        for (int i = 0; i < expression.length(); i++) {
            range.region(i, expression.length());
            if (range.lookingAt()) {
                int low = codePoint(range.group(1));
                int high = range.group(2) == null ? low : codePoint(range.group(2));
                if (low <= LAST && high >= FIRST) {
                    throw new PatternException(
                            "ignoring case, (?i), is not supported for the letters U+1C80 to U+1C88");
                }
            }
        }
    }

    private static int codePoint(String symbol) {
        if (!symbol.startsWith("\\x") || symbol.length() == 2) {
            return symbol.codePointBefore(symbol.length());
        }
        return (int) Math.min(Character.MAX_CODE_POINT, Long.parseLong(symbol.replaceAll("[\\\\x{}]", ""), 16));
    }
}
