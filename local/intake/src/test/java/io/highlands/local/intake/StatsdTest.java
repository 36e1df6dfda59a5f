// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.error.PortTakenException;
import io.highlands.local.intake.statsd.StatsdSample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** DogStatsD, datagram by datagram. */
class StatsdTest {

    private final IntakeKit kit = new IntakeKit(Clock.systemUTC());

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void aGaugeOfAJvmHasItsTags() throws IOException {
        send("jvm.heap_memory:1.5e8|g|#service:service-a,env:local,jmx\n");
        awaitSamples(1);
        assertThat(kit.samples).containsExactly(new StatsdSample("jvm.heap_memory", 1.5e8, StatsdSample.Type.GAUGE, 1,
                Map.of("service", "service-a", "env", "local", "jmx", "")));
    }

    @Test
    void aDatagramHasManyLinesAndALineManyValues() throws IOException {
        send("a:1:2:3|d|@0.5\nb:4|c|c:container|T1656581400\n\nc:5|ms\ne:6|h");
        awaitSamples(6);
        assertThat(kit.samples).extracting(StatsdSample::value).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
        assertThat(kit.samples.getFirst().rate()).isEqualTo(0.5);
        assertThat(kit.samples).extracting(StatsdSample::type).containsOnly(StatsdSample.Type.DISTRIBUTION,
                StatsdSample.Type.COUNT);
        assertThat(kit.intake.counts().statsdSamples()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_e{5,4}:title|text", "_sc|check|0", "users:ann|s", "a:x|g", "a:NaN|g", "a:1", "a|g",
            ":1|g",
            "a:1|g|@0", "a:1|g|@2", "a:1|g|@x", "|", ":", "a:|g", "\u0000\uffff"})
    void whatIsNoSampleIsPassedOver(String line) throws IOException {
        send(line);
        send("after:1|g");
        awaitSamples(1);
        assertThat(kit.samples).extracting(StatsdSample::name).containsExactly("after");
    }

    @Test
    void aPortThatIsTakenIsNamedAndNothingIsLeftOpen() {
        IntakeOptions taken = new IntakeOptions(kit.intake.datadogPort(), 0, 0, () -> IntakeKit.sampling(1),
                Clock.systemUTC());
        assertThatThrownBy(() -> new TraceIntake(taken, spans -> true, sample -> {}))
                .isInstanceOf(PortTakenException.class)
                .hasMessage("Datadog intake: 127.0.0.1:" + kit.intake.datadogPort() + " is taken");
        IntakeOptions statsd = new IntakeOptions(0, 0, kit.intake.statsdPort(), () -> IntakeKit.sampling(1),
                Clock.systemUTC());
        assertThatThrownBy(() -> new TraceIntake(statsd, spans -> true, sample -> {}))
                .hasMessage("DogStatsD: 127.0.0.1:" + kit.intake.statsdPort() + " is taken");
    }

    private void send(String datagram) throws IOException {
        byte[] bytes = datagram.getBytes(StandardCharsets.UTF_8);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getByName("127.0.0.1"),
                    kit.intake.statsdPort()));
        }
    }

    private void awaitSamples(int count) {
        await(() -> kit.samples.size() >= count);
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
