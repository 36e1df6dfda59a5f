// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.highlands.local.control.ControlException;

/** An environment's file, of which the tracing switch is read and changed. */
public final class EnvironmentFile {

    private final Path file;
    private final String environment;

    /**
     * Takes a file.
     *
     * @param folder the folder of environments
     * @param environment the environment's name, for which there is a file
     */
    public EnvironmentFile(Path folder, String environment) {
        this.file = folder.resolve(environment + ".yaml");
        this.environment = environment;
    }

    /**
     * The file.
     *
     * @return its path
     */
    public Path path() {
        return file;
    }

    /**
     * Reads the switch.
     *
     * @return what the file says
     * @throws ControlException when the file cannot be read, is no YAML, or says what is no switch
     */
    public TracingSwitch read() {
        return tracing(text());
    }

    /**
     * The file's text with the switch changed; the file stays as it is.
     *
     * @param wish what it shall say; what the wish leaves out stays
     * @return the new text, the old one when nothing changes
     * @throws ControlException when the file cannot be read, is no YAML, or cannot be changed in one place
     */
    public String with(TracingSwitch wish) {
        EnvironmentText text = text().with(TracingSwitch.SECTION, TracingSwitch.ENABLED,
                Boolean.toString(wish.enabled()), List.of());
        if (wish.backend().isPresent()) {
            text = text.with(TracingSwitch.SECTION, TracingSwitch.BACKEND, wish.backend().get(),
                    List.of(TracingSwitch.ENABLED));
        }
        Optional<String> agent = wish.agent().or(() -> agentOf(wish.backend()));
        if (agent.isPresent()) {
            text = text.with(TracingSwitch.SECTION, TracingSwitch.AGENT, agent.get(),
                    List.of(TracingSwitch.ENABLED, TracingSwitch.BACKEND));
        }
        if (wish.sampleRate().isPresent()) {
            text = text.with(TracingSwitch.SECTION, TracingSwitch.SAMPLE_RATE,
                    TracingSwitch.plain(wish.sampleRate().get()),
                    List.of(TracingSwitch.ENABLED, TracingSwitch.BACKEND, TracingSwitch.AGENT));
        }
        return text.text();
    }

    /** The agent to write with a backend that does not take the one that the file names. */
    private Optional<String> agentOf(Optional<String> backend) {
        return backend.filter(TracingSwitch.AWS::equals).flatMap(aws -> read().agent())
                .filter(agent -> !agent.equals(TracingSwitch.OPENTELEMETRY)).map(other -> TracingSwitch.OPENTELEMETRY);
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @param text the new text
     * @throws ControlException when it cannot be written
     */
    public void write(String text) {
        FileText.write(file, text);
    }

    /**
     * Refuses a file that may not be written, before anything is done.
     *
     * @throws ControlException naming it
     */
    public void requireWritable() {
        FileText.requireWritable(file);
    }

    private EnvironmentText text() {
        return EnvironmentText.of(YamlText.read(file));
    }

    private TracingSwitch tracing(EnvironmentText text) {
        String enabled = text.value(TracingSwitch.SECTION, TracingSwitch.ENABLED).orElse("false");
        if (!enabled.equals("true") && !enabled.equals("false")) {
            throw new ControlException(file + ": tracing.enabled is '" + enabled + "'; allowed: true, false");
        }
        Optional<String> rate = text.value(TracingSwitch.SECTION, TracingSwitch.SAMPLE_RATE);
        try {
            return new TracingSwitch(enabled.equals("true"), text.value(TracingSwitch.SECTION, TracingSwitch.BACKEND),
                    text.value(TracingSwitch.SECTION, TracingSwitch.AGENT),
                    rate.map(BigDecimal::new));
        } catch (NumberFormatException e) {
            throw new ControlException(file + ": tracing.sampleRate of " + environment + " is '" + rate.orElseThrow()
                    + "'; allowed: 0 to 1", e);
        }
    }
}
