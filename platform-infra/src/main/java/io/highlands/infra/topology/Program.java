// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.Optional;

/**
 * What a service's container runs.
 *
 * @param kind
 *            what the platform may expect of it
 * @param jar
 *            path of the jar of {@link ServiceKind#SPRING_BOOT}, seen from the file that declares it; empty for others,
 *            whose image the build makes
 * @param health
 *            path that responds 200 while the service takes requests, asked by container and load balancer;
 *            by the load balancer alone with {@link ServiceKind#CONTAINER}, and by nothing where that has no public path
 * @param foreign
 *            the image of {@link ServiceKind#CONTAINER}, and empty for others
 */
public record Program(ServiceKind kind, Optional<String> jar, String health, Optional<ForeignProgram> foreign) {

    /** An image with the starter. */
    public static final Program STARTER = new Program(ServiceKind.HIGHLANDS, Optional.empty(), ServiceSpec.HEALTH,
            Optional.empty());

    /** {@return a Spring Boot jar with Actuator} */
    public static Program springBoot(String jar) {
        return new Program(ServiceKind.SPRING_BOOT, Optional.of(jar), ServiceKind.SPRING_BOOT.health(),
                Optional.empty());
    }
}
