// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.declaration;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.highlands.infra.topology.Program;
import io.highlands.infra.topology.ServiceKind;
import io.highlands.infra.yaml.Section;

/** Reads what a service's container runs: kind, jar, health path. */
final class ProgramReader {

    /** Elastic Load Balancing API Reference, CreateTargetGroup, HealthCheckPath: 1 to 1,024 characters. */
    private static final Pattern HEALTH = Pattern.compile("/[A-Za-z0-9/_.~-]{0,1023}");
    private static final Pattern JAR = Pattern.compile("[^\\s\\p{Cntrl}][^\\p{Cntrl}]*\\.[jw]ar");
    private static final String KIND = "kind";
    private static final String JAR_KEY = "jar";

    private final Section service;

    ProgramReader(Section service) {
        this.service = service;
    }

    Program read() {
        ServiceKind kind = kind();
        Optional<String> jar = service.text(JAR_KEY, JAR, "the path of a jar, such as ../orders/target/orders.jar");
        if (kind == ServiceKind.SPRING_BOOT && jar.isEmpty()) {
            throw service.refuse(JAR_KEY, "nothing", "the path of a Spring Boot jar, with kind spring-boot");
        }
        if (kind != ServiceKind.SPRING_BOOT && jar.isPresent()) {
            throw service.refuse(JAR_KEY, jar.get(),
                    "no jar with kind %s; kind spring-boot runs one".formatted(kind.word()));
        }
        return new Program(kind, jar, service.text("health", HEALTH, "a path such as /health").orElse(kind.health()));
    }

    private ServiceKind kind() {
        String allowed = String.join(" or ", ServiceKind.words());
        String found = service.text(KIND, Pattern.compile(String.join("|", ServiceKind.words())), allowed)
                .orElse(ServiceKind.HIGHLANDS.word());
        return ServiceKind.valueOf(found.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
