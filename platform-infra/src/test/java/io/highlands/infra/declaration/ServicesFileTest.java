// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.declaration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.infra.support.ServicesText;
import io.highlands.infra.topology.Call;
import io.highlands.infra.topology.InvalidInput;
import io.highlands.infra.topology.PublicPath;
import io.highlands.infra.topology.ServiceSpec;
import io.highlands.infra.topology.TaskSize;
import io.highlands.infra.topology.Upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a declaration of services says, and what is said of one that is wrong. */
class ServicesFileTest {

    /** Service two is called within 8 s, less than it may take, because service one has to respond in 10 s. */
    private static final ServicesText TWO = new ServicesText("""
            services:
              one:
                port: 8080
                timeout: 10s
                size: { cpu: 512, memory: 3072 }
                calls:
                  two: { timeout: 8s }
                public:
                  /time:
                    calls: { two: { } }
                  /:
                routes: [/route, /other]
              two:
                port: 8081
                timeout: 15s
                calls:
                  one:
                routes: [/two]
            """);

    @Test
    void everyKeyIsRead() {
        assertThat(TWO.load().services()).containsExactly(
                new ServiceSpec("one", 3000, 8080, Duration.ofSeconds(10),
                        List.of(Upstream.within(Duration.ofSeconds(8), "two")),
                        List.of(PublicPath.of("/time", Call.to("two")), PublicPath.of("/")),
                        List.of("/route", "/other"), new TaskSize(512, 3072)),
                new ServiceSpec("two", 3000, 8081, Duration.ofSeconds(15), List.of(Upstream.of("one")), List.of(),
                        List.of("/two"), new TaskSize(1024, 2048)));
    }

    @Test
    void exampleIsTheOneDeclaredOrThePathItself() {
        var paths = TWO.with("      /:\n", "      /pets/{id}: { example: '/pets/7?full=true' }\n").load().get("one")
                .publicPaths();

        assertThat(paths).extracting(PublicPath::example).containsExactly("/time", "/pets/7?full=true");
    }

    @Test
    void servicesThatCallEachOtherAreAllowedAndTheFirstIsRefreshed() {
        assertThat(TWO.load().backEdges()).containsOnlyKeys("one");
    }

