// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.declaration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.highlands.infra.topology.ForeignProgram;
import io.highlands.infra.topology.ImageReference;
import io.highlands.infra.topology.Program;
import io.highlands.infra.topology.ServiceKind;
import io.highlands.infra.yaml.Section;

/** Reads what a service's container runs: kind, jar or image with its commands, health path. */
final class ProgramReader {

    /** Elastic Load Balancing API Reference, CreateTargetGroup, HealthCheckPath: 1 to 1,024 characters. */
    private static final Pattern HEALTH = Pattern.compile("/[A-Za-z0-9/_.~-]{0,1023}");
    private static final Pattern JAR = Pattern.compile("[^\\s\\p{Cntrl}][^\\p{Cntrl}]*\\.[jw]ar");
    private static final Pattern ARGUMENT = Pattern.compile("[^\\x00]{1,4096}");
    private static final Pattern FOLDER = Pattern.compile("[^\\p{Cntrl}]{1,4096}");
    private static final Pattern ANY = Pattern.compile("(?s).*");
    private static final String ARGUMENTS = "a word of a command, such as node";
    private static final String REGISTRY_PORT = "; a registry has no port but 443, the only one that tasks reach "
            + "outside of the mesh";
    private static final String KIND = "kind";
    private static final String JAR_KEY = "jar";
    private static final String IMAGE = "image";
    private static final String COMMAND = "command";
    private static final String LOCAL = "local";
    private static final String FOLDER_KEY = "folder";
    private static final String HEALTH_KEY = "health";
    private static final String PUBLIC = "public";
    private static final String CONTAINER_PORT = "containerPort";

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
        Optional<ForeignProgram> foreign = foreign(kind);
        Optional<String> health = service.text(HEALTH_KEY, HEALTH, "a path such as /health");
        if (kind == ServiceKind.CONTAINER && health.isEmpty() && !service.section(PUBLIC).keys().isEmpty()) {
            throw service.refuse(HEALTH_KEY, "nothing",
                    "a path that responds 200 while the service takes requests, with kind container and public paths");
        }
        return new Program(kind, jar, health.orElse(kind.health()), foreign);
    }

    private ServiceKind kind() {
        String allowed = ServiceKind.words().stream().collect(Collectors.joining(", "));
        String found = service.text(KIND, Pattern.compile(String.join("|", ServiceKind.words())), allowed)
                .orElse(ServiceKind.HIGHLANDS.word());
        return ServiceKind.valueOf(found.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private Optional<ForeignProgram> foreign(ServiceKind kind) {
        if (kind == ServiceKind.CONTAINER) {
            return Optional.of(foreign());
        }
        for (String key : List.of(IMAGE, COMMAND, LOCAL)) {
            if (service.has(key)) {
                throw service.refuse(key, "kind " + kind.word(), "this key with kind container only");
            }
        }
        // Asked for, so that a refusal of an unknown key names them
        service.text(IMAGE, ANY, ImageReference.ALLOWED);
        service.texts(COMMAND, ARGUMENT, ARGUMENTS);
        service.section(LOCAL);
        return Optional.empty();
    }

    private ForeignProgram foreign() {
        String image = service.text(IMAGE, ANY, ImageReference.ALLOWED)
                .orElseThrow(() -> service.refuse(IMAGE, "nothing", ImageReference.ALLOWED + ", with kind container"));
        ImageReference reference = ImageReference.of(image)
                .orElseThrow(() -> service.refuse(IMAGE, image, ImageReference.ALLOWED + REGISTRY_PORT));
        if (!service.has(CONTAINER_PORT)) {
            throw service.refuse(CONTAINER_PORT, "nothing", "the port on which the image listens, with kind container");
        }
        List<String> command = service.texts(COMMAND, ARGUMENT, ARGUMENTS);
        Section local = service.section(LOCAL);
        List<String> localCommand = local.texts(COMMAND, ARGUMENT, ARGUMENTS);
        Optional<String> folder = local.text(FOLDER_KEY, FOLDER, "the path of a folder, such as ../orders");
        local.done();
        if (command.isEmpty() && localCommand.isEmpty()) {
            throw service.refuse(COMMAND, "nothing, and no local.command either",
                    "what runs on this machine, such as [node, server.js]: it runs no images");
        }
        return new ForeignProgram(reference, command, localCommand.isEmpty() ? command : localCommand, folder);
    }
}
