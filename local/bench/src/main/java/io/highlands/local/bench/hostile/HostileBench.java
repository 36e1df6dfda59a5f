// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.hostile;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.local.bench.Figures;
import io.highlands.local.bench.Load;
import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;
import io.highlands.local.load.Answer;

/**
 * {@code bench hostile}: users' requests through balancer and mesh while each attack of a written list runs, four at a time.
 * An attack gets an error of AWS's form, or a response, within five seconds; p99 of the requests stays within three times its
 * idle value; and the heap is within a tenth of what it was.
 */
public final class HostileBench {

    private static final URI JOINED = URI.create("http://127.0.0.1:8080/?name=Bench");
    private static final int PER_SECOND = 50;
    private static final Duration GIVEN_UP = Duration.ofSeconds(20);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofSeconds(20);
    /** An idle p99 of a few milliseconds is the machine's noise: less than this is not told apart. */
    private static final double NOISE_MILLIS = 10;
    private static final int AT_A_TIME = 4;
    private static final double MAX_SECONDS = 5;
    private static final double MAX_SLOWER = 3;
    private static final double MAX_GROWTH = 1.1;

    private final Checkout checkout;
    private final PrintWriter out;
    private final Duration perAttack;
    private final List<String> broken = new ArrayList<>();

    /**
     * Prepares the measurement.
     *
     * @param checkout the checkout
     * @param out where the figures go
     * @param perAttack how long each attack goes on
     */
    public HostileBench(Checkout checkout, PrintWriter out, Duration perAttack) {
        this.checkout = checkout;
        this.out = out;
        this.perAttack = perAttack;
    }

    /**
     * Measures on the platform that runs.
     *
     * @return whether every limit was kept
     * @throws ControlException when no platform runs
     */
    public boolean run() throws IOException, InterruptedException {
        ControlClient platform = ControlClient.find(checkout.state())
                .orElseThrow(() -> new ControlException("nothing is running; start it with: highlands up -d"));
        try (AwsCalls calls = new AwsCalls(URI.create(platform.status().awsApis()))) {
            writeLines(calls);
            requests(WARM_UP);
            double idle = p99(requests(IDLE));
            double heap = HeapInUse.mib(platform.pid());
            out.printf("%-52s p99 %6.1f ms, heap in use %.1f MiB%n", "idle", idle, heap);
            for (Attack attack : Attacks.all(System.currentTimeMillis())) {
                measure(calls, attack, idle);
            }
            double after = HeapInUse.mib(platform.pid());
            out.printf("%-52s heap in use %.1f MiB, %.2f times%n", "afterwards", after, after / heap);
            if (after > heap * MAX_GROWTH) {
                broken.add("the heap grew from %.1f to %.1f MiB".formatted(heap, after));
            }
        }
        broken.forEach(line -> out.println("broken: " + line));
        return broken.isEmpty();
    }

    private static void writeLines(AwsCalls calls) throws InterruptedException {
        JsonMapper json = JsonMapper.shared();
        String group = json.createObjectNode().put("logGroupName", Attacks.GROUP).toString();
        calls.call("Logs_20140328.CreateLogGroup", group);
        ObjectNode stream = json.createObjectNode().put("logGroupName", Attacks.GROUP)
                .put("logStreamName", Attacks.STREAM);
        calls.call("Logs_20140328.CreateLogStream", stream.toString());
        ArrayNode events = stream.putArray("logEvents");
        long now = System.currentTimeMillis();
        Attacks.lines().forEach(line -> events.addObject().put("timestamp", now).put("message", line));
        AwsCalls.Response put = calls.call("Logs_20140328.PutLogEvents", stream.toString());
        if (put.status() != 200) {
            throw new ControlException("the lines to search could not be written: " + put.body());
        }
    }

    private static List<Answer> requests(Duration time) throws InterruptedException {
        try (Load load = Load.of(JOINED, PER_SECOND, GIVEN_UP)) {
            load.awaitSince(time);
            return load.stop();
        }
    }

    private void measure(AwsCalls calls, Attack attack, double idle) throws InterruptedException {
        Instant until = Instant.now().plus(perAttack);
        List<AwsCalls.Response> responses = new ArrayList<>();
        List<Answer> answers;
        try (Load load = Load.of(JOINED, PER_SECOND, GIVEN_UP);
                ExecutorService attackers = Executors.newFixedThreadPool(AT_A_TIME)) {
            Callable<List<AwsCalls.Response>> attacker = () -> repeat(calls, attack, until);
            for (Future<List<AwsCalls.Response>> one : attackers
                    .invokeAll(Collections.nCopies(AT_A_TIME, attacker))) {
                responses.addAll(result(one));
            }
            answers = load.stop();
        }
        judge(attack, responses, answers, idle);
    }

    private static List<AwsCalls.Response> repeat(AwsCalls calls, Attack attack, Instant until)
            throws InterruptedException {
        List<AwsCalls.Response> responses = new ArrayList<>();
        do {
            responses.add(calls.call(attack.target(), attack.body()));
        } while (Instant.now().isBefore(until));
        return responses;
    }

    private static List<AwsCalls.Response> result(Future<List<AwsCalls.Response>> one) throws InterruptedException {
        try {
            return one.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void judge(Attack attack, List<AwsCalls.Response> responses, List<Answer> answers, double idle) {
        double longest = responses.stream().mapToDouble(AwsCalls.Response::seconds).max().orElse(0);
        double p99 = p99(answers);
        long failed = answers.stream().filter(answer -> !answer.good()).count();
        out.printf("%-52s p99 %6.1f ms, %d of %d requests failed; %d calls, longest %.2f s, %s%n",
                attack.name().substring(0, Math.min(52, attack.name().length())), p99,
                failed, answers.size(), responses.size(), longest, kinds(responses));
        out.flush();
        responses.stream().filter(response -> !response.isAwsError()
                && !(attack.mayAnswer() && response.status() == 200)).findFirst().ifPresent(
                        response -> broken.add(attack.name() + ": " + response.status() + " " + head(response.body())));
        if (longest > MAX_SECONDS) {
            broken.add("%s: %.1f s until a response".formatted(attack.name(), longest));
        }
        if (p99 > Math.max(idle, NOISE_MILLIS) * MAX_SLOWER) {
            broken.add("%s: p99 %.1f ms, idle %.1f ms".formatted(attack.name(), p99, idle));
        }
        if (failed > 0) {
            broken.add(attack.name() + ": " + failed + " requests of users failed");
        }
    }

    private static String kinds(List<AwsCalls.Response> responses) {
        return responses.stream().map(AwsCalls.Response::status).distinct().sorted().map(String::valueOf).toList()
                .toString();
    }

    private static double p99(List<Answer> answers) {
        return Figures.percentile(answers.stream().map(Answer::millis).toList(), 99);
    }

    private static String head(String body) {
        return body.substring(0, Math.min(120, body.length()));
    }
}
