// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.RefreshSpec;
import io.highlands.local.template.Source;

import static org.assertj.core.api.Assertions.assertThat;

class EndpointStateTest {

    @TempDir
    Path folder;

    @Test
    void outlivesTheRun() {
        EndpointState first = new EndpointState(folder, "local");
        first.endpoints(Set.of("service-a"));
        first.refreshed(refresh("service-b", "service-c"));
        EndpointState second = new EndpointState(folder, "local");

        assertThat(second.exists("service-a")).isTrue();
        assertThat(second.isRefreshed(refresh("service-c", "service-b"))).isTrue();
        assertThat(second.isRefreshed(refresh("service-b"))).isFalse();
    }

    @Test
    void keepsEnvironmentsApart() {
        new EndpointState(folder, "local").endpoints(Set.of("service-a"));

        assertThat(new EndpointState(folder, "dev").exists("service-a")).isFalse();
    }

    @Test
    void knowsNothingAfterADamagedFile() throws Exception {
        Files.writeString(folder.resolve("ecs-local.json"), "{\"endpoints\":[\"service-a\"");

        assertThat(new EndpointState(folder, "local").exists("service-a")).isFalse();
    }

    private static RefreshSpec refresh(String... endpoints) {
        return new RefreshSpec(new Source("highlands-local-refresh", "Refresh"), "service-a", "highlands-local",
                Set.of(endpoints));
    }
}
