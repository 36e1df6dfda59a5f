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
 */
public record TaskDefinitionSpec(Source source, String family, int cpu, int memoryMiB, List<ContainerSpec> containers) {

    /** Copies the list. */
    public TaskDefinitionSpec {
        containers = List.copyOf(containers);
    }

    /**
     * A hash of the content, which is the revision's identity: equal content is the same revision, and secrets count by
     * what they refer to, not by value.
     *
     * @return twelve hexadecimal digits
     */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
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
