// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

/**
 * A path pattern of a listener rule: {@code *} stands for any number of any characters, {@code /} included, and every other
 * character for itself (Elastic Load Balancing, "Condition types for listener rules", path conditions).
 *
 * @param text
 *            the pattern
 */
record BalancerPattern(String text) {

    static final int MAX_CHARACTERS = 128;
    /** The page of condition types says five for a rule; the table of quotas says six. */
    static final int MAX_WILDCARDS = 5;
    private static final String WILDCARD = "*";

    int wildcards() {
        return text.length() - literals();
    }

    /** Its characters that are no wildcard. */
    int literals() {
        return text.replace(WILDCARD, "").length();
    }

    /** Whether every path that the other matches is matched by this too. */
    boolean covers(BalancerPattern other) {
        // A wildcard of the other may be anything, so only one of this can stand for it
        return meets(text, other.text, false);
    }

    /** Whether a path is matched by both. */
    boolean overlaps(BalancerPattern other) {
        return meets(text, other.text, true);
    }

    /** Compares from the ends: {@code here[j]} says it of what follows i in the one and j in the other. */
    private static boolean meets(String one, String other, boolean eitherExpands) {
        boolean[] after = new boolean[other.length() + 1];
        for (int i = one.length(); i >= 0; i--) {
            boolean[] here = new boolean[other.length() + 1];
            for (int j = other.length(); j >= 0; j--) {
                boolean endOne = i == one.length();
                boolean endOther = j == other.length();
                boolean wildOne = !endOne && one.charAt(i) == '*';
                boolean wildOther = !endOther && other.charAt(j) == '*';
                here[j] = endOne && endOther
                        || wildOne && (after[j] || !endOther && here[j + 1])
                        || eitherExpands && wildOther && (here[j + 1] || !endOne && after[j])
                        || !endOne && !endOther && !wildOther && one.charAt(i) == other.charAt(j) && after[j + 1];
            }
            after = here;
        }
        return after[0];
    }
}
