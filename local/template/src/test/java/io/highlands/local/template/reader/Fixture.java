// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import io.highlands.local.template.Platform;
import io.highlands.local.template.ServiceSpec;
import io.highlands.local.template.TemplateException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A small environment of the shape that CDK writes: two services behind one load balancer. Tests change a line of it and
 * see what becomes of that.
 */
final class Fixture {

    static final String BASE = "base.template.json";
    static final String SERVICE_A = "service-a.template.json";
    static final String SERVICE_B = "service-b.template.json";
    static final String REFRESH = "refresh.template.json";

    private final Path folder;
    private final Path localValues;

    private Fixture(Path folder, Path localValues) {
        this.folder = folder;
        this.localValues = localValues;
    }

    static Fixture in(Path parent) {
        try {
            Path folder = Files.createDirectories(parent.resolve("test"));
            for (String file : List.of("manifest.json", BASE, SERVICE_A, SERVICE_B, REFRESH)) {
                try (InputStream in = Fixture.class.getResourceAsStream("../assembly/" + file)) {
                    Files.write(folder.resolve(file), Objects.requireNonNull(in, file).readAllBytes());
                }
            }
            Path values = parent.resolve("values.json");
            Files.writeString(values, "{\"secrets\": {\"token\": \"t0ken\"}}");
            return new Fixture(folder, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces text that stands in a template, quotes given as single ones. */
    Fixture with(String file, String from, String to) {
        try {
            String text = Files.readString(folder.resolve(file));
            String old = from.replace('\'', '"');
            assertThat(text).contains(old);
            Files.writeString(folder.resolve(file), text.replace(old, to.replace('\'', '"')));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes away what stands from one text up to another, quotes given as single ones. */
    Fixture without(String file, String from, String until) {
        try {
            String text = Files.readString(folder.resolve(file));
            int start = text.indexOf(from.replace('\'', '"'));
            int end = text.indexOf(until.replace('\'', '"'), start);
            assertThat(start).isNotNegative();
            assertThat(end).isGreaterThan(start);
            Files.writeString(folder.resolve(file), text.substring(0, start) + text.substring(end));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Fixture withoutLocalValues() {
        try {
            Files.delete(localValues);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path localValues() {
        return localValues;
    }

    Platform read() {
        return PlatformReader.read(folder, localValues);
    }

    ServiceSpec service(String name) {
        return read().services().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    /** The environment is refused with this line alone. */
    void isRefused(String line) {
        assertThatThrownBy(this::read).isInstanceOf(TemplateException.class).hasMessage(line);
        assertThat(line).doesNotContain("\n");
    }
}
