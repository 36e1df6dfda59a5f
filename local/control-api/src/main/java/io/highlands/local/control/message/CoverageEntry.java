// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

/**
 * How a resource of the templates, or one of its properties, is treated in local mode: an entry of the response to
 * {@code GET /coverage}, which {@code highlands status --coverage --json} prints.
 *
 * @param stack the name of its stack
 * @param logicalId its logical id
 * @param type its type, such as {@code AWS::ECS::Service}
 * @param property the path of the property; empty for the complete resource
 * @param status how it is treated
 * @param note what differs, or why; possibly empty
 */
public record CoverageEntry(String stack, String logicalId, String type, String property, Status status,
        String note) {

    /** How a resource or property is treated. */
    public enum Status {
        /** It does what it does in AWS. */
        ACTED_ON,
        /** It does something, but not what it does in AWS. */
        DIFFERS,
        /** It is deployed to AWS and does nothing in local mode. */
        NOT_RUN
    }
}
