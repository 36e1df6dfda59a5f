// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.yaml;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** YAML 1.2.2 has no limit of depth (section 5), and lets an alias stand within its anchor (section 3.2.2.2). */
class YamlDepthTest {

    private static final LoadSettings SETTINGS = LoadSettings.builder().build();

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void fiftyLevelsAreReadAndOneMoreIsRefused(String opening) {
        assertThatCode(() -> YamlDepth.check(SETTINGS, nested(opening, 50))).doesNotThrowAnyException();
        assertThatThrownBy(() -> YamlDepth.check(SETTINGS, nested(opening, 51)))
                .isInstanceOf(YamlEngineException.class).hasMessageContaining("it nests deeper than 50 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void aHundredThousandLevelsAreRefusedWithoutAnOverflow(String opening) {
        assertThatThrownBy(() -> YamlDepth.check(SETTINGS, opening.repeat(100_000)))
                .isInstanceOf(YamlEngineException.class).hasMessageContaining("it nests deeper than 50 levels");
    }

    @Test
    void whatIsClosedCountsNoLonger() {
        assertThatCode(() -> YamlDepth.check(SETTINGS, "[" + "[[]], ".repeat(1_000) + "[]]"))
                .doesNotThrowAnyException();
    }

    @Test
    void anAliasWithinItsAnchorIsRefused() {
        assertThatThrownBy(() -> YamlDepth.check(SETTINGS, "a: &x [*x]")).isInstanceOf(YamlEngineException.class)
                .hasMessageContaining("*x is within what it stands for");
    }

    @Test
    void anAliasBesideItsAnchorIsNot() {
        assertThatCode(() -> YamlDepth.check(SETTINGS, "a: &x [1]\nb: *x")).doesNotThrowAnyException();
    }

    private static String nested(String opening, int levels) {
        String closing = switch (opening) {
            case "[" -> "]";
            case "{a: " -> "}";
            default -> "";
        };
        return opening.repeat(levels) + "x" + closing.repeat(levels);
    }
}
