// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.control.ControlException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a new service writes, and what is refused before anything is written. */
class NewServiceTest {

    private static final Instant EARLIER = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    private Path folder;

    private SampleCheckout sample;

    @BeforeEach
    void aCheckout() throws IOException {
        sample = SampleCheckout.in(folder);
    }

    @Test
    void theModuleIsInBothPomsThatNameEachService() throws IOException {
        sample.add("service-d", "service-c");

        assertThat(folder.resolve("services/pom.xml")).content()
                .contains("    <module>service-c</module>\n    <module>service-d</module>\n");
        assertThat(folder.resolve("services/every-service/pom.xml")).content().endsWith("""
                    <dependency>
                      <groupId>io.highlands</groupId>
                      <artifactId>service-d</artifactId>
                      <version>${project.version}</version>
                      <type>pom</type>
                      <exclusions>
                        <exclusion>
                          <groupId>*</groupId>
                          <artifactId>*</artifactId>
                        </exclusion>
                      </exclusions>
                    </dependency>
                  </dependencies>
                </project>
                """).contains("<artifactId>service-c</artifactId>");
    }

    /** The script highlands builds what is newer than its last build: the new module, and not each service again. */
    @Test
    void thePomsKeepTheirTimeAndServicesYamlDoesNot() throws IOException {
        List<Path> poms = List.of(folder.resolve("services/pom.xml"), folder.resolve("services/every-service/pom.xml"));
        for (Path file : List.of(poms.getFirst(), poms.getLast(), sample.declaration())) {
            Files.setLastModifiedTime(file, FileTime.from(EARLIER));
        }
        sample.add("service-d");

        assertThat(poms).allSatisfy(
                pom -> assertThat(Files.getLastModifiedTime(pom).toInstant()).isEqualTo(EARLIER));
        assertThat(Files.getLastModifiedTime(sample.declaration()).toInstant()).isAfter(EARLIER);
    }

    @Test
    void theFilesAreThoseOfTheOtherServices() throws IOException {
        NewService.Added added = sample.add("service-d", "service-c");

        String main = "services/service-d/src/main/java/io/highlands/service/d/";
        String test = "services/service-d/src/test/java/io/highlands/service/d/";
        assertThat(sample.files()).containsKeys("services/service-d/pom.xml", "services/service-d/README.md",
                "services/service-d/src/image/training.txt",
                "services/service-d/src/main/resources/application.properties", main + "ServiceD.java",
                main + "ServiceC.java", main + "RouteController.java", main + "Reply.java",
                test + "ArchitectureTest.java", test + "RoutesTest.java");
        assertThat(sample.files().keySet().stream().filter(file -> file.startsWith("services/service-d/")))
                .hasSize(added.files());
        assertThat(added.calls()).containsExactly("service-c /time");
    }

    @Test
    void theClientsTimeoutIsOneSecondLongerThanTheMeshs() throws IOException {
        sample.add("service-d", "service-c");

        assertThat(folder.resolve("services/service-d/src/main/resources/application.properties")).content()
                .endsWith("highlands.upstreams.service-c.url=http://service-c:8081\n"
                        + "highlands.upstreams.service-c.timeout=6s\n");
    }

