// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;

import io.highlands.local.error.UserError;
import io.highlands.local.html.Content;
import io.highlands.local.html.Html;
import io.highlands.local.http.ReceivedBody;
import io.highlands.local.http.WorkerCalls;

/** Lets requests in, has them answered on threads of their own, and sends the answers with the headers of a safe page. */
final class Front {

    private static final Logger LOG = Logger.getLogger(Front.class.getName());

    /** The frame's parts that change by themselves. */
    static final String STATUS = "/status";
    static final String NOTICE = "/notice";

    private static final Duration MAX_EVALUATION = Duration.ofSeconds(20);

    private static final HttpString POLICY = new HttpString("Content-Security-Policy");

    private static final int MAX_FORM = 64 * 1024;

    private final ReceivedBody bodies = new ReceivedBody(MAX_FORM);

    private final SecureRandom random = new SecureRandom();

    private final Gate gate;

    private final Frame frame;

    private final Executor threads;

    private final WorkerCalls pages;

    private final Clock clock;

    Front(Gate gate, Frame frame, Executor threads, WorkerCalls pages, Clock clock) {
        this.gate = gate;
        this.pages = pages;
        this.frame = frame;
        this.threads = threads;
        this.clock = clock;
    }

    HttpHandler reading(Routes.Handler handler) {
        return admitted(gate::refusesReading, exchange -> {
            Request request = request(exchange, null);
            send(exchange, request, evaluated(handler, request));
        });
    }

    /** Refuses before the body is read: who may not ask takes no memory. */
    private HttpHandler admitted(Function<HttpServerExchange, Optional<String>> refusal, HttpHandler next) {
        HttpHandler read = bodies.before(exchange -> exchange.dispatch(threads, next));
        return exchange -> {
            Optional<String> why = refusal.apply(exchange);
            if (why.isPresent()) {
                send(exchange, request(exchange, null), refused(why.get()));
            } else {
                read.handleRequest(exchange);
            }
        };
    }

    private Request request(HttpServerExchange exchange, FormFields form) {
        return new Request(exchange, form, clock.instant(), gate.token());
    }

    /** Dashboards and queries compute as much as who opens them wants: not on the threads that all else runs on. */
    private Answer evaluated(Routes.Handler handler, Request request) {
        String path = request.path();
        return path.startsWith(Assets.PATH) || frame.parts().containsKey(path)
                ? answer(handler, request)
                : pages.await(() -> answer(handler, request), MAX_EVALUATION, () -> message(503, "Busy",
                        "The console evaluates other pages, or this one took more than " + MAX_EVALUATION.toSeconds()
                                + " s; open it again, with a shorter time range where it has one."));
    }

    HttpHandler acting(Routes.Handler handler) {
        return admitted(gate::refusesActing, exchange -> {
            Request request = request(exchange, form(exchange));
            send(exchange, request, gate.refusesWithoutToken(request).map(Front::refused)
                    .orElseGet(() -> answer(handler, request)));
        });
    }

    private static FormFields form(HttpServerExchange exchange) {
        String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        return type != null && type.startsWith("application/x-www-form-urlencoded")
                ? new FormFields(ReceivedBody.of(exchange))
                : null;
    }

    private static Answer answer(Routes.Handler handler, Request request) {
        try {
            return handler.answer(request);
        } catch (NotFound missing) {
            return message(404, "Not found", missing.getMessage());
        } catch (IllegalArgumentException wrong) {
            return message(400, "Not understood", wrong.getMessage());
        } catch (UserError failed) {
            return message(500, "Failed", failed.getMessage());
        } catch (RuntimeException unexpected) {
            LOG.log(Level.WARNING, unexpected, () -> "the console's page " + request.path());
            return message(500, "Failed", "This page failed because of an internal error; "
                    + "the platform's log says where the stack trace is.");
        }
    }

    /** In plain text: a page would hold the token. */
    private static Answer refused(String why) {
        return new Answer.Raw(403, "text/plain; charset=utf-8", (why + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Answer message(int status, String title, String text) {
        return new Answer.Page(status, title, Content.none(), Html.textEl("p", text).cls("message"), "");
    }

    private void send(HttpServerExchange exchange, Request request, Answer answer) {
        HeaderMap headers = exchange.getResponseHeaders();
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().encodeToString(bytes);
        headers.put(POLICY, "default-src 'none'; script-src 'self'; "
                + "style-src 'self' 'nonce-" + nonce + "'; img-src 'self' data:; connect-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        headers.put(new HttpString("X-Frame-Options"), "DENY");
        headers.put(new HttpString("X-Content-Type-Options"), "nosniff");
        headers.put(new HttpString("Referrer-Policy"), "same-origin");
        headers.put(new HttpString("Cross-Origin-Opener-Policy"), "same-origin");
        headers.put(new HttpString("Cross-Origin-Resource-Policy"), "same-origin");
        headers.put(Headers.CACHE_CONTROL, request.path().startsWith(Assets.PATH) && exchange.getStatusCode() == 200
                ? "private, max-age=31536000, immutable"
                : "no-store");
        switch (answer) {
            case Answer.Page page -> body(exchange, page.status(), "text/html; charset=utf-8",
                    frame.render(page, request, nonce).getBytes(StandardCharsets.UTF_8));
            case Answer.Raw raw -> body(exchange, raw.status(), raw.type(), raw.body());
            case Answer.Download file -> {
                headers.put(Headers.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"");
                body(exchange, 200, file.type(), file.body());
            }
            case Answer.Document document -> {
                headers.put(POLICY, "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
                        + "base-uri 'none'; frame-ancestors 'none'");
                body(exchange, 200, "text/html; charset=utf-8", document.html());
            }
            case Answer.Redirect redirect -> {
                headers.put(Headers.LOCATION, redirect.location());
                body(exchange, 303, "text/plain; charset=utf-8", new byte[0]);
            }
        }
    }

    private static void body(HttpServerExchange exchange, int status, String type, byte[] body) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
        if (exchange.getRequestMethod().equals(Methods.HEAD)) {
            exchange.getResponseHeaders().put(Headers.CONTENT_LENGTH, body.length);
            exchange.endExchange();
            return;
        }
        exchange.getResponseSender().send(ByteBuffer.wrap(body));
    }

    /** Answers what no route is for. */
    HttpHandler nowhere() {
        return reading(request -> {
            throw new NotFound("there is no page " + request.path());
        });
    }

    /** The frame's parts that change by themselves, by path. */
    Map<String, Routes.Handler> parts() {
        Map<String, Routes.Handler> parts = new TreeMap<>();
        frame.parts().forEach(
                (path, part) -> parts.put(path, request -> Answer.fragment(part.apply(request.now()))));
        return parts;
    }
}
