// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.logging;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When a service warns that its AOT cache is not used. What the JVM says in {@code java.vm.info} is as seen of Temurin
 * 25.0.3: {@code java -XX:AOTCache=app.aot -XshowSettings:properties}.
 */
class AotCacheWarningTest {

    @Test
    void aCacheThatTheJvmTookIsNoWarning() {
        assertThat(AotCacheWarning.unused("app.aot", "mixed mode, sharing")).isFalse();
    }

    @Test
    void aCacheThatTheJvmRefusedIsAWarning() {
        assertThat(AotCacheWarning.unused("app.aot", "mixed mode")).isTrue();
    }

    @Test
    void withoutACacheThereIsNothingToWarnOf() {
        assertThat(AotCacheWarning.unused(null, "mixed mode")).isFalse();
    }
}
