// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import io.highlands.local.span.TraceId;

import static org.assertj.core.api.Assertions.assertThat;

/** Which entry of an access log belongs to which span; b calls a. */
class AccessLogJoinTest {

    private static final TraceId TRACE = new TraceId(1, 1);

    private static final double HOUR = 3_600_000;

    private final List<CallSpan> spans = new ArrayList<>(List.of(received(TRACE, 1, 0, "b", 0, 200)));

    private static CallSpan received(TraceId trace, long id, long parent, String service, double at, double took) {
        return new CallSpan(trace, id, parent, service, true, nanos(at), nanos(took), "", "r", 200, false);
    }

    private CallSpan call(long id, long parent, double at, double took) {
        CallSpan span = new CallSpan(TRACE, id, parent, "b", false, nanos(at), nanos(took), "a", "", 200, false);
        spans.add(span);
        return span;
    }

    private CallSpan served(long id, long parent, double at, double took) {
        CallSpan span = received(TRACE, id, parent, "a", at, took);
        spans.add(span);
        return span;
    }

    private static AccessLogEntry out(double at, double took) {
        return entry("b", true, at, took);
    }

    private static AccessLogEntry in(double at, double took) {
        return entry("a", false, at, took);
    }

    private static AccessLogEntry entry(String service, boolean outgoing, double at, double took) {
        return new AccessLogEntry(service, outgoing, "r", "a:8080", "GET", "/", 200, nanos(at), nanos(took),
                OptionalDouble.of(took), Map.of());
    }

    private static long nanos(double millis) {
        return Math.round(millis * 1e6);
    }

    private AccessLogJoin join(AccessLogEntry... entries) {
        return new AccessLogJoin(spans, List.of(entries));
    }

    @Test
    void callsOneAfterTheOtherHaveTheNearestEntries() {
        CallSpan first = call(2, 1, 3.2, 10);
        CallSpan second = call(3, 1, 20.2, 10);
        AccessLogEntry early = out(4, 8);
        AccessLogEntry late = out(21, 8);

        assertThat(join(late, early).caller(early)).contains(first);
        assertThat(join(late, early).caller(late)).contains(second);
    }

    @Test
    void callsThatBeginInTheSameMillisecondAreNotJoined() {
        call(2, 1, 3.2, 10);
        call(3, 1, 3.7, 10);
        AccessLogEntry one = out(4, 8);
        AccessLogEntry other = out(4, 9);

        AccessLogJoin join = join(one, other);

        assertThat(join.caller(one)).isEmpty();
        assertThat(join.caller(other)).isEmpty();
        assertThat(join.roots(one, "a")).isEmpty();
        assertThat(join.trace(one)).contains(TRACE);
    }

    @Test
    void ofClientSpansWithinEachOtherTheInnermostMadeTheRequest() {
        call(2, 1, 3, 30);
        CallSpan inner = call(3, 2, 3.1, 29);
        AccessLogEntry entry = out(4, 28);

        assertThat(join(entry).caller(entry)).contains(inner);
    }

    @Test
    void aRootOnAHostWithAnotherClockIsFoundByItsParent() {
        call(2, 1, 3, 30);
        CallSpan root = served(4, 2, HOUR, 20);
        AccessLogEntry entry = out(4, 28);

        assertThat(join(entry).roots(entry, "a")).contains(List.of(root));
    }

    @Test
    void anEntryOnAHostWithAnotherClockIsFoundThroughTheRootBesideIt() {
        call(2, 1, 3, 30);
        served(4, 2, HOUR + 1, 20);
        AccessLogEntry sent = out(4, 28);
        AccessLogEntry came = in(HOUR, 22);

        AccessLogJoin join = join(sent, came);

        assertThat(join.calling(came)).contains(sent);
        assertThat(join.attempts(sent)).contains(List.of(came));
    }

    @Test
    void retriesAreAttemptsOfOneRequest() {
        call(2, 1, 3, 60);
        served(4, 2, 6, 10);
        served(5, 2, 40, 10);
        AccessLogEntry sent = out(4, 58);
        AccessLogEntry first = in(5, 12);
        AccessLogEntry second = in(39, 12);

        AccessLogJoin join = join(sent, first, second);

        assertThat(join.attempts(sent)).contains(List.of(first, second));
        assertThat(join.roots(sent, "a").orElseThrow()).extracting(CallSpan::id).containsExactly(4L, 5L);
    }

    @Test
    void anAttemptOfOneCallIsNotThatOfAnotherInTheSameRequest() {
        AccessLogEntry well = out(4, 10);
        AccessLogEntry refused = out(100, 2);
        AccessLogEntry came = in(5, 8);

        AccessLogJoin join = join(well, refused, came);

        assertThat(join.attempts(well)).contains(List.of(came));
        assertThat(join.attempts(refused)).contains(List.of());
    }

    @Test
    void anAttemptThatCouldBeOfEitherCallLeavesBothUnknown() {
        AccessLogEntry one = out(4, 10);
        AccessLogEntry other = out(5, 10);
        AccessLogEntry came = in(6, 8);

        AccessLogJoin join = join(one, other, came);

        assertThat(join.attempts(one)).isEmpty();
        assertThat(join.attempts(other)).isEmpty();
    }

    @Test
    void aRequestIdInTwoTracesOfTheServiceJoinsNothing() {
        call(2, 1, 3, 30);
        spans.add(received(new TraceId(9, 9), 1, 0, "b", 0, 200));
        AccessLogEntry entry = out(4, 28);

        assertThat(join(entry).trace(entry)).isEmpty();
        assertThat(join(entry).caller(entry)).isEmpty();
    }

    @Test
    void withoutTheCallersSpansTheRootsOfTheRequestAreItsOwn() {
        spans.clear();
        CallSpan root = served(4, 2, 6, 10);
        AccessLogEntry entry = out(4, 28);

        assertThat(join(entry).roots(entry, "a")).contains(List.of(root));

        served(5, 3, 30, 10);
        assertThat(join(entry).roots(entry, "a")).isEmpty();
    }
}
