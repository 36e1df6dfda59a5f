// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

import org.junit.jupiter.api.Test;

import io.highlands.architecture.ModuleArchitecture;

/** Shared by services and dashboards, so it may know neither. */
class ArchitectureTest extends ModuleArchitecture {

    @Test
    void theConstantsKnowTheJdkAndNothingElse() {
        knowsTheJdkAlone().check(module());
    }
}
