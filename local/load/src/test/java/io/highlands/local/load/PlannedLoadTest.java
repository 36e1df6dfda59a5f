// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The load that keeps dashboards alive. */
class PlannedLoadTest {

    private static final List<String> PATHS = List.of("/?name=Ben%20Nevis", "/time", "/pets/7?full=true");

    private final List<String> asked = new CopyOnWriteArrayList<>();

    private final CountDownLatch released = new CountDownLatch(1);

    private HttpServer server;

    private volatile int status = 200;

    private volatile boolean frozen;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            try {
                if (frozen) {
                    released.await();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            byte[] body = (status == 200 ? "" : "not now").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
    }

    @Test
    void eachPublicPathIsAskedInTurnByItsExample() {
        try (PlannedLoad load = start(100, answer -> {})) {
            await(() -> load.counts().good() >= 20);
        }
        PATHS.forEach(path -> assertThat(asked.stream().filter(path::equals).count()).as(path)
                .isBetween(asked.size() / 3L - 2, asked.size() / 3L + 2));
    }

    @Test
    void aPathThatIsDeclaredLaterIsAskedToo() {
        try (BackgroundLoad load = new BackgroundLoad(base())) {
            load.set(100);
            assertThat(load.perSecond()).as("without a path").isZero();

            load.paths(List.of("/time"));
            await(() -> load.counts().good() >= 2);
            load.paths(List.of("/time", "/pets/7?full=true"));
            await(() -> asked.contains("/pets/7?full=true"));

            assertThat(load.perSecond()).isEqualTo(100);
            assertThat(load.paths()).containsExactly("/time", "/pets/7?full=true");
        }
    }

    @Test
    void theRateIsTheOneAskedFor() {
        long began = System.nanoTime();
        try (PlannedLoad load = start(50, answer -> {})) {
            await(() -> load.counts().sent() >= 50);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(900));
        }
    }

    @Test
    void aPlatformThatNoLongerAnswersMeetsABoundedNumberOfRequests() {
        frozen = true;
        try (PlannedLoad load = start(0.5 * PlannedLoad.HIGHEST_RATE, answer -> {})) {
            await(() -> load.counts().skipped() > 0);
            assertThat(load.counts().sent()).isEqualTo(2_000);
        }
    }

    @Test
    void whatFailedIsCountedAndTold() {
        status = 502;
        LoadReport report = new LoadReport();
        try (PlannedLoad load = start(100, report)) {
            await(() -> load.counts().failed() >= 4);
            assertThat(load.counts().good()).isZero();
        }
        assertThat(report.text()).contains("GET /time", "(502: ", "p95 ");
    }

    @Test
    void aPlatformThatIsGoneIsAFailureWithoutAStatus() {
        server.stop(0);
        LoadReport report = new LoadReport();
        try (PlannedLoad load = start(100, report)) {
            await(() -> load.counts().failed() >= 2);
        }
        assertThat(report.text()).contains("(none: ");
    }

    @Test
    void theBodyOfAResponseOtherThan200IsKept() {
        status = 503;

        Answer answer = PlannedLoad.once(base().resolve("/time?a=b"), Duration.ofSeconds(10));

        assertThat(answer.path()).isEqualTo("/time");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.detail()).isEqualTo("not now");
    }

    @Test
    void aLoadThatIsFinishedHasAnAnswerToEachRequest() throws InterruptedException {
        frozen = true;
        List<Answer> answers = new CopyOnWriteArrayList<>();
        try (PlannedLoad load = start(100, answers::add)) {
            await(() -> load.counts().sent() >= 5);
            released.countDown();
            load.finish();

            assertThat(answers).hasSize((int) load.counts().sent()).allMatch(Answer::good);
        }
    }

    private PlannedLoad start(double perSecond, Consumer<Answer> listener) {
        return PlannedLoad.start(LoadPlan.ofUsers(base(), PATHS, perSecond), listener);
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("never happened").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
