// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.List;
import java.util.stream.Stream;

/** What the platform may expect of a service's program (key {@code kind}). */
public enum ServiceKind {

    /** It uses the starter: the platform's variables, {@code /health}, a drain of its own, metrics by route and upstream. */
    HIGHLANDS("highlands"),
    /** An executable Spring Boot jar as it is: Spring Boot's own variables, Actuator's readiness, no metrics of the starter. */
    SPRING_BOOT("spring-boot"),
    /** Any image with a process that speaks HTTP: it is told its port, and nothing is expected but its health path. */
    CONTAINER("container");

    private final String word;

    ServiceKind(String word) {
        this.word = word;
    }

    /** {@return the value of the key} */
    public String word() {
        return word;
    }

    /** {@return the values of the key} */
    public static List<String> words() {
        return Stream.of(values()).map(ServiceKind::word).toList();
    }

    /** {@return whether its image holds {@code launch}, which starts it with an agent and asks for its health} */
    public boolean hasLaunch() {
        return this != CONTAINER;
    }

    /** {@return the path by which such a program says that it takes requests, unless the service declares another} */
    public String health() {
        return this == SPRING_BOOT ? "/readyz" : ServiceSpec.HEALTH;
    }
}
