// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.highlands.infra.declaration.ServicesFile;
import io.highlands.infra.topology.Topology;

/** The text of a declaration of services. */
public record ServicesText(String text) {

    /** As the repository has it. */
    public static ServicesText ofRepository() {
        return read(DeclaredServices.FILE);
    }

    /** Services A, C and B. */
    public static ServicesText example() {
        return read(DeclaredServices.EXAMPLE_FILE);
    }

    /** The service orders, which has these resources and calls stock, and stock, which has none. */
    public static ServicesText ordersWith(String... resources) {
        return new ServicesText("""
                services:
                  orders:
                    port: 8080
                    timeout: 10s
                    calls: { stock: {} }
                    routes: [/orders]
                    resources:
                      %s
                  stock:
                    port: 8081
                    timeout: 8s
                    routes: [/stock]
                """.formatted(String.join("\n      ", resources)));
    }

    private static ServicesText read(Path file) {
        try {
            return new ServicesText(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With that text replaced, which has to be there. */
    public ServicesText with(String old, String other) {
        if (!text.contains(old)) {
            throw new IllegalArgumentException("no " + old);
        }
        return new ServicesText(text.replace(old, other));
    }

    /** What an environment with these services synthesizes to, by the text of its file. */
    public Assembly assembly(String environment, String file) {
        return Assembly.of(new EnvironmentFile(environment, file).load(load()));
    }

    public Topology load() {
        try {
            Path file = Scratch.folder("services").resolve(ServicesFile.NAME);
            Files.writeString(file, text);
            return new ServicesFile(file).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
