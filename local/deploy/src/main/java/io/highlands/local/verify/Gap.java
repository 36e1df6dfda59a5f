// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.verify;

/**
 * Something that is declared and not as it should be.
 *
 * @param kind {@code dashboard}, {@code alarm} or {@code series}
 * @param name what it is about
 * @param why what is wrong with it
 */
public record Gap(String kind, String name, String why) implements Comparable<Gap> {

    @Override
    public int compareTo(Gap other) {
        return (kind + name + why).compareTo(other.kind + other.name + other.why);
    }
}
