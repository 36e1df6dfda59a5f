// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.ServiceSpec;
import io.highlands.local.template.TemplateException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImagesTest {

    @TempDir
    Path folder;

    @Test
    void readsWhatTheBuildWrote() {
        new TestImages(folder).with("app", TestImages.HEALTHY);
        ServiceSpec service = new TestService("app").spec();
        Image image = new Images(folder).find(service.taskDefinition(), service.taskDefinition().container("app"));

        assertThat(image.entryPoint()).containsExactly("/app/launch");
        assertThat(image.environment()).containsEntry("FROM_IMAGE", "yes");
        assertThat(image.mapped("/app/launch")).isEqualTo(folder.resolve("app/target/image/app/launch").toString());
        assertThat(image.mapped("/application")).isEqualTo("/application");
    }

    @Test
    void refusesAnImageThatTheBuildHasNotMade() {
        new TestImages(folder).with("other", TestImages.HEALTHY);

        assertThatThrownBy(() -> new Images(folder).check(TestService.platform(new TestService("app"))))
                .isInstanceOf(TemplateException.class)
                .hasMessage("highlands-test-app/Task ContainerDefinitions[0].Image: 'local/app' maps to "
                        + folder.resolve("app/target/image") + ", which the build has not made; made are: other");
    }

    @Test
    void refusesAnImageOfAnotherRegistry() {
        ContainerSpec foreign = TestService.container("nginx", null, false, Map.of(), List.of(), null, List.of(),
                Duration.ofSeconds(5), List.of());
        new TestImages(folder).with("app", TestImages.HEALTHY);

        assertThatThrownBy(
                () -> new Images(folder).check(TestService.platform(new TestService("app").container(foreign))))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(
                        "highlands-test-app/Task ContainerDefinitions[1].Image: 'local/null' has no image");
    }

    @Test
    void aProcessTakesThePlaceOfAnImageOfAnotherRegistry() throws Exception {
        Path made = Files.createDirectories(folder.resolve("app/target/image"));
        Files.writeString(made.resolve("image.json"),
                "{\"process\": true, \"workingDirectory\": \"/srv\", \"command\": [\"node\", \"x.js\"]}");
        ServiceSpec service = new TestService("app").image(null).spec();

        Image image = new Images(folder).find(service.taskDefinition(), service.taskDefinition().container("app"));

        assertThat(image.isProcess()).isTrue();
        assertThat(image.command()).containsExactly("node", "x.js");
        assertThat(image.workingDirectory()).isEqualTo("/srv");
    }

    @Test
    void saysWhatIsBrokenInOneLine() throws Exception {
        new TestImages(folder).with("app", TestImages.HEALTHY);
        Files.writeString(folder.resolve("app/target/image/image.json"), "{\"entryPoint\": [");

        assertThatThrownBy(() -> new Images(folder).check(TestService.platform(new TestService("app"))))
                .isInstanceOf(TemplateException.class).hasMessageContaining("image.json cannot be read")
                .hasMessageNotContaining("\n");
    }
}
