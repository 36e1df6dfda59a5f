// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.mesh;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.highlands.local.bench.BenchFolder;
import io.highlands.local.bench.Child;

/**
 * Measures two hops through the mesh against two hops through HAProxy, both with access logs on, before the same service,
 * in turns and in one run of about 80 seconds. Everything stays on loopback and is gone at the end.
 */
public final class MeshBench {

    /** The most that the median response time at one connection may be, as a multiple of HAProxy's. */
    public static final double LATENCY_LIMIT = 1.3;

    /** The least that the throughput at 16 connections may be, as a fraction of HAProxy's. */
    public static final double THROUGHPUT_LIMIT = 0.5;

    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final int MANY = 16;

    private final LoadGenerator load = LoadGenerator.best();
    private final PrintWriter out;

    /**
     * @param out where the report goes
     */
    public MeshBench(PrintWriter out) {
        this.out = out;
    }

    /**
     * Measures and reports.
     *
     * @return whether both limits are kept
     * @throws IOException if something does not start, or a request fails
     * @throws InterruptedException if the thread is interrupted
     */
    public boolean run() throws IOException, InterruptedException {
        Optional<Path> haproxy = Programs.find("haproxy");
        if (haproxy.isEmpty()) {
            out.println("haproxy is not installed: nothing to compare with (Debian: apt-get install haproxy)");
            out.flush();
            return false;
        }
        Path folder = Files.createTempDirectory("highlands-bench-mesh");
        try (Child upstream = Child.java(folder.resolve("upstream.log"), BenchUpstream.class);
                Child mesh = Child.java(folder.resolve("mesh.log"), BenchMesh.class,
                        folder.resolve("access.log").toString())) {
            upstream.listening(BenchUpstream.ADDRESS, BenchUpstream.PORT);
            mesh.listening(BenchMesh.address(), BenchMesh.PORT);
            try (Child pair = HaproxyPair.start(haproxy.get(), folder)) {
                pair.listening(HaproxyPair.url().getHost(), HaproxyPair.url().getPort());
                return measure();
            }
        } finally {
            BenchFolder.delete(folder);
        }
    }

    private boolean measure() throws IOException, InterruptedException {
        URI mesh = URI.create("http://" + BenchMesh.address() + ":" + BenchMesh.PORT + "/route");
        out.println("Two hops with access logs, " + ROUNDS + " rounds in turns, driven by " + load.name()
                + "; medians");
        out.flush();
        load.run(mesh, MANY, WARM_UP);
        load.run(HaproxyPair.url(), MANY, ROUND);
        load.run(mesh, 1, ROUND);
        List<Sample> meshOne = new ArrayList<>();
        List<Sample> meshMany = new ArrayList<>();
        List<Sample> haproxyOne = new ArrayList<>();
        List<Sample> haproxyMany = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            haproxyOne.add(load.run(HaproxyPair.url(), 1, ROUND));
            meshOne.add(load.run(mesh, 1, ROUND));
            haproxyMany.add(load.run(HaproxyPair.url(), MANY, ROUND));
            meshMany.add(load.run(mesh, MANY, ROUND));
        }
        print("%-10s %14s %14s %16s %14s", "", "c1 p50 us", "c1 p99 us", "c16 requests/s", "c16 p99 us");
        print("HAProxy", haproxyOne, haproxyMany);
        print("the mesh", meshOne, meshMany);
        double latency = Sample.median(meshOne, Sample::p50Micros) / Sample.median(haproxyOne, Sample::p50Micros);
        double throughput = Sample.median(meshMany, Sample::perSecond)
                / Sample.median(haproxyMany, Sample::perSecond);
        print("p50 at one connection: %.2f times HAProxy's (limit %.1f)", latency, LATENCY_LIMIT);
        print("throughput at %d connections: %.2f times HAProxy's (limit %.1f)", MANY, throughput, THROUGHPUT_LIMIT);
        return latency <= LATENCY_LIMIT && throughput >= THROUGHPUT_LIMIT;
    }

    private void print(String name, List<Sample> one, List<Sample> many) {
        print("%-10s %14.0f %14.0f %16.0f %14.0f", name, Sample.median(one, Sample::p50Micros),
                Sample.median(one, Sample::p99Micros), Sample.median(many, Sample::perSecond),
                Sample.median(many, Sample::p99Micros));
    }

    private void print(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
