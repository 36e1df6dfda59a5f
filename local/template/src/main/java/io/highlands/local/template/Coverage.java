// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.util.ArrayList;
import java.util.List;

/**
 * What of an environment's templates is run here, what is run differently and what is not run. It is computed while the
 * templates are read: a property that nothing asked for is listed by itself.
 *
 * @param entries one entry per resource that is not run, and per property of those that are
 */
public record Coverage(List<Entry> entries) {

    /** Copies the list. */
    public Coverage {
        entries = List.copyOf(entries);
    }

    /**
     * This coverage with more entries, for parts that know of differences of their own.
     *
     * @param more the entries to add
     * @return a new coverage
     */
    public Coverage plus(List<Entry> more) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(more);
        return new Coverage(all);
    }

    /**
     * The coverage in a few dozen lines: resources of one type together, indices left out.
     *
     * @return lines to print, grouped under a heading per status
     */
    public List<String> summary() {
        return CoverageSummary.of(entries);
    }

    /** How a resource or property is treated here. */
    public enum Status {

        /** It does what it does in AWS. */
        ACTED_ON("acted on"),
        /** It does something, but not what it does in AWS. */
        DIFFERS("differs here"),
        /** It is deployed to AWS and does nothing here. */
        NOT_RUN("deployed, not run here");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * One resource or property.
     *
     * @param stack name of the stack
     * @param logicalId logical id of the resource
     * @param type type of the resource, for example {@code AWS::ECS::Service}
     * @param property path of the property; empty for the resource as a whole
     * @param status how it is treated
     * @param note what is different or why; possibly empty
     */
    public record Entry(String stack, String logicalId, String type, String property, Status status, String note) {}
}
