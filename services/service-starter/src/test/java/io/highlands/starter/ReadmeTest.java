// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.starter.testing.RunningService;
import io.highlands.starter.testing.StubUpstream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Service D, as the README has it.
 */
class ReadmeTest {

    private static final String TIME = "{\"key_time\":\"2024-07-07T02:44:59.984673361Z\"}";

    @TempDir
    private Path folder;

    @Test
    void serviceDOfTheReadmeCompilesInUnder40LinesAndAnswers() throws Exception {
        String source = block("java");
        assertThat((source + block("properties")).lines().count()).isLessThan(40);
        Path file = Files.writeString(folder.resolve("ServiceD.java"), source);
        Files.writeString(folder.resolve("application.properties"), block("properties"));
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-parameters", "-cp",
                System.getProperty("java.class.path"), "-d", folder.toString(), file.toString());
        assertThat(failed).isZero();

        answers();
    }

    private void answers() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[]{folder.toUri().toURL()}, before);
                StubUpstream c = StubUpstream.answering(TIME)) {
            Thread.currentThread().setContextClassLoader(loader);
            Class<?> application = loader.loadClass("io.highlands.service.d.ServiceD");
            try (RunningService service = RunningService.start(application, "SERVICE_C_URL=" + c.url())) {
                assertThat(service.get("/now").body()).isEqualTo(TIME);
                assertThat(service.get("/health").statusCode()).isEqualTo(200);
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static String block(String language) throws IOException {
        List<String> found = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../README.md"))).results().map(m -> m.group(1)).toList();
        assertThat(found).as("blocks of " + language).hasSize(1);
        return found.getFirst();
    }
}
