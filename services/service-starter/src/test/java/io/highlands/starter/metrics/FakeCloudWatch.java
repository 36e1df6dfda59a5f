// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Takes PutMetricData over real HTTP in the protocol that the SDK speaks: Smithy RPC v2 CBOR, gzipped when large. */
final class FakeCloudWatch implements AutoCloseable {

    private static final String PATH = "/service/GraniteServiceVersion20100801/operation/PutMetricData";

    private final HttpServer server;
    private final List<Datum> data = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger gzipped = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean held;

    FakeCloudWatch() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(PATH, this::take);
        server.start();
    }

    /** Makes every client of the SDK that is made from now on ask this address. */
    static void point(String url) {
        System.setProperty("aws.region", "eu-west-1");
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        System.setProperty("aws.endpointUrl", url);
    }

    /** Settings of the SDK and the starter that make a service publish here, every second. */
    String[] settings(String... more) {
        point("http://127.0.0.1:" + server.getAddress().getPort());
        List<String> all = new ArrayList<>(List.of("highlands.metrics.enabled=true",
                "highlands.metrics.step=1s", "highlands.service=service-t", "highlands.env=test"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** From now on takes requests and answers none. */
    void hold() {
        held = true;
    }

    List<Datum> data() {
        return data;
    }

    List<Datum> data(String metric) {
        return data.stream().filter(datum -> datum.name().equals(metric)).toList();
    }

    int requests() {
        return requests.get();
    }

    int gzipped() {
        return gzipped.get();
    }

    @SuppressWarnings("unchecked")
    private void take(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (held) {
            try {
                released.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
            return;
        }
        if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
            gzipped.incrementAndGet();
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = in.readAllBytes();
            }
        }
        Map<String, Object> request = (Map<String, Object>) Cbor.read(body);
        String namespace = (String) request.get("Namespace");
        for (Object datum : (List<Object>) request.get("MetricData")) {
            data.add(Datum.of(namespace, (Map<String, Object>) datum));
        }
        exchange.getResponseHeaders().set("smithy-protocol", "rpc-v2-cbor");
        exchange.getResponseHeaders().set("Content-Type", "application/cbor");
        exchange.sendResponseHeaders(200, 1);
        exchange.getResponseBody().write(0xA0);
        exchange.close();
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
    }
}
