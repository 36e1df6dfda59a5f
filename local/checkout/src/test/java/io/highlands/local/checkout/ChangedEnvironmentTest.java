// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.local.control.ControlException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ChangedEnvironmentTest {

    private static final String FILE = "# kept\nalarms:\n  level: full # why\nslo:\n  availability: 99.9\n";

    @TempDir
    private Path folder;
    private ChangedEnvironment changed;

    @BeforeEach
    void anEnvironment() throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), FILE);
        System.setProperty(Checkout.ENVIRONMENTS_PROPERTY, folder.toString());
        changed = new ChangedEnvironment(Checkout.current(), "replay");
    }

    @AfterEach
    void nothingElsewhere() {
        System.clearProperty(Checkout.ENVIRONMENTS_PROPERTY);
    }

    @Test
    void settingsAreAddedAndChangedAndTheFileStays() throws IOException {
        assertThat(changed.text("shop", new TreeMap<>(Map.of("alarms.burnFast", "10", "slo.availability", "99.5"))))
                .contains("  level: full # why\n", "  burnFast: 10\n", "  availability: 99.5\n").startsWith("# kept\n");
        assertThat(folder.resolve("shop.yaml")).hasContent(FILE);
    }

    @ParameterizedTest
    @CsvSource({"burnFast, 10", "alarms.burnFast, ''", "alarms.burnFast, '1, b: 2'", "alarms.a.b, 1", "alarms., 1"})
    void whatIsNoSettingIsRefused(String key, String value) {
        assertThatThrownBy(() -> changed.text("shop", Map.of(key, value))).isInstanceOf(ControlException.class)
                .hasMessage("'" + key + "=" + value + "' is no setting; allowed: SECTION.KEY=VALUE with a number or a "
                        + "word, such as alarms.burnFast=10");
    }
}
