// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.highlands.infra.settings.Environment;
import io.highlands.infra.settings.Environments;
import io.highlands.infra.topology.Topology;

/** An environment's file as it is in the repository, or with another text in its place. */
public record EnvironmentFile(String environment, String text) {

    public static final Path FOLDER = Path.of("environments");

    /** As it is in the repository. */
    public static EnvironmentFile of(String environment) {
        try {
            return new EnvironmentFile(environment, Files.readString(FOLDER.resolve(environment + ".yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With that text replaced, which has to be there. */
    public EnvironmentFile with(String old, String other) {
        if (!text.contains(old)) {
            throw new IllegalArgumentException("%s.yaml does not hold: %s".formatted(environment, old));
        }
        return new EnvironmentFile(environment, text.replace(old, other));
    }

    /** With that line added at the end. */
    public EnvironmentFile plus(String lines) {
        return new EnvironmentFile(environment, text + "\n" + lines + "\n");
    }

    /** Where the text first stands, counted as people do. */
    public int lineOf(String part) {
        return (int) text.substring(0, text.indexOf(part)).chars().filter(character -> character == '\n').count() + 1;
    }

    /** With services A, C and B. */
    public Environment load() {
        return load(DeclaredServices.EXAMPLE);
    }

    /** With the services that the repository declares. */
    public Environment loadDeclared() {
        return load(DeclaredServices.ALL);
    }

    public Environment load(Topology topology) {
        try {
            Path folder = Scratch.folder("environments");
            Files.writeString(folder.resolve(environment + ".yaml"), text);
            return new Environments(folder).load(environment, topology);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