    @Test
    void callsBehindAPathAreReadAsDeepAsTheyGo() {
        var nested = TWO.with("{ two: { } }", "{ two: { one: } }").with("timeout: 10s", "timeout: 6s").with(
                "timeout: 8s", "timeout: 5s").with("      one:", "      one: { timeout: 4s }");

        assertThat(nested.load().get("one").publicPaths().getFirst())
                .isEqualTo(PublicPath.of("/time", Call.to("two", Call.to("one"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            port: 8081          | port: 8080      | 14:5: services.two.port: found 8080; allowed: one that one does not have
            port: 8081          | port: 99999     | 14:5: services.two.port: found 99999; allowed: a whole number from 1 to 65535
            port: 8081          | x: 1            | 13:3: services.two.port: found nothing; allowed: a port from 1 to 65535
            port: 8081          | prot: 8081      | 13:3: services.two.port: found nothing
            routes:             | rotes:          | 12:5: services.one.rotes: found an unknown key; allowed: calls,
            timeout: 8s         | timout: 8s      | 7:14: services.one.calls.two.timout: found an unknown key; allowed: timeout
            timeout: 8s         | timeout: 8      | 7:14: services.one.calls.two.timeout: found 8; allowed: a duration from 1s to 60s
            two: { timeout: 8s }| three: {}       | 7:7: services.one.calls.three: found three; allowed: one, two
            two: { timeout: 8s }| one: {}         | 7:7: services.one.calls.one: found itself; allowed: another service
            timeout: 8s         | timeout: 10s    | 7:14: services.one.calls.two.timeout: found 10s; allowed: deadlines that shrink inwards (on path /time one waits 10 s for two, and has to answer in 10 s)
            { timeout: 8s }     | {}              | 15:5: services.two.timeout: found 15s; allowed: deadlines that shrink inwards (on path /time one waits 16 s for two
            two: { }            | two: { one: {} }| 4:5: services.one.timeout: found 10s; allowed: deadlines that shrink inwards (on path /time two waits 11 s for one, and has to answer in 8 s)
            two: { }            | three: { }      | 10:18: services.one.public./time.calls.three: found three; allowed: one of its upstreams
            two: { }            | two: { two: {} }| 10:25: services.one.public./time.calls.two.two: found two; allowed: one of its upstreams
            /time:              | time:           | 9:7: services.one.public.time: found time; allowed: a path such as /pets, /pets/{id}
            /other              | /route          | 12:14: services.one.routes./route: found /route; allowed: once
            [/route, /other]    | /route          | 12:5: services.one.routes: found /route; allowed: a list of a path
            /other              | /ot?her         | 12:22: services.one.routes./ot?her: found /ot?her; allowed: a path such as
            /other              | `"/ot/{a:b}"`   | 12:22: services.one.routes./ot/{a:b}: found /ot/{a:b}; allowed: a variable without a regular expression
            /time:              | /time/{z:[0-9]+}: | 9:7: services.one.public./time/{z:[0-9]+}: found /time/{z:[0-9]+}; allowed: a variable without a regular expression
            `/:\n    routes`   | `/{a}/{a}:\n    routes` | 11:7: services.one.public./{a}/{a}: found /{a}/{a}; allowed: each variable once
            `/:\n    routes`   | `/a/{b}:\n    routes` | 11:7: services.one.public./a/{b}.example: found nothing; allowed: a path that /a/{b} matches, such as /a/7: the load calls it
            `/:\n    routes`   | `/a*:\n    routes` | 11:7: services.one.public./a*.example: found nothing; allowed: a path that /a* matches, such as /a
            `/:\n    routes`   | `/a/{b}: { example: /a/7/c }\n    routes` | 11:17: services.one.public./a/{b}.example: found /a/7/c; allowed: a path that /a/{b} matches, such as /a/7
            `/:\n    routes`   | `/a/{b}: { example: /c?d=/a/7 }\n    routes` | 11:17: services.one.public./a/{b}.example: found /c?d=/a/7; allowed: a path that /a/{b} matches
            `/:\n    routes`   | `/a/{b}: { example: a/7 }\n    routes` | 11:17: services.one.public./a/{b}.example: found a/7; allowed: a path and its query, such as /a/7?full=true
            `/:\n    routes`   | `/{b}: { example: /time }\n    routes` | 11:15: services.one.public./{b}.example: found /time; allowed: a path that /time of one does not match
            `/:\n    routes`   | `/{b}: { example: /route }\n    routes` | 11:15: services.one.public./{b}.example: found /route; allowed: a path that /route of one does not match
            `/:\n    routes`   | `/: { exemple: / }\n    routes` | 11:12: services.one.public./.exemple: found an unknown key; allowed: calls, example
            memory: 3072        | memory: 3000    | 5:23: services.one.size.memory: found cpu 512 with memory 3000; allowed: memory of 1024, 2048
            memory: 3072        | memory: 1024    | 5:23: services.one.size.memory: found cpu 512 with memory 1024; allowed: a task that leaves
            memory: 3072        | mem: 3072       | 5:23: services.one.size.mem: found an unknown key; allowed: cpu, memory
            timeout: 15s        | timeout: 2m     | 15:5: services.two.timeout: found 2m; allowed: a duration from 1s to 60s
            timeout: 15s        | size: {}        | 13:3: services.two.timeout: found nothing; allowed: a duration
            routes: [/two]      | routes: []      | 18:5: services.two.routes: found nothing; allowed: at least one path here or in public
            `\n    routes: [/two]` | ``          | 13:3: services.two.routes: found nothing; allowed: at least one path here or in public
            `  two:\n    port`  | `  one:\n    port` | 13:3: services.one: found a second time; allowed: once
            `  two:\n    port`  | `  base:\n    port` | 13:3: services.base: found base; allowed: none of base, datadog, game-days
            `  two:\n    port`  | `  Two:\n    port` | 13:3: services.Two: found Two; allowed: [a-z]
            routes:             | `environment: { TWO_URL: http://two }\n    routes:` | 12:20: services.one.environment.TWO_URL: found TWO_URL; allowed: another name: the platform sets it because the service calls two
            routes:             | `environment: { HIGHLANDS_ENV: dev }\n    routes:` | 12:20: services.one.environment.HIGHLANDS_ENV: found HIGHLANDS_ENV; allowed: no name that begins with HIGHLANDS_
            routes:             | `environment: { A: b }\n    secrets: { A: { secret: c } }\n    routes:` | 13:16: services.one.secrets.A: found A; allowed: once
            routes:             | `secrets: { A: { key: b } }\n    routes:` | 12:16: services.one.secrets.A: found neither secret nor parameter; allowed: one of them
            routes:             | `statements: [{ actions: ["*"], resources: ["*"] }]\n    routes:` | 12:30: services.one.statements.actions: found *; allowed: an action of IAM
            services:           | service:        | 1:1: service: found an unknown key; allowed: services
            """)
    void whatIsWrongIsOneLineWithFileLineAndColumn(String old, String other, String message) {
        var wrong = TWO.with(old.replace("\\n", "\n"), other.replace("\\n", "\n"));

        assertThatThrownBy(wrong::load).isInstanceOf(InvalidInput.class).message()
                .contains("services.yaml:" + message).doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"services: {}", "services:"})
    void atLeastOneServiceIsDeclared(String text) {
        assertThatThrownBy(new ServicesText(text)::load).isInstanceOf(InvalidInput.class).message()
                .contains("services.yaml:1:1: services: found nothing; allowed: ");
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(new ServicesFile(Path.of("nowhere/services.yaml"))::read)
                .hasMessage("services: found no file nowhere/services.yaml; allowed: a readable file");
    }

    /** YAML 1.2.2, section 7.1: an alias node is a second place of the same node, also within itself. */
    @Test
    void callsWithoutEndAreRefused() {
        var endless = TWO.with("calls: { two: { } }", "calls: &loop { two: *loop }");

        assertThatThrownBy(endless::load).isInstanceOf(InvalidInput.class).message()
                .contains("more than 10 calls within each other; allowed: 10 at most");
    }
}
