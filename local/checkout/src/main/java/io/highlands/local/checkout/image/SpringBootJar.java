// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An executable jar of Spring Boot 3 or 4, as spring-boot:repackage and bootJar make it.
 *
 * @param file the jar
 * @see <a href="https://docs.spring.io/spring-boot/specification/executable-jar/launching.html">Launching Executable Jars</a>
 */
record SpringBootJar(Path file) {

    private static final int LEAST_VERSION = 3;
    private static final String EXECUTABLE = "an executable Spring Boot jar, as spring-boot:repackage and bootJar make it";
    private static final Pattern ACTUATOR = Pattern.compile("(BOOT|WEB)-INF/lib/spring-boot-actuator-\\d.*\\.jar");
    private static final Pattern MAJOR = Pattern.compile("(\\d{1,4})\\..*");

    /**
     * Why a file cannot be run.
     *
     * @param found what was found
     * @param allowed what is allowed
     */
    record Refusal(String found, String allowed) {}

    /**
     * Looks into the jar.
     *
     * @param needsActuator whether Actuator has to be on its class path
     * @return why it cannot be run; empty where it can
     */
    Optional<Refusal> refusal(boolean needsActuator) {
        if (!Files.isRegularFile(file)) {
            return refused("no such file", "the jar that the service's build makes");
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
            for (String attribute : new String[]{"Main-Class", "Start-Class"}) {
                if (main.getValue(attribute) == null) {
                    return refused("a jar without " + attribute + " in its manifest", EXECUTABLE);
                }
            }
            String version = main.getValue("Spring-Boot-Version");
            if (isOlder(version)) {
                return refused("Spring Boot " + version, "Spring Boot 3 or 4");
            }
            if (needsActuator && jar.stream().noneMatch(entry -> ACTUATOR.matcher(entry.getName()).matches())) {
                return refused("a jar without Actuator",
                        "one with spring-boot-starter-actuator, or health naming a path"
                                + " of the service that responds 200");
            }
            return Optional.empty();
        } catch (IOException e) {
            return refused("a file that is no jar", EXECUTABLE);
        }
    }

    private static boolean isOlder(String version) {
        Matcher major = MAJOR.matcher(version == null ? "" : version);
        return major.matches() && Integer.parseInt(major.group(1)) < LEAST_VERSION;
    }

    private static Optional<Refusal> refused(String found, String allowed) {
        return Optional.of(new Refusal(found, allowed));
    }
}
