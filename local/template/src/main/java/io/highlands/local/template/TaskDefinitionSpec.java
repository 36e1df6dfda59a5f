// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * An {@code AWS::ECS::TaskDefinition}.
 *
 * @param source where it is declared
 * @param family the family's name
 * @param cpu CPU units of the whole task; 1024 are one vCPU
 * @param memoryMiB memory of the whole task in MiB
 * @param containers the containers in the template's order
 * @param retained whether CloudFormation leaves the revision that this one replaces ACTIVE
 *     ({@code UpdateReplacePolicy: Retain}); otherwise it deregisters that one
 */
public record TaskDefinitionSpec(Source source, String family, int cpu, int memoryMiB, List<ContainerSpec> containers,
        boolean retained) {

    /** Copies the list. */
    public TaskDefinitionSpec {
        containers = List.copyOf(containers);
    }

    /**
     * A task definition without an {@code UpdateReplacePolicy}: CloudFormation deregisters the revision that it replaces.
     *
     * @param source where it is declared
     * @param family the family's name
     * @param cpu CPU units of the whole task; 1024 are one vCPU
     * @param memoryMiB memory of the whole task in MiB
     * @param containers the containers in the template's order
     */
    public TaskDefinitionSpec(Source source, String family, int cpu, int memoryMiB, List<ContainerSpec> containers) {
        this(source, family, cpu, memoryMiB, containers, false);
    }

    /**
     * The same task definition with other containers.
     *
     * @param others the containers
     * @return the changed task definition
     */
    public TaskDefinitionSpec with(List<ContainerSpec> others) {
        return new TaskDefinitionSpec(source, family, cpu, memoryMiB, others, retained);
    }

    /**
     * A hash of the content: a template with equal content replaces nothing. Secrets count by what they refer to, not by
     * value; the policy does not count, since CloudFormation takes a change of it alone for none
     * (aws-cloudformation/cloudformation-coverage-roadmap#1543).
     *
     * @return twelve hexadecimal digits
     */
    public String fingerprint() {
        try {
            String content = new TaskDefinitionSpec(source, family, cpu, memoryMiB, containers).toString();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /**
     * Finds a container.
     *
     * @param name its name
     * @return the container, or null when there is none
     */
    public ContainerSpec container(String name) {
        return containers.stream().filter(c -> c.name().equals(name)).findFirst().orElse(null);
    }
}
