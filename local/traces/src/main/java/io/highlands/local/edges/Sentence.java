// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

/**
 * One thing that can be said of an edge.
 *
 * @param topic what it is about
 * @param text the sentence, with its numbers
 */
public record Sentence(Topic topic, String text) {

    /** What a sentence is about. */
    public enum Topic {
        TRAFFIC, TIME, ERRORS, UNKNOWN
    }
}
