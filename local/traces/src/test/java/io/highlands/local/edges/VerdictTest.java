// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static io.highlands.local.edges.Sample.said;
import static org.assertj.core.api.Assertions.assertThat;

/** What is said of an edge. */
class VerdictTest {

    private static final ProxyFigures HEALTHY = new ProxyFigures(1200, 0, 0, 0, 12, 10.5, 40, 412);

    @Test
    void theSlowestRequestsAreSplitByTheirTraces() {
        Sample sample = new Sample().called("x", 412).served("x", 3, 0, 398).called("y", 412).served("y", 3, 0, 398);

        assertThat(said(sample.facts(HEALTHY, Sample.line("x", 200, 407), Sample.line("y", 200, 407))))
                .contains("Of the 2 slowest service-b→service-a requests, mean 412 ms: 398 ms is service-a's own time, "
                        + "9 ms is proxy and network, 5 ms is waiting in service-b, 0 ms is service-a waiting for its "
                        + "own calls.");
    }

    @Test
    void whatWasNotSampledIsUnknown() {
        Sample sample = new Sample().called("x", 412).served("x", 3, 0, 398).called("y", 412).served("y", 3, 0, 398);

        assertThat(said(sample.facts(HEALTHY, Sample.line("x", 200, 407), Sample.line("y", 200, 407),
                Sample.line("p", 200, 300), Sample.line("q", 200, 300), Sample.line("r", 200, 300))))
                .anyMatch(text -> text.startsWith("Of the 5 slowest service-b→service-a requests, the 2 with a whole "
                        + "trace, mean 412 ms: "))
                .contains("Unknown: 60 % of the 5 slowest requests were not sampled, or not traced at the time.");
    }

    @Test
    void withoutAnyTraceTheProxysMeansAreLeft() {
        assertThat(said(new Sample().facts(HEALTHY, Sample.line("x", 200, 407))))
                .containsExactly(
                        "By means of 1200 requests: service-b's proxy took 12 ms, and waited 11 ms for the first "
                                + "byte from service-a, network and service-a's own proxy included.",
                        "None of the 1200 requests failed.",
                        "Unknown: where the time of the slowest requests went inside service-a. None of them has a "
                                + "trace: they were not sampled, or tracing is off.");
    }

    @Test
    void aCalleeThatIsNotTracedIsSaidToBeMissing() {
        Sample sample = new Sample().called("x", 412);

        assertThat(said(sample.facts(HEALTHY, Sample.line("x", 200, 407))))
                .contains(
                        "Unknown: of 1 no span of service-a is known that is surely theirs, as when a request never reached it.");
    }

    @Test
    void retriesAreSaid() {
        Sample sample = new Sample().called("x", 412).served("x", 3, 0, 200).served("x", 4, 201, 200);

        assertThat(said(sample.facts(HEALTHY, Sample.line("x", 200, 407)))).contains(
                "1 of them reached service-a more than once (retries): the time of all attempts counts.");
    }

    @Test
    void retriesThatHidFailuresAreCountedFromMetrics() {
        assertThat(said(Sample.published(new ClientFigures(100, 4, 0, 0, 0, 10, 20),
                new TargetFigures(108, 12, 0, 8, 19))))
                .contains(
                        "service-a answered 12 attempts with 5xx, and service-b's client saw 4: retries by the mesh hid "
                                + "about 8.");
    }

    @Test
    void errorsOfTheProxyThatTheCalleeNeverSaw() {
        ProxyFigures log = new ProxyFigures(100, 3, 2, 0, 12, 10, 40, 50);

        assertThat(said(Sample.failing(log, Optional.of(List.of(Sample.arrived("c", 500, 5))),
                Sample.byProxy("a", 503, 3), Sample.byProxy("b", 503, 3), Sample.line("c", 500, 6))))
                .contains("2 of 3 failures were made by the proxy of service-b: service-a never saw them.",
                        "1 of 3 failures was service-a's own answer.");
    }

    @Test
    void aTimeoutReachedTheCallee() {
        ProxyFigures log = new ProxyFigures(100, 2, 2, 0, 12, 10, 40, 5000);

        assertThat(said(Sample.failing(log, Optional.of(List.of(Sample.byCalleeProxy("a", 0, 5000))),
                Sample.byProxy("a", 504, 5000), Sample.byProxy("b", 503, 3))))
                .contains(
                        "2 of 2 failures were made by the proxy of service-b: service-a never saw 1 of them; service-a "
                                + "was sent 1 of them and its answer did not come, or was not waited for.");
    }

    @Test
    void theCalleesOwnProxyCanHaveMadeTheError() {
        ProxyFigures log = new ProxyFigures(100, 1, 0, 0, 12, 10, 40, 50);

        assertThat(said(Sample.failing(log, Optional.of(List.of(Sample.byCalleeProxy("a", 503, 1))),
                Sample.line("a", 503, 3))))
                .contains("1 of 1 failures was made by the proxy of service-a: service-a never saw it.");
    }

    @Test
    void withoutTheCalleesLogItIsUnknownWhatReachedIt() {
        ProxyFigures log = new ProxyFigures(100, 2, 1, 0, 12, 10, 40, 50);

        assertThat(said(Sample.failing(log, Optional.empty(), Sample.byProxy("a", 503, 3), Sample.line("b", 500, 3))))
                .contains("1 of 2 failures was made by the proxy of service-b: whether service-a saw it is unknown.",
                        "Unknown: whether 1 of 2 failures were made by service-a or by its proxy, which logged nothing "
                                + "of them.");
    }

    @Test
    void whereFailuresAreManyTheNewestAreJudgedAndAllAreCounted() {
        ProxyFigures log = new ProxyFigures(1000, 700, 600, 0, 12, 10, 40, 50);

        assertThat(said(Sample.failing(log, Optional.of(List.of()), Sample.byProxy("a", 503, 3))))
                .contains("1 of the newest 1 failures was made by the proxy of service-b: service-a never saw it.",
                        "Of all 700 failures 600 had no answer from service-a's side.");
    }

    @Test
    void withoutAnAccessLogTheProxysErrorsAreTheCallersLessTheTargets() {
        assertThat(said(Sample.published(new ClientFigures(100, 5, 4, 0, 0, 30, 400),
                new TargetFigures(93, 2, 0, 12, 300))))
                .containsExactly(
                        "By means of 100 calls: service-b's client took 30 ms, and its proxy waited 12 ms for the "
                                + "first byte from service-a.",
                        "At least 7 of 9 failures were made by a proxy or by no answer: service-a made 2.");
    }

    @Test
    void withOneSideOnlyTheMakerIsUnknown() {
        assertThat(said(Sample.published(null, new TargetFigures(93, 2, 0, 12, 300)))).containsExactly(
                "Unknown: who made errors. There is no access log of service-b's proxy, and service-b published nothing "
                        + "of its calls.");
    }

    @Test
    void callsThatWereNotMadeAreSaid() {
        assertThat(said(Sample.published(new ClientFigures(100, 0, 0, 0, 40, 30, 400),
                new TargetFigures(100, 0, 0, 12, 300))))
                .contains("40 calls were not made at all: service-b's circuit was open or its bulkhead full.");
    }

    @Test
    void noTrafficIsNotUnknown() {
        assertThat(said(new Sample().facts(ProxyFigures.NONE)))
                .containsExactly("No request went from service-b to service-a in this window.");
        assertThat(said(Sample.published(null, null)))
                .containsExactly("Unknown: nobody told anything of service-b→service-a in this window.");
    }
}