    /** platform-infra's Deadlines: the wait of a client, its upstream's timeout and 1 s, is shorter than its own timeout. */
    @ParameterizedTest
    @CsvSource({"service-c,7", "service-a,12", "service-b,17"})
    void theTimeoutIsLongerThanTheWaitForWhatItCalls(String callee, long seconds) throws IOException {
        sample.declare(SampleCheckout.SERVICES + "    routes: [/time]\n");

        assertThat(sample.add("service-d", callee).timeout()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void anEnvironmentMayHaveALongerTimeout() throws IOException {
        Files.writeString(folder.resolve("platform-infra/environments/prod.yaml"),
                "services:\n  service-c:\n    deadline: 20s\n");

        assertThat(sample.add("service-d", "service-c").timeout()).isEqualTo(Duration.ofSeconds(22));
    }

    @Test
    void whatIsAskedForIsTaken() throws IOException {
        NewService.Added added = sample.add(
                ServiceRequest.of("weather", List.of("service-c"), "/api/weather", 9000, "30s"));

        assertThat(added.port()).isEqualTo(9000);
        assertThat(added.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(folder.resolve("services/weather/src/main/java/io/highlands/service/weather/RouteController.java"))
                .content().contains("@GetMapping(\"/api/weather\")\n    Reply weather() {");
    }

    /** Spring Framework 7, PathPattern: {@code {id}} is one segment, {@code {*rest}} the rest of the path. */
    @ParameterizedTest
    @CsvSource({"/pets/{id},/pets/1", "/files/{*rest},/files/1", "/{kind}/{id}/toys,/1/1/toys"})
    void aPathWithVariablesIsRequestedByItsExample(String path, String example) throws IOException {
        sample.add(request("service-d", path, null, null));

        assertThat(sample.declaration()).content().contains("      " + path + ": { example: " + example + " }\n");
        String module = "services/service-d/";
        assertThat(sample.files().get(module + "src/main/java/io/highlands/service/d/RouteController.java"))
                .contains("@GetMapping(\"" + path + "\")");
        assertThat(sample.files().get(module + "src/test/java/io/highlands/service/d/RoutesTest.java"))
                .contains("service.get(\"" + example + "\")");
        assertThat(sample.files().get(module + "src/image/training.txt")).contains("get " + example + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pets/{id:[0-9]+}", "/pets/{id}/{id}", "/{a}/{b}/{c}/{d}/{e}/{f}", "/pets/{*rest}/x",
            "/pets/x{id}", "/pets*"})
    void aPathThatTheDeclarationRefusesIsRefused(String path) {
        assertThatThrownBy(() -> request("service-d", path, null, null)).isInstanceOf(ControlException.class)
                .hasMessageStartingWith("--public " + path + ": allowed: a path such as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Service-d", "d", "-d", "service-", "service_d", "a23456789012345678901234567890123", ""})
    void aNameThatNoServiceCanHaveIsRefused(String name) {
        assertRefused(name, "'" + name + "' is no name of a service; allowed: [a-z][a-z0-9-]{0,30}[a-z0-9]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"observability", "mesh"})
    void aNameOfAStackOrADashboardIsRefused(String name) {
        assertRefused(name, "'" + name
                + "' is the name of a stack or a dashboard of each environment; allowed: another name");
    }

    @Test
    void aDeclaredNameIsRefused() {
        assertRefused("service-c", "'service-c' is declared already; allowed: a new name");
    }

    @Test
    void aFolderThatExistsIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("services/image"));

        assertRefused("image", folder.resolve("services/image") + " exists already; allowed: a name without a folder");
    }

    @Test
    void theNameOfAnotherModuleIsRefused() throws IOException {
        assertRefused("every-service",
                "'every-service' is the name of the module in services/every-service; allowed: a name without a module");
    }

    @Test
    void calleesAreDeclaredOthersAndOnce() {
        assertCallsRefused("--calls service-x: unknown service; allowed: service-a, service-c, service-b", "service-x");
        assertCallsRefused("--calls service-d: found itself; allowed: another service", "service-d");
        assertCallsRefused("--calls service-c: found a second time; allowed: once", "service-c", "service-c");
    }

    @Test
    void aCalleeWithoutAPathThatCanBeRequestedIsRefused() throws IOException {
        sample.declare(SampleCheckout.SERVICES.replace("routes: [/time]", "routes: ['/time/*', '/time/{zone}']"));

        assertCallsRefused(
                "--calls service-c: service-c declares no path to call; allowed: a service with one in 'routes' "
                        + "or 'public'",
                "service-c");
    }

    @Test
    void twoServicesWhoseClassesHaveOneNameAreRefused() throws IOException {
        sample.declare(SampleCheckout.SERVICES + "  weather:\n    port: 1\n    timeout: 1s\n    routes: [/w]\n");

        assertThatThrownBy(() -> sample.add("weather-service", "weather")).hasMessage(
                "--calls weather: its class would be WeatherService, as another service's; allowed: another name");
    }

    @ParameterizedTest
    @CsvSource({"/time,/time to service-a", "/,/ to service-b", "/pets/7,/pets/* to pets",
            "/pets/{id},/pets/* to pets", "/toys/{name},/toys/{id} to pets", "/toys/7,/toys/{id} to pets"})
    void aPathThatTheLoadBalancerForwardsToAnotherIsRefused(String path, String taken) throws IOException {
        sample.declare(
                SampleCheckout.SERVICES
                        + "  pets:\n    port: 1\n    timeout: 1s\n    public:\n      /pets/*: { example: /pets/7 }\n"
                        + "      /toys/{id}: { example: /toys/7 }\n");

        assertRefused(request("service-d", path, null, null),
                "--public " + path + ": the load balancer forwards " + taken + "; allowed: another path");
    }

    @Test
    void wordsThatAreNoPathPortOrTimeoutAreRefused() {
        assertThatThrownBy(() -> request("service-d", "weather", null, null)).hasMessage(
                "--public weather: allowed: a path such as /weather, /pets/{id} or /files/{*rest}, of letters, digits, "
                        + "_ . ~ - and /, with at most 5 variables, two before one such as {*rest}, each once; not /health, which each service has");
        assertThatThrownBy(() -> request("service-d", "/health", null, null))
                .hasMessageStartingWith("--public /health");
        assertThatThrownBy(() -> request("service-d", null, 65_536, null))
                .hasMessage("--port 65536: allowed: 1 to 65535");
        assertThatThrownBy(() -> request("service-d", null, null, "61s"))
                .hasMessage("--timeout 61s: allowed: 1s to 60s");
        assertThatThrownBy(() -> request("service-d", null, null, "soon"))
                .hasMessage("--timeout soon: allowed: 1s to 60s");
    }

    @Test
    void aTakenPortIsRefusedWithItsOwner() {
        assertRefused(request("service-d", null, 8081, null),
                "--port 8081: service-c has it; allowed: a port that no service has");
    }

    @Test
    void aTimeoutThatIsNotLongerThanTheWaitForACalleeIsRefused() {
        assertRefused(ServiceRequest.of("service-d", List.of("service-c", "service-a"), null, null, "11s"),
                "--timeout 11s: service-a has 10 s, and its caller waits 1 s longer; allowed: 12s to 60s");
    }

    @Test
    void aCalleeWithoutRoomForALongerTimeoutIsRefused() throws IOException {
        sample.declare(SampleCheckout.SERVICES.replace("timeout: 5s", "timeout: 1m"));

        assertCallsRefused("--calls service-c: service-c has 60 s, and its caller waits 1 s longer; allowed: calls of "
                + "services with a timeout that leaves the caller one of at most 60s", "service-c");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "port: 8081|port: many|14: services.service-c.port: found 'many'; allowed: 1 to 65535",
            "timeout: 5s|timeout: 5|15: services.service-c.timeout: found '5'; allowed: a duration such as 10s",
            "timeout: 5s|limit: 5s|13: services.service-c: found no timeout; allowed: one"})
    void whatCannotBeReadIsRefusedWithItsLine(String written, String instead, String message) throws IOException {
        sample.declare(SampleCheckout.SERVICES.replace(written, instead));

        assertRefused("service-d", sample.declaration() + ":" + message);
    }

    @Test
    void whatIsNoYamlIsRefusedWithItsLine() throws IOException {
        sample.declare("services:\n  service-c: {\n");

        assertThatThrownBy(() -> sample.add("service-d")).isInstanceOf(ControlException.class)
                .hasMessageMatching(".*services\\.yaml:\\d: not YAML: .*");
        sample.declare("");
        assertRefused("service-d",
                sample.declaration() + ": services: found no services; allowed: a mapping of them");
        Files.delete(sample.declaration());
        assertThatThrownBy(() -> sample.add("service-d"))
                .hasMessage(sample.declaration() + " cannot be read: there is no such file or folder");
    }

    /** The folder is in the way of the file that is to become services.yaml, the last that is written. */
    @Test
    void whenAFileCannotBeWrittenAllIsAsBefore() throws IOException {
        Files.setLastModifiedTime(folder.resolve("services/pom.xml"), FileTime.from(EARLIER));
        Files.createDirectories(folder.resolve("platform-infra/.services.yaml.next/in-the-way"));

        assertRefused("service-d", sample.declaration() + " cannot be written: the folder is not empty");
        assertThat(Files.getLastModifiedTime(folder.resolve("services/pom.xml")).toInstant()).isEqualTo(EARLIER);
    }

    private static ServiceRequest request(String name, String path, Integer port, String timeout) {
        return ServiceRequest.of(name, List.of(), path, port, timeout);
    }

    private void assertCallsRefused(String message, String... callees) {
        assertNothingWritten(message, () -> sample.add("service-d", callees));
    }

    private void assertRefused(String name, String message) {
        assertNothingWritten(message, () -> sample.add(name));
    }

    private void assertRefused(ServiceRequest request, String message) {
        assertNothingWritten(message, () -> sample.add(request));
    }

    private void assertNothingWritten(String message, ThrowingCallable adding) {
        try {
            Map<String, String> before = sample.files();
            assertThatThrownBy(adding).isInstanceOf(ControlException.class).hasMessage(message);
            assertThat(sample.files()).isEqualTo(before);
            assertThat(folder.resolve("services/service-d")).doesNotExist();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
