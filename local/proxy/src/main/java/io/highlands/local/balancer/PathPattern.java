// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

/**
 * A path pattern of a listener rule: {@code *} stands for any characters, {@code ?} for exactly one; case matters, and the
 * query is no part of it. The path is compared as it was sent, undecoded.
 *
 * @param pattern the pattern
 */
record PathPattern(String pattern) {

    boolean matches(String path) {
        int p = 0;
        int s = 0;
        int star = -1;
        int starred = 0;
        while (s < path.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                starred = s;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == path.charAt(s))) {
                p++;
                s++;
            } else if (star >= 0) {
                p = star + 1;
                s = ++starred;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
