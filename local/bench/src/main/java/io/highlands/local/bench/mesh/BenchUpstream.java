// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.mesh;

import io.undertow.Undertow;
import io.undertow.util.Headers;

import io.highlands.local.bench.Child;

/** The service behind both pairs of proxies, in a process of its own: one small fixed answer. */
final class BenchUpstream {

    static final String ADDRESS = "127.77.240.2";
    static final int PORT = 3000;

    private static final String BODY = "{\"key_one\":\"(Hello)Field 1\",\"key_two\":\"(Hello)Field 2\"}";

    private BenchUpstream() {
    }

    /** Serves until the process is ended, or its standard input is. */
    public static void main(String[] arguments) throws Exception {
        Undertow server = Undertow.builder().setIoThreads(1).setWorkerThreads(1).addHttpListener(PORT, ADDRESS)
                .setHandler(exchange -> {
                    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
                    exchange.getResponseSender().send(BODY);
                }).build();
        server.start();
        Child.untilInputEnds();
        server.stop();
    }
}
